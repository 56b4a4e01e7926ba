"""Writes records in a layout, so that reading the file gives the same records again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from pamong.exchange.fields import Value
from pamong.exchange.layout import Layout
from pamong.exchange.limits import LIMITS
from pamong.exchange.record import Record
from pamong.kernel.identity import Sex
from pamong.kernel.language import say

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
    return [*(column.name for column in of.columns), *extras]


def write_xlsx(
    path: Path, records: Iterable[Record], of: Layout, *, extras: Iterable[str] = ()
) -> int:
    """Write one sheet row by row, and return how many records it has.

    ``extras`` are the headings behind the columns of the layout: they are told beforehand, since
    records come one by one. Days are real days, long numbers are text.

    Raises:
        ForeignRecordError: a record is of another layout.
        TooManyRecordsError: there are more than a sheet holds.
    """
    names, beyond = [column.name for column in of.columns], list(extras)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    try:
        sheet = book.add_worksheet(of.name[:31])
        day = book.add_format({"num_format": _DAY})
        sheet.freeze_panes(1, 0)
        for index, heading in enumerate([*names, *beyond]):
            sheet.write_string(0, index, heading)
        row = 0
        for row, record in enumerate(_of_layout(records, of), 1):
            if row >= LIMITS.rows:
                raise TooManyRecordsError
            for index, name in enumerate(names):
                value = record.values.get(name)
                if value is not None:
                    _write_cell(sheet, row, index, value, day, kind=of.by_name[name].kind)
            for index, heading in enumerate(beyond, len(names)):
                if text := record.extras.get(heading):
                    sheet.write_string(row, index, _guarded(text, "'"))
    finally:
        book.close()
    return row


def _of_layout(records: Iterable[Record], of: Layout) -> Iterator[Record]:
    for record in records:
        if record.layout != of.name:
            raise ForeignRecordError(record, of)
        yield record


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


def write_csv(
    path: Path, records: Iterable[Record], of: Layout, *, extras: Iterable[str] = ()
) -> int:
    """Write a text file as Excel opens it here (UTF-8 with its mark, semicolons).

    Raises:
        ForeignRecordError: a record is of another layout.
    """
    beyond = list(extras)
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow([*(column.name for column in of.columns), *beyond])
        for record in _of_layout(records, of):
            count += 1
            rows.writerow(
                [
                    *(_text(record.values.get(c.name), c.kind) for c in of.columns),
                    *(_guarded(record.extras.get(heading, ""), _FORMULA) for heading in beyond),
                ]
            )
    return count


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
