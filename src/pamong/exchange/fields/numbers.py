"""Numbers of cells: counts, credits, months, years, truth values."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from pamong.exchange.doubts import Trouble
from pamong.exchange.fields.values import NOTHING, Read, cleaned, doubtful
from pamong.exchange.sheet import Cell
from pamong.kernel.number import NumberTextError, parse_number
from pamong.kernel.rupiah import RupiahTextError, parse_rupiah

_DOT_DECIMAL = re.compile(r"-?[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})")
"""As SIASN writes: a stop before fewer or more than three digits can be no stop of thousands."""
_EITHER = re.compile(r"-?[0-9]{1,3}\.[0-9]{3}")
_YES, _NO = {"1", "true", "ya", "y"}, {"0", "false", "tidak", "t", "n"}
EMPTY = {"", "-", "null"}
"""How programs and people write that a number or a day is not there."""
_FIRST_YEAR = 1900
_MOST_RUPIAH = 10**12


def read_number(cell: Cell) -> Read:
    """Read a number with decimals: 1.234,5, or 12.5 where only that can be meant."""
    if isinstance(cell, bool):
        return doubtful("angka-bentuk")
    if isinstance(cell, float):
        whole = cell == int(cell)
        return (Decimal(int(cell)) if whole else Decimal(repr(cell)), ())
    return _from_text(cleaned(cell))


def _from_text(text: str) -> Read:
    if text.casefold() in EMPTY:
        return NOTHING
    if _EITHER.fullmatch(text):
        return doubtful("angka-titik")
    if _DOT_DECIMAL.fullmatch(text):
        return (Decimal(text), ())
    try:
        return (parse_number(text), ())
    except NumberTextError:
        return doubtful("angka-bentuk")


def whole_reader(low: int, high: int, code: str = "angka-di-luar-batas") -> Callable[[Cell], Read]:
    """Return the reader of whole numbers within bounds; beyond them they are a doubt ``code``."""

    def read(cell: Cell) -> Read:
        value, troubles = _whole(cell)
        if value is None or low <= value <= high:
            return (value, troubles)
        return doubtful(code, low=low, high=high)

    return read


def _whole(cell: Cell) -> tuple[int | None, tuple[Trouble, ...]]:
    value, troubles = read_number(cell)
    if not isinstance(value, Decimal):
        return (None, troubles)
    if value != int(value):
        return (None, doubtful("angka-bentuk")[1])
    return (int(value), ())


def read_rupiah(cell: Cell) -> Read:
    """Read whole rupiah: a number, also with thousands, and Rp 3.154.400,-."""
    text = cleaned(cell).casefold()
    if not text.startswith("rp") and not text.endswith(",-"):
        return _WHOLE_RUPIAH(cell)
    try:
        return (parse_rupiah(text), ())
    except RupiahTextError:
        return doubtful("angka-bentuk")


_WHOLE_RUPIAH = whole_reader(0, _MOST_RUPIAH)


def year_reader(last: int) -> Callable[[Cell], Read]:
    """Return the reader of years of four digits up to ``last``."""

    def read(cell: Cell) -> Read:
        if isinstance(cell, float):
            text = str(int(cell)) if cell == int(cell) else "?"
        else:
            text = cleaned(cell)
        if text.casefold() in EMPTY:
            return NOTHING
        if re.fullmatch(r"[0-9]{4}", text) and _FIRST_YEAR <= int(text) <= last:
            return (int(text), ())
        return doubtful("tahun-tidak-mungkin")

    return read


def read_flag(cell: Cell) -> Read:
    """Read yes or no."""
    if isinstance(cell, bool):
        return (cell, ())
    word = cleaned(cell).casefold()
    if word in EMPTY:
        return NOTHING
    if word in _YES:
        return (True, ())
    return (False, ()) if word in _NO else doubtful("ya-atau-tidak")
