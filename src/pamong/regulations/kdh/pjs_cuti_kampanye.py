"""Who acts while a head of region is on campaign leave, and in the right capacity."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    by_version,
    holds,
    in_force,
    look_up,
    missing_facts,
    version_on,
)
from pamong.law.rule import Rule
from pamong.regulations.kdh.campaign_leave import campaign_leave

_SEBUTAN = {"provinsi": "gubernur", "kabupaten": "bupati", "kota": "wali kota"}
_DEPUTY_ACTS = "plt_wakil"
_ACTING = tuple(capacity.value for capacity in Capacity if capacity.is_acting)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every office of kepala daerah whose holder is on campaign leave."""
    leave = _leave_of_heads(facts, rule, as_of)
    known = leave
    for more in (_deputies(facts, as_of), _acting(facts, as_of)):
        known = known.left_join(more, "pemda_id").drop("pemda_id_right")
    known = _with_deputy_known(known, facts, as_of).mutate(
        sebutan=look_up(_.level, _SEBUTAN), pengganti=by_version(rule, leave.version, "pengganti")
    )
    known = known.mutate(
        seharusnya=ibis.cases((_.wakil_tersedia, _DEPUTY_ACTS), (~_.wakil_tersedia, _.pengganti))
    )
    known = known.mutate(outcome=_outcome(known)).mutate(
        unclear=(_.outcome == "tidak_dapat_dinilai")
        & _.tercatat.notnull()
        & _.cuti_sebelum.notnull()
    )
    return known.mutate(
        subject_id=_.jabatan_id,
        since=ibis.coalesce(_.bertugas_mulai, _.cuti_mulai),
        due_on=_.cuti_mulai,
        missing=missing_facts(
            akhir_cuti=_.cuti_sebelum.isnull(),
            pemangku=_.tercatat.isnull(),
            wakil=_.unclear & _.ada_wakil.isnull(),
            cuti_wakil=_.unclear & holds(_.ada_wakil),
        ),
    )


def _outcome(known: Table) -> Value:
    """Compare who acts with what the law of the leave's first day asks.

    Source: UU 23/2014 Pasal 65 ayat (4)-(6); Permendagri 74/2016; Permendagri 1/2018.
    """
    is_deputy = holds(known.pelaksana_id == known.wakil_id)
    is_substitute = ~is_deputy & (known.tercatat == known.pengganti)
    may_be_deputy = ~is_deputy & (known.tercatat == Capacity.PLT.value) & known.ada_wakil.isnull()
    return ibis.cases(
        (known.tercatat.isnull() | known.cuti_sebelum.isnull(), "tidak_dapat_dinilai"),
        (is_deputy & (known.tercatat != Capacity.PLT.value), "kedudukan_keliru"),
        (is_deputy & holds(known.wakil_cuti), "wakil_juga_cuti"),
        (is_deputy, "wakil_bertugas"),
        (is_substitute & known.wakil_tersedia, "seharusnya_wakil"),
        (is_substitute & ~known.wakil_tersedia, "pengganti_bertugas"),
        (is_substitute | may_be_deputy, "tidak_dapat_dinilai"),
        else_="kedudukan_keliru",
    )


def _leave_of_heads(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give each office of kepala daerah with the campaign leave that runs on the day.

    A leave that began before the first version is under other law and gives no row.
    """
    leave = (
        campaign_leave(facts)
        .filter(_.starts_on <= as_of, _.starts_on >= rule.versions[0].period.start)
        .filter(_.cuti_sebelum.isnull() | (_.cuti_sebelum > as_of))
        .drop("pemda_id")
        .join(facts.jabatan.filter(_.jenis == "kepala_daerah"), "jabatan_id")
        .join(facts.pemda.select("pemda_id", "level"), "pemda_id")
    )
    latest = ibis.window(group_by="jabatan_id", order_by=[ibis.desc("starts_on"), "cuti_sebelum"])
    return (
        leave.mutate(place=ibis.row_number().over(latest))
        .filter(_.place == 0)
        .select("jabatan_id", "pemda_id", "level", "cuti_sebelum", cuti_mulai="starts_on")
        .mutate(version=version_on(rule, _.cuti_mulai))
    )


def _deputies(facts: Facts, as_of: Value) -> Table:
    """Give each government its definitive deputy, and whether a leave of his is recorded."""
    offices = facts.jabatan.filter(_.jenis == "wakil_kepala_daerah").select("jabatan_id")
    held = facts.pemangku.filter(_.capacity == Capacity.DEFINITIF.value)
    deputies = (
        held.filter(lambda t: in_force(t, as_of))
        .join(offices, "jabatan_id")
        .group_by("pemda_id")
        .agg(wakil_id=_.person_id.max())
    )
    away = (
        facts.cuti_pejabat.filter(lambda t: in_force(t, as_of))
        .select(wakil_id="person_id", cuti_tercatat=True)
        .distinct()
    )
    return deputies.left_join(away, "wakil_id").drop("wakil_id_right")


def _acting(facts: Facts, as_of: Value) -> Table:
    """Give each government who acts for its head on the day; the database allows only one."""
    offices = facts.jabatan.filter(_.jenis == "kepala_daerah").select("jabatan_id")
    acting = facts.pemangku.filter(_.capacity.isin(_ACTING)).filter(lambda t: in_force(t, as_of))
    return (
        acting.join(offices, "jabatan_id")
        .group_by("pemda_id")
        .agg(
            tercatat=_.capacity.argmax(_.starts_on),
            pelaksana_id=_.person_id.argmax(_.starts_on),
            bertugas_mulai=_.starts_on.max(),
        )
    )


def _with_deputy_known(known: Table, facts: Facts, as_of: Value) -> Table:
    """Say whether there is a deputy and whether he is free; null where the records do not tell."""
    for name, coverage in (
        ("pemangku_lengkap", facts.pemangku_cakupan),
        ("cuti_lengkap", facts.cuti_pejabat_cakupan),
    ):
        complete = coverage.filter(lambda t: in_force(t, as_of)).select("pemda_id", **{name: True})
        complete = complete.distinct()
        known = known.left_join(complete, "pemda_id").drop("pemda_id_right")
    known = known.mutate(
        ada_wakil=ibis.cases((_.wakil_id.notnull(), True), (holds(_.pemangku_lengkap), False)),
        wakil_cuti=ibis.cases(
            (_.wakil_id.isnull(), None),
            (holds(_.cuti_tercatat), True),
            (holds(_.cuti_lengkap), False),
        ),
    )
    return known.mutate(wakil_tersedia=_.ada_wakil & ~_.wakil_cuti)
