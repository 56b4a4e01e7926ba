"""Whether the records of a government or a unit are complete on a day, for each employee."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce

import ibis
from ibis import _

from pamong.law.expressions import Table, Value, in_force, join_known

#: How many of the last full years one number holds; a figure of three bits a year still fits.
YEARS = 20


def with_coverage(
    known: Table,
    coverages: Mapping[str, Table],
    day: Value,
    years: Mapping[str, Table] | None = None,
) -> Table:
    """Add the first day of each loading that is in force on ``day``; null where there is none.

    ``years`` are coverage tables of which the set of the last years is told on whose last day the
    records are complete. A year is a bit, the latest one lowest (``two_years_are_covered``). All
    are added at once: over one person each table would cost two joins of its own.

    Columns in:  ``known`` has ``pemda_id`` and ``unit_id``
    Columns out: those of ``known``, the names of ``coverages`` date, those of ``years`` int64
    """
    years = years or {}
    parts = {name: _in_force(table, day) for name, table in coverages.items()}
    parts |= {name: _years(table, day) for name, table in years.items()}
    blank = dict.fromkeys(coverages, ibis.null("date")) | dict.fromkeys(years, ibis.null("int64"))
    loads = reduce(
        lambda first, second: first.union(second),
        (
            part.select("pemda_id", "unit_id", **(blank | {name: part.told}))
            for name, part in parts.items()
        ),
    )
    sums = {name: _[name].min() for name in coverages} | {name: _[name].sum() for name in years}
    whole = loads.filter(_.unit_id.isnull()).group_by("pemda_id").agg(**sums)
    unit = loads.filter(_.unit_id.notnull()).group_by("pemda_id", "unit_id").agg(**sums)
    whole = whole.rename({f"{name}_seluruh": name for name in sums})
    unit = unit.rename({f"{name}_unit": name for name in sums})
    joined = join_known(known, whole, "pemda_id").left_join(unit, ["pemda_id", "unit_id"])
    return joined.select(
        *known.columns,
        **{name: ibis.coalesce(_[f"{name}_seluruh"], _[f"{name}_unit"]) for name in coverages},
        **{
            name: _[f"{name}_seluruh"].fill_null(0) | _[f"{name}_unit"].fill_null(0)
            for name in years
        },
    )


def years_back(year: Value, as_of: Value) -> Value:
    """Return how many years a year lies before the last one that was full on the day; 0 = none."""
    return -year + as_of.year().cast("int64") - 1


def two_years_are_covered(years: Value, back: Value) -> Value:
    """Tell whether the set holds the year that lies so many years back, and the one before it."""
    return (years >> ibis.least(back, YEARS).cast("int32")) % 4 == 3


def _in_force(coverage: Table, day: Value) -> Table:
    return coverage.filter(lambda t: in_force(t, day)).mutate(told=_.starts_on)


def _years(coverage: Table, as_of: Value) -> Table:
    """Give a row for each year on whose last day a loading is in force, ``told`` its bit."""
    first, end = _.starts_on.year().cast("int64"), _.ends_before.year().cast("int64")
    # The year in which a loading ends is not covered on its last day.
    spans = coverage.mutate(
        dari=ibis.least(years_back(first, as_of), YEARS - 1),
        sampai=ibis.greatest(years_back(end - 1, as_of).fill_null(0), 0),
    )
    years = ibis.range(spans.sampai, spans.dari + 1)
    covered = spans.select("pemda_id", "unit_id", mundur=years.unnest()).distinct()
    return covered.mutate(told=ibis.literal(1, "int64") << covered.mundur.cast("int32"))
