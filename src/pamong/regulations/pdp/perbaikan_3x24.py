"""Whether what a data subject asked for was done within 3 x 24 hours, and told."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME
from pamong.regulations.pdp.jam import IN_ORDER, standing_by_hours
from pamong.regulations.pdp.kewajiban import not_met


def judge(case: Case, version: Version) -> Found:
    """Count the hours from the request (UU 27/2022 Pasal 30, 40 and 41)."""
    duty = version.values["jenis"][case.jenis]
    told = standing_by_hours(
        case,
        version.values["jam"],
        begun="diterima",
        done="dilaksanakan",
        is_done="sudah_dilaksanakan",
    ) | {"pasal": duty["pasal"]}
    notice = duty.get("pemberitahuan")
    if told["outcome"] == IN_TIME and notice is not None and not case.diberitahukan:
        return found(**not_met(case, case.jenis, told | _untold(notice)))
    if told["outcome"] in IN_ORDER:
        return found(**told)
    return found(**not_met(case, case.jenis, told))


def _untold(article: str) -> dict[str, str]:
    return {"outcome": "belum_diberitahukan", "pasal": article}
