"""Whether an official has a conflict of interest, and who decides in his place."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_LETTERS = {
    "kepentingan_pribadi_bisnis": "a",
    "kerabat_keluarga": "b",
    "wakil_pihak": "c",
    "bekerja_digaji_pihak": "d",
    "pemberi_rekomendasi": "e",
    "dilarang_peraturan": "f",
}


def judge(case: Case, version: Version) -> Found:
    """Who decided himself broke the ban of UU 30/2014 Pasal 42 ayat (1), whomever he told."""
    if not _has_conflict(case):
        return found("tidak_ada_konflik")
    steps = _instead(case, version)
    steps["pasal_latar"] = f"Pasal 43 ayat (1) huruf {_LETTERS[case.latar]}"
    if case.diputus_sendiri:
        return found("dilarang_memutuskan", **steps)
    return found("diputus_pengganti" if case.diberitahukan else "tidak_diberitahukan", **steps)


def _has_conflict(case: Case) -> bool:
    if case.latar != "kerabat_keluarga":
        return case.latar in _LETTERS
    return case.hubungan_keluarga in {row["hubungan"] for row in case.rows("keluarga")}


def _instead(case: Case, version: Version) -> dict[str, Any]:
    office = case.told("jabatan")
    if office is None:
        return {"missing": ("jabatan",)}
    return dict(version.values["pengganti"][office])
