"""Whether somebody on leave may be called back to work, and what is left of the leave."""

from __future__ import annotations

from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Look at the kind of leave, then at the urgency; the days not taken stay due."""
    values = version.values["pppk" if case.status == "pppk" else "pns"]
    if not values["jenis"]:
        return found("belum_diatur")
    pasal = values["pasal"]
    if case.jenis not in values["jenis"]:
        return found("tidak_dapat_dipanggil", pasal=pasal)
    if not case.mendesak:
        return found("tidak_mendesak", pasal=pasal)
    if case.dipanggil_on > case.sampai_on:
        return found("cuti_sudah_selesai", pasal=pasal)
    before = case.dipanggil_on - ONE_DAY
    in_working_days = case.jenis in version.values["hari_kerja"]
    left = (
        case.working_days_between(before, case.sampai_on)
        if in_working_days
        else (case.sampai_on - before).days
    )
    unit = "hari_kerja" if in_working_days else "hari"
    return found("dapat_dipanggil", sisa=left, satuan=unit, pasal=pasal)
