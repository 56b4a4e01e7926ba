"""The last day of a month, from which several dismissals are reckoned."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def end_of_month(day: date) -> date:
    """Return the last day of the month of ``day``.

    >>> end_of_month(date(2024, 2, 10))
    datetime.date(2024, 2, 29)
    """
    return day.replace(day=monthrange(day.year, day.month)[1])
