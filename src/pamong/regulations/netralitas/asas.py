"""What follows for an employee who becomes a member of a political party."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.netralitas.month_end import end_of_month


def judge(case: Case, version: Version) -> Found:
    """Membership ends the service; a civil servant may resign first (PP 11/2017 Pasal 255)."""
    if not case.anggota_partai:
        return found("bukan_anggota")
    became, is_pns = case.menjadi_anggota_on, case.status == "pns"
    has_rule = is_pns and "mundur" in version.values
    if case.mengundurkan_diri:
        if not has_rule:
            return found("mundur_perlu_diperiksa")
        return found(
            "diberhentikan_dengan_hormat",
            pasal=version.values["mundur"],
            berhenti_terhitung=end_of_month(case.mundur_on),
        )
    return found(
        "diberhentikan_tidak_dengan_hormat",
        since=became,
        pasal=version.values[case.status],
        berhenti_terhitung=end_of_month(became) if has_rule else None,
    )
