"""Since when the records of a unit are complete, for rules that read a missing row as "none"."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from pamong.law.expressions import Table, Value
from pamong.regulations.coverage import NO_UNIT, join_units, loads_of

_NEVER = date(9999, 12, 31)
_KEYS = ("pemda_id", "unit")


def with_complete_since(known: Table, coverage: Table, day: Value, name: str) -> Table:
    """Add the first day from which the records are complete without a gap up to ``day``.

    Columns in:  ``known`` has ``pemda_id`` and ``unit`` (see ``with_unit``)
    Columns out: ``name`` date, null where the records are not complete on ``day``
    """
    loads = loads_of(known.select(*_KEYS).distinct(), coverage).filter(_.starts_on.notnull())
    pieces = loads.select(
        *_KEYS, "starts_on", until=ibis.coalesce(_.ends_before, _NEVER)
    ).distinct()  # so that no two windows below order equal pieces differently
    order = ["starts_on", "until"]
    before = ibis.window(group_by=_KEYS, order_by=order, rows=(None, -1))
    so_far = ibis.window(group_by=_KEYS, order_by=order, rows=(None, 0))
    reached = pieces.mutate(reached=_.until.max().over(before))
    begins = ibis.ifelse(_.reached.isnull() | (_.starts_on > _.reached), 1, 0)
    runs = reached.mutate(begins=begins).mutate(run=_.begins.sum().over(so_far))
    whole = runs.group_by(*_KEYS, "run").agg(since=_.starts_on.min(), until=_.until.max())
    holding = whole.filter(_.since <= day, _.until > day)
    return join_units(known, holding.group_by(*_KEYS).agg(**{name: _.since.min()}))


def with_unit(employees: Table) -> Table:
    """Add ``unit``, which stands for "no unit" where none is recorded."""
    return employees.mutate(unit=ibis.coalesce(_.unit_id, NO_UNIT))
