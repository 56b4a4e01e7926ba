"""How long an elected head or deputy holds office, and for the how-manieth time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    holds,
    in_force,
    join_known,
    look_up,
    missing_facts,
    term_before,
)
from pamong.law.rule import Rule, Version
from pamong.regulations.kdh.heads import TERM_MONTHS, complete_on, definitive, tenures_of

_HEAD, _DEPUTY = "kepala_daerah", "wakil_kepala_daerah"
_ONE_DAY = ibis.interval(days=1)
_TERMS_ALLOWED = 2


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every definitive tenure of a head or deputy that is open on the day."""
    version = rule.version_on(facts.era)
    tenures = definitive(tenures_of(facts, _HEAD, _DEPUTY)).filter(_.starts_on <= as_of)
    begun = _terms(tenures)
    judged = (_HEAD, _DEPUTY) if version.values["wakil"] else (_HEAD,)
    held = tenures.filter(in_force(tenures, as_of) & _.jabatan_jenis.isin(judged))
    known = held.left_join(begun, ["pemda_id", "pilkada"]).drop("pemda_id_right", "pilkada_right")
    known = join_known(known, _earlier(tenures, held, begun), "pemangku_id")
    complete = complete_on(facts.pemangku_cakupan, as_of, "dimuat")
    known = join_known(known, complete, "pemda_id").mutate(
        lengkap=holds(_.dimuat),
        periode_pasti=ibis.coalesce(_.periode_pasti, 0),
        periode_ke=ibis.coalesce(_.periode_sebelumnya, 0) + 1,
    )
    known = _limits(known, version)
    known = known.mutate(outcome=_outcome(known, as_of))
    return _verdicts(known, version, as_of)


def _verdicts(known: Table, version: Version, as_of: Value) -> Table:
    open_ = known.outcome == "tidak_dapat_dinilai"
    over = known.batas <= as_of
    counted = known.periode_ke > _TERMS_ALLOWED
    late = holds(known.awal_masa > known.dilantik_paling_akhir)
    capped = holds(known.batas_tahun_pada <= as_of)
    unnamed = known.pilkada.isnull()
    within = open_ & ~over & ~_is_elected_again(known, counted)
    is_told = ~open_ | (over | capped)
    return known.mutate(
        subject_id=_.pemangku_id,
        hari_terakhir=ibis.ifelse(is_told, ibis.least(_.batas, _.batas_terakhir) - _ONE_DAY, None),
        since=ibis.cases(
            (_.outcome == "periode_ketiga", _.starts_on),
            ((_.outcome == "melewati_masa_jabatan") & (_.batas <= as_of), _.batas),
        ),
        due_on=ibis.ifelse(open_, None, ibis.least(_.batas, _.batas_terakhir) - _ONE_DAY),
        missing=missing_facts(
            hitungan_periode=open_ & _is_elected_again(known, counted),
            akhir_masa=open_ & over & ~_is_elected_again(known, counted),
            pilkada=within & unnamed,
            awal_masa=within & ~unnamed & late,
            perpanjangan_putusan=within & ~unnamed & ~late & capped,
            tmt=within & ~unnamed & ~late & ~capped,
        ),
        version=ibis.literal(version.id),
    )


def _outcome(known: Table, as_of: Value) -> Value:
    """Compare the tenure with its limits.

    Source: UU 23/2014 Pasal 60; UU 10/2016 Pasal 162 and 201.
    """
    over = known.batas <= as_of
    runs = known.ends_before.notnull() | known.lengkap
    late = holds(known.awal_masa > known.dilantik_paling_akhir)
    too_often = known.periode_pasti >= _TERMS_ALLOWED
    counted = known.periode_ke > _TERMS_ALLOWED
    capped = holds(known.batas_tahun_pada <= as_of)
    return ibis.cases(
        (_is_elected_again(known, too_often), "periode_ketiga"),
        (_is_elected_again(known, counted), "tidak_dapat_dinilai"),
        (over & runs, "melewati_masa_jabatan"),
        (over, "tidak_dapat_dinilai"),
        (known.pilkada.isnull() | late, "tidak_dapat_dinilai"),
        (capped | ~holds(known.pasti), "tidak_dapat_dinilai"),
        (holds(known.ends_before > known.batas), "melewati_masa_jabatan"),
        else_="dalam_masa_jabatan",
    )


def _is_elected_again(known: Table, often: Value) -> Value:
    """Tell whether so many terms went before an election; a successor was not elected again."""
    return often & holds(known.starts_on == known.awal_masa)


def _terms(tenures: Table) -> Table:
    """Give for each election of a government the day on which its term began.

    Whoever takes over on the way, such as a deputy who becomes head, serves the rest of that term.
    """
    elected = tenures.filter(_.pilkada.notnull())
    return elected.group_by("pemda_id", "pilkada").agg(
        awal_masa=_.starts_on.min(), pasti=_.starts_is_exact.argmin(_.starts_on)
    )


def _earlier(tenures: Table, held: Table, begun: Table) -> Table:
    """Count the earlier terms of each holder in the same office, and those from their start."""
    before = tenures.left_join(begun, ["pemda_id", "pilkada"]).select(
        "person_id",
        "pemda_id",
        "jabatan_jenis",
        pilkada_dulu="pilkada",
        dulu_mulai="starts_on",
        sejak_awal=holds(_.starts_on == _.awal_masa),
    )
    pairs = held.join(before, ["person_id", "pemda_id", "jabatan_jenis"]).filter(
        _.dulu_mulai < _.starts_on,
        _.pilkada_dulu.isnull() | _.pilkada.isnull() | (_.pilkada_dulu != _.pilkada),
    )
    named = ibis.coalesce(_.pilkada_dulu, _.dulu_mulai.cast("string"))
    return pairs.group_by("pemangku_id").agg(
        periode_sebelumnya=named.nunique(),
        periode_pasti=_.pilkada_dulu.nunique(where=_.sejak_awal),
    )


def _limits(known: Table, version: Version) -> Table:
    """Add the first day beyond five years, and beyond the year that the law fixes for an election.

    Without the election the five years run from the tenure itself, which is the latest possible.
    """
    last_years = version.values["sampai_tahun"]
    beyond = {name: date(year + 1, 1, 1) for name, year in last_years.items()}
    latest = version.values["dilantik_paling_akhir"]
    never = ibis.date(9999, 12, 31)
    return known.mutate(
        batas=term_before(ibis.coalesce(_.awal_masa, _.starts_on), TERM_MONTHS),
        batas_tahun=_chosen(known.pilkada, last_years, "int64"),
        batas_tahun_pada=_chosen(known.pilkada, beyond, "date"),
        dilantik_paling_akhir=_chosen(known.pilkada, latest, "date"),
    ).mutate(batas_terakhir=ibis.coalesce(_.batas_tahun_pada, never))


def _chosen(pilkada: Value, values: Mapping[str, Any], type_: str) -> Value:
    return look_up(pilkada, values, type_) if values else ibis.null(type_)
