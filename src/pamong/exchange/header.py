"""Finds the header of a sheet: below a title, over two rows with merged cells, in any place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pamong.exchange.headings import heading_key, heading_of
from pamong.exchange.layout import Layout
from pamong.exchange.places import column_letters
from pamong.exchange.sheet import Cell, Cells, Sheet, is_blank, text_of

SEARCHED = 40
"""Rows in which a header is looked for."""
_DEEPEST = 3
_FEWEST = 2
_NUMBER = re.compile(r"\(?\d{1,3}\)?")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings of a sheet, an empty one where a column has none, and its rows (from 1)."""

    headings: tuple[str, ...]
    first_row: int
    last_row: int
    """The last row that belongs to it, a row of column numbers below it included."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The headings in the form in which they compare; the second of one form is told apart.

        >>> Header(("TMT", "Nama", "tmt"), 1, 1).keys
        ('tmt', 'nama', 'tmt#2')
        """
        return _keys_of(self.headings)

    def letters(self, index: int) -> str:
        """Return the letters of a column."""
        return column_letters(index)


@lru_cache  # asked again for every row that is doubtful
def _keys_of(headings: tuple[str, ...]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    keys = []
    for key in map(heading_key, headings):
        seen[key] += 1
        keys.append(f"{key}#{seen[key]}" if key and seen[key] > 1 else key)
    return tuple(keys)


def find_header(sheet: Sheet, layouts: Iterable[Layout]) -> Header | None:
    """Return the header: the row, or rows, that most columns of a layout are known by.

    Where no layout is known by any row, it is the first row that looks like one; ``None`` where
    nothing does.
    """
    head = [_filled(sheet, number, cells) for number, cells in enumerate(sheet.head(SEARCHED))]
    known = [set(layout.by_key) for layout in layouts]
    best, best_score = None, (1.0, 0)
    for first in range(len(head)):
        for depth in range(1, _DEEPEST + 1):
            headings = _joined(sheet, head[first : first + depth], first)
            if headings is None:
                break
            score = _score(headings, known)
            if score > best_score:
                best, best_score = Header(headings, first + 1, first + depth), score
    best = best or _first_likely(head)
    return _with_numbers(best, head) if best else None


def _filled(sheet: Sheet, number: int, cells: Cells) -> list[Cell]:
    """Return a row with the text of each merged cell in all the cells that it covers."""
    row = list(cells)
    for merged in sheet.merged:
        if merged.first_row == number and merged.first_column < len(row):
            text = row[merged.first_column]
            for column in range(merged.first_column + 1, min(merged.last_column + 1, len(row))):
                row[column] = text
    return row


def _joined(sheet: Sheet, rows: Sequence[Sequence[Cell]], first: int) -> tuple[str, ...] | None:
    """Join the rows of a header downwards; deeper than one row only under merged cells."""
    if not rows or not all(_looks_like_headings(row) for row in rows):
        return None
    if len(rows) > 1 and not any(
        merged.first_row == first and merged.last_row <= first + len(rows) - 1
        for merged in sheet.merged
    ):
        return None
    width = max(len(row) for row in rows)
    return tuple(
        " ".join(dict.fromkeys(heading_of(row[i]) for row in rows if i < len(row))).strip()
        for i in range(width)
    )


def _looks_like_headings(row: Sequence[Cell]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    words = [cell for cell in filled if isinstance(cell, str) and not _NUMBER.fullmatch(cell)]
    return len(words) >= _FEWEST and 2 * len(words) >= len(filled)


def _score(headings: Sequence[str], known: Sequence[set[str]]) -> tuple[float, int]:
    """Tell how many headings the layout that knows most of them knows; a shallow header first."""
    keys = {heading_key(heading) for heading in headings if heading}
    hits = max((len(keys & names) for names in known), default=0)
    return (float(hits), -sum(map(len, headings)))


def _first_likely(head: Sequence[Sequence[Cell]]) -> Header | None:
    """Return the first row of short texts that is as wide as any row near it."""
    widths = [sum(not is_blank(cell) for cell in row) for row in head]
    widest = max(widths, default=0)
    for number, row in enumerate(head):
        if widths[number] >= max(_FEWEST, 0.7 * widest) and _looks_like_headings(row):
            return Header(tuple(heading_of(cell) for cell in row), number + 1, number + 1)
    return None


def _with_numbers(header: Header, head: Sequence[Sequence[Cell]]) -> Header:
    """Take in the row of column numbers (1, 2, 3 …) that stands under many headers."""
    if header.last_row >= len(head):
        return header
    below = [text_of(cell).strip() for cell in head[header.last_row] if not is_blank(cell)]
    numbers = [int(text.strip("()")) for text in below if _NUMBER.fullmatch(text)]
    is_run = len(numbers) == len(below) and numbers == list(
        range(numbers[0] if numbers else 0, (numbers[0] if numbers else 0) + len(numbers))
    )
    if len(numbers) < max(_FEWEST, len(header.headings) // 2) or not is_run:
        return header
    return Header(header.headings, header.first_row, header.last_row + 1)
