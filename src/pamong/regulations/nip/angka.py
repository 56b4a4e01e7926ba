"""What checks of a number share: the date in its digits, and how what was found is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pamong.kernel.identity import find_date
from pamong.law.stepping import Found, found


def date_in(digits: str) -> date | None:
    """Read eight digits as a day (TTTTBBHH), or ``None`` where the calendar has no such day.

    >>> date_in("19000101"), date_in("19000230")
    (datetime.date(1900, 1, 1), None)
    """
    return find_date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def rejected(checks: Sequence[str]) -> Found:
    """Tell that a number cannot be right: the first reason, and how many there are."""
    return found("ditolak", temuan=checks[0], banyak_temuan=len(checks))


def warned_or_fine(checks: Sequence[str], **steps: Any) -> Found:
    """Tell what a person should look at; a number is never refused for it."""
    if not checks:
        return found("sesuai", **steps)
    return found("diperingatkan", temuan=checks[0], banyak_temuan=len(checks), **steps)
