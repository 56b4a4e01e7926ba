"""What who signs or approves a supporting document of the budget answers for."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.requirements import requires, weigh


def judge(case: Case, version: Version) -> Found:
    """Only who signs or approves answers (PP 12/2019 Pasal 121 ayat (2) dan ayat (3))."""
    if not case.menandatangani:
        return found("bukan_penandatangan")
    told = weigh(
        [
            requires(case, "tidak_benar", "benar_material"),
            requires(case, "bukti_tidak_lengkap", "bukti_lengkap_sah"),
        ],
        met="bertanggung_jawab",
    )
    return found(**told, pasal=version.values["pasal"].get(told["outcome"]))
