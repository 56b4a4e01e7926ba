"""What is to be done at least once a year: the last ended calendar year decides."""

from __future__ import annotations

from datetime import date
from typing import Any

from pamong.law.stepping import Case

DONE, OPEN, MISSED, TOO_SOON = "sudah", "belum_tahun_ini", "terlewat", "belum_setahun"


def yearly(case: Case, *, duty_from: date, last_on: str, ever: str, since: str) -> dict[str, Any]:
    """Tell whether a calendar year went by without it; the running one may still see it.

    ``last_on`` names the input with the last day on which it was done, ``ever`` the one that says
    whether it was ever done, ``since`` the first day of the service; ``duty_from`` is the first
    day of the duty. Returns ``outcome``, ``since``, ``due_on``.
    """
    today, last = case.as_of, case.told(last_on)
    if last is not None and last > today:
        raise case.lack(last_on)
    if last is not None and last.year == today.year:
        return {"outcome": DONE, "since": None, "due_on": None}
    ends = date(today.year, 12, 31)
    if last is not None:
        first_without = max(last.year + 1, _whole_year(duty_from))
    elif getattr(case, ever):
        raise case.lack(last_on)
    else:
        first_without = _whole_year(max(getattr(case, since), duty_from))
    if first_without < today.year:
        return {"outcome": MISSED, "since": date(first_without + 1, 1, 1), "due_on": None}
    return {"outcome": OPEN if last else TOO_SOON, "since": None, "due_on": ends}


def _whole_year(begun: date) -> int:
    """Return the first year that lies as a whole after ``begun``, with that day itself."""
    return begun.year if begun == date(begun.year, 1, 1) else begun.year + 1
