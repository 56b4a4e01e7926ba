"""Reads the rows of one sheet by a layout: a record or a doubtful row for each, in file order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from pamong.exchange.checks import RowCheck, checks_of
from pamong.exchange.doubts import RowDoubt, Trouble
from pamong.exchange.fields import Field, Read, Standpoint, Value, field_reader
from pamong.exchange.fields.values import cleaned
from pamong.exchange.header import Header
from pamong.exchange.layout import Column, Layout
from pamong.exchange.no_data import is_no_data
from pamong.exchange.places import Place, column_letters
from pamong.exchange.record import DoubtfulRow, Record, Row
from pamong.exchange.sheet import Cell, Cells, Sheet, is_blank, text_of
from pamong.exchange.swapped import find_swapped
from pamong.exchange.titles import Parted, titles_parted

_REMEMBERED = 50_000
"""Distinct cells of a column whose reading is remembered; days and codes come back often."""
_NEVER_REMEMBERED = {"text", "nip_lama"}

Found = list[tuple[str, Trouble]]
"""Troubles with the column of each; that of the whole row has none."""


@dataclass(frozen=True, slots=True)
class ReadColumn:
    """A column of the file, and how its cells are read."""

    index: int
    column: Column
    read: Field
    memory: dict[Cell, Read] | None

    def value(self, cell: Cell) -> Read:
        """Read a cell, remembering what the same text became before."""
        if self.memory is None or cell is True or cell is False:
            return self.read(cell)
        known = self.memory.get(cell)
        if known is None:
            known = self.read(float(cell) if type(cell) is int else cell)
            if len(self.memory) < _REMEMBERED:
                self.memory[cell] = known
        return known


@dataclass(frozen=True)
class SheetReading:
    """A sheet, its header, and which column of the layout each of its columns is."""

    sheet: Sheet
    header: Header
    layout: Layout
    columns: Mapping[int, str]
    standpoint: Standpoint
    rows_read: dict[str, int] = field(default_factory=dict, compare=False)

    def __iter__(self) -> Iterator[Row]:
        """Yield a record or a doubtful row for every row below the header that is not blank."""
        last, failed, read = self.header.last_row, self._failed_rows, self._read_row
        for number, cells in self.sheet.rows():
            if number <= last:
                continue
            # The first cell that is not an empty text mostly settles it.
            if number in failed or any(cell and not is_blank(cell) for cell in cells):
                yield read(number, cells)

    def _read_row(self, number: int, cells: Cells) -> Row:
        values: dict[str, Value] = {}
        found: Found = []
        width = len(cells)
        for index, name, read in self._cells:
            if index >= width:
                break
            cell = cells[index]
            if cell == "":
                continue
            value, troubles = read(cell)
            if value is not None:
                values[name] = value
            if troubles:
                found += ((name, trouble) for trouble in troubles)
        if self._parted is not None and self._parted(values):
            found = [each for each in found if each[1].code != "nama-bergelar"]
        record = Record(
            self.layout.kind,
            self.layout.name,
            values,
            self._extras(cells) if self._unknown else {},
            Place(self.sheet.file, self.sheet.name, number),
            self._letters,
        )
        for check in self._checks:
            found += check(values)
        found += self._about_the_row(number, cells, values, found)
        return self._doubtful(record, cells, found) if found else record

    def _about_the_row(
        self, number: int, cells: Cells, values: Mapping[str, Value], found: Found
    ) -> Found:
        """Tell what the sheet says about the row: empty, failed, merged, hidden, beyond."""
        told: Found = []
        for (_, index), error in self._failed_rows.get(number, ()):
            name = self.columns.get(index, "")
            told.append((name or column_letters(index), Trouble("rumus-gagal", {"error": error})))
        missing = [name for name in self._required if name not in values]
        if missing:
            silent = {name for name, _ in [*found, *told]}
            empty = (name for name in missing if name not in silent)
            told += ((name, Trouble("wajib-kosong", {"column": name})) for name in empty)
        if number in self._merged_rows:
            told.append(("", Trouble("sel-gabungan")))
        if self.sheet.is_hidden:
            told.append(("", Trouble("lembar-tersembunyi")))
        elif number in self.sheet.hidden_rows:
            told.append(("", Trouble("baris-tersembunyi")))
        beyond = self._beyond(cells)
        if beyond is not None:
            told.append((column_letters(beyond), Trouble("di-luar-judul")))
        return told

    def _doubtful(self, record: Record, cells: Cells, found: Found) -> DoubtfulRow:
        what = is_no_data(cells, self.header, has_person=self._has_person(record))
        found = [("", Trouble(what))] if what else find_swapped(self._plan, cells, found)
        doubts = tuple(self._place(record, cells, name, trouble) for name, trouble in found)
        return DoubtfulRow(record, doubts, tuple(text_of(cell) for cell in cells))

    def _has_person(self, record: Record) -> bool:
        by = self.layout.by_meaning
        return any(by.get(means, "") in record.values for means in ("nip", "pns_id"))

    def _place(self, record: Record, cells: Cells, name: str, trouble: Trouble) -> RowDoubt:
        index = self._index.get(name)
        text = text_of(cells[index]) if index is not None and index < len(cells) else ""
        letters = column_letters(index) if index is not None else ""
        if index is None and name.isupper():
            letters = name  # a cell that no column of the layout is
        return RowDoubt(replace(record.place, column=letters), trouble.code, text, trouble.told)

    def _extras(self, cells: Cells) -> dict[str, str]:
        return {
            heading: cleaned(cells[index])
            for index, heading in self._unknown
            if index < len(cells) and not is_blank(cells[index])
        }

    def _beyond(self, cells: Cells) -> int | None:
        """Return the first filled cell that stands below no heading."""
        for index in self._without_heading:
            if index < len(cells) and not is_blank(cells[index]):
                return index
        for index in range(len(self.header.headings), len(cells)):
            if not is_blank(cells[index]):
                return index
        return None

    @cached_property
    def _plan(self) -> tuple[ReadColumn, ...]:
        return tuple(
            ReadColumn(
                index,
                column,
                field_reader(
                    column.kind,
                    column.name,
                    self.standpoint,
                    codes=column.codes,
                    may_be_ahead=column.future,
                ),
                None if column.kind in _NEVER_REMEMBERED else {},
            )
            for index, column in sorted(
                (index, self.layout.by_name[name]) for index, name in self.columns.items()
            )
        )

    @cached_property
    def _cells(self) -> tuple[tuple[int, str, Field], ...]:
        """The plan as the loop over all cells takes it; no memory, no way round it."""
        return tuple(
            (each.index, each.column.name, each.read if each.memory is None else each.value)
            for each in self._plan
        )

    @cached_property
    def _checks(self) -> tuple[RowCheck, ...]:
        return checks_of(self.layout, set(self.columns.values()), self.standpoint)

    @cached_property
    def _parted(self) -> Parted | None:
        return titles_parted(self.layout, self.columns.values())

    @cached_property
    def _required(self) -> tuple[str, ...]:
        """A column that the file lacks is told once, of the sheet; not again of every row."""
        present = set(self.columns.values())
        return tuple(name for name in self.layout.required if name in present)

    @cached_property
    def _index(self) -> dict[str, int]:
        known = {name: index for index, name in self.columns.items()}
        return known | {heading: index for index, heading in self._unknown}

    @cached_property
    def _letters(self) -> dict[str, str]:
        return {name: column_letters(index) for name, index in self._index.items()}

    @cached_property
    def _unknown(self) -> tuple[tuple[int, str], ...]:
        """The columns that the layout does not know; one heading twice is told apart."""
        taken: set[str] = set(self.columns.values())
        found = []
        for index, heading in enumerate(self.header.headings):
            if index in self.columns or not heading:
                continue
            name = heading if heading not in taken else f"{heading} ({column_letters(index)})"
            taken.add(name)
            found.append((index, name))
        return tuple(found)

    @cached_property
    def _without_heading(self) -> tuple[int, ...]:
        return tuple(index for index, text in enumerate(self.header.headings) if not text)

    @cached_property
    def _merged_rows(self) -> frozenset[int]:
        return frozenset(
            row + 1
            for merged in self.sheet.merged
            for row in range(merged.first_row, merged.last_row + 1)
            if row + 1 > self.header.last_row
        )

    @cached_property
    def _failed_rows(self) -> dict[int, list[tuple[tuple[int, int], str]]]:
        rows: dict[int, list[tuple[tuple[int, int], str]]] = {}
        for place, error in self.sheet.failed.items():
            rows.setdefault(place[0], []).append((place, error))
        return rows
