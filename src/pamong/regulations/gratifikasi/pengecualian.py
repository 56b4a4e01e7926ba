"""Whether a gift is among those that need not be reported, by occasion, giver and value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.gratifikasi.peralihan_2026 import agreed

_KIND = {
    "upacara": "upacara",
    "musibah": "musibah",
    "pisah_sambut": "rekan_acara",
    "pensiun": "rekan_acara",
    "promosi": "rekan_acara",
    "ulang_tahun": "rekan_acara",
    "tanpa_acara": "rekan",
}
_FROM_ANYBODY = frozenset({"upacara", "musibah"})


def judge(case: Case, version: Version) -> Found:
    """Judge by each list of limits that may apply; they differ only in January 2026."""
    return agreed(case, [_judge_by(case, name) for name in version.values["daftar"]])


def _judge_by(case: Case, regulation: str) -> Found:
    if case.told("hubungan") == "keluarga" and case.told("konflik_kepentingan") is False:
        return found("tidak_wajib")
    kind = _KIND[case.acara]
    (limit,) = [r for r in case.rows("batas") if (r["versi"], r["jenis"]) == (regulation, kind)]
    if kind in _FROM_ANYBODY:
        return _told(limit, _broken_for_anybody(case, limit))
    if case.hubungan == "keluarga" and case.konflik_kepentingan:
        return _told(limit, "konflik_kepentingan")
    if case.hubungan != "rekan_kerja":
        is_superior = case.hubungan == "atasan_bawahan"
        return _told(limit, "hubungan", Confidence.UNCONFIRMED if is_superior else None)
    return _told(limit, _broken_among_colleagues(case, limit))


def _broken_for_anybody(case: Case, limit: Mapping[str, Any]) -> str | None:
    """Above the limit only family without a conflict is free, and that was asked already."""
    if case.nilai <= limit["per_pemberi"]:
        return None
    has_conflict = case.hubungan == "keluarga" and case.konflik_kepentingan
    return "konflik_kepentingan" if has_conflict else "nilai"


def _broken_among_colleagues(case: Case, limit: Mapping[str, Any]) -> str | None:
    """Return the first condition that is broken; all of them must be known to say "none"."""
    most = {"nilai": limit["per_pemberi"], "nilai_setahun": limit["per_tahun"]}
    names = ("nilai", "nilai_setahun", "tunai", "konflik_kepentingan")
    for name in names:
        told = case.told(name)
        if told is not None and (told > most[name] if name in most else told):
            return name
    for name in names:
        if case.told(name) is None:
            raise case.lack(name)
    return None


def _told(limit: Mapping[str, Any], broken: str | None, sure: Confidence | None = None) -> Found:
    return found(
        "tidak_wajib" if broken is None else "wajib_dilaporkan",
        confidence=sure or Confidence(limit["keyakinan"]),
        batas_per_pemberi=limit["per_pemberi"],
        batas_per_tahun=limit["per_tahun"],
        sebab=broken,
    )
