"""The facts of a finding as people read them: no inner numbers, days and yes or no in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.kernel.day import format_day
from pamong.web.aturan.names import table_meaning

LONG_TABLE = 8
ENGLISH = {
    "capacity": _("kedudukan"),
    "decided_on": _("ditetapkan"),
    "ends_before": _("sampai"),
    "kind": _("jenis"),
    "level": _("tingkat"),
    "starts_is_exact": _("TMT pasti"),
    "starts_on": _("mulai"),
}
"""Columns that share their name with our own code; all others are Indonesian."""

BEGINNINGS = ("starts_on", "hari", "diperiksa_on", "ditetapkan_on")
"""Columns that say from which day on a row is there."""

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)+")


@dataclass(frozen=True, slots=True)
class FactsTable:
    """The rows of one fact table that a judgement rests on; ``later`` are left out."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    later: int = 0

    @property
    def is_long(self) -> bool:
        """Whether it is shown only when somebody asks for it."""
        return len(self.rows) > LONG_TABLE


def tables_of(
    facts: Mapping[str, Sequence[Mapping[str, Any]]], day: date | None = None
) -> list[FactsTable]:
    """Lay out the fact tables that have rows; what begins after ``day`` is not told."""
    return [_table(name, rows, day) for name, rows in facts.items() if rows]


def _table(name: str, rows: Sequence[Mapping[str, Any]], day: date | None) -> FactsTable:
    names = dict.fromkeys(column for row in rows for column in row)
    columns = [column for column in names if not column.endswith("_id")]
    known = [row for row in rows if day is None or _begins_by(row, day)]
    return FactsTable(
        title=table_meaning(name),
        columns=tuple(str(ENGLISH.get(column, column.replace("_", " "))) for column in columns),
        rows=tuple(tuple(_told(column, row.get(column)) for column in columns) for row in known),
        later=len(rows) - len(known),
    )


def _begins_by(row: Mapping[str, Any], day: date) -> bool:
    return all(str(row[column]) <= day.isoformat() for column in BEGINNINGS if row.get(column))


def _told(column: str, value: object) -> str:
    if value is None:
        return gettext("tidak tercatat")
    if isinstance(value, bool):
        return gettext("ya") if value else gettext("tidak")
    if isinstance(value, Mapping):  # the days of a case, from the first to the last
        return "–".join(format_day(value[end]) for end in ("dari", "sampai"))
    text = str(value)
    if _ISO.fullmatch(text):
        day = date.fromisoformat(text)
        return format_day(day - timedelta(days=1) if column == "ends_before" else day)
    return text.replace("_", " ") if _CODE.fullmatch(text) else text
