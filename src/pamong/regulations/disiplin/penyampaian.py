"""Whether a decision on discipline was handed over in time, and when it takes effect."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count from the day on which the decision was set."""
    due = due_on(case, case.ditetapkan_on, version.values["hari"], version.values["satuan"])
    told = standing(case, due, done_on="disampaikan_on", is_done="sudah_disampaikan")
    return found(**told, batas=due)
