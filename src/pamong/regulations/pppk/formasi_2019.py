"""Whether a government's proposal of needs for 2019 kept to the letter of the Minister."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """The statement on the budget, zero growth, then the parts of CPNS and PPPK."""
    values = version.values
    if not case.anggaran_siap:
        return found("anggaran_belum_dinyatakan")
    cpns, pppk = case.usul_cpns, case.usul_pppk
    whole = cpns + pppk
    if whole == 0:
        return found("tanpa_usul")
    steps = {"jumlah": whole, "persen_cpns": cpns * 100 // whole}
    beyond_basic = whole - case.usul_pelayanan_dasar
    if beyond_basic > case.berhenti_pensiun:
        return found("tumbuh", di_luar_dasar=beyond_basic, **steps)
    if cpns * 100 > values["persen_cpns"] * whole:
        return found("porsi_cpns_lebih", **steps)
    return found("sesuai_porsi", **steps)
