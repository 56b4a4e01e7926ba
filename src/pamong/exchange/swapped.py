"""Finds two cells of a row that stand in each other's column."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from pamong.exchange.doubts import Trouble
from pamong.exchange.sheet import Cells, is_blank

if TYPE_CHECKING:  # what a column is, is told by who reads it
    from pamong.exchange.reading import Found, ReadColumn


def find_swapped(plan: Sequence[ReadColumn], cells: Cells, found: Found) -> Found:
    """Put one doubt for two where each cell can be read in the column of the other."""
    troubled = {name for name, _ in found}
    columns = [c for c in plan if c.column.name in troubled and c.index < len(cells)]
    for one, other in combinations(columns, 2):
        if one.column.kind == other.column.kind or not _fit_crosswise(one, other, cells):
            continue
        names = {one.column.name, other.column.name}
        told = Trouble("kolom-tertukar", {"one": one.column.name, "other": other.column.name})
        return [(one.column.name, told), *(each for each in found if each[0] not in names)]
    return found


def _fit_crosswise(one: ReadColumn, other: ReadColumn, cells: Cells) -> bool:
    first, second = cells[one.index], cells[other.index]
    if is_blank(first) or is_blank(second):
        return False
    return all(
        value is not None and not troubles
        for value, troubles in (one.read(second), other.read(first))
    )
