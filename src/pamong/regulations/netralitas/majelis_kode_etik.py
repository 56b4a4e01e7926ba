"""Whether an ethics council is composed, and sat, as PP 42/2004 asks."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Look at the composition (Pasal 17 and 18) before the hearing (Pasal 19)."""
    flaw = _flaw_of_composition(case, version)
    if flaw is not None:
        return found("susunan_cacat", cacat=flaw)
    if not case.sudah_diperiksa:
        return found("sidang_cacat", cacat="belum_diperiksa")
    if not case.diberi_kesempatan_membela:
        return found("sidang_cacat", cacat="tanpa_pembelaan")
    return found("sah")


def _flaw_of_composition(case: Case, version: Version) -> str | None:
    if not case.ditetapkan_ppk:
        return "tidak_ditetapkan_ppk"
    if not case.ada_ketua_dan_sekretaris:
        return "tanpa_ketua_atau_sekretaris"
    members = case.jumlah_anggota
    if members < version.values["paling_sedikit"]:
        return "kurang_anggota"
    if members > version.values["ganjil_di_atas"] and members % 2 == 0:
        return "jumlah_genap"
    return "anggota_lebih_rendah" if case.ada_anggota_lebih_rendah else None
