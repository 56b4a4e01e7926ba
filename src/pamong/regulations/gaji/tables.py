"""How a row of a salary table is found: by the column of the rank and the years of service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pamong.law.rule import Rule, Version

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table; its rows go up with the years (MKG).

    A row holds from ``mkg`` to ``sampai_mkg``; the last one has no end. Where not every row was
    seen, there are gaps.
    """

    rows: tuple[Row, ...]
    is_complete: bool

    @property
    def first(self) -> int | None:
        """The years at which the column begins; ``None`` where nothing of it was seen."""
        return self.rows[0]["mkg"] if self.rows else None

    def at(self, years: int) -> Row | None:
        """Return the row for so many years; ``None`` below the first, and in a gap."""
        fitting = (row for row in self.rows if _holds(row, years))
        return next(fitting, None)


def column(rule: Rule, version: Version, key: str, value: str) -> Column:
    """Return the column of a rank in the table of the rule that the version names."""
    if "daftar" not in version.values:
        return Column((), is_complete=False)
    rows: Iterable[Row] = rule.lists[version.values["daftar"]].rows
    own = sorted((row for row in rows if row[key] == value), key=lambda row: row["mkg"])
    return Column(tuple(own), version.values["lengkap"])


def outcome(row: Row, years: int, *, paid: int, recorded: int | None) -> str:
    """Tell how a row stands to the years, and to what is on record."""
    if recorded not in (None, paid):
        return "berbeda"
    return "tertinggi" if row["sampai_mkg"] is None and years > row["mkg"] else "terbaca"


def _holds(row: Row, years: int) -> bool:
    last = row["sampai_mkg"]
    return bool(row["mkg"] <= years and (last is None or years <= last))
