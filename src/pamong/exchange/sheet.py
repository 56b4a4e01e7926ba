"""One sheet of a file: rows of cells as they stand there, with what the file tells about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

#: What a cell holds: text, or a number, a day or a truth value where the file gives them a type.
Cell = str | float | bool | date | datetime | time | timedelta
Cells = Sequence[Cell]
NOTES_SHEET = "Keterangan Pamong"
"""The sheet behind the data on which a file of ours says what it is; reading passes over it."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Cells joined into one, from the first to the last row and column, all counted from 0."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet whose rows can be gone through more than once; row 1 is the first of the file."""

    file: str
    name: str
    """Empty in a text file, which has one sheet without a name."""
    open_rows: Callable[[], Iterator[Cells]] = field(repr=False)
    merged: tuple[Merged, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    """Counted from 1; only xlsx tells them."""
    failed: dict[tuple[int, int], str] = field(default_factory=dict)
    """Formulas that failed (#N/A …) by row from 1 and column from 0; only xlsx tells them."""
    is_hidden: bool = False

    def rows(self) -> Iterator[tuple[int, Cells]]:
        """Yield every row, blank ones too, with its number from 1."""
        yield from enumerate(self.open_rows(), 1)

    def head(self, count: int) -> list[Cells]:
        """Return the first rows."""
        return [cells for _, cells in zip(range(count), self.open_rows(), strict=False)]


def is_blank(cell: Cell) -> bool:
    """Tell whether a cell shows nothing."""
    return isinstance(cell, str) and not cell.strip()


def text_of(cell: Cell) -> str:
    """Return what a cell shows, as far as the file tells it.

    >>> text_of(2019.0), text_of(date(2019, 3, 18)), text_of(1.5), text_of(True)
    ('2019', '18-03-2019', '1,5', 'TRUE')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, datetime):
        return f"{cell:%d-%m-%Y}" if cell.time() == time() else f"{cell:%d-%m-%Y %H:%M:%S}"
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return str(cell)


def number_text(number: float) -> str:
    """Write a number of a workbook with a decimal comma; beyond 15 digits Excel keeps none."""
    if number == int(number) and abs(number) < 10**21:
        return str(int(number)) if abs(number) < 10**15 else f"{number:.14E}".replace(".", ",")
    return repr(number).replace(".", ",")
