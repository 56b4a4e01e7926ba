"""Whether a PNS may take long leave (cuti besar), and for how long."""

from __future__ import annotations

from datetime import date, timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day, months_after


def judge(case: Case, version: Version) -> Found:
    """Ask for the years of service, then for an earlier long leave, then for the length."""
    values, start = version.values, case.mulai_on
    entitled = months_after(case.bekerja_sejak_on, values["masa_kerja_bulan"])
    steps = {"berhak_on": entitled, "pasal": values["pasal_hak"]}
    if start < entitled:
        if not (values["kecuali_agama"] and case.untuk_agama):
            return found("belum_berhak", **steps)
        steps["pasal"] = values["pasal_agama"]
    elif case.pernah_cuti_besar:
        steps["berhak_on"] = entitled = _next_right(case, version)
        if start < entitled:
            return found(values["terlalu_dini"], **steps)
    end = last_day(start, values["lama_bulan"])
    if case.sampai_on > end:
        return found("terlalu_lama", since=end + timedelta(1), due_on=end, batas=end, **steps)
    return found("berhak", due_on=end, batas=end, **steps)


def _next_right(case: Case, version: Version) -> date:
    """Count anew from the last long leave, or from its right where that was postponed."""
    postponed = case.terakhir_ditangguhkan
    since = case.hak_terakhir_on if postponed else case.cuti_besar_terakhir_on
    return months_after(since, version.values["masa_kerja_bulan"])
