"""What is kept of each row for the second pass: little, since an export has 600,000 rows.

A place is kept as one number, of its sheet and its row, so that a row costs no object of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pamong.exchange.doubts import RowDoubt
from pamong.exchange.places import Place
from pamong.exchange.record import Record
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK
from pamong.kernel.person_name import PersonNameError, sort_key

_RANK = {str(golongan): rank for rank, golongan in enumerate(GOLONGAN_PNS)}
_RANK_PPPK = {str(golongan): rank for rank, golongan in enumerate(GOLONGAN_PPPK)}
_MEMORY = 100_000
_ROWS = 2**32

Spot = int
"""A sheet and a row in one number."""


class Spots:
    """Turns places of rows into numbers and back."""

    def __init__(self) -> None:
        """Begin with no sheet."""
        self._numbers: dict[tuple[str, str], int] = {}
        self._sheets: list[tuple[str, str, Mapping[str, str]]] = []

    def of(self, record: Record) -> Spot:
        """Return the number of the row of a record."""
        place = record.place
        key = (place.file, place.sheet)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._sheets)
            self._sheets.append((*key, record.letters))
        return number * _ROWS + place.row

    def place(self, spot: Spot, column: str = "") -> Place:
        """Return the place of a number, and within it of a column."""
        file, sheet, letters = self._sheets[spot // _ROWS]
        return Place(file, sheet, spot % _ROWS, letters.get(column, ""))

    def doubt(self, spot: Spot, code: str, column: str, text: object, **told: object) -> RowDoubt:
        """Make a doubt about one column of a row; a number of ``other`` is told as its place."""
        shown = f"{text:%d-%m-%Y}" if isinstance(text, date) else str(text)
        words = {
            name: str(self.place(value) if isinstance(value, int) else value)
            for name, value in told.items()
        }
        return RowDoubt(self.place(spot, column), code, shown, words)


@dataclass(slots=True)
class Main:
    """The main row of a person."""

    spot: Spot
    nip: str
    name: str
    born: date | None
    cpns: date | None
    golongan: str
    post_since: date | None
    columns: Mapping[str, str]
    """The name of the column for each meaning."""


@dataclass(slots=True)
class Step:
    """A row of a history: from when, and what it says."""

    spot: Spot
    start: date | None
    end: date | None
    says: str
    """The golongan, the year or the kind of assignment."""
    column: str
    """The column of ``start``, or of the year."""


class Noted:
    """A record as the second pass looks at it: by meaning, through the names of its layout."""

    __slots__ = ("names", "values")

    def __init__(self, record: Record, names: Mapping[str, str]) -> None:
        """Look at a record through the names that its layout gives to meanings."""
        self.values = record.values
        self.names = names

    def text(self, means: str) -> str:
        """Return a text; empty where there is none."""
        value = self.values.get(self.names.get(means, ""))
        return value if isinstance(value, str) else ""

    def day(self, means: str) -> date | None:
        """Return a day."""
        value = self.values.get(self.names.get(means, ""))
        return value if isinstance(value, date) else None


@lru_cache(_MEMORY)
def name_key(name: str) -> str:
    """Return what names are compared by; titles and punctuation are gone."""
    try:
        return sort_key(name.removesuffix(" (rekaan)"))
    except PersonNameError:
        return ""


def rank_of(golongan: str) -> tuple[str, int]:
    """Return the ladder and the rung of a golongan."""
    if golongan in _RANK:
        return ("pns", _RANK[golongan])
    return ("pppk", _RANK_PPPK.get(golongan, -1))
