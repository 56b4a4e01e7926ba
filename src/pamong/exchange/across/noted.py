"""What is kept of each row for the second pass: little, since an export has 600,000 rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a row that a doubt may be raised at, and the columns of its file."""

    place: Place
    letters: Mapping[str, str]

    def doubt(self, code: str, column: str, text: object, **told: object) -> RowDoubt:
        """Make a doubt about one column of the row."""
        place = replace(self.place, column=self.letters.get(column, ""))
        shown = f"{text:%d-%m-%Y}" if isinstance(text, date) else str(text)
        return RowDoubt(place, code, shown, {name: str(value) for name, value in told.items()})

    def __str__(self) -> str:
        """Say where it is."""
        return str(self.place)


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
    """A row of a history: whose, from when, and what it says."""

    spot: Spot
    nip: str
    person: str
    """The identifier of the person in SIASN, where the row has one."""
    start: date | None
    end: date | None
    says: str
    """The golongan, the year or the kind of assignment."""
    column: str
    """The column of ``start``, or of the year."""


def spot_of(record: Record) -> Spot:
    """Return the place of a record."""
    return Spot(record.place, record.letters)


def text_at(record: Record, means: str) -> str:
    """Return a text by its meaning; empty where there is none."""
    value = record.meaning(means)
    return value if isinstance(value, str) else ""


def day_at(record: Record, means: str) -> date | None:
    """Return a day by its meaning."""
    value = record.meaning(means)
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
