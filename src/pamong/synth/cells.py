"""Facts by the ten thousand: numpy columns of one fact table, on their way to Arrow.

A word is kept as its place in ``words``, a day as days since 1970, so that a million rows are
chosen, put in order and written without a Python object for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from pamong.law.fact_table import Column, ColumnType, FactTable

Array = NDArray[Any]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.float64]

EPOCH = date(1970, 1, 1).toordinal()
NOBODY = -1
"""The mark of a row that no scenario has planted."""

_NUMPY: dict[ColumnType, type[np.generic]] = {
    ColumnType.INT64: np.int64,
    ColumnType.STRING: np.int32,
    ColumnType.BOOLEAN: np.bool_,
    ColumnType.DATE: np.int32,
}
_EMPTY = {ColumnType.INT64: 0, ColumnType.STRING: 0, ColumnType.BOOLEAN: False, ColumnType.DATE: 0}


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one column; ``empty`` marks those that are not recorded."""

    values: Array
    empty: Flags | None = None
    words: tuple[str, ...] = ()

    def take(self, rows: Array) -> Cells:
        """Return the cells of these rows: places, or a flag for each row."""
        return Cells(
            self.values[rows], None if self.empty is None else self.empty[rows], self.words
        )

    def blanks(self) -> Flags:
        """Return a flag for each row: whether its cell is empty."""
        return np.zeros(len(self.values), np.bool_) if self.empty is None else self.empty


def words(places: Array, vocabulary: Sequence[str], *, empty: Flags | None = None) -> Cells:
    """Make the cells of a column of text from places in a vocabulary."""
    return Cells(places.astype(np.int32), empty, tuple(vocabulary))


def same_word(word: str, rows: int) -> Cells:
    """Make the cells of a column in which every row says the same."""
    return Cells(np.zeros(rows, np.int32), None, (word,))


def no_cells(rows: int) -> Cells:
    """Make the cells of a column in which nothing is recorded."""
    return Cells(np.zeros(rows, np.int64), np.ones(rows, np.bool_), ("",))


@dataclass(frozen=True, slots=True)
class Frame:
    """Rows of one fact table. ``planted`` says which planting each row comes from."""

    table: FactTable
    cells: Mapping[str, Cells]
    planted: Whole

    @classmethod
    def of(cls, table: FactTable, columns: Mapping[str, Cells | Array]) -> Frame:
        """Make a frame of columns that no scenario has planted; numbers and days as they are."""
        cells = {
            name: given if isinstance(given, Cells) else Cells(given)
            for name, given in columns.items()
        }
        rows = max((len(column.values) for column in cells.values()), default=0)
        return cls(table, cells, np.full(rows, NOBODY, np.int64))

    @classmethod
    def from_rows(
        cls, table: FactTable, rows: Sequence[Mapping[str, Any]], planted: Iterable[int] = ()
    ) -> Frame:
        """Make a frame of rows; a key that a row lacks is an empty cell."""
        marks = np.array(list(planted) or [NOBODY] * len(rows), np.int64)
        cells = {
            column.name: _column_of(column, [row.get(column.name) for row in rows])
            for column in table.columns
        }
        return cls(table, cells, marks)

    def __len__(self) -> int:
        return len(self.planted)

    def __getitem__(self, name: str) -> Array:
        return self.cells[name].values

    def take(self, rows: Array) -> Frame:
        """Return these rows: places, or a flag for each row."""
        cells = {name: column.take(rows) for name, column in self.cells.items()}
        return Frame(self.table, cells, self.planted[rows])

    def with_cells(self, **columns: Cells | Array) -> Frame:
        """Return the frame with some columns added or replaced."""
        new = {k: v if isinstance(v, Cells) else Cells(v) for k, v in columns.items()}
        return Frame(self.table, {**self.cells, **new}, self.planted)

    def in_order(self, *names: str) -> Frame:
        """Return the rows in the order of these columns, the first of them first."""
        return self.take(np.lexsort([self[name] for name in reversed(names)]))

    def numbered(self, column: str, first: int) -> Frame:
        """Return the frame with its rows counted from ``first`` on."""
        return self.with_cells(**{column: np.arange(first, first + len(self), dtype=np.int64)})

    def to_arrow(self) -> pa.Table:
        """Return an Arrow table in the declared order; words are a dictionary."""
        arrays = {}
        for column in self.table.columns:
            cells = self.cells[column.name]
            arrays[column.name] = _to_arrow(column, cells)
        return pa.table(arrays)


def stack(frames: Sequence[Frame]) -> Frame:
    """Put frames of one table below one another."""
    table = frames[0].table
    cells = {
        column.name: _join([frame.cells[column.name] for frame in frames])
        for column in table.columns
        if all(column.name in frame.cells for frame in frames)
    }
    return Frame(table, cells, np.concatenate([frame.planted for frame in frames]))


def _join(parts: Sequence[Cells]) -> Cells:
    vocabulary = list(dict.fromkeys(word for part in parts for word in part.words))
    place = {word: index for index, word in enumerate(vocabulary)}
    values = [
        np.array([place[word] for word in part.words], np.int32)[part.values]
        if vocabulary and part.words
        else part.values
        for part in parts
    ]
    empty = None
    if any(part.empty is not None for part in parts):
        empty = np.concatenate([part.blanks() for part in parts])
    return Cells(np.concatenate(values), empty, tuple(vocabulary))


def _column_of(column: Column, values: Sequence[Any]) -> Cells:
    empty = np.array([value is None for value in values], np.bool_)
    blanks = empty if empty.any() else None
    if column.type is ColumnType.STRING:
        vocabulary = list(dict.fromkeys(value for value in values if value is not None)) or [""]
        place: dict[Any, int] = {word: index for index, word in enumerate(vocabulary)}
        return Cells(np.array([place.get(v, 0) for v in values], np.int32), blanks, (*vocabulary,))
    if column.type is ColumnType.DATE:
        values = [day.toordinal() - EPOCH if isinstance(day, date) else day for day in values]
    filled = [_EMPTY[column.type] if value is None else value for value in values]
    return Cells(np.array(filled, _NUMPY[column.type]), blanks)


def _to_arrow(column: Column, cells: Cells) -> pa.Array:
    if column.type is ColumnType.STRING:
        places = pa.array(cells.values.astype(np.int32), pa.int32(), mask=cells.empty)
        return pa.DictionaryArray.from_arrays(places, pa.array(cells.words, pa.string()))
    if column.type is ColumnType.DATE:
        return pa.array(cells.values.astype(np.int32), pa.int32(), mask=cells.empty).view(
            pa.date32()
        )
    values = cells.values.astype(_NUMPY[column.type], copy=False)
    return pa.array(values, mask=cells.empty)
