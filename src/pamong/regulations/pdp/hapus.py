"""Whether personal data that must go were deleted or destroyed, and whether the subject knows."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pdp.kewajiban import not_met


def judge(case: Case, version: Version) -> Found:
    """By the ground (UU 27/2022 Pasal 43 and 44), then the notice (Pasal 45)."""
    ground = version.values["dasar"][case.dasar]
    if not case.dilaksanakan:
        if ground["tindakan"] == "musnah" and case.proses_hukum:
            return found("ditahan_proses_hukum", **ground)
        return found(**not_met(case, case.dasar, {"outcome": "belum_dilaksanakan", **ground}))
    if case.subjek_diberitahu:
        return found("dilaksanakan", **ground)
    notice = {"pasal_pemberitahuan": version.values["pasal_pemberitahuan"]}
    untold = {"outcome": "belum_diberitahukan", **ground, **notice}
    return found(**not_met(case, "pemberitahuan", untold))
