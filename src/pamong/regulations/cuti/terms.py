"""Leave as recorded, and its longest term: what the rules over populations share."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, in_force, term_before, version_on
from pamong.law.rule import Rule
from pamong.regulations.coverage import NO_UNIT, join_units, loads_of

ONE_DAY = ibis.interval(days=1)


def leave_of_pns(facts: Facts, rule: Rule, kind: str, as_of: Value) -> Table:
    """Give every leave of one kind that a PNS has begun; the columns are those of ``leave_of``."""
    return leave_of(("pns",), facts, rule, kind, as_of)


def leave_of(
    statuses: tuple[str, ...], facts: Facts, rule: Rule, kind: str, as_of: Value
) -> Table:
    """Give every leave of one kind that staff has begun, with the first day of its run.

    Grants that follow one another without a gap are one run: the term is counted from its first
    day. A leave without a recorded end has no known follower.
    Columns out: cuti_id, pegawai_id, status, starts_on, ends_before, kembali_on, ``mulai`` (of the
    run), ``berlanjut`` (another grant follows at once), ``lengkap`` (the leave of the unit is
    completely loaded on the day), version
    """
    begun = facts.cuti_pegawai.filter(
        _.jenis == kind, _.starts_on >= rule.versions[0].period.start, _.starts_on <= as_of
    )
    order = ["starts_on", "cuti_id"]
    earlier = ibis.window(group_by="pegawai_id", order_by=order, rows=(None, -1))
    so_far = ibis.window(group_by="pegawai_id", order_by=order, rows=(None, 0))
    whole = ibis.window(group_by="pegawai_id", order_by=order)
    until = ibis.coalesce(begun.ends_before, begun.starts_on)
    runs = (
        begun.mutate(until=until)
        .mutate(reached=_.until.max().over(earlier), berikut=_.starts_on.lead().over(whole))
        .mutate(awal=_.reached.isnull() | (_.starts_on > _.reached))
        .mutate(
            mulai=ibis.ifelse(_.awal, _.starts_on, None).max().over(so_far),
            berlanjut=holds(_.berikut <= _.ends_before),
        )
    )
    staff = facts.pegawai.filter(_.status.isin(statuses))
    return _with_coverage(runs, staff, facts, as_of).select(
        *("cuti_id", "pegawai_id", "status", "starts_on", "ends_before", "kembali_on"),
        *("mulai", "berlanjut", "lengkap"),
        version=version_on(rule, _.starts_on),
    )


def _with_coverage(runs: Table, staff: Table, facts: Facts, as_of: Value) -> Table:
    """Keep the leave of the staff, and add whether leave is completely loaded on the day."""
    staff = staff.select(
        "pegawai_id", "status", "pemda_id", unit=ibis.coalesce(_.unit_id, NO_UNIT)
    )
    units = staff.select("pemda_id", "unit").distinct()
    covered = (
        loads_of(units, facts.cuti_pegawai_cakupan)
        .filter(_.starts_on.notnull())
        .filter(lambda loads: in_force(loads, as_of))
        .select("pemda_id", "unit")
        .distinct()
        .mutate(dimuat=True)
    )
    known = join_units(runs.join(staff, "pegawai_id"), covered)
    return known.mutate(lengkap=known.dimuat.notnull())


def limit(rule: Rule, start: Value, version: Value, *keys: str) -> Value:
    """Return the first day beyond the months that ``keys`` name in the version, added up.

    Null where the version has none of them.
    """
    ends: dict[int, list[str]] = {}
    for each in rule.versions:
        if not set(keys) <= each.values.keys():
            continue
        ends.setdefault(sum(each.values[key] for key in keys), []).append(each.id)
    return ibis.cases(
        *((version.isin(ids), term_before(start, months)) for months, ids in ends.items())
    )
