"""Conditions that promotions share: months in the rank, appraisals of the last years."""

from __future__ import annotations

from datetime import date

from pamong.law.stepping import Case
from pamong.regulations.months import months_after
from pamong.regulations.requirements import Requirement, requires

#: The inputs with the lowest appraisal of a year, the latest first.
APPRAISALS = ("penilaian_terakhir", "penilaian_sebelumnya")
GOOD = ("baik", "sangat_baik")
VERY_GOOD = ("sangat_baik",)


def in_rank(case: Case, months: int) -> Requirement:
    """Require so many months in the rank when the promotion takes effect."""
    return long_since(case, "masa_pangkat_kurang", "pangkat_sejak_on", months)


def long_since(case: Case, outcome: str, since: str, months: int) -> Requirement:
    """Require that a day lies so many months before the promotion takes effect."""

    def is_full(first: date, effect: date) -> bool:
        return months_after(first, months) <= effect

    return requires(case, outcome, since, "tmt_on", test=is_full)


def appraised(case: Case, years: int, *, at_least: tuple[str, ...] = GOOD) -> list[Requirement]:
    """Require an appraisal of the last years, each at least as good."""
    return [
        requires(case, "penilaian_kurang", name, test=lambda grade: grade in at_least)
        for name in APPRAISALS[:years]
    ]


def full_on(case: Case, months: int) -> date | None:
    """Return when so many months in the rank are full, where its first day is known."""
    since = case.told("pangkat_sejak_on")
    return None if since is None else months_after(since, months)
