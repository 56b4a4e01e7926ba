"""Which level of discipline answers which way of supporting a candidate."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found

_OUTCOMES = {
    "boleh": "boleh",
    "tanpa_hukuman": "tanpa_pasal_hukuman",
    "sedang": "hukuman_sedang",
    "berat": "hukuman_berat",
}


def judge(case: Case, version: Version) -> Found:
    """Look the way up for that candidate; what stands nowhere is left to the code of ethics."""
    if case.status not in version.values["status"]:
        return found("status_aturan_lain")
    for row in case.rows("cara"):
        is_named = case.calon in row["calon"].split() and row["cara"] == case.cara
        if row["versi"] != version.id or not is_named:
            continue
        if row["kampanye"] and not case.selama_kampanye:
            break
        level = row["tingkat"] if row["tingkat"] in version.values else None
        return found(
            _OUTCOMES[row["tingkat"]],
            tingkat=level,
            pasal_larangan=row["larangan"],
            pasal=row["hukuman"],
            jenis=level and _kinds(case, version, level),
        )
    return found("tidak_disebut")


def _kinds(case: Case, version: Version, level: str) -> str:
    """Name the act that lists the penalties of a level (PP 94/2021 Pasal 42 ayat (2))."""
    clause = case.clause("sedang-menurut-pp-53")
    values = version.values if clause is None else {**version.values, **clause.values}
    return f"{level}_{values[level]}"
