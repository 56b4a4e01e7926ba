"""Whether a civil servant was examined as the law asks before being punished."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.disiplin.conditions import first_broken


def judge(case: Case, version: Version) -> Found:
    """Judge the examination by the conditions of the act, or its absence."""
    if not case.diperiksa:
        return _not_examined(case)
    broken = first_broken(case, version.values["syarat"])
    if broken is not None:
        return found(broken["hasil"], pasal=broken["pasal"])
    return found("memenuhi", pasal=version.values["pasal"])


def _not_examined(case: Case) -> Found:
    """Twice absent, one may be punished without.

    Source: PP 94/2021 Pasal 26 ayat (4); PP 53/2010 Pasal 23 ayat (4).
    """
    if not case.dijatuhi:
        return found("masih_harus_diperiksa")
    is_excused = case.dua_kali_tidak_hadir
    return found("tidak_hadir_dua_kali" if is_excused else "dijatuhi_tanpa_pemeriksaan")
