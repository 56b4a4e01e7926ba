"""Days of cells: real dates, Excel's day numbers, and texts as Indonesians write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from pamong.exchange.doubts import Trouble
from pamong.exchange.fields.numbers import EMPTY
from pamong.exchange.fields.values import NOTHING, Read, cleaned, doubtful
from pamong.exchange.sheet import Cell
from pamong.kernel.day import DayTextError, format_day, parse_day

_EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of the day numbers of Excel for all days after February 1900."""
_LAST_SERIAL = 80_000
_EARLIEST = date(1901, 1, 1)
"""Earlier days stand for "no day" in what Excel and databases write."""

_TIME = re.compile(r"[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_SERIAL = re.compile(r"[1-9]\d{4}")
_SHORT_YEAR = re.compile(r"\d{1,2}([\s/.-]+)[^\W_]+\.?[\s/.-]+(?P<short>\d{2})")
_NUMERIC = re.compile(
    r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})"
)
_ZEROS = re.compile(r"[0/.\-\s]+")


def day_reader(on: date, *, may_be_ahead: bool) -> Callable[[Cell], Read]:
    """Return the reader of days; one after ``on`` is doubtful unless it ``may_be_ahead``."""

    def read(cell: Cell) -> Read:
        day = _day(cell)
        if not isinstance(day, date):
            return day
        if day < _EARLIEST:
            return doubtful("hari-terlalu-lama")
        if day > on and not may_be_ahead:
            return (day, (Trouble("hari-mendatang"),))
        return (day, ())

    return read


def _day(cell: Cell) -> date | Read:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, float) and not isinstance(cell, bool):
        return _from_serial(cell)
    if isinstance(cell, (bool, time, timedelta)):
        return doubtful("hari-bentuk")
    return _from_text(cleaned(cell))


def _from_serial(number: float) -> date | Read:
    """Read a number that a workbook holds: Excel's own count of days."""
    if number != int(number) or not 0 <= number <= _LAST_SERIAL:
        return doubtful("hari-bentuk")
    return _EXCEL_EPOCH + timedelta(days=int(number))


def _from_text(text: str) -> date | Read:
    if text.casefold() in EMPTY:
        return NOTHING
    bare = _TIME.sub("", text)
    if _ZEROS.fullmatch(bare):
        return doubtful("hari-terlalu-lama")
    if _SERIAL.fullmatch(bare):
        return doubtful("hari-serial", day=format_day(_EXCEL_EPOCH + timedelta(days=int(bare))))
    if short := _SHORT_YEAR.fullmatch(bare):
        return doubtful("hari-dua-angka", short=short["short"])
    try:
        return parse_day(bare)
    except DayTextError:
        return doubtful("hari-tidak-ada" if _NUMERIC.fullmatch(bare) else "hari-bentuk")
