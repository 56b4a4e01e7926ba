"""Months by the calendar: the same day of another month, or its last where that is shorter."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, count: int) -> date:
    """Return the same day of a later month; of an earlier one where ``count`` is negative.

    >>> months_after(date(2024, 9, 22), -6), months_after(date(2025, 8, 31), 6)
    (datetime.date(2024, 3, 22), datetime.date(2026, 2, 28))
    """
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
