"""What a row becomes: a record, or a doubtful row that says why and keeps what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pamong.exchange.doubts import RowDoubt
from pamong.exchange.fields import Value
from pamong.exchange.layout import layout
from pamong.exchange.places import Place
from pamong.kernel.identity import Severity


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one row by SIASN's names of the columns; what was empty is not there."""

    kind: str
    layout: str
    values: Mapping[str, Value]
    extras: Mapping[str, str] = field(default_factory=dict)
    """What columns that the layout does not know say, by their heading."""
    place: Place = field(default=Place("", "", 0), compare=False)
    letters: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """The letters of each column in the file, by name or heading."""

    def place_of(self, name: str) -> Place:
        """Return where the value of a column stands; the row where the file lacks the column."""
        return replace(self.place, column=self.letters.get(name, ""))

    def meaning(self, means: str) -> Value | None:
        """Return the value of the column that means this, whatever the layout calls it."""
        name = layout(self.layout).by_meaning.get(means)
        return None if name is None else self.values.get(name)


@dataclass(frozen=True, slots=True)
class DoubtfulRow:
    """A row with one doubt or more; nothing of it is dropped, and nothing guessed."""

    record: Record
    """What could be read for certain."""
    doubts: tuple[RowDoubt, ...]
    cells: tuple[str, ...] = ()
    """The whole row as the file shows it."""

    @property
    def place(self) -> Place:
        """Where the row stands."""
        return self.record.place

    @property
    def must_be_mended(self) -> bool:
        """Whether a doubt refuses the row; else a person may accept it as it was read."""
        return any(doubt.severity is Severity.REFUSES for doubt in self.doubts)


Row = Record | DoubtfulRow
"""What reading yields for every row that is not blank."""


def record_of(row: Row) -> Record:
    """Return what could be read of a row, doubtful or not."""
    return row.record if isinstance(row, DoubtfulRow) else row
