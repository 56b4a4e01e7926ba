"""Whether the courts decided on an abuse of power in time, and whether finally."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count from the request, or from the appeal (UU 30/2014 Pasal 21)."""
    term = version.values["tingkat"][case.tingkat]
    due = due_on(case, case.diajukan_on, term["hari"], term["satuan"])
    told = standing(case, due, done_on="diputus_on", is_done="sudah_diputus")
    return found(**told, batas=due, final=term["final"], pasal=term["pasal"])
