"""What two records say, in words: side by side, and row by row where they clash."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.translation import gettext as _

from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.kepegawaian.models import Placement
from pamong.apps.organisasi.models import Opd
from pamong.apps.penggabungan.clashes import OF_ORIGIN
from pamong.apps.penggabungan.models import Alike
from pamong.apps.penggabungan.planning import FIELDS, MergePlan, Side, compared
from pamong.apps.penggabungan.references import Row
from pamong.kernel.day import format_day

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

REASONS: "Mapping[str, StrOrPromise]" = dict(Alike.choices)
"""Why two records may be of one person, in words."""
PARTS = 4
"""So much of a row is told: enough to know it again, and to choose between two."""
DAYS = ("starts_on", "ends_before")
PAPER = ("paper_number", "paper_on")
"""What a row rests on is told last."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison; ``differs`` where both say something and not the same."""

    title: "StrOrPromise"
    of_stays: Any
    of_away: Any

    @property
    def differs(self) -> bool:
        """Whether both say something, and not the same."""
        return bool(self.of_stays and self.of_away and self.of_stays != self.of_away)


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide, with what each record says of it."""

    key: str
    title: str
    of_stays: str
    of_away: str
    may_both: bool


def side_by_side(plan: MergePlan, opds: Mapping[int, str]) -> list[Compared]:
    """Return what is compared of two records: themselves, where they work, their numbers."""
    lines = [
        Compared(title, compared(plan.stays, key), compared(plan.away, key))
        for key, title, _columns in FIELDS
        if {compared(plan.stays, key), compared(plan.away, key)} - {None, ""}
    ]
    return [*lines, *_places(plan, opds), *_numbers(plan)]


def how_much(plan: MergePlan) -> list[tuple[str, int, int]]:
    """Return how many rows of each kind the two records have."""
    told = []
    for reference, rows in plan.rows.items():
        owner = reference.owner_of(plan.stays)
        mine = sum(row.owner == owner for row in rows)
        if rows:
            told.append((reference.title, mine, len(rows) - mine))
    return told


def questions(plan: MergePlan, opds: Mapping[int, str]) -> list[Question]:
    """Return what has to be decided, with both sides in words."""
    said = {
        **{each.key: (_value(each.of_stays), _value(each.of_away)) for each in plan.differences},
        **{
            each.key: (each.of_stays.values["value"], each.of_away.values["value"])
            for each in plan.numbers
        },
        **{
            each.key: (_all(each.of_stays, opds), _all(each.of_away, opds))
            for each in plan.clashes
        },
    }
    return [Question(key, title, *said[key], may_both) for key, title, may_both in plan.to_decide]


def same_in_both(plan: MergePlan) -> list[str]:
    """Return what both records say alike, so that it is kept once and asked about by nobody."""
    return [
        f"{each.reference.title}: {_all(each.of_away, {})}"
        for each in plan.clashes
        if each.says_the_same
    ]


def consequences(plan: MergePlan) -> list[str]:
    """Return what merging does by the choices made, for people."""
    told = [
        _("Catatan %(away)s menjadi penunjuk; alamatnya menuju %(stays)s.")
        % {"away": plan.away.person.full_name, "stays": plan.stays.person.full_name},
        *(
            _("%(n)d %(what)s pindah ke catatan yang tetap.") % {"n": len(pks), "what": what.title}
            for what, pks in plan.moving.items()
        ),
        *(
            _("%(n)d %(what)s milik catatan yang tetap tersimpan pada penunjuknya.")
            % {"n": len(rows), "what": what.title}
            for what, rows in plan.giving_way.items()
        ),
        *(
            _("%(n)d %(what)s milik catatan yang digabung tetap tersimpan padanya, tidak berlaku.")
            % {"n": len(pks), "what": what.title}
            for what, pks in plan.staying_behind.items()
        ),
        *(_ending(plan)),
    ]
    if plan.findings:
        told.append(
            _(
                "%d temuan atas catatan yang digabung berakhir; hukum menilai catatan yang tetap"
                " lagi."
            )
            % plan.findings
        )
    told.append(
        _("Siapa pernah melihat catatan yang digabung tetap tercatat dan terbaca dari yang tetap.")
    )
    return told


def opd_names(plan: MergePlan) -> dict[int, str]:
    """Return what the OPD in the rows of a plan are called, in one query."""
    return _opd_names(row for rows in plan.rows.values() for row in rows)


def told_rows(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return rows in words, each with what it is."""
    opds = _opd_names(rows)
    return [(row.reference.title, told_row(row, opds)) for row in rows]


def told_row(row: Row, opds: Mapping[int, str]) -> str:
    """Return one row in a few words, with its days."""
    parts = list(_parts(row, opds))[:PARTS]
    since, until = (row.values.get(name) for name in DAYS)
    if since:
        parts.append(_("sejak %s") % format_day(date.fromisoformat(since)))
    if until:
        parts.append(_("berakhir sebelum %s") % format_day(date.fromisoformat(until)))
    return ", ".join(parts)


def _opd_names(rows: Iterable[Row]) -> dict[int, str]:
    keys = {row.values["opd_id"] for row in rows if row.values.get("opd_id")}
    return dict(Opd.objects.filter(pk__in=keys).values_list("pk", "nama")) if keys else {}


def _ending(plan: MergePlan) -> Iterable[str]:
    for each in plan.numbers:
        ends = each.of_stays if plan.side_of(each.key) is Side.AWAY else each.of_away
        yield _("%(kind)s %(number)s menjadi nomor lama; pencarian tetap menemukannya.") % {
            "kind": each.title,
            "number": ends.values["value"],
        }


def _all(rows: Sequence[Row], opds: Mapping[int, str]) -> str:
    return "; ".join(told_row(row, opds) for row in rows)


def _parts(row: Row, opds: Mapping[int, str]) -> Iterable[str]:
    fields = row.reference.model._meta.concrete_fields  # noqa: SLF001  Django's documented Options
    for field in sorted(fields, key=lambda each: each.name in PAPER):
        value = row.values.get(field.attname)
        is_about = field.attname in {*OF_ORIGIN, *DAYS, row.reference.column, "id", "sort_key"}
        if is_about or value in (None, "") or isinstance(value, dict):
            continue
        if field.is_relation:
            if field.attname == "opd_id" and value in opds:
                yield opds[value]
            continue
        if field.choices:
            yield str(dict(field.flatchoices).get(value, value))
        elif isinstance(field, models.DateField):
            yield format_day(date.fromisoformat(str(value)[:10]))
        elif isinstance(value, bool):
            yield f"{field.verbose_name}: {_('ya') if value else _('tidak')}"
        else:
            yield str(value)


def _value(value: Any) -> str:
    if value is None or value == "":
        return _("tidak tercatat")
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return format_day(value) if isinstance(value, date) else str(value)


def _numbers(plan: MergePlan) -> list[Compared]:
    told = []
    for kind, label in IdentifierKind.choices:
        rows = [row for row in _rows(plan, PersonIdentifier) if row.values["kind"] == kind]
        if rows:
            told.append(Compared(label, *_split(plan, rows, lambda row: str(row.values["value"]))))
    return told


def _places(plan: MergePlan, opds: Mapping[int, str]) -> list[Compared]:
    rows = [row for row in _rows(plan, Placement) if not row.values["ends_before"]]
    if not rows:
        return []
    told = _split(plan, rows, lambda row: opds.get(row.values["opd_id"], ""))
    return [Compared(_("OPD sekarang"), *told)]


def _rows(plan: MergePlan, model: type[models.Model]) -> Sequence[Row]:
    return next((rows for each, rows in plan.rows.items() if each.model is model), ())


def _split(plan: MergePlan, rows: Sequence[Row], tell: Any) -> tuple[str, str]:
    def of(wanted: bool) -> str:  # noqa: FBT001  which of the two
        return ", ".join(tell(row) for row in rows if _is_of_stays(plan, row) is wanted)

    return of(True), of(False)  # noqa: FBT003  the same


def _is_of_stays(plan: MergePlan, row: Row) -> bool:
    return row.owner == row.reference.owner_of(plan.stays)
