"""The sections of a record as pages, sheets and files tell them, generated from their columns.

What a class closes says "tertutup"; where it closes every column of a section, nothing of the
section is told, not even how many entries there are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from pamong.apps.accounts.seeing import CLOSED
from pamong.apps.kepegawaian.changed import Changed
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.record import EntryOn, Record
from pamong.apps.kepegawaian.sections import DAYS, PAPER, SECTIONS, Section
from pamong.kernel.day import format_day, format_period
from pamong.kernel.number import format_number
from pamong.kernel.period import Period

if TYPE_CHECKING:
    from uuid import UUID

    from django_stubs_ext import StrOrPromise

BASIS = {*PAPER}
UNCHANGED = Changed({}, ())


@dataclass(frozen=True, slots=True)
class Basis:
    """What an entry rests on, in words, and the paper that can be opened."""

    words: str
    document: "UUID | None" = None
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class ToldEntry:
    """One entry: the cells of the table, its days in words, what it rests on."""

    entry_id: int
    is_in_force: bool
    cells: tuple[tuple["StrOrPromise", object], ...]
    days: str
    basis: Basis
    corrections: int
    every_value: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class ToldSection:
    """One section; ``labels`` head the table, ``every_label`` every column that there is."""

    key: str
    title: "StrOrPromise"
    is_closed: bool
    is_dated: bool
    labels: tuple["StrOrPromise", ...] = ()
    every_label: tuple["StrOrPromise", ...] = ()
    entries: tuple[ToldEntry, ...] = ()
    changed: Changed = UNCHANGED

    @property
    def in_force(self) -> ToldEntry | None:
        """The entry in force, the last one begun."""
        return next((each for each in self.entries if each.is_in_force), None)


def told_sections(
    record: Record, seen: frozenset[FieldClass], changed: Mapping[str, Changed]
) -> list[ToldSection]:
    """Return every section of a record as whoever sees the classes ``seen`` is told it."""
    return [told_section(each, record, seen, changed.get(each.key)) for each in SECTIONS]


def told_section(
    section: Section, record: Record, seen: frozenset[FieldClass], changed: Changed | None = None
) -> ToldSection:
    """Return one section."""
    title, is_dated = section.title, section.is_dated
    if is_closed(section, seen):
        return ToldSection(section.key, title, is_closed=True, is_dated=is_dated)
    rows = sorted(record.sections[section.key], key=lambda each: not each.is_in_force)
    columns = [each for each in section.columns if each not in BASIS and each not in DAYS]
    filled = [each for each in columns if any(_is_told(row, each) for row in rows)]
    changed = changed or UNCHANGED
    return ToldSection(
        key=section.key,
        title=title,
        is_closed=False,
        is_dated=is_dated,
        labels=tuple(label_of(section, each) for each in filled),
        every_label=tuple(label_of(section, each) for each in section.columns),
        entries=tuple(_entry(section, row, filled, seen, changed) for row in rows),
        changed=changed,
    )


def is_closed(section: Section, seen: frozenset[FieldClass]) -> bool:
    """Tell whether nothing of a section is shown: every column of its own is closed."""
    return not any(section.class_of(each) in seen for each in section.own)


def closed_classes(section: Section, seen: frozenset[FieldClass]) -> set[FieldClass]:
    """Return the classes beyond the open one that a section tells to whoever sees ``seen``."""
    return {section.class_of(each) for each in section.columns} & seen - {FieldClass.OPEN}


def label_of(section: Section, column: str) -> "StrOrPromise":
    """Name a column; people see the last day, not the day after it."""
    return section.called(column)


def value_of(section: Section, row: EntryOn, column: str) -> object:
    """Return a value as people read it; a day and a number stay what they are."""
    entry: Any = row.entry
    field = section.field(column)
    value = getattr(entry, field.attname)
    if value is None or value == "":
        return ""
    if field.is_relation:
        return row.unit_name if column == "unit" else str(getattr(entry, column))
    if field.choices:
        return str(getattr(entry, f"get_{column}_display")())
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    return value - timedelta(days=1) if column == "ends_before" else value


def written(column: str, value: object) -> object:
    """Return a value for a page: rupiah in groups of three, other numbers plainly."""
    if isinstance(value, int | Decimal):
        return (
            format_number(value) if column == "pay" or isinstance(value, Decimal) else str(value)
        )
    return value


def days_of(entry: Any) -> str:
    """Return the days of an entry in words; nothing where it has none."""
    starts_on, ends_before = getattr(entry, "starts_on", None), getattr(entry, "ends_before", None)
    if starts_on is not None:
        return format_period(Period(starts_on, ends_before))
    if ends_before is not None:
        return _("sampai %s") % format_day(ends_before - timedelta(days=1))
    return ""


def _entry(
    section: Section,
    row: EntryOn,
    filled: Sequence[str],
    seen: frozenset[FieldClass],
    changed: Changed,
) -> ToldEntry:
    entry: Any = row.entry

    def told(column: str) -> object:
        if section.class_of(column) not in seen:
            return str(CLOSED)
        return value_of(section, row, column)

    day_is_open = "starts_on" not in section.columns or section.class_of("starts_on") in seen
    return ToldEntry(
        entry_id=entry.pk,
        is_in_force=row.is_in_force and section.is_dated,
        cells=tuple((label_of(section, each), written(each, told(each))) for each in filled),
        days=days_of(entry) if day_is_open else str(CLOSED),
        basis=_basis(section, entry, seen),
        corrections=changed.corrected.get(entry.pk, 0),
        every_value=tuple(told(each) for each in section.columns),
    )


def _basis(section: Section, entry: Any, seen: frozenset[FieldClass]) -> Basis:
    may = {each for each in PAPER if section.class_of(each) in seen}
    number, dated = ("paper_number" in may and entry.paper_number), entry.paper_on
    parts: list[str] = []
    if number:
        parts.append(str(number))
    if dated and "paper_on" in may:
        parts.append(format_day(dated))
    if not parts and entry.decree_id and "decree" in may:
        parts.append(str(entry.decree))
    document = entry.document if entry.document_id and "document" in may else None
    if document is not None and document.shows not in seen:
        document = None
    if document is not None and not parts:
        parts.append(str(document))
    if entry.source and "source" in may:
        parts.append(entry.source)
    return Basis(
        words="; ".join(parts),
        document=document.public_id if document is not None else None,
        is_closed=not parts and may != set(PAPER),
    )


def _is_told(row: EntryOn, column: str) -> bool:
    value = getattr(row.entry, column if column != "unit" else "unit_id", None)
    return value not in (None, "") or (column == "unit" and bool(row.unit_name))
