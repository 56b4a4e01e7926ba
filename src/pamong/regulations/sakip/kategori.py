"""Which category a score of SAKIP has."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.sakip.scores import in_words


def judge(case: Case, version: Version) -> Found:
    """Compare in hundredths: a category begins above its limit, not on it."""
    score = case.nilai_seperseratus
    if not 0 <= score <= version.values["tertinggi"] * 100:
        return found("nilai_di_luar_rentang")
    row = next(
        row for row in version.values["kategori"] if score > row.get("lebih_dari", -1) * 100
    )
    recorded = case.told("kategori_tercatat")
    steps = {"nilai": in_words(score), "kategori": row["kategori"], "predikat": row["predikat"]}
    if recorded not in (None, row["hasil"]):
        return found("kategori_berbeda", **steps)
    return found(row["hasil"], **steps)
