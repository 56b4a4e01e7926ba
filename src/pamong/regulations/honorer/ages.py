"""Ages that the law on honorary workers asks for, each on a day of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pamong.law.stepping import Case
from pamong.regulations.months import birthday
from pamong.regulations.requirements import Requirement


@dataclass(frozen=True, slots=True)
class AgeLimits:
    """The youngest and the oldest age, the days that count, and what is missing where unknown."""

    youngest: int | None
    youngest_on: date | None
    oldest: int | None
    oldest_on: date | None
    missing: tuple[str, ...]


def age_requirements(case: Case, limits: AgeLimits) -> list[Requirement]:
    """Return the requirements on age; past the birthday but not a year older, a person looks."""
    born = case.told("lahir_on")
    if born is None:
        return [Requirement("usia_di_luar_batas", ("lahir_on",), None)]
    told = []
    if limits.youngest is not None and limits.youngest_on is not None:
        is_old_enough = birthday(born, limits.youngest) <= limits.youngest_on
        told.append(Requirement("usia_di_luar_batas", (), is_old_enough))
    if limits.oldest is None or limits.oldest_on is None:
        unknown = tuple(name for name in limits.missing if case.told(name) is None)
        return [*told, *([Requirement("usia_di_luar_batas", unknown, None)] if unknown else [])]
    if birthday(born, limits.oldest) >= limits.oldest_on:
        return told
    is_a_year_older = birthday(born, limits.oldest + 1) <= limits.oldest_on
    outcome = "usia_di_luar_batas" if is_a_year_older else "usia_perlu_diperiksa"
    return [*told, Requirement(outcome, (), holds=False)]
