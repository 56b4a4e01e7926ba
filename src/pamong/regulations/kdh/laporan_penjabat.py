"""Whether an acting head of region reported in time, and to whom."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import standing
from pamong.regulations.kdh.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Count three months from the inauguration or from the report before."""
    due = months_after(case.mulai_on, version.values["bulan"])
    told = standing(case, due, done_on="dilaporkan_on", is_done="sudah_dilaporkan")
    return found(**told, batas=due, kepada=case.jabatan)
