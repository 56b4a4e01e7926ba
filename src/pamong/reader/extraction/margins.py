"""Running heads and page numbers: what the edges of the pages repeat is no part of the text."""

import re
from collections import Counter
from collections.abc import Sequence
from math import ceil

from pamong.reader.extraction.lines import Row

_EDGE = 4  # rows at the top and at the foot of a page that may repeat
_SHARE = 0.4  # of the pages, and on two of them at least
_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:halaman|hal|page)\b\W*)?\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?\W*", re.IGNORECASE
)


def without_margins(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], tuple[str, ...]]:
    """Return the rows of each page without what repeats at its edges, and what that was."""
    seen = Counter(
        shape
        for rows in pages
        for shape in {_shape(text_of(row)) for row in (*rows[:_EDGE], *rows[-_EDGE:])}
    )
    least = max(2, ceil(len(pages) * _SHARE))
    repeated = {shape for shape, count in seen.items() if count >= least}
    kept: list[list[Row]] = []
    dropped: dict[str, None] = {}
    for rows in pages:
        above = _count(rows, repeated)
        below = _count(rows[above:][::-1], repeated)
        behind = len(rows) - below
        kept.append(list(rows[above:behind]))
        dropped |= dict.fromkeys(text_of(row) for row in (*rows[:above], *rows[behind:]))
    return kept, tuple(dropped)


def _count(rows: Sequence[Row], repeated: set[str]) -> int:
    """Count the rows from the edge inwards that repeat or only number the page."""
    for count, row in enumerate(rows[:_EDGE]):
        text = text_of(row)
        if _shape(text) not in repeated and not _PAGE_NUMBER.fullmatch(text):
            return count
    return min(len(rows), _EDGE)


def text_of(row: Row) -> str:
    """Return the words of a row."""
    return " ".join(word.text for word in row)


def _shape(text: str) -> str:
    """Return the words with every number alike."""
    return re.sub(r"\d+", "#", text.casefold())
