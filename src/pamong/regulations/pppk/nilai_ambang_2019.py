"""Whether the scores of a PPPK applicant of 2019 reach the thresholds."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_PARTS = ("nilai_teknis", "nilai_manajerial", "nilai_sosiokultural")


def judge(case: Case, version: Version) -> Found:
    """The technical part, the sum of all three, the interview, then the ranking (Pasal 9)."""
    values = version.values
    if case.nilai_teknis < values["teknis"]:
        return found("teknis_kurang", ambang_teknis=values["teknis"])
    total = sum(getattr(case, name) for name in _PARTS)
    steps = {"total": total, "ambang_total": values["total"]}
    if total < values["total"]:
        return found("kompetensi_kurang", **steps)
    if case.nilai_wawancara < values["wawancara"]:
        return found("wawancara_kurang", ambang_wawancara=values["wawancara"], **steps)
    ranked = case.told("masuk_formasi")
    if ranked is None:
        return found("lulus_ambang", missing=("masuk_formasi",), **steps)
    return found("lulus" if ranked else "di_luar_formasi", **steps)
