"""Whether a report in SP4N-LAPOR! was verified by its administrator in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import due_on, standing


def judge(case: Case, version: Version) -> Found:
    """Count from the day on which the report came in."""
    due = due_on(case, case.masuk_on, version.values["hari"], version.values["satuan"])
    told = standing(case, due, done_on="diverifikasi_on", is_done="sudah_diverifikasi")
    return found(**told, batas=due)
