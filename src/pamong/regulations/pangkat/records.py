"""Whether the records of a government or a unit are complete on a day, for each employee."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.expressions import Table, Value, in_force, join_known

#: How many of the last full years one number holds; a figure of three bits a year still fits.
YEARS = 20


def with_coverage(known: Table, coverage: Table, day: Value, name: str) -> Table:
    """Add the first day of the loading that is in force on ``day``; null where there is none.

    Columns in:  ``known`` has ``pemda_id`` and ``unit_id``; ``coverage`` is a coverage table
    Columns out: those of ``known``, ``name`` date
    """
    now = coverage.filter(lambda t: in_force(t, day))
    whole = (
        now.filter(_.unit_id.isnull()).group_by("pemda_id").agg(seluruh_sejak=_.starts_on.min())
    )
    part = (
        now.filter(_.unit_id.notnull())
        .group_by("pemda_id", "unit_id")
        .agg(unit_sejak=_.starts_on.min())
    )
    joined = join_known(known, whole, "pemda_id").left_join(part, ["pemda_id", "unit_id"])
    since = ibis.coalesce(_.seluruh_sejak, _.unit_sejak)
    return joined.select(*known.columns, **{name: since})


def years_back(year: Value, as_of: Value) -> Value:
    """Return how many years a year lies before the last one that was full on the day; 0 = none."""
    return -year + as_of.year().cast("int64") - 1


def with_covered_years(known: Table, coverage: Table, as_of: Value, name: str) -> Table:
    """Add the set of the last years on whose last day the records are complete.

    A year is a bit, the latest one lowest; ``two_years_are_covered`` reads them.

    Columns in:  ``known`` has ``pemda_id`` and ``unit_id``; ``coverage`` is a coverage table
    Columns out: those of ``known``, ``name`` int64
    """
    first, end = _.starts_on.year().cast("int64"), _.ends_before.year().cast("int64")
    # The year in which a loading ends is not covered on its last day.
    spans = coverage.mutate(
        dari=ibis.least(years_back(first, as_of), YEARS - 1),
        sampai=ibis.greatest(years_back(end - 1, as_of).fill_null(0), 0),
    )
    years = ibis.range(spans.sampai, spans.dari + 1)
    covered = spans.select("pemda_id", "unit_id", mundur=years.unnest())
    whole = _year_sets(covered.filter(_.unit_id.isnull()), "pemda_id")
    part = _year_sets(covered.filter(_.unit_id.notnull()), "pemda_id", "unit_id")
    joined = join_known(known, whole.rename(seluruh="tahun"), "pemda_id").left_join(
        part.rename(unit="tahun"), ["pemda_id", "unit_id"]
    )
    return joined.select(*known.columns, **{name: _.seluruh.fill_null(0) | _.unit.fill_null(0)})


def two_years_are_covered(years: Value, back: Value) -> Value:
    """Tell whether the set holds the year that lies so many years back, and the one before it."""
    return (years >> ibis.least(back, YEARS).cast("int32")) % 4 == 3


def _year_sets(covered: Table, *keys: str) -> Table:
    rows = covered.select(*keys, "mundur").distinct()
    bits = rows.mutate(bit=ibis.literal(1, "int64") << rows.mundur.cast("int32"))
    return bits.group_by(*keys).agg(tahun=_.bit.sum())
