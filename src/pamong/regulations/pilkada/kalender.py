"""Which election calendar applies to a government on a day."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, missing_facts, version_on
from pamong.law.rule import Rule

_RUNNING, _NEXT, _MAYBE_NEXT = 0, 1, 2


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every pemda: the stage of the election that runs, or the next one."""
    nearest = _nearest_election(facts, as_of)
    stage = ibis.cases(
        (nearest.rank.isnull(), "tidak_dapat_dinilai"),
        (nearest.rank != _RUNNING, "di_luar_tahapan"),
        (nearest.ikut.isnull(), "tidak_dapat_dinilai"),
        (~nearest.ikut, "tidak_ikut"),
        (nearest.kampanye_mulai > as_of, "sebelum_kampanye"),
        (nearest.kampanye_sebelum > as_of, "masa_kampanye"),
        else_="sesudah_kampanye",
    )
    since = ibis.cases(
        (stage == "sebelum_kampanye", nearest.mulai_tahapan),
        (stage == "masa_kampanye", nearest.kampanye_mulai),
        (stage == "sesudah_kampanye", nearest.kampanye_sebelum),
    )
    first_version = rule.version_on(facts.era)
    return nearest.mutate(
        subject_id=_.pemda_id,
        outcome=stage,
        since=since,
        due_on=ibis.null("date"),
        missing=missing_facts(
            jadwal_pilkada=nearest.rank.isnull(),
            keikutsertaan_pilkada=(nearest.rank == _RUNNING) & nearest.ikut.isnull(),
        ),
        version=version_on(rule, as_of),
        confidence=ibis.coalesce(_.keyakinan, first_version.confidence.value),
        dasar_jadwal=_.sumber,
    )


def _nearest_election(facts: Facts, as_of: ibis.Value) -> Table:
    """Give every pemda the election that runs, else the next one; nulls after the last known."""
    ahead = facts.list("jadwal").filter(
        _.pemungutan >= as_of,
        _.berlaku_dari.isnull() | (_.berlaku_dari <= as_of),
        _.berlaku_sebelum.isnull() | (_.berlaku_sebelum > as_of),
    )
    taking_part = facts.keikutsertaan_pilkada.select("pemda_id", "pilkada", "ikut")
    pairs = facts.pemda.select("pemda_id", kode_pemda="kode").cross_join(ahead)
    rank = ibis.cases(
        (_.mulai_tahapan <= as_of, _RUNNING),
        (_.ikut, _NEXT),
        (_.ikut.isnull(), _MAYBE_NEXT),
    )
    order = ibis.window(group_by="pemda_id", order_by=["rank", "pemungutan"])
    ranked = (
        pairs.filter(_.kode.isnull() | (_.kode == _.kode_pemda))
        .left_join(taking_part, ["pemda_id", "pilkada"])
        .drop("pemda_id_right", "pilkada_right")
        .mutate(rank=rank)
        .filter(_.rank.notnull())
        .mutate(place=ibis.row_number().over(order))
        .filter(_.place == 0)
    )
    return facts.pemda.select("pemda_id").left_join(ranked, "pemda_id").drop("pemda_id_right")
