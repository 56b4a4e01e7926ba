"""Whether a team has to examine a breach, and whether the team is a proper one."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.conditions import first_broken


def judge(case: Case, version: Version) -> Found:
    """Judge by the level of the penalty that the breach may bring.

    Source: PP 94/2021 Pasal 29; PP 53/2010 Pasal 25.
    """
    values = version.values
    is_needed = case.ancaman in values["wajib"]
    if not is_needed and case.ancaman not in values["boleh"]:
        return found("tanpa_tim", pasal=values["pasal"])
    if not case.tim_dibentuk:
        outcome = "tim_wajib_belum_dibentuk" if is_needed else "tim_boleh_tidak_dibentuk"
        return found(outcome, pasal=values["pasal"])
    broken = first_broken(case, values["syarat"])
    if broken is not None:
        return found(broken["hasil"], pasal=broken["pasal"])
    return found("lengkap", pasal=values["pasal"])
