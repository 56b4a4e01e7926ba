"""Deadlines of procedures: from which day, how long, and whether what was due is done."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from pamong.law.stepping import Case

#: The outcomes of a deadline, by the names that every rule of this form gives them.
IN_TIME, LATE, STILL_TIME, OVERDUE = "tepat_waktu", "terlambat", "dalam_tenggat", "lewat_tenggat"


def due_on(case: Case, start: date, count: int, unit: str) -> date:
    """Return the last day of a term: the first day after ``start`` is day one.

    ``unit`` is ``hari_kerja`` (by the national calendar, five-day week) or ``hari``.
    """
    if unit == "hari_kerja":
        return case.working_day_after(start, count)
    return start + timedelta(days=count)


def standing(case: Case, due: date, *, done_on: str, is_done: str) -> dict[str, Any]:
    """Tell how a deadline stands on the day asked for.

    ``done_on`` names the input with the day on which it was done; where that is not told,
    ``is_done`` names the one that says whether it was done at all: only a plain "no" counts.

    Returns ``outcome`` (``tepat_waktu``, ``terlambat``, ``dalam_tenggat``, ``lewat_tenggat``),
    ``since`` (the first day beyond, of a breach) and ``due_on``.
    """
    beyond = due + timedelta(days=1)
    done = case.told(done_on)
    if done is not None and done <= case.as_of:
        is_late = done > due
        return {
            "outcome": LATE if is_late else IN_TIME,
            "since": beyond if is_late else None,
            "due_on": due,
        }
    if case.as_of <= due:
        return {"outcome": STILL_TIME, "since": None, "due_on": due}
    if done is None and getattr(case, is_done):
        raise case.lack(done_on)
    return {"outcome": OVERDUE, "since": beyond, "due_on": due}
