"""The words of a PDF page, by their places, become rows, columns and lines in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_SAME_ROW = 0.5  # of the height of a letter: words that stand no further apart are of one row
_LEAST_GUTTER = 12.0  # points of white between two columns
_MIDDLE = 0.2  # of the width: a gutter lies further from both edges than this
_LEAST_ROWS, _LEAST_WORDS = 4, 2.5  # of a column; less is a list of labels, or signatures
_COLUMN_BREAK = 3.0  # heights: more white below a row ends the columns
_TAIL_BREAK = 0.8  # heights: the same below the shorter column, where only the left goes on
_WIDE_GAP = 3.0  # heights: more white inside a row parts two things


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place on the page, in points from the upper left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand side by side and are read as one line."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    first_word_width: float = 0.0

    @property
    def height(self) -> float:
        """The height of its letters."""
        return self.bottom - self.top


Row = tuple[Word, ...]
Block = list[Line]
"""Lines that follow one another with one left edge: a column, or all that stands beside none."""


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Return the words row by row from above, each from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        last = rows[-1][0] if rows else None
        height = word.bottom - word.top
        if last and (word.top + word.bottom - last.top - last.bottom) / 2 <= _SAME_ROW * height:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [tuple(sorted(row, key=lambda word: word.x0)) for row in rows]


def blocks_of(rows: Sequence[Row]) -> list[Block]:
    """Return the rows as blocks of lines in reading order: column after column."""
    blocks: list[Block] = [[]]
    place = 0
    while place < len(rows):
        gutter, behind = _columns(rows, place)
        if gutter is None:
            blocks[-1] += _lines(rows[place])
            place += 1
            continue
        sides = _sides(rows[place:behind], gutter)
        blocks += [[line for row in side for line in _lines(row)] for side in sides]
        blocks.append([])
        place = behind
    return [block for block in blocks if block]


def row_line(row: Row) -> Line:
    """Return a whole row as one line."""
    return Line(
        text=" ".join(word.text for word in row),
        x0=row[0].x0,
        x1=row[-1].x1,
        top=min(word.top for word in row),
        bottom=max(word.bottom for word in row),
        first_word_width=row[0].x1 - row[0].x0,
    )


def _lines(row: Row) -> list[Line]:
    """Part a row where its words stand far apart, unless a colon binds them."""
    parts: list[list[Word]] = [[row[0]]]
    for before, word in pairwise(row):
        is_far = word.x0 - before.x1 > _WIDE_GAP * (word.bottom - word.top)
        if is_far and not before.text.endswith(":") and not word.text.startswith(":"):
            parts.append([])
        parts[-1].append(word)
    return [row_line(tuple(part)) for part in parts]


Gap = tuple[float, float]


def _columns(rows: Sequence[Row], first: int) -> tuple[float | None, int]:
    """Return the middle of the gutter that rows from ``first`` on share, and where they end."""
    left = min(row[0].x0 for row in rows)
    right = max(row[-1].x1 for row in rows)
    margin = (right - left) * _MIDDLE
    shared: list[Gap] = [(left + margin, right - margin)]
    place = first
    while place < len(rows):
        if place > first and _is_apart(rows[place - 1], rows[place], _COLUMN_BREAK):
            break
        still = _common(shared, _gaps(rows[place]))
        if not still:
            break
        shared, place = still, place + 1
    place = _without_tail(rows, first, place, shared)
    for start, end in sorted(shared, key=lambda gap: gap[0] - gap[1]):
        middle = (start + end) / 2
        if all(_is_column(side) for side in _sides(rows[first:place], middle)):
            return middle, place
    return None, first


def _without_tail(rows: Sequence[Row], first: int, behind: int, shared: Sequence[Gap]) -> int:
    """Leave out short rows below the columns that stand apart and only on the left."""
    middle = min(start for start, _ in shared)
    place = behind
    while place > first + 1 and rows[place - 1][-1].x1 <= middle:
        place -= 1
        if _is_apart(rows[place - 1], rows[place], _TAIL_BREAK):
            behind = place
    return behind


def _is_apart(above: Row, below: Row, heights: float) -> bool:
    height = below[0].bottom - below[0].top
    return below[0].top - above[0].bottom > heights * height


def _gaps(row: Row) -> list[Gap]:
    """Return the white of a row, the margins included."""
    edges = [float("-inf"), *(edge for word in row for edge in (word.x0, word.x1)), float("inf")]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _common(some: Iterable[Gap], others: Sequence[Gap]) -> list[Gap]:
    common = [(max(a, c), min(b, d)) for a, b in some for c, d in others]
    return [(start, end) for start, end in common if end - start >= _LEAST_GUTTER]


def _sides(rows: Iterable[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left, right = [], []
    for row in rows:
        before = tuple(word for word in row if word.x1 <= gutter)
        behind = tuple(word for word in row if word.x1 > gutter)
        if before:
            left.append(before)
        if behind:
            right.append(behind)
    return left, right


def _is_column(rows: Sequence[Row]) -> bool:
    return len(rows) >= _LEAST_ROWS and median(len(row) for row in rows) >= _LEAST_WORDS
