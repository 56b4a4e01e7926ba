"""Whether leave may be postponed for urgent service, and for how long."""

from __future__ import annotations

from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Look at the kind, the urgency and a religious purpose, then at the length."""
    values, kind = version.values, case.jenis
    if kind not in values["bulan"]:
        return found(values["jenis_lain"], pasal=values["pasal_lain"])
    pasal = values["pasal"][kind]
    if not case.mendesak:
        return found("tidak_mendesak", pasal=pasal)
    if kind in values["kecuali_agama"] and case.untuk_agama:
        return found("tidak_untuk_agama", pasal=pasal)
    end = months_after(case.diminta_on, values["bulan"][kind])
    if case.ditangguhkan_sampai_on > end:
        return found("terlalu_lama", since=end + ONE_DAY, due_on=end, batas=end, pasal=pasal)
    return found("dapat_ditangguhkan", due_on=end, batas=end, pasal=pasal)
