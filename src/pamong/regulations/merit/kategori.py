"""In which category the merit system of an agency falls by its score."""

from __future__ import annotations

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found


def judge(case: Case, version: Version) -> Found:
    """Find the band of the score; scores are in hundredths, so that halves stay whole numbers."""
    score, bands = case.nilai_perseratus, version.values["batas_bawah"]
    if not 0 <= score <= version.values["tertinggi"]:
        return found("di_luar_rentang", nilai=_written(score))
    category = max((name for name in bands if score >= bands[name]), key=bands.__getitem__)
    return found(category, nilai=_written(score), kategori=category)


def _written(score: int) -> str:
    """Write hundredths as people do: 28250 is 282,5."""
    whole, rest = divmod(abs(score), 100)
    fraction = f"{rest:02d}".rstrip("0")
    sign = "-" if score < 0 else ""
    return f"{sign}{whole},{fraction}" if fraction else f"{sign}{whole}"
