"""Up to which day the attendance of a unit is loaded; shared by the rules on absence."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.expressions import Table

#: Stands for "no unit", so that units can be compared.
NO_UNIT = -1


def loads_of(units: Table, coverage: Table) -> Table:
    """Pair each unit with what was loaded for it or for its whole government.

    Columns out: ``pemda_id``, ``unit``, ``starts_on``, ``ends_before``; nulls where what was
    loaded does not concern the unit.
    """
    loads = coverage.select("pemda_id", "starts_on", "ends_before", loaded_unit="unit_id")
    concerns = _.loaded_unit.isnull() | (_.loaded_unit == _.unit)
    return units.left_join(loads, "pemda_id").select(
        "pemda_id",
        "unit",
        starts_on=ibis.ifelse(concerns, _.starts_on, None),
        ends_before=ibis.ifelse(concerns, _.ends_before, None),
    )


def join_units(known: Table, of_units: Table) -> Table:
    """Add what is known of some of the units."""
    joined = known.left_join(of_units, ["pemda_id", "unit"])
    return joined.drop("pemda_id_right", "unit_right")
