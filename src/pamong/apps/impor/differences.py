"""What a row says and what it would change, in words: old beside new, column by column."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from pamong.apps.accounts.seeing import CLOSED
from pamong.apps.core.models import IdentifierKind
from pamong.apps.impor.browsing import BrowsedRow, RowPart
from pamong.apps.impor.models import State
from pamong.apps.impor.placing import PEOPLE
from pamong.apps.impor.unit_rows import STRUCTURE
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.sections import Section, UnknownSectionError, section
from pamong.apps.organisasi.models import Opd, UnitState
from pamong.kernel.day import format_day

NUMBERS, REST = "numbers", "lainnya"
AS_IT_CAME = "baris"
"""Under which name a row is kept that no section could be told of."""
HIDDEN = {"sort_key", "kode_asal", "capacity", "source"}
"""What a row writes along and nobody reads: it follows from what is told."""


KNOWN_ANYWAY = {("nama", ""), (NUMBERS, "nip"), (NUMBERS, "ni_pppk")}
"""What stands at the head of somebody new."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One column: what stands there, empty for a new entry, and what the row says."""

    section: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of OPDs and units that rows tell by their ids."""

    opds: Mapping[int, str]
    units: Mapping[int, str]


def names_for(rows: Iterable[BrowsedRow], day: date) -> Names:
    """Return the names that some rows need, in two queries."""
    parts = [part for row in rows for part in row.parts]
    told = [each for part in parts for each in (part.said, part.before or {})]
    opds = {each["opd_id"] for each in told if each.get("opd_id")}
    units = {each["unit_id"] for each in told if each.get("unit_id")}
    return Names(
        dict(Opd.objects.filter(pk__in=opds).values_list("pk", "nama")) if opds else {},
        dict(UnitState.objects.on(day).filter(unit_id__in=units).values_list("unit_id", "nama"))
        if units
        else {},
    )


def title_of(key: str) -> str:
    """Name a section, that of people themselves, or what no section is for."""
    if key == PEOPLE:
        return _("data pegawai")
    if key == STRUCTURE:
        return _("susunan OPD dan unit")
    try:
        return str(section(key).title)
    except UnknownSectionError:
        return _("tata letak lain")


def changes_of(row: BrowsedRow, names: Names, seen: frozenset[FieldClass]) -> list[Difference]:
    """Return what a row would change, and what it would add, as who sees ``seen`` is told it."""
    told: list[Difference] = []
    for part in row.parts:
        if AS_IT_CAME in part.said:
            continue
        if part.state in {State.NEW, State.CHANGED}:
            told += _of_part(part, names, seen)
    return told


def name_told(row: BrowsedRow) -> str:
    """Return the name that a row says, be it one that cannot be written."""
    for part in row.parts:
        told = part.said.get(AS_IT_CAME, {}).get("nilai", {}) or part.said
        if (part.section == PEOPLE or AS_IT_CAME in part.said) and told.get("nama"):
            return str(told["nama"])
    return ""


def closed_told(row: BrowsedRow, seen: frozenset[FieldClass]) -> set[FieldClass]:
    """Return the closed classes that telling a row shows to whoever sees ``seen``."""
    classes = {
        _class(part.section, column) for part in row.parts for column in {*part.said, *part.also}
    }
    return classes & seen - {FieldClass.OPEN}


def _of_part(part: RowPart, names: Names, seen: frozenset[FieldClass]) -> list[Difference]:
    before = _flat(part.before or {})
    found = []
    for column, value in _flat({**part.said, **part.also} if part.before is None else part.said):
        old = dict(before).get(column)
        if column[0] in HIDDEN or (part.before is not None and old == value):
            continue
        if part.before is None and part.section == PEOPLE and column in KNOWN_ANYWAY:
            continue
        is_open = _class(part.section, column[0]) in seen
        found.append(
            Difference(
                title_of(part.section),
                _label(part.section, column),
                ("" if old is None else _value(part.section, column, old, names))
                if is_open
                else str(CLOSED),
                _value(part.section, column, value, names) if is_open else str(CLOSED),
            )
        )
    return found


Key = tuple[str, str]
"""A column, and the name within it where it holds several: numbers, and what is kept aside."""


def _flat(told: Mapping[str, Any]) -> Sequence[tuple[Key, Any]]:
    flat: list[tuple[Key, Any]] = []
    for name, value in told.items():
        if isinstance(value, dict):
            flat += [((name, str(inner)), each) for inner, each in value.items()]
        else:
            flat.append(((name, ""), value))
    return flat


def _class(key: str, column: str) -> FieldClass:
    if key == PEOPLE:
        return FieldClass.IDENTITY if column in {NUMBERS, "born_on"} else FieldClass.OPEN
    try:
        of = section(key)
    except UnknownSectionError:
        return FieldClass.FAMILY  # what no section is for may tell anything
    if column == REST and REST not in getattr(of.model, "FIELD_CLASSES", {}):
        return FieldClass.IDENTITY
    return of.class_of(column.removesuffix("_id"))


def _label(key: str, column: Key) -> str:
    name, inner = column
    if inner:
        kinds = dict(IdentifierKind.choices)
        return str(kinds.get(inner, inner)) if name == NUMBERS else inner
    if name == "ends_before":
        return _("hari terakhir")
    if key == PEOPLE:
        return str(_of_people().get(name, name))
    field = _field(section(key), name)
    return name if field is None else str(field.verbose_name)


def _of_people() -> dict[str, str]:
    return {
        "nama": _("nama"),
        "gelar_depan": _("gelar depan"),
        "gelar_belakang": _("gelar belakang"),
        "born_on": _("tanggal lahir"),
        "kind": _("status"),
        "starts_on": "TMT",
    }


def _value(key: str, column: Key, value: Any, names: Names) -> str:
    name, inner = column
    if value is None or inner:
        return "" if value is None else str(value)
    if name == "opd_id":
        return names.opds.get(value, str(value))
    if name == "unit_id":
        return names.units.get(value, str(value))
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if name.endswith(("_on", "_before")) and isinstance(value, str):
        day = date.fromisoformat(value)
        return format_day(day - timedelta(days=1) if name == "ends_before" else day)
    field = _field(section("pengangkatan" if key == PEOPLE else key), name)
    choices = dict(field.choices) if field is not None and field.choices else {}
    return str(choices.get(value, value))


def _field(of: Section, name: str) -> Any:
    fields = {each.attname: each for each in of.model._meta.concrete_fields}  # noqa: SLF001  Django's documented Options
    return fields.get(name)
