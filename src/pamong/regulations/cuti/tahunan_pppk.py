"""How many working days of annual leave a PPPK has, and whether a request stays within them."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.cuti.common import judge_journey
from pamong.regulations.months import months_after


def judge(case: Case, version: Version) -> Found:
    """Tell apart a full year of service and the shorter leave before it."""
    values = version.values
    if case.guru_dosen_berlibur:
        return found("guru_dosen", pasal=values["pasal_guru"])
    entitled = months_after(case.bekerja_sejak_on, values["masa_kerja_bulan"])
    if case.mulai_on < entitled:
        if not _has_reason(case, version):
            return found("belum_berhak", berhak_on=entitled, pasal=values["pasal_hak"])
        right, pasal = values["hari_sebelum_setahun"], values["pasal_sebelum_setahun"]
        return _count(case, right, pasal, is_full=False)
    travel = judge_journey(case, version)
    return travel or _count(case, values["hari"], values["pasal_hak"], is_full=True)


def _has_reason(case: Case, version: Version) -> bool:
    """Tell whether the reason lets leave be taken before a year of service.

    Source: PP 49/2018 Pasal 80 ayat (1).
    """
    reason = case.alasan
    if reason in version.values["perlu_keluarga"]:
        return bool(case.keluarga in version.values["keluarga"])
    return bool(reason == "perkawinan_pertama")


def _count(case: Case, right: int, pasal: str, *, is_full: bool) -> Found:
    """Compare with what is left; days taken before a year of service count against it."""
    asked, left = case.told("hari_diminta"), right - case.terpakai
    steps = {"seluruhnya": right, "sisa": left, "diminta": asked, "pasal": pasal}
    if asked is None:
        return found("hak_tersedia", **steps)
    if asked <= left:
        return found("sesuai_hak", **steps)
    added = case.cuti_bersama_tidak_diberikan if is_full else 0
    steps |= {"seluruhnya": right + added, "sisa": left + added}
    return found("sesuai_hak" if asked <= left + added else "melebihi_hak", **steps)
