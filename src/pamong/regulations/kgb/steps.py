"""The years of service at which base pay rises, read from the table of salaries."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise

import ibis

from pamong.law.expressions import Value, look_up, months_after
from pamong.law.library import rule

#: The rule that holds the table of salaries, and the list of it that is complete.
_TABLE, _LIST = "gaji-pokok-pns", "gaji_2024"
_A_YEAR = 12
_LONGEST = 24
"""No two steps of the table lie further apart than so many months."""


@cache
def steps() -> dict[str, tuple[int, ...]]:
    """Return the years at which pay rises, lowest first, by golongan ruang."""
    found: dict[str, list[int]] = defaultdict(list)
    for row in rule(_TABLE).lists[_LIST].rows:
        found[row["golongan_ruang"]].append(row["mkg"])
    return {room: tuple(sorted(years)) for room, years in found.items()}


def next_step(room: Value, months: Value) -> Value:
    """Return the next year of a rise; null beyond the last, and below the first of the column."""
    rooms: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for each, years in steps().items():
        rooms[years].append(each)
    return ibis.cases(
        *(
            (room.isin(fitting) & (months >= before * _A_YEAR) & (months < after * _A_YEAR), after)
            for years, fitting in rooms.items()
            for before, after in pairwise(years)
        ),
        else_=ibis.null("int64"),
    )


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
    """Return the same day so many months on, up to the longest step."""
    return ibis.cases(
        *((count == each, months_after(day, each)) for each in range(1, _LONGEST + 1))
    )
