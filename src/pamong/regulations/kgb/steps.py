"""The years of service at which base pay rises, read from the table of salaries."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise

import ibis

from pamong.law.expressions import FIRST_YEAR, Value, day_of_month, look_up, month_number
from pamong.law.library import rule

#: The rule that holds the table of salaries, and the list of it that is complete.
_TABLE, _LIST = "gaji-pokok-pns", "gaji_2024"
_A_YEAR = 12
#: How many years two rows of the table lie apart.
_APART = 2
_FEBRUARY, _SHORT = 2, (4, 6, 9, 11)


@cache
def steps() -> dict[str, tuple[int, ...]]:
    """Return the years at which pay rises, lowest first, by golongan ruang."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in rule(_TABLE).lists[_LIST].rows:
        found[row["golongan_ruang"]].append(row["mkg"])
    return {room: tuple(sorted(years)) for room, years in found.items()}


def next_step(room: Value, months: Value) -> Value:
    """Return the next year of a rise; null below the first of the column.

    Beyond the last row it goes on counting. From some year on the rows lie evenly apart, so that
    the next one is counted; what lies before that is told row by row. A case for every row of the
    table is too much for one engine.
    """
    years = months // _A_YEAR
    even_from = look_up(room, {each: _even_from(rows) for each, rows in steps().items()}, "int64")
    uneven = [
        ((room == each) & (years >= before) & (years < after), after)
        for each, rows in steps().items()
        for before, after in pairwise(rows)
        if after <= _even_from(rows)
    ]
    counted = even_from + ((years - even_from) // _APART + 1) * _APART
    return ibis.cases(*uneven, (years >= even_from, counted), else_=ibis.null("int64"))


def _even_from(rows: tuple[int, ...]) -> int:
    """Return the row from which all that follow lie evenly apart."""
    uneven = [after for before, after in pairwise(rows) if after - before != _APART]
    return uneven[-1] if uneven else rows[0]


def top_step(room: Value) -> Value:
    """Return the last year of a rise in the column of a golongan ruang."""
    return look_up(room, {each: years[-1] for each, years in steps().items()}, "int64")


def line_of(room: Value) -> Value:
    """Return on which line of years a golongan ruang stands: a promotion within it keeps them.

    Between I/a and the rest of golongan I, between I, II and III the lines are shifted.
    """
    lines = {each: each if each == "I/a" else each.partition("/")[0] for each in steps()}
    return look_up(room, {each: line.replace("IV", "III") for each, line in lines.items()})


def months_on(day: Value, count: Value) -> Value:
    """Return the same day so many months on; the last of the month where that is shorter."""
    number = month_number(day) + count
    year, month = FIRST_YEAR + number // _A_YEAR, number % _A_YEAR + 1
    is_leap = ((year % 4 == 0) & (year % 100 != 0)) | (year % 400 == 0)
    last = ibis.cases(
        (month == _FEBRUARY, ibis.ifelse(is_leap, 29, 28)),
        (month.isin(_SHORT), 30),
        else_=31,
    )
    return ibis.date(year, month, ibis.least(day_of_month(day), last))


def first_of_next_month(day: Value) -> Value:
    """Return the first day of the month after that of a day."""
    number = month_number(day) + 1
    return ibis.date(FIRST_YEAR + number // _A_YEAR, number % _A_YEAR + 1, 1)
