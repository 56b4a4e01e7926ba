"""How long a PNS may be on sick leave, by which letter, and what follows when it is used up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

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
    """Until the person has recovered: PP 24/1976 Pasal 16; PP 11/2017 Pasal 322."""
    return found("sampai_sembuh", hari=_days(case), pasal=version.values["pasal_kecelakaan"])


def _sickness(case: Case, version: Version) -> Found:
    """Compare the letter with what so many days need, then the length with the longest term."""
    values, days = version.values, _days(case)
    needed = next(row for row in values["surat"] if days <= row.get("sampai_hari", days))
    steps = {"hari": days, "pasal": needed["pasal"]}
    if needed["perlu"] == "tidak_diatur":
        return found("tidak_diatur", **steps)
    steps["perlu"] = needed["perlu"]
    if needed["perlu"] == "pemberitahuan":
        outcome = "cukup_memberitahu" if case.memberitahu_atasan else "belum_memberitahu"
        return found(outcome, **steps)
    if case.surat not in needed["diterima"]:
        return found("surat_kurang", **steps)
    return _term(case, version, steps)


def _term(case: Case, version: Version, steps: dict[str, Any]) -> Found:
    """Ask for the prolonging beyond the first term, and for the test beyond the last."""
    values = version.values
    first = last_day(case.mulai_on, values["batas_bulan"])
    longest = last_day(case.mulai_on, values["batas_bulan"] + values["tambahan_bulan"])
    if case.sampai_on <= first:
        return found("berhak", due_on=first, batas=first, **steps)
    steps["pasal"] = values["pasal_batas"]
    prolonged = case.diperpanjang
    if prolonged and case.sampai_on <= longest:
        return found("berhak_diperpanjang", due_on=longest, batas=longest, **steps)
    end = longest if prolonged else first
    return _after(case, version, end, steps)


def _after(case: Case, version: Version, end: date, steps: dict[str, Any]) -> Found:
    """Tell what follows where the sickness outlasts the leave, by the result of the test."""
    result = case.told("hasil_uji")
    outcomes = version.values["hasil_uji"]
    outcome = "harus_diuji" if result is None else outcomes[result]
    missing = ("hasil_uji",) if result is None else ()
    beyond = end + timedelta(1)
    return found(outcome, since=beyond, due_on=end, missing=missing, batas=end, **steps)


def _days(case: Case) -> int:
    days: int = (case.sampai_on - case.mulai_on).days + 1
    return days
