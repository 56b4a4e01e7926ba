"""Whether an exchange or a practice elsewhere stays within a year and is coordinated."""

from __future__ import annotations

from datetime import timedelta

from pamong.law.rule import Version
from pamong.law.stepping import Case, Found, found
from pamong.regulations.months import term_before


def judge(case: Case, version: Version) -> Found:
    """Compare with one year, then ask of coordination.

    Source: UU 5/2014 Pasal 70 ayat (5) dan ayat (6); PP 11/2017 Pasal 212 ayat (4).
    """
    article = version.values["pasal"].get(case.bentuk)
    if article is None:
        return found("batas_belum_dilihat")
    behind = term_before(case.mulai_on, version.values["bulan"])
    steps = {"paling_lama": behind - timedelta(days=1), "pasal": article}
    if case.selesai_on >= behind:
        return found("lebih_dari_setahun", since=behind, **steps)
    return found("sesuai_batas" if case.dikoordinasikan else "belum_dikoordinasikan", **steps)
