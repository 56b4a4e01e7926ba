"""Whether a teacher could take part in the selection of PPPK 2023."""

from __future__ import annotations

from datetime import date

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import age_on, birthday
from pamong.regulations.pppk.rounds import registration
from pamong.regulations.requirements import Requirement, requires


def judge(case: Case, version: Version) -> Found:
    """The group and the age on the day of registering, while registration was open."""
    values = version.values
    groups = values["kelompok"]
    requirements = [
        requires(case, "bukan_sasaran", "kelompok", test=lambda group: group in groups)
    ]
    if case.told("kelompok") == values["guru_dapodik"]:
        requirements.append(requires(case, "bukan_sasaran", "sekolah_negeri"))
    requirements.append(_age(case, values["paling_rendah"], values["paling_tinggi"]))
    opens, closes = (date.fromisoformat(values[name]) for name in ("dibuka", "ditutup"))
    told = registration(case, requirements, opens=opens, closes=closes)
    born, applied = case.told("lahir_on"), case.told("melamar_on")
    age = age_on(born, applied) if born is not None and applied is not None else None
    return found(**told, umur=age, dibuka=opens, ditutup=closes)


def _age(case: Case, youngest: int, oldest: int) -> Requirement:
    """From the birthday of the one age until the birthday after the other."""
    applied = case.told("melamar_on")
    on = case.as_of if applied is None else applied
    return requires(
        case,
        "usia_di_luar_batas",
        "lahir_on",
        test=lambda born: birthday(born, youngest) <= on < birthday(born, oldest + 1),
    )
