"""Whether a government's proposal of needs for 2019 kept to the letter of the Minister."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """A proposal at all, a ready budget, zero growth, then the parts of CPNS and PPPK."""
    values = version.values
    cpns = case.usul_cpns
    whole = cpns + case.usul_pppk
    if whole == 0:
        return found("tanpa_usul")
    if not case.anggaran_siap:
        return found("anggaran_belum_dinyatakan")
    most = values["persen_cpns"] * whole // 100
    steps = {"jumlah": whole, "cpns": cpns, "paling_banyak": most}
    beyond_basic = whole - case.usul_pelayanan_dasar
    if beyond_basic > case.berhenti_pensiun:
        return found("tumbuh", di_luar_dasar=beyond_basic, **steps)
    if cpns > most:
        return found("porsi_cpns_lebih", **steps)
    return found("sesuai_porsi", **steps)
