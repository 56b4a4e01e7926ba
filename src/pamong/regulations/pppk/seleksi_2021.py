"""Whether a teacher's scores in the selection of PPPK 2021 reached a threshold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pamong.law.rule import Version
from pamong.law.source import Confidence
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import age_on, birthday


def judge(case: Case, version: Version) -> Found:
    """Category 2 for those of 50 first, which asks for no technical score, then category 1."""
    general, older = case.rows("ambang")
    age = age_on(case.lahir_on, case.melamar_on)
    steps: dict[str, Any] = {"umur": age}
    if age >= older["umur_paling_rendah"]:
        outcome = "lulus_ambang" if _reached(case, older) else "belum_lulus"
        sure = Confidence(older["keyakinan"])
        return found(outcome, confidence=sure, **steps, **_told(older))
    sure = Confidence(general["keyakinan"])
    added = _addition(case, version)
    score = min(case.nilai_teknis + added * case.nilai_maksimum // 100, case.nilai_maksimum)
    steps |= {"tambahan_persen": added, "nilai_akhir": score}
    passed = score >= case.ambang_teknis and _reached(case, general)
    outcome = "lulus_ambang" if passed else "belum_lulus"
    return found(outcome, confidence=sure, **steps, **_told(general))


def _reached(case: Case, row: Mapping[str, Any]) -> bool:
    """Compare the two scores that both categories ask for."""
    if case.nilai_manajerial_sosiokultural < row["manajerial_sosiokultural"]:
        return False
    return bool(case.nilai_wawancara >= row["wawancara"])


def _told(row: Mapping[str, Any]) -> dict[str, Any]:
    names = ("kategori", "manajerial_sosiokultural", "wawancara")
    return {f"ambang_{name}" if name != "kategori" else name: row[name] for name in names}


def _addition(case: Case, version: Version) -> int:
    """Sum up the additions to the technical score, in percent of the highest one."""
    added = version.values["tambahan"]
    if case.sertifikat_pendidik:
        return int(added["sertifikat_pendidik"])
    first: date = birthday(case.lahir_on, version.values["umur_tambahan"])
    older = case.melamar_on > first and case.aktif_mengajar
    told = {"usia": older, "disabilitas": case.disabilitas, "thk2": case.thk2}
    return int(min(sum(added[name] for name, holds in told.items() if holds), 100))
