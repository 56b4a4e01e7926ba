"""Which kinds of leave a CPNS has."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Annual leave after a year; the kinds that hold alike; the others are for PNS only."""
    values, kind = version.values, case.jenis
    if kind == "tahunan":
        entitled = months_after(case.bekerja_sejak_on, values["masa_kerja_bulan"])
        outcome = "belum_setahun" if case.mulai_on < entitled else "berhak"
        return found(outcome, berhak_on=entitled, pasal=values["pasal_tahunan"])
    outcome = next(name for name, kinds in values["jenis"].items() if kind in kinds)
    return found(outcome, pasal=values["pasal"][outcome])
