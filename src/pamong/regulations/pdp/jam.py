"""Terms of "3 x 24 jam": they run by the clock, from the hour of one day to that of another.

An hour is a whole number, 0 to 23. It is needed only where the day alone does not decide, which is
on the last day; there the same hour is still in time.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from pamong.law.stepping import Case
from pamong.regulations.deadlines import IN_TIME, LATE, OVERDUE, STILL_TIME

#: On the last day, where what is due is not done yet: a day cannot tell before or after the hour.
LAST_DAY = "berakhir_hari_ini"
#: What is in time, or may still be.
IN_ORDER = frozenset({IN_TIME, STILL_TIME, LAST_DAY})
_HOURS_OF_A_DAY = 24


def standing_by_hours(
    case: Case, hours: int, *, begun: str, done: str, is_done: str
) -> dict[str, Any]:
    """Tell how a term of whole days by the clock stands on the day asked for.

    ``begun`` and ``done`` are names without their ends: of each ``_on`` and ``_jam`` are inputs.
    """
    start: date = getattr(case, f"{begun}_on")
    due = start + timedelta(days=hours // _HOURS_OF_A_DAY)
    told: dict[str, Any] = {"due_on": due, "batas": due, "batas_jam": case.told(f"{begun}_jam")}
    day: date | None = case.told(f"{done}_on")
    if day is not None and day < start:
        raise case.lack(f"{done}_on")
    if day is not None and day <= case.as_of:
        is_late = day > due or (day == due and _hour(case, done) > _hour(case, begun))
        return told | {"outcome": LATE if is_late else IN_TIME, "since": due if is_late else None}
    if case.as_of <= due:
        return told | {"outcome": LAST_DAY if case.as_of == due else STILL_TIME}
    if day is None and getattr(case, is_done):
        raise case.lack(f"{done}_on")
    return told | {"outcome": OVERDUE, "since": due}


def _hour(case: Case, name: str) -> int:
    hour: int = getattr(case, f"{name}_jam")
    if not 0 <= hour < _HOURS_OF_A_DAY:
        raise case.lack(f"{name}_jam")
    return hour
