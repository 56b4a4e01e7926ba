"""Days by the ten thousand, as days since 1970: months, lawful days of promotion, working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np

from pamong.kernel.kalender import WorkWeek, national_kalender
from pamong.synth.cells import EPOCH, Array, Whole

YEAR = 365.2425

# Days of promotion (pangkat): 1 April and 1 October until 2023 (PP 12/2002 Pasal 4), the even
# months from 2024 (Peraturan BKN 4/2023), every month from 1 October 2025 (Peraturan BKN 4/2025).
_EVEN_MONTHS_FROM = (2024 - 1970) * 12
_EVERY_MONTH_FROM = (2025 - 1970) * 12 + 9


def number_of(day: date) -> int:
    """Return the days from 1970 to ``day``."""
    return day.toordinal() - EPOCH


def day_of(number: int) -> date:
    """Return the day of that many days since 1970."""
    return date.fromordinal(int(number) + EPOCH)


def months_of(days: Array) -> Whole:
    """Return the months since January 1970 in which the days lie."""
    months: Whole = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return months


def first_of(months: Array) -> Whole:
    """Return the first day of each month."""
    days: Whole = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return days


def years_of(days: Array) -> Whole:
    """Return the calendar years of the days."""
    years: Whole = 1970 + months_of(days) // 12
    return years


def first_of_year(years: Array) -> Whole:
    """Return 1 January of each year."""
    return first_of((years - 1970) * 12)


def add_months(days: Array, months: Array | int) -> Whole:
    """Return the same day of a later month, or the last one where that month is shorter."""
    start = months_of(days)
    target = start + months
    within = days - first_of(start)
    last = first_of(target + 1) - first_of(target) - 1
    days_later: Whole = first_of(target) + np.minimum(within, last)
    return days_later


def months_between(earlier: Array, later: Array) -> Whole:
    """Return the completed months between days."""
    start, end = months_of(earlier), months_of(later)
    whole = end - start
    return np.where(add_months(earlier, whole) > later, whole - 1, whole)


def next_promotion_day(days: Array) -> Whole:
    """Return the first lawful day of promotion that is not before each day."""
    month = months_of(days)
    month = np.where(first_of(month) < days, month + 1, month)
    half_years = month + (3 - month) % 6  # April is month 3 of a year, October month 9
    later = np.maximum(month, _EVEN_MONTHS_FROM)
    even = later + (1 - later) % 2  # February is month 1
    monthly = np.maximum(month, _EVERY_MONTH_FROM)
    chosen = np.where(
        half_years < _EVEN_MONTHS_FROM,
        half_years,
        np.where(even < _EVERY_MONTH_FROM, even, monthly),
    )
    return first_of(chosen)


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The working days of a week between two days, both of them counted."""

    first: int
    days: Whole
    before: Whole
    """How many working days lie before each day from ``first`` on."""

    def count_before(self, days: Array) -> Whole:
        """Return how many working days of this stretch lie before each day."""
        counted: Whole = self.before[np.clip(days - self.first, 0, len(self.before) - 1)]
        return counted


@cache
def working_days(first: date, last: date, week: WorkWeek = WorkWeek.FIVE) -> WorkingDays:
    """Return the working days of the national calendar, those of a week of five days.

    Raises:
        YearWithoutDecreeError: no decree sets the holidays of one of the years.
    """
    kalender = national_kalender()
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    works = np.array([kalender.is_working_day(day, week) for day in every], np.bool_)
    start = number_of(first)
    days: Whole = np.flatnonzero(works).astype(np.int64) + start
    before: Whole = np.concatenate([[0], np.cumsum(works)]).astype(np.int64)
    return WorkingDays(start, days, before)
