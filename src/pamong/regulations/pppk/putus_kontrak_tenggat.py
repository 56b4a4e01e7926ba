"""Whether the decision to end the contract of a PPPK was made in time, and who makes it."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count from the day that the procedure of the reason names (PP 49/2018 Pasal 65 to 74)."""
    due = due_on(case, case.mulai_on, version.values["hari"], version.values["satuan"])
    told = standing(case, due, done_on="putusan_on", is_done="sudah_diputus")
    post = case.told("jabatan")
    who = version.values["pejabat"][post] if post is not None else {}
    return found(**told, batas=due, **who)
