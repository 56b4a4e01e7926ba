"""Whether somebody could take part in the first round of PPPK in February 2019."""

from __future__ import annotations

from datetime import date

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pppk.rounds import registration
from pamong.regulations.requirements import requires


def judge(case: Case, version: Version) -> Found:
    """The groups of the round, by name in the database, and registered before it closed."""
    values = version.values
    closes = date.fromisoformat(values["ditutup"])
    groups = values["kelompok"]
    requirements = [
        requires(case, "bukan_sasaran", "kelompok", test=lambda group: group in groups),
        requires(case, "tidak_terdata", "terdata"),
        requires(case, "masa_kerja_terputus", "terus_menerus"),
    ]
    if case.told("kelompok") == values["guru"]:
        diplomas = values["pendidikan_guru"]
        requirements.append(
            requires(case, "pendidikan_kurang", "pendidikan", test=lambda d: d in diplomas)
        )
    told = registration(case, requirements, opens=None, closes=closes)
    return found(**told, ditutup=closes, ujian_mulai=date.fromisoformat(values["ujian_mulai"]))
