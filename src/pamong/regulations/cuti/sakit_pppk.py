"""How long a PPPK may be on sick leave, by which letter, and when the contract ends for it."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.cuti.common import judge_miscarriage
from pamong.regulations.months import last_day


def judge(case: Case, version: Version) -> Found:
    """Tell apart a miscarriage, an accident at work, and any other sickness."""
    causes = {
        "gugur_kandungan": judge_miscarriage,
        "kecelakaan_kerja": _accident,
        "sakit": _sickness,
    }
    return causes[case.sebab](case, version)


def _accident(case: Case, version: Version) -> Found:
    """Until the contract ends: PP 49/2018 Pasal 85."""
    end = case.kontrak_sampai_on
    steps = {"batas": end, "pasal": version.values["pasal_kecelakaan"]}
    if case.sampai_on > end:
        return found("melewati_kontrak", since=end + timedelta(1), due_on=end, **steps)
    return found("sampai_kontrak_berakhir", due_on=end, **steps)


def _sickness(case: Case, version: Version) -> Found:
    """Compare the length with the month, then the letter with what so many days need."""
    values = version.values
    days = (case.sampai_on - case.mulai_on).days + 1
    end = last_day(case.mulai_on, values["batas_bulan"])
    if case.sampai_on > end:
        beyond = {"since": end + timedelta(1), "due_on": end, "hari": days, "batas": end}
        return found("kontrak_diputus", pasal=values["pasal_batas"], **beyond)
    needed = next(row for row in values["surat"] if days <= row.get("sampai_hari", days))
    steps = {"hari": days, "pasal": needed["pasal"], "batas": end}
    if needed["perlu"] == "tidak_diatur":
        return found("tidak_diatur", **steps)
    steps["perlu"] = needed["perlu"]
    if case.surat not in needed["diterima"]:
        return found("surat_kurang", **steps)
    if days >= values["hari_tidak_cakap"]:
        return found("uji_kecakapan", **steps)
    return found("berhak", due_on=end, **steps)
