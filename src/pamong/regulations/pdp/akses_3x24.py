"""Whether a data subject was given access, with the trail, within 3 x 24 hours."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME
from pamong.regulations.pdp.jam import IN_ORDER, standing_by_hours
from pamong.regulations.pdp.kewajiban import not_met

_DUTY, _TRAIL = "akses", "Pasal 32 ayat (1)"


def judge(case: Case, version: Version) -> Found:
    """Count the hours from the request (UU 27/2022 Pasal 32)."""
    told = standing_by_hours(
        case,
        version.values["jam"],
        begun="diterima",
        done="diberikan",
        is_done="sudah_diberikan",
    ) | {"pasal": version.values["pasal"]}
    if told["outcome"] == IN_TIME and not case.dengan_rekam_jejak:
        missing_trail = told | {"outcome": "tanpa_rekam_jejak", "pasal": _TRAIL}
        return found(**not_met(case, _DUTY, missing_trail))
    return found(**(told if told["outcome"] in IN_ORDER else not_met(case, _DUTY, told)))
