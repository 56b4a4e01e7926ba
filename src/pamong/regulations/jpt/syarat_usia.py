"""Whether somebody is young enough to be appointed to a high office."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import age_on, birthday


def judge(case: Case, version: Version) -> Found:
    """Compare the age on the day of appointment with the limit of the level (Pasal 107)."""
    level, born, day = case.jenjang, case.lahir_on, case.diangkat_on
    limit = version.values["usia"][level]
    reached, exceeded = birthday(born, limit), birthday(born, limit + 1)
    if day <= reached:
        outcome = "memenuhi"
    elif day < exceeded:
        outcome = "di_tahun_usia_batas"
    else:
        outcome = "melewati_batas"
    return found(
        outcome,
        jenjang=level,
        usia=age_on(born, day),
        batas_usia=limit,
        mencapai_on=reached,
        melewati_on=exceeded,
        pasal=version.values["pasal"][level],
    )
