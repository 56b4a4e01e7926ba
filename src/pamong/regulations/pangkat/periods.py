"""The days on which promotions take effect: as dates for one case, as values for millions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import ibis

from pamong.kernel.period import Period
from pamong.law.expressions import FIRST_YEAR, Value, first_of_month, holds, month_number
from pamong.law.library import rule
from pamong.regulations.months import months_after

#: The rule that holds the days of promotion under each regulation.
RULE = "pangkat-periode"
_A_YEAR = 12


def next_period(day: date, *, strictly: bool = False) -> date:
    """Return the first day of promotion from ``day`` on; ``strictly``: after it.

    >>> next_period(date(2023, 12, 15)), next_period(date(2024, 2, 1), strictly=True)
    (datetime.date(2024, 2, 1), datetime.date(2024, 4, 1))
    """
    first = day.replace(day=1)
    if strictly or day > first:
        first = months_after(first, 1)
    return next(each for each in _firsts(first, 1) if _is_period(each))


def previous_period(day: date) -> date | None:
    """Return the last day of promotion before ``day``; ``None`` before the first version."""
    first = day.replace(day=1)
    if day == first:
        first = months_after(first, -1)
    return next((each for each in _firsts(first, -1) if _is_period(each)), None)


def next_period_value(day: Value) -> Value:
    """Return the first day of promotion from ``day`` on, for a column or a day of the plan."""
    candidates = []
    for version in rule(RULE).versions:
        start, end = version.period.start, version.period.end
        months = version.values["bulan"]
        found = _aligned(ibis.greatest(day, ibis.literal(start)), months)
        candidates.append(found if end is None else ibis.ifelse(holds(found < end), found, None))
    return ibis.coalesce(*candidates)


def _aligned(day: Value, months: list[int]) -> Value:
    """Return the first of the next month that is among ``months``, which lie evenly apart."""
    apart = _A_YEAR // len(months)
    number = month_number(day) + ibis.ifelse(day > first_of_month(day), 1, 0)
    number = number + (months[0] - 1 + _A_YEAR - number % apart) % apart
    return ibis.date(FIRST_YEAR + number // _A_YEAR, number % _A_YEAR + 1, 1)


def _firsts(start: date, step: int) -> Iterable[date]:
    """Give first days of months, up to two years on: no two periods lie further apart."""
    return (months_after(start, step * number) for number in range(2 * _A_YEAR))


def _is_period(day: date) -> bool:
    return any(
        day in Period(version.period.start, version.period.end)
        and day.month in version.values["bulan"]
        for version in rule(RULE).versions
    )
