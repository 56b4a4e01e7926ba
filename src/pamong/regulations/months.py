"""Terms in months and years, and ages: when a term ends, how old somebody is on a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from pamong.kernel.period import ONE_DAY


def months_after(day: date, months: int) -> date:
    """Return the same day so many months on (back, where negative); at most the month's last.

    >>> months_after(date(2024, 1, 31), 1)
    datetime.date(2024, 2, 29)
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = monthrange(years, month + 1)[1]
    return date(years, month + 1, min(day.day, last))


def term_before(start: date, months: int) -> date:
    """Return the first day after a term that is counted by months from its first day.

    A term from 31 January for three months lasts until 30 April, the last that April has.

    >>> term_before(date(2024, 1, 31), 3)
    datetime.date(2024, 5, 1)
    """
    end = months_after(start, months)
    return end if end.day == start.day else end + ONE_DAY


def last_day(start: date, months: int) -> date:
    """Return the last day of a term of so many months whose first day is ``start``.

    >>> last_day(date(2024, 3, 15), 3)
    datetime.date(2024, 6, 14)
    """
    return term_before(start, months) - ONE_DAY


def birthday(born: date, age: int) -> date:
    """Return the day on which somebody reaches an age; of 29 February, the last of that month."""
    return months_after(born, 12 * age)


def age_on(born: date, day: date) -> int:
    """Return the completed years of somebody on a day."""
    years = day.year - born.year
    return years - (birthday(born, years) > day)
