"""Tells which layout a header is of, and which column each heading is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pamong.exchange.header import Header
from pamong.exchange.layout import Layout, layouts

ENOUGH = 0.7
"""The share of filled headings that must be known before a layout is taken without asking."""
_OF_THE_LIST = {"nomor", "nomorurut"}
"""Headings of the running number, which no layout has and every list."""
_BY_NAME = 1.0
_BY_ALIAS = 0.8
_SPELLED, _COVERED = 0.2, 0.05
"""The weights of how exactly headings are spelled, and of how many of the layout's are there."""
_APART = 0.02
"""By how much a layout must fit better than one of another kind of rows."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """How well a header fits a layout, and the column of each heading by its place."""

    layout: Layout
    score: float
    """From 0 to 1; ``ENOUGH`` is enough."""
    columns: dict[int, str]
    missing: tuple[str, ...]
    """Required columns that the header lacks."""
    ahead: float = 1.0
    """By how much it fits better than any layout of other rows that has what it requires."""

    @property
    def is_sure(self) -> bool:
        """Whether the file may be read by this layout without anybody being asked."""
        return self.score >= ENOUGH and self.ahead >= _APART and not self.missing


def recognise(header: Header, among: Iterable[Layout] | None = None) -> list[Recognition]:
    """Return the layouts that know some heading, the best first."""
    candidates = layouts().values() if among is None else among
    found = [_compare(header, layout) for layout in candidates]
    ordered = sorted(
        (each for each in found if each.columns),
        key=lambda each: (-each.score, len(each.missing), each.layout.name),
    )
    for best in ordered[:1]:
        rivals = [
            each.score
            for each in ordered
            if each.layout.kind != best.layout.kind and not each.missing
        ]
        ordered[0] = replace(best, ahead=round(best.score - max(rivals, default=0.0), 4))
    return ordered


def _compare(header: Header, layout: Layout) -> Recognition:
    columns: dict[int, str] = {}
    weight = 0.0
    for index, key in enumerate(header.keys):
        name = layout.by_key.get(key)
        if not key or name is None or name in columns.values():
            continue
        columns[index] = name
        weight += _BY_NAME if header.headings[index].strip() == name else _BY_ALIAS
    strange = sum(
        bool(key) and index not in columns and key not in _OF_THE_LIST
        for index, key in enumerate(header.keys)
    )
    known = len(columns) / max(1, len(columns) + strange)
    spelled = weight / max(1, len(columns))
    covered = len(columns) / len(layout.columns)
    score = known * (1 - _COVERED - _SPELLED * (1 - spelled)) + _COVERED * covered
    missing = tuple(name for name in layout.required if name not in columns.values())
    return Recognition(layout, round(score, 4), columns, missing)
