"""Whether the records of a government or a unit are complete on a day, for each employee."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.expressions import Table, Value, in_force, join_known


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
    return (
        joined.drop("pemda_id_right", "unit_id_right")
        .mutate(**{name: since})
        .drop("seluruh_sejak", "unit_sejak")
    )
