"""Whether a hospital that existed in 2019 took up the finances of a BLUD in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import standing


def judge(case: Case, version: Version) -> Found:
    """PP 72/2019 Pasal 123A: within a year of its coming into force."""
    due = version.values["paling_lambat"]
    if case.dibentuk_on >= version.period.start:
        return found("di_luar_peralihan")
    return found(**standing(case, due, done_on="blud_on", is_done="sudah_blud"), batas=due)
