"""Whether a region did in 2016 in time what PP 18/2016 asked for at first."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import standing
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """PP 18/2016 Pasal 124 ayat (1), (2) and (4)."""
    row = version.values["langkah"][case.langkah]
    steps = {"pasal": row["pasal"]}
    if "paling_lambat" in row:
        due = row["paling_lambat"]
        told = standing(case, due, done_on="selesai_on", is_done="sudah_selesai")
        return found(**told, batas=due, **steps)
    checks = [
        requires(case, "tidak_setingkat", "setingkat"),
        requires(case, "tidak_memenuhi_syarat", "memenuhi_syarat"),
    ]
    return found(**weigh(checks, met="dapat_dikukuhkan"), **steps)
