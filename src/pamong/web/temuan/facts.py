"""The facts of a finding as people read them: no inner numbers, days and yes or no in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext

from pamong.kernel.day import format_day

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class FactsTable:
    """The rows of one fact table that a judgement rests on."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables_of(facts: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[FactsTable]:
    """Lay out the fact tables that have rows."""
    return [_table(name, rows) for name, rows in facts.items() if rows]


def _table(name: str, rows: Sequence[Mapping[str, Any]]) -> FactsTable:
    columns = [column for column in rows[0] if not column.endswith("_id")]
    return FactsTable(
        title=_spelled(name),
        columns=tuple(_spelled(column) for column in columns),
        rows=tuple(tuple(_told(row[column]) for column in columns) for row in rows),
    )


def _spelled(name: str) -> str:
    return name.replace("_", " ")


def _told(value: object) -> str:
    if value is None:
        return gettext("tidak tercatat")
    if isinstance(value, bool):
        return gettext("ya") if value else gettext("tidak")
    text = str(value)
    return format_day(date.fromisoformat(text)) if _ISO.fullmatch(text) else text
