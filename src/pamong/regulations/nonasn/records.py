"""Since when the records of a government, or of one of its units, are complete up to a day."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.expressions import Table, Value, holds, in_force
from pamong.regulations.coverage import NO_UNIT, join_units, loads_of


def recorded_since(known: Table, coverage: Table, start: str, as_of: Value) -> Table:
    """Tell for each row whether one coverage of its unit or government reaches up to ``as_of``.

    Columns in: ``pemda_id``, ``unit_id`` and the day ``start`` in ``known``; those of a coverage
    Columns out: those of ``known``, ``lengkap`` (since that day) and ``lengkap_kini`` (on the day)
    """
    placed = known.mutate(unit=ibis.coalesce(_.unit_id, NO_UNIT))
    units = placed.select("pemda_id", "unit").filter(_.pemda_id.notnull()).distinct()
    now = coverage.filter(lambda t: in_force(t, as_of))
    since = loads_of(units, now).group_by("pemda_id", "unit").agg(dimuat_sejak=_.starts_on.min())
    return (
        join_units(placed, since)
        .mutate(lengkap=holds(_.dimuat_sejak <= _[start]), lengkap_kini=_.dimuat_sejak.notnull())
        .drop("dimuat_sejak", "unit")
    )
