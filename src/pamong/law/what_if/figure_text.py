"""Figures as people write them: whole numbers, days, yes or no, and one of some words."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from pamong.kernel.day import DayTextError, format_day, parse_day
from pamong.kernel.language import say
from pamong.kernel.number import format_number
from pamong.law.fact_table import ColumnType
from pamong.law.figure import Figure, FigureValue

EARLIEST, LATEST = date(1945, 8, 17), date(2100, 12, 31)
"""The days that a figure may name."""


class FigureValueError(ValueError):
    """A figure cannot be what was asked; the sentence says what it may be."""


def read_figure(figure: Figure, text: str) -> FigureValue:
    """Read what a figure is to be, as people write it.

    Raises:
        FigureValueError: it is of another kind, out of bounds, or none of the words that may be.
    """
    return _READERS[figure.type](figure, text.strip())


def show_figure(value: FigureValue) -> str:
    """Write a figure so that it can be read again."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return value.isoformat() if isinstance(value, date) else str(value)


def _read_number(figure: Figure, text: str) -> int:
    plain = text.replace(".", "") if _THOUSANDS.fullmatch(text) else text
    if not _WHOLE.fullmatch(plain):
        raise FigureValueError(say('"%(text)s" bukan bilangan bulat.', text=text))
    number = int(plain)
    if not figure.least <= number <= figure.most:
        unit = f" {figure.words.unit.label}" if figure.words.unit else ""
        raise FigureValueError(
            say(
                "%(number)s tidak mungkin; pilih %(least)s–%(most)s%(unit)s.",
                number=format_number(number),
                least=format_number(figure.least),
                most=format_number(figure.most),
                unit=unit,
            )
        )
    return number


def _read_day(_figure: Figure, text: str) -> date:
    try:
        day = parse_day(text)
    except DayTextError as error:
        raise FigureValueError(str(error)) from error
    if not EARLIEST <= day <= LATEST:
        raise FigureValueError(
            say(
                "%(day)s di luar %(earliest)s–%(latest)s.",
                day=format_day(day),
                earliest=format_day(EARLIEST),
                latest=format_day(LATEST),
            )
        )
    return day


def _read_flag(_figure: Figure, text: str) -> bool:
    told = _FLAGS.get(text.casefold())
    if told is None:
        raise FigureValueError(say('"%(text)s" harus ya atau tidak.', text=text))
    return told


def _read_word(figure: Figure, text: str) -> str:
    word = text.casefold().replace(" ", "_")
    if word not in figure.choices:
        raise FigureValueError(
            say(
                '"%(text)s" tidak dikenal di sini; pilih %(choices)s.',
                text=text,
                choices=", ".join(figure.choices),
            )
        )
    return word


_WHOLE = re.compile(r"-?\d{1,18}")
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_FLAGS = {"ya": True, "true": True, "tidak": False, "false": False}
_READERS: dict[ColumnType, Callable[[Figure, str], FigureValue]] = {
    ColumnType.INT64: _read_number,
    ColumnType.DATE: _read_day,
    ColumnType.BOOLEAN: _read_flag,
    ColumnType.STRING: _read_word,
}
