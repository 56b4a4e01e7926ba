"""Terms in months that begin with an event: they end on the same day of a later month."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it is shorter.

    >>> months_after(date(2024, 11, 30), 3).isoformat()
    '2025-02-28'
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
