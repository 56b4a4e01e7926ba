"""Which administrative sanctions a breach of the protection of personal data leads to."""

from __future__ import annotations

from typing import Any

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.pdp.kewajiban import is_adapting


def judge(case: Case, version: Version) -> Found:
    """Only what UU 27/2022 Pasal 57 ayat (1) names is sanctioned, and only after adapting."""
    if not case.dilanggar:
        return found("tidak_dilanggar")
    if is_adapting(case):
        return found("masa_penyesuaian")
    articles = {row["kewajiban"]: row["pasal"] for row in case.rows("kewajiban")}
    article = articles.get(case.kewajiban)
    if article is None:
        return found("tanpa_sanksi")
    return found("dikenai_sanksi", pasal=article, **_highest_fine(case, version))


def _highest_fine(case: Case, version: Version) -> dict[str, Any]:
    """Pasal 57 ayat (3); of a public body nobody knows yet by which income."""
    if case.told("badan_publik"):
        return {}
    for name in ("badan_publik", "pendapatan_tahunan"):
        if case.told(name) is None:
            return {"missing": (name,)}
    percent = version.values["denda_persen"]
    return {"denda_paling_tinggi": case.pendapatan_tahunan * percent // 100}
