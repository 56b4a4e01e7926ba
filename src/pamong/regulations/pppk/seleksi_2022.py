"""In which order of priority a teacher stood in the selection of PPPK 2022."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Look at the highest priority first; what is not known of it keeps the lower ones open."""
    if case.lulus_ambang_2021:
        if case.sudah_ditempatkan:
            return found("sudah_ditempatkan")
        return found("prioritas_1", prioritas=1, mekanisme="penempatan")
    if case.eks_thk2:
        return found("prioritas_2", prioritas=2, mekanisme="kesesuaian")
    months = version.values["dapodik_bulan"]
    if case.sekolah_negeri and case.non_asn and case.dapodik_bulan >= months:
        return found("prioritas_3", prioritas=3, mekanisme="kesesuaian")
    if case.told("lulusan_ppg") or case.dapodik_bulan > 0 or case.lulusan_ppg:
        return found("pelamar_umum", mekanisme="tes")
    return found("bukan_sasaran")
