"""Whether the income goes on during leave."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Unpaid leave stops the income; any other kind that exists keeps it."""
    values = version.values["pppk" if case.status == "pppk" else "pns"]
    kind = case.jenis
    if kind not in values["pasal"]:
        return found("jenis_tidak_ada")
    pasal = values["pasal"][kind]
    if kind == "cltn":
        return _unpaid(case, version, pasal)
    return found("tetap_diterima" if case.dibayar else "tidak_boleh_dihentikan", pasal=pasal)


def _unpaid(case: Case, version: Version, pasal: str) -> Found:
    """Unpaid leave stops the income from the month after its first day: PP 24/1976 Pasal 29."""
    if not case.dibayar:
        return found("tanpa_penghasilan", pasal=pasal)
    next_month = months_after(case.mulai_on.replace(day=1), 1)
    if case.gaji_bulan_on < next_month:
        return found(version.values["bulan_pertama_cltn"], pasal=pasal)
    return found("tidak_boleh_dibayar", since=next_month, pasal=pasal)
