"""Sections of a record with what may not be seen left out: the value is not sent at all."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models.expressions import DatabaseDefault

from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.record import EntryOn, Record
from pamong.apps.kepegawaian.sections import SECTIONS, Section


@dataclass(frozen=True, slots=True)
class Row:
    """One entry with its columns as JSON holds them."""

    id: int
    is_in_force: bool
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """A section as it may be seen; ``rows`` is ``None`` where even their number is closed."""

    key: str
    title: str
    columns: dict[str, str]
    closed: list[str]
    rows: list[Row] | None


def shown_sections(record: Record, classes: Collection[FieldClass]) -> list[Shown]:
    """Return every section of a record as whoever sees ``classes`` may see it."""
    return [_shown(each, record.sections[each.key], classes) for each in SECTIONS]


def closed_columns(section: Section, classes: Collection[FieldClass]) -> list[str]:
    """Return the columns of a section that are of no class that is seen."""
    return [column for column in section.columns if section.class_of(column) not in classes]


def row_of(section: Section, entry: EntryOn, closed: Collection[str]) -> Row:
    """Return one entry as JSON holds it, without what is closed."""
    values = {
        column: None if column in closed else _value(entry, column) for column in section.columns
    }
    return Row(entry.entry.pk, entry.is_in_force, values)


def _shown(
    section: Section, entries: "Collection[EntryOn]", classes: Collection[FieldClass]
) -> Shown:
    closed = closed_columns(section, classes)
    is_closed = set(section.own) <= set(closed)
    return Shown(
        key=section.key,
        title=str(section.title),
        columns={column: str(label) for column, label in section.labels.items()},
        closed=closed,
        rows=None if is_closed else [row_of(section, each, closed) for each in entries],
    )


def _value(told: EntryOn, column: str) -> Any:
    entry = told.entry
    if getattr(entry, f"{column}_id", None) is None and hasattr(entry, f"{column}_id"):
        return None
    value = getattr(entry, column)
    if isinstance(value, DatabaseDefault):  # an entry that is only planned
        return getattr(value.expression, "value", None)  # type: ignore[attr-defined]  # the stubs lack it
    if column == "opd":
        return {"id": value.pk, "name": value.nama}
    if column == "unit":
        return {"id": str(value.public_id), "name": told.unit_name}
    if column == "document":
        return {"id": str(value.public_id), "name": str(value)}
    return str(value) if column == "decree" else value
