"""Facts that Pamong carries itself: the national calendar of working days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pyarrow as pa

from pamong.kernel.kalender import Kalender, WorkWeek, national_kalender
from pamong.law.fact_table import fact_table
from pamong.law.tables import arrow_schema


@cache
def national_table() -> pa.Table:
    """Return the fact table ``kalender`` for every year that has a national decree."""
    return kalender_table(national_kalender())


def kalender_table(kalender: Kalender, known_on: date | None = None) -> pa.Table:
    """Return the fact table ``kalender``: one row for each day of each year that has a decree.

    A year without a decree has no rows, and no rule guesses at it.
    """
    years = sorted({decree.year for decree in kalender.decrees if decree.is_known_on(known_on)})
    days = [day for year in years for day in _days_of(year)]
    works = {
        week.value: [kalender.is_working_day(day, week, known_on) for day in days]
        for week in WorkWeek
    }
    return pa.table({"hari": days, **works}, schema=arrow_schema(fact_table("kalender")))


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(offset) for offset in range((date(year + 1, 1, 1) - first).days)]
