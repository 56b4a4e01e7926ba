"""Whether somebody is young enough to be appointed to a high office."""

from __future__ import annotations

from datetime import date

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Compare the age on the day of appointment with the limit of the level (Pasal 107)."""
    level, born, day = case.jenjang, case.lahir_on, case.diangkat_on
    limit = version.values["usia"][level]
    reached, exceeded = _birthday(born, limit), _birthday(born, limit + 1)
    age = day.year - born.year - (day < _birthday(born, day.year - born.year))
    if day <= reached:
        outcome = "memenuhi"
    elif day < exceeded:
        outcome = "di_tahun_usia_batas"
    else:
        outcome = "melewati_batas"
    return found(
        outcome,
        jenjang=level,
        usia=age,
        batas_usia=limit,
        mencapai_on=reached,
        melewati_on=exceeded,
        pasal=version.values["pasal"][level],
    )


def _birthday(born: date, age: int) -> date:
    """Return the birthday of that age; one of 29 February falls on the 28th in other years."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 2, 28)
