"""Whether somebody is of an age to apply as a PPPK for a functional post."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import age_on, birthday


def judge(case: Case, version: Version) -> Found:
    """Compare the day of applying with the youngest age, and with a year before the limit."""
    values, post = version.values, case.jabatan
    born, day = case.lahir_on, case.melamar_on
    limit = (
        case.usia_menurut_undang_undang if post in values["menurut_uu"] else values["usia"][post]
    )
    youngest, oldest = values["paling_rendah"], limit - values["tahun_sebelum_batas"]
    steps = {"umur": age_on(born, day), "batas_usia": limit, "paling_tinggi": oldest}
    if day < birthday(born, youngest):
        return found("terlalu_muda", paling_rendah=youngest, **steps)
    if day <= birthday(born, oldest):
        return found("memenuhi", **steps)
    outcome = "terlalu_tua" if day >= birthday(born, oldest + 1) else "memenuhi_menurut_praktik"
    return found(outcome, **steps)
