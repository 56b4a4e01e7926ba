"""What the leave of PNS and of PPPK share: extra days for the journey, and a miscarriage."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import last_day


def judge_journey(case: Case, version: Version) -> Found | None:
    """Judge calendar days asked on top of annual leave where the place is hard to reach.

    Returns ``None`` where none were asked for, or where they may be given.
    """
    asked, longest = case.told("tambahan_diminta"), version.values["tambahan_perjalanan"]
    if not asked or (case.sulit_perhubungan and asked <= longest):
        return None
    outcome = "tambahan_terlalu_lama" if case.sulit_perhubungan else "tambahan_tanpa_dasar"
    return found(outcome, tambahan=longest, pasal=version.values["pasal_perjalanan"])


def judge_miscarriage(case: Case, version: Version) -> Found:
    """One and a half months of sick leave: a month and fifteen days from the first day."""
    values = version.values
    end = last_day(case.mulai_on, values["gugur_bulan"]) + timedelta(values["gugur_hari"])
    steps = {"batas": end, "pasal": values["pasal_gugur"], "perlu": "dokter_bidan"}
    if case.sampai_on > end:
        return found("melebihi_batas", since=end + timedelta(1), due_on=end, **steps)
    fits = case.surat in values["surat_gugur"]
    steps["hari"] = (case.sampai_on - case.mulai_on).days + 1
    return found("berhak" if fits else "surat_kurang", due_on=end, **steps)
