"""How many of those served must answer a survey of public satisfaction."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.skm.nilai import rounded


def judge(case: Case, version: Version) -> Found:
    """The table of Krejcie and Morgan, worked out in whole numbers and rounded half up."""
    population: int = case.populasi
    if population < 1:
        raise case.lack("populasi")
    chi, spread = version.values["khi_kuadrat_perseribu"], version.values["simpangan_perseribu"]
    least = rounded(chi * population, spread * (population - 1) + chi)
    outcome = "cukup" if case.responden >= least else "kurang"
    return found(outcome, sampel=least)
