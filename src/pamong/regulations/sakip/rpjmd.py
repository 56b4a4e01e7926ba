"""Whether the regional regulation on the medium-term plan (RPJMD) was set in time."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import standing
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """UU 23/2014 Pasal 264 ayat (3) and (4): six months; Pasal 266 says what follows."""
    row = version.values["rencana"][case.rencana]
    due = months_after(case.mulai_on, row["bulan"])
    told = standing(case, due, done_on="ditetapkan_on", is_done="sudah_ditetapkan")
    return found(**told, batas=due, pasal=row["pasal"])
