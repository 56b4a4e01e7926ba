"""Writes records in a layout, so that reading the file gives the same records again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from pamong.exchange.fields import Value
from pamong.exchange.layout import Layout
from pamong.exchange.limits import LIMITS
from pamong.exchange.record import Record
from pamong.exchange.sheet import NOTES_SHEET
from pamong.kernel.identity import Sex
from pamong.kernel.language import say

_WIDE = 110
_DAY = "dd-mm-yyyy"
_EXACT = 10**15
"""Excel keeps fifteen digits of a number; longer ones are written as text."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a spreadsheet would take for a formula, or for its own mark of a text."""
_SEXES = {Sex.MALE.value: "M", Sex.FEMALE.value: "F"}
"""As SIASN writes them."""
_FIRST_DAY = date(1900, 3, 1)
"""From here on the day numbers of Excel are those of the calendar."""


class ForeignRecordError(ValueError):
    """A record is of another layout than the file."""

    def __init__(self, record: Record, of: Layout) -> None:
        super().__init__(
            say(
                "Baris ini bertata letak %(is)s, bukan %(wanted)s.",
                **{"is": record.layout, "wanted": of.name},
            )
        )


class TooManyRecordsError(ValueError):
    """There are more records than a sheet has rows."""

    def __init__(self) -> None:
        super().__init__(
            say("Barisnya lebih banyak daripada yang muat dalam satu lembar. Bagi per OPD.")
        )


def headings(records: Iterable[Record], of: Layout) -> list[str]:
    """Return the columns of the layout and, behind them, those that it does not know."""
    extras = dict.fromkeys(heading for record in records for heading in record.extras)
    return [*(column.name for column in of.written), *extras]


class Xlsx:
    """A workbook that is written row by row: one sheet, and the notes behind it.

    ``extras`` are the headings behind the columns of the layout: they are told beforehand, since
    records come one by one. Days are real days, long numbers are text.
    """

    def __init__(self, path: Path, of: Layout, *, extras: Iterable[str] = ()) -> None:
        """Begin the file with its headings."""
        self.of, self.rows = of, 0
        self._names, self._beyond = [column.name for column in of.written], list(extras)
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
        self._sheet = self._book.add_worksheet(of.name[:31])
        self._day = self._book.add_format({"num_format": _DAY})
        self._sheet.freeze_panes(1, 0)
        for index, heading in enumerate([*self._names, *self._beyond]):
            self._sheet.write_string(0, index, heading)

    def write(self, record: Record) -> None:
        """Write one row.

        Raises:
            ForeignRecordError: the record is of another layout.
            TooManyRecordsError: there are more than a sheet holds.
        """
        _check_layout(record, self.of)
        self.rows += 1
        if self.rows >= LIMITS.rows:
            raise TooManyRecordsError
        for index, name in enumerate(self._names):
            value = record.values.get(name)
            if value is not None:
                kind = self.of.by_name[name].kind
                _write_cell(self._sheet, self.rows, index, value, self._day, kind=kind)
        for index, heading in enumerate(self._beyond, len(self._names)):
            if text := record.extras.get(heading):
                self._sheet.write_string(self.rows, index, _guarded(text, "'"))

    def close(self, notes: Sequence[str] = ()) -> None:
        """End the file; ``notes`` stand on a sheet of their own, which is not read as data."""
        if notes:
            sheet = self._book.add_worksheet(NOTES_SHEET)
            sheet.set_column(0, 0, _WIDE)
            for index, line in enumerate(notes):
                sheet.write_string(index, 0, line)
        self._book.close()


class Csv:
    """A text file as Excel opens it here (UTF-8 with its mark, semicolons), row by row."""

    def __init__(self, path: Path, of: Layout, *, extras: Iterable[str] = ()) -> None:
        """Begin the file with its headings."""
        self.of, self.rows = of, 0
        self._beyond = list(extras)
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, delimiter=";")
        self._writer.writerow([*(column.name for column in of.written), *self._beyond])

    def write(self, record: Record) -> None:
        """Write one row.

        Raises:
            ForeignRecordError: the record is of another layout.
        """
        _check_layout(record, self.of)
        self.rows += 1
        self._writer.writerow(
            [
                *(_text(record.values.get(c.name), c.kind) for c in self.of.written),
                *(_guarded(record.extras.get(heading, ""), _FORMULA) for heading in self._beyond),
            ]
        )

    def close(self, notes: Sequence[str] = ()) -> None:  # noqa: ARG002  a text file has no place for notes
        """End the file."""
        self._file.close()


def write_xlsx(
    path: Path, records: Iterable[Record], of: Layout, *, extras: Iterable[str] = ()
) -> int:
    """Write a workbook, and return how many records it has.

    Raises:
        ForeignRecordError: a record is of another layout.
        TooManyRecordsError: there are more than a sheet holds.
    """
    return _write_all(Xlsx(path, of, extras=extras), records)


def write_csv(
    path: Path, records: Iterable[Record], of: Layout, *, extras: Iterable[str] = ()
) -> int:
    """Write a text file, and return how many records it has.

    Raises:
        ForeignRecordError: a record is of another layout.
    """
    return _write_all(Csv(path, of, extras=extras), records)


def _write_all(file: Xlsx | Csv, records: Iterable[Record]) -> int:
    try:
        for record in records:
            file.write(record)
    finally:
        file.close()
    return file.rows


def _check_layout(record: Record, of: Layout) -> None:
    if record.layout != of.name:
        raise ForeignRecordError(record, of)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    index: int,
    value: Value,
    day: xlsxwriter.format.Format,
    *,
    kind: str,
) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, index, value)
    elif isinstance(value, date) and value >= _FIRST_DAY:
        sheet.write_datetime(row, index, value, day)
    elif isinstance(value, (int, Decimal)) and _is_exact(value):
        sheet.write_number(row, index, float(value))
    else:
        sheet.write_string(row, index, _guarded(shown(value, kind), "'"))


def _is_exact(value: int | Decimal) -> bool:
    return bool(-_EXACT < value < _EXACT) and Decimal(repr(float(value))) == value


def _guarded(text: str, marks: str | tuple[str, ...]) -> str:
    """Put Excel's mark of a text before what would not stay one; reading takes it off again."""
    return f"'{text}" if text.startswith(marks) else text


def _text(value: Value | None, kind: str) -> str:
    if value is None:
        return ""
    written = shown(value, kind)
    return written if isinstance(value, (int, Decimal)) else _guarded(written, _FORMULA)


def shown(value: Value, kind: str) -> str:
    """Return a value as a text that reads as the same value."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return f"{value.day:02}-{value.month:02}-{value.year:04}"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if kind == "sex":
        return _SEXES.get(str(value), str(value))
    return str(value)
