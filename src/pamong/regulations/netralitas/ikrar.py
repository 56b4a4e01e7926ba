"""Whether a pledge of neutrality is recorded in full."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:  # noqa: ARG001
    """Compare what is recorded; nothing follows from it by itself, as no act was seen."""
    if not case.diadakan:
        return found("belum_diadakan")
    day = case.ikrar_on
    if not case.pembaca_tercatat:
        return found("pembaca_belum_tercatat", ikrar_pada=day)
    unsigned = max(case.jumlah_asn - case.jumlah_penandatangan, 0)
    outcome = "belum_semua" if unsigned else "lengkap"
    return found(outcome, ikrar_pada=day, belum_menandatangani=unsigned)
