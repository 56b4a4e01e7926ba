"""Whether an acting head of region did what PP 6/2005 Pasal 132A forbids."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found

_BOUND = {
    "penjabat",
    "plt_kepala_diberhentikan_sementara",
    "wakil_menggantikan_yang_mundur_mencalonkan",
}
_LETTERS = {
    "mutasi_pegawai": "a",
    "hukuman_disiplin_atau_proses_hukum": "a",
    "persetujuan_mutasi_antarinstansi": "a",
    "membatalkan_izin": "b",
    "mengeluarkan_izin_bertentangan": "b",
    "kebijakan_pemekaran": "c",
    "kebijakan_bertentangan_program": "d",
}
_ONLY_IF_CONTRARY = {
    "mengeluarkan_izin_bertentangan",
    "kebijakan_pemekaran",
    "kebijakan_bertentangan_program",
}


def judge(case: Case, version: Version) -> Found:
    """Ask who and what, then for the Minister's consent, of the case or in general."""
    if case.kedudukan not in _BOUND:
        is_elected = case.kedudukan == "kepala_daerah_definitif"
        return found("kedudukan_tidak_terikat" if is_elected else "kedudukan_tidak_disebut")
    letter = _LETTERS.get(case.tindakan)
    if letter is None or (case.tindakan in _ONLY_IF_CONTRARY and not case.bertentangan):
        return found("tidak_dilarang")
    if case.tindakan in version.values["persetujuan_umum"] and not case.told("ada_persetujuan"):
        return _reported(case, version, letter)
    return _consented(case, letter)


def _consented(case: Case, letter: str) -> Found:
    if case.ada_persetujuan and case.persetujuan_on <= case.tindakan_on:
        is_before = case.persetujuan_on < case.tindakan_on
        return found("disetujui" if is_before else "persetujuan_hari_sama", huruf=letter)
    return found("dilarang", since=case.tindakan_on, huruf=letter)


def _reported(case: Case, version: Version, letter: str) -> Found:
    """The general consent asks for a report (SE Mendagri 821/5492/SJ)."""
    due = case.working_day_after(case.tindakan_on, version.values["lapor_hari_kerja"])
    reported = case.told("dilaporkan_on")
    if reported is None and case.as_of > due:
        raise case.lack("dilaporkan_on")
    in_time = reported is None or reported <= due
    return found(
        "persetujuan_umum" if in_time else "belum_dilaporkan",
        due_on=due,
        confidence=Confidence.SECONDARY,
        huruf=letter,
        lapor_paling_lambat=due,
    )
