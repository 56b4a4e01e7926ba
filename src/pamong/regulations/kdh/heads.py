"""Who holds, and who acts in, the offices of head, deputy and secretary of each government."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, in_force, months_after

#: No head or deputy holds office longer without another inauguration. Source: UU 23/2014 Pasal 60.
TERM_MONTHS = 60
SEBUTAN = {"provinsi": "gubernur", "kabupaten": "bupati", "kota": "wali kota"}
ACTING = tuple(capacity.value for capacity in Capacity if capacity.is_acting)


def tenures_of(facts: Facts, *kinds: str) -> Table:
    """Give the tenures of the offices of some kinds, with ``jabatan_jenis``."""
    offices = facts.jabatan.filter(_.jenis.isin(kinds)).select("jabatan_id", jabatan_jenis="jenis")
    return facts.pemangku.join(offices, "jabatan_id")


def definitive(tenures: Table) -> Table:
    """Keep the definitive tenures."""
    return tenures.filter(_.capacity == Capacity.DEFINITIF.value)


def running(tenures: Table, as_of: date) -> Table:
    """Keep what may still run on the day: a tenure without an end runs no longer than a term.

    Columns out: those given, ``berakhir_tercatat`` (its end is on record, so that it surely runs)
    """
    may_run = tenures.ends_before.notnull() | (
        months_after(tenures.starts_on, TERM_MONTHS) > as_of
    )
    return tenures.filter(in_force(tenures, as_of) & may_run).mutate(
        berakhir_tercatat=_.ends_before.notnull()
    )


def complete_on(coverage: Table, as_of: date, name: str) -> Table:
    """Give the governments whose rows are complete on the day, as a column ``name`` that is true."""
    return (
        coverage.filter(_.unit_id.isnull())
        .filter(lambda t: in_force(t, as_of))
        .select("pemda_id", **{name: True})
        .distinct()
    )


def surely(known: Value, is_complete: Value) -> Value:
    """Tell whether a tenure surely runs: its end is on record, or the records are complete."""
    return holds(known) | is_complete


def latest_of(tenures: Table, key: str, **columns: str) -> Table:
    """Give for each key the columns of the tenure that began last."""
    order = ibis.window(group_by=key, order_by=[ibis.desc("starts_on"), ibis.desc("pemangku_id")])
    last = tenures.mutate(place=ibis.row_number().over(order)).filter(_.place == 0)
    return last.select(key, **columns)
