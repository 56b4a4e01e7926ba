"""Whether a deed on personal data is a crime, and what it is threatened with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_FORGING = "memalsukan"


def judge(case: Case, version: Version) -> Found:
    """All elements of UU 27/2022 Pasal 67 or 68 must be there; one that is not ends it."""
    crime = version.values["perbuatan"].get(case.perbuatan)
    if crime is None or not _has_all_elements(case, crime):
        return found("bukan_tindak_pidana")
    return found("diancam_pidana", pasal=crime["pasal"], **_threat(case, version, crime))


def _has_all_elements(case: Case, crime: Mapping[str, Any]) -> bool:
    wanted = {"sengaja": True}
    if case.perbuatan != _FORGING:
        wanted |= {"melawan_hukum": True, "milik_sendiri": False}
    if crime["perlu_maksud"]:
        wanted["maksud_dan_akibat"] = True
    if any(case.told(name) is (not value) for name, value in wanted.items()):
        return False
    return all(getattr(case, name) is value for name, value in wanted.items())


def _threat(case: Case, version: Version, crime: Mapping[str, Any]) -> dict[str, Any]:
    """A corporation is fined only, up to ten times as much (Pasal 70 ayat (2) and ayat (3))."""
    is_corporation = case.told("korporasi")
    if is_corporation is None:
        return {"missing": ("korporasi",)}
    if is_corporation:
        return {"denda_paling_banyak": crime["denda"] * version.values["korporasi_kali"]}
    return {"denda_paling_banyak": crime["denda"], "penjara_tahun": crime["penjara_tahun"]}
