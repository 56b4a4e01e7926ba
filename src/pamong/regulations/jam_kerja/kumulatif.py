"""What lateness, early leave and absence of a calendar year come to, and which rung they touch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, first_gaps, holds, join_known, missing_facts
from pamong.law.rule import Rule, Version
from pamong.regulations.coverage import NO_UNIT, join_units, loads_of

_ONE_DAY = ibis.interval(days=1)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS and CPNS: minutes and days of the year up to the day.

    Attendance is read once: the sums of each employee need no order of its days.
    """
    version = rule.version_on(facts.era)
    pns = facts.pegawai.filter(_.status.isin(["pns", "cpns"])).select(
        "pegawai_id", "pemda_id", unit=ibis.coalesce(_.unit_id, NO_UNIT)
    )
    known = join_known(pns, _totals(facts, as_of), "pegawai_id")
    known = known.mutate(
        {
            name: ibis.coalesce(known[name], 0)
            for name in ("menit", "hari_absen", "hari_belum_pasti", "hari_tanpa_menit")
        }
    )
    return _verdicts(_with_coverage(_with_days(known, version), facts, as_of), version, as_of)


def _totals(facts: Facts, as_of: Value) -> Table:
    """Sum up the working days of the year by employee."""
    days = facts.kehadiran.filter(_.hari >= as_of.truncate("Y"), _.hari <= as_of)
    late, early = ibis.coalesce(_.terlambat_menit, 0), ibis.coalesce(_.pulang_cepat_menit, 0)
    unrecorded = _.terlambat_menit.isnull() | _.pulang_cepat_menit.isnull()
    sums = days.group_by("pegawai_id").agg(
        menit=ibis.ifelse(_.hadir, late + early, 0).sum(),
        hari_absen=ibis.ifelse(~_.hadir & holds(~_.alasan_sah), 1, 0).sum(),
        hari_belum_pasti=ibis.ifelse(~_.hadir & _.alasan_sah.isnull(), 1, 0).sum(),
        hari_tanpa_menit=ibis.ifelse(_.hadir & unrecorded, 1, 0).sum(),
    )
    return sums.mutate(
        {name: sums[name].cast("int64") for name in sums.columns if name != "pegawai_id"}
    )


def _with_days(known: Table, version: Version) -> Table:
    """Add the days that the minutes make, for certain and at the most.

    Source: explanation of PP 53/2010 Pasal 3 angka 11. A day whose minutes are not recorded could
    make one day at the most.
    """
    day, rungs = version.values["menit_sehari"], version.values["jenjang"]
    known = known.mutate(
        hari_dihitung=_.menit // day,
        sisa_menit=_.menit % day,
        paling_banyak=_.hari_absen
        + _.hari_belum_pasti
        + (_.menit + _.hari_tanpa_menit * day) // day,
    )
    known = known.mutate(jumlah_hari=_.hari_absen + _.hari_dihitung)
    return known.mutate(
        level=_level(known.jumlah_hari, rungs), level_mungkin=_level(known.paling_banyak, rungs)
    )


def _level(days: Value, rungs: Sequence[dict[str, Any]]) -> Value:
    """Return the highest rung that so many days reach; 0 below the first."""
    levels = [(days >= rung["hari"], number) for number, rung in enumerate(rungs, 1)]
    return ibis.cases(*reversed(levels), else_=0)


def _with_coverage(known: Table, facts: Facts, as_of: Value) -> Table:
    """Add up to which day attendance is loaded without a gap since 1 January."""
    units = known.select("pemda_id", "unit").distinct()
    loads = loads_of(units, facts.kehadiran_cakupan).mutate(
        dari=as_of.truncate("Y"), sampai=(as_of + _ONE_DAY).cast("date")
    )
    known = join_units(known, first_gaps(loads, ("pemda_id", "unit")))
    return known.mutate(
        dimuat_sampai=ibis.ifelse(known.celah > as_of.truncate("Y"), known.celah - _ONE_DAY, None)
    )


def _verdicts(known: Table, version: Version, as_of: Value) -> Table:
    """A rung that is reached stands; where none is, what is not known may keep it open."""
    rungs = version.values["jenjang"]
    loaded = known.celah.isnull()
    reached = known.level > 0
    open_ = ~reached & ((known.level_mungkin > 0) | ~loaded)
    heavier = known.level_mungkin > known.level
    next_rung = ibis.cases(
        *(
            (known.jumlah_hari < rung["hari"], ibis.literal(rung["hari"], "int64"))
            for rung in rungs
        )
    )
    outcome = ibis.cases(
        *((known.level == number, rung["hasil"]) for number, rung in enumerate(rungs, 1)),
        (open_, "tidak_dapat_dinilai"),
        else_="tidak_mencapai",
    )
    articles = ((known.level == number, rung["pasal"]) for number, rung in enumerate(rungs, 1))
    return known.mutate(
        subject_id=_.pegawai_id,
        outcome=outcome,
        since=ibis.null("date"),
        due_on=ibis.null("date"),
        missing=missing_facts(
            kehadiran_cakupan=~loaded,
            alasan_sah=heavier & (known.hari_belum_pasti > 0),
            menit=heavier & (known.hari_tanpa_menit > 0),
        ),
        version=ibis.literal(version.id),
        tahun=as_of.year().cast("int64"),
        pasal=ibis.cases(*articles, else_=ibis.null("string")),
        kurang_hari=next_rung - known.jumlah_hari,
    )
