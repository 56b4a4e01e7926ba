"""How many of those served must answer a survey of public satisfaction."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """The table of Krejcie and Morgan, worked out in whole numbers and rounded half up."""
    population: int = case.populasi
    if population < 1:
        raise case.lack("populasi")
    above = version.values["khi_kuadrat_perseribu"] * population
    below = (
        version.values["ketelitian"] * (population - 1) + version.values["khi_kuadrat_perseribu"]
    )
    least = (2 * above + below) // (2 * below)
    outcome = "cukup" if case.responden >= least else "kurang"
    return found(outcome, sampel=least)
