"""How long a PPPK may be on sick leave, by which letter, and when the contract ends for it."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day, months_after


def judge(case: Case, version: Version) -> Found:
    """Tell apart a miscarriage, an accident at work, and any other sickness."""
    causes = {"gugur_kandungan": _miscarriage, "kecelakaan_kerja": _accident, "sakit": _sickness}
    return causes[case.sebab](case, version)


def _accident(case: Case, version: Version) -> Found:
    """Until the contract ends: PP 49/2018 Pasal 85."""
    end = case.kontrak_sampai_on
    steps = {"batas": end, "pasal": version.values["pasal_kecelakaan"]}
    if case.sampai_on > end:
        return found("melewati_kontrak", since=end + timedelta(1), due_on=end, **steps)
    return found("sampai_kontrak_berakhir", due_on=end, **steps)


def _miscarriage(case: Case, version: Version) -> Found:
    """One and a half months: a month and fifteen days from the first day."""
    values = version.values
    end = months_after(case.mulai_on, values["gugur_bulan"]) + timedelta(values["gugur_hari"] - 1)
    steps = {"batas": end, "pasal": values["pasal_gugur"], "perlu": "dokter_bidan"}
    if case.sampai_on > end:
        return found("melebihi_batas", since=end + timedelta(1), due_on=end, **steps)
    fits = case.surat in values["surat_gugur"]
    return found("berhak" if fits else "surat_kurang", due_on=end, **steps)


def _sickness(case: Case, version: Version) -> Found:
    """Compare the length with the month, then the letter with what so many days need."""
    values = version.values
    days = (case.sampai_on - case.mulai_on).days + 1
    end = last_day(case.mulai_on, values["batas_bulan"])
    if case.sampai_on > end:
        beyond = {"since": end + timedelta(1), "due_on": end, "hari": days, "batas": end}
        return found("kontrak_diputus", pasal=values["pasal_batas"], **beyond)
    needed = next(row for row in values["surat"] if days <= row.get("sampai_hari", days))
    steps = {"hari": days, "perlu": needed["perlu"], "pasal": needed["pasal"], "batas": end}
    if needed["perlu"] == "tidak_diatur":
        return found("tidak_diatur", **steps)
    if case.surat not in needed["diterima"]:
        return found("surat_kurang", **steps)
    if days >= values["hari_tidak_cakap"]:
        return found("uji_kecakapan", **steps)
    return found("berhak", due_on=end, **steps)
