"""Whether the components of a score of SAKIP stay within their weights, and their sum."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.sakip.scores import in_words


def judge(case: Case, version: Version) -> Found:
    """Compare every component with its weight; one above it shows whatever else is not known."""
    weights = version.values["bobot"]
    told = {name: case.told(name) for name in weights}
    for name, weight in weights.items():
        value = told[name]
        if value is not None and not 0 <= value <= weight * 100:
            return found("melebihi_bobot", komponen=name, bobot=weight)
    if version.values["tanpa_pencapaian"] and case.told("pencapaian"):
        return found("komponen_tidak_ada", komponen="pencapaian")
    total = sum(getattr(case, name) for name in weights)
    recorded = case.told("nilai_seperseratus")
    if recorded not in (None, total):
        return found("jumlah_berbeda", jumlah=in_words(total), tercatat=in_words(recorded))
    return found("sesuai", jumlah=in_words(total))
