"""Who holds, and who acts in, the offices of head, deputy and secretary of each government."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    holds,
    in_force,
    join_known,
    look_up,
    months_after,
)

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


def running(tenures: Table, as_of: Value) -> Table:
    """Keep what may still run on the day: a tenure without an end runs no longer than a term.

    Columns out: those given, ``berakhir_tercatat`` (its end is on record, so that it surely runs)
    """
    may_run = tenures.ends_before.notnull() | (
        months_after(tenures.starts_on, TERM_MONTHS) > as_of
    )
    return tenures.filter(in_force(tenures, as_of) & may_run).mutate(
        berakhir_tercatat=_.ends_before.notnull()
    )


def complete_on(coverage: Table, as_of: Value, name: str) -> Table:
    """Give the governments whose rows are complete on the day; ``name`` is true for them."""
    return (
        coverage.filter(_.unit_id.isnull())
        .filter(lambda t: in_force(t, as_of))
        .select("pemda_id", **{name: True})
        .distinct()
    )


def latest_of(tenures: Table, key: str, **columns: str) -> Table:
    """Give for each key the columns of the tenure that began last."""
    order = ibis.window(group_by=key, order_by=[ibis.desc("starts_on"), ibis.desc("pemangku_id")])
    last = tenures.mutate(place=ibis.row_number().over(order)).filter(_.place == 0)
    return last.select(key, **columns)


def impeded(facts: Facts, as_of: Value) -> Table:
    """Give each head of region who is away or gone, or for whom somebody acts, and who could act.

    Campaign leave is left out: it has a rule of its own.

    Columns out: jabatan_id, pemda_id, sebutan, ``keadaan`` (``cuti``, ``lowong``,
    ``sebab_tidak_tercatat``), ``sejak``, ``cuti_mulai``, ``cuti_sebelum``, ``pelaksana_id``,
    ``tercatat`` (capacity of who acts), ``bertugas_mulai``, ``wakil_id``, ``ada_wakil`` and
    ``wakil_cuti`` (null where the records do not tell)
    """
    known = facts.jabatan.filter(_.jenis == "kepala_daerah").select("jabatan_id", "pemda_id")
    known = known.join(facts.pemda.select("pemda_id", "level"), "pemda_id")
    for more in (_heads(facts, as_of), _leave(facts, as_of), _acting(facts, as_of)):
        known = join_known(known, more, "jabatan_id")
    for by_government in (
        _deputies(facts, as_of),
        complete_on(facts.pemangku_cakupan, as_of, "pemangku_lengkap"),
        complete_on(facts.cuti_pejabat_cakupan, as_of, "cuti_lengkap"),
    ):
        known = join_known(known, by_government, "pemda_id")
    is_away = known.cuti_mulai.notnull()
    is_gone = known.kepala_id.isnull() & known.berakhir_on.notnull()
    acts = known.tercatat.notnull()
    return (
        known.filter(~holds(known.cuti_kampanye) & (is_away | is_gone | acts))
        .mutate(
            sebutan=look_up(_.level, SEBUTAN),
            keadaan=ibis.cases(
                (_.cuti_mulai.notnull(), "cuti"),
                (_.kepala_id.isnull() & _.berakhir_on.notnull(), "lowong"),
                else_="sebab_tidak_tercatat",
            ),
            ada_wakil=ibis.cases((_.wakil_id.notnull(), True), (holds(_.pemangku_lengkap), False)),
            wakil_cuti=ibis.cases(
                (_.wakil_id.isnull(), None),
                (holds(_.wakil_sedang_cuti), True),
                (holds(_.cuti_lengkap), False),
            ),
        )
        .mutate(
            sejak=ibis.cases(
                (_.keadaan == "cuti", _.cuti_mulai),
                (_.keadaan == "lowong", _.berakhir_on),
                else_=_.bertugas_mulai,
            )
        )
    )


def _heads(facts: Facts, as_of: Value) -> Table:
    """Give each office its definitive head on the day, and the last end on record before it."""
    heads = definitive(tenures_of(facts, "kepala_daerah"))
    now = latest_of(running(heads, as_of), "jabatan_id", kepala_id="person_id")
    ended = heads.filter(_.ends_before <= as_of)
    last = ended.group_by("jabatan_id").agg(berakhir_on=_.ends_before.max())
    either = last.outer_join(now, "jabatan_id")
    return either.select(
        "kepala_id", "berakhir_on", jabatan_id=ibis.coalesce(_.jabatan_id, _.jabatan_id_right)
    )


def _leave(facts: Facts, as_of: Value) -> Table:
    """Give each office the leave in force; one for the campaign is only marked."""
    running_leave = facts.cuti_pejabat.filter(lambda t: in_force(t, as_of))
    other = running_leave.kind != "cuti_kampanye"
    return running_leave.group_by("jabatan_id").agg(
        cuti_kampanye=(~other).any(),
        cuti_mulai=running_leave.starts_on.max(where=other),
        cuti_sebelum=ibis.ifelse(
            (other & running_leave.ends_before.isnull()).any(),
            None,
            running_leave.ends_before.max(where=other),
        ),
    )


def _acting(facts: Facts, as_of: Value) -> Table:
    """Give each office who acts in it on the day; the database allows only one."""
    acting = facts.pemangku.filter(_.capacity.isin(ACTING)).filter(lambda t: in_force(t, as_of))
    return latest_of(
        acting,
        "jabatan_id",
        pelaksana_id="person_id",
        tercatat="capacity",
        bertugas_mulai="starts_on",
    )


def _deputies(facts: Facts, as_of: Value) -> Table:
    """Give each government its definitive deputy on the day, and whether a leave is recorded."""
    deputies = running(definitive(tenures_of(facts, "wakil_kepala_daerah")), as_of)
    away = (
        facts.cuti_pejabat.filter(lambda t: in_force(t, as_of))
        .select(wakil_id="person_id", wakil_sedang_cuti=True)
        .distinct()
    )
    return join_known(latest_of(deputies, "pemda_id", wakil_id="person_id"), away, "wakil_id")
