"""Whether a PPPK has maternity leave, and for how long."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day


def judge(case: Case, version: Version) -> Found:
    """Count the children born while a PPPK, then compare the length with three months."""
    values = version.values
    if case.anak_ke_selama_pppk > values["anak_terbanyak"]:
        return found("di_luar_cuti_melahirkan", pasal=values["pasal_hak"])
    end = last_day(case.mulai_on, values["bulan"])
    steps = {"batas": end, "pasal": values["pasal_lama"]}
    if case.sampai_on > end:
        return found("terlalu_lama", since=end + timedelta(1), due_on=end, **steps)
    return found("berhak", due_on=end, **steps)
