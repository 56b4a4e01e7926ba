"""Who fills a vacant office of head of region or deputy, and by when it is proposed."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.deadlines import IN_TIME, STILL_TIME, standing
from pamong.regulations.kdh.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Ask which office and why; only UU 10/2016 lets the deputy succeed by itself."""
    if case.sebab == "akhir_masa_jabatan":
        return found("penjabat", pengangkat=case.tingkat)
    if case.yang_kosong == "wakil_kepala_daerah":
        return _deputy(case, version)
    if case.yang_kosong == "keduanya" or not case.ada_wakil:
        return _by_what_is_left(case, version)
    succeeds = version.values["wakil_menggantikan"]
    if succeeds == "ya":
        return _succession(case, version)
    if succeeds == "tidak":
        return _by_what_is_left(case, version)
    return found("perlu_ditelaah")


def _succession(case: Case, version: Version) -> Found:
    """Source: UU 10/2016 Pasal 173 ayat (2) to (6)."""
    due = case.working_day_after(case.kosong_on, version.values["usul_hari_kerja"])
    told = standing(case, due, done_on="dprd_usul_on", is_done="dprd_sudah_usul")
    proposed, passed_on = case.told("dprd_usul_on"), None
    if proposed is not None and case.tingkat == "kabupaten_kota":
        passed_on = case.working_day_after(proposed, version.values["gubernur_hari_kerja"])
    return found(
        "wakil_menggantikan" if told["outcome"] in {IN_TIME, STILL_TIME} else "usul_beralih",
        since=told["since"],
        due_on=due,
        usul_paling_lambat=due,
        gubernur_paling_lambat=passed_on,
        pengangkat=case.tingkat,
    )


def _by_what_is_left(case: Case, version: Version) -> Found:
    """Below 18 months an acting head; UU 1/2015 leaves out exactly 18."""
    end, mark = case.akhir_masa_jabatan, months_after(case.kosong_on, version.values["bulan"])
    steps = {"delapan_belas_bulan": mark, "akhir_masa": end, "pengangkat": case.tingkat}
    if end < mark:
        return found("penjabat", **steps)
    if end == mark and version.values["wakil_menggantikan"] == "tidak":
        return found("perlu_ditelaah", **steps)
    return found("dipilih_dprd", **steps)


def _deputy(case: Case, version: Version) -> Found:
    """Source: Pasal 176 of each act."""
    filled = version.values["wakil_diisi"]
    if filled == "diusulkan_kepala":
        return found("wakil_diusulkan_kepala")
    if filled == "dprd_tanpa_batas_sisa":
        return found("wakil_dipilih_dprd")
    end, mark = case.akhir_masa_jabatan, months_after(case.kosong_on, version.values["bulan"])
    return found(
        "wakil_dipilih_dprd" if end > mark else "wakil_tidak_diisi",
        delapan_belas_bulan=mark,
        akhir_masa=end,
    )
