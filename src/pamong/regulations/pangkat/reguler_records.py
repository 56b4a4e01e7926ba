"""What the records say of each employee's rank, posts and diplomas, summed up once each."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.golongan import GOLONGAN_PNS
from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, in_force, look_up, months_after, version_on
from pamong.law.rule import Rule

#: The place of each golongan ruang on the ladder, from 1.
PLACES = {str(golongan): place for place, golongan in enumerate(GOLONGAN_PNS, 1)}
ROOMS = {place: room for room, place in PLACES.items()}
#: Kinds of entry that may be the same appointment told twice: as CPNS and as PNS.
_APPOINTED = ("pengangkatan", "")


def ranks(facts: Facts, as_of: Value) -> Table:
    """Sum up the ranks up to the day; of two on one day the higher counts.

    The first rank counts from the appointment as CPNS (PP 99/2000 Pasal 5).
    Columns out: pegawai_id, ``golongan``, ``tempat`` (0 where it is none of I/a to IV/e),
    ``jenis_terakhir`` ("" where not recorded), ``sejak_on``
    """
    rows = _placed(facts, as_of).mutate(jenis=_.jenis.fill_null(""))
    order = _day_number(_.tmt_on) * 100 + _.tempat
    latest = (
        rows.mutate(urutan=order)
        .group_by("pegawai_id")
        .agg(
            golongan=_.golongan.argmax(_.urutan),
            tempat=_.tempat.argmax(_.urutan),
            jenis_terakhir=_.jenis.argmax(_.urutan),
            terakhir_on=_.tmt_on.max(),
            angkat_on=_.tmt_on.min(where=_.jenis.isin(_APPOINTED)),
            angkat_tempat=_.tempat.min(where=_.jenis.isin(_APPOINTED)),
        )
    )
    is_first = _.jenis_terakhir.isin(_APPOINTED) & (_.tempat == _.angkat_tempat)
    return latest.mutate(sejak_on=ibis.ifelse(holds(is_first), _.angkat_on, _.terakhir_on)).drop(
        "terakhir_on", "angkat_on", "angkat_tempat"
    )


def too_early(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give the latest regular promotion that came before the years in the rank below were full.

    Only where the rank below is on record; PP 99/2000 Pasal 7 ayat (2) let who held a diploma of
    Spesialis I rise sooner, so that the shorter term counts for that step.
    Columns out: pegawai_id, ``naik_on``, ``naik_tempat``, ``sebelum_on`` (since when in the rank
    below), ``baru_boleh_on``
    """
    rows = _placed(facts, as_of)
    risen = rows.filter(
        _.jenis == "reguler", _.tmt_on >= rule.versions[0].period.start, _.tempat > 1
    ).select("pegawai_id", tempat=_.tempat - 1, naik_on=_.tmt_on)
    held = rows.select("pegawai_id", "tempat", dari_on=_.tmt_on)
    pairs = (
        risen.join(held, ["pegawai_id", "tempat"])
        .filter(_.dari_on < _.naik_on)
        .group_by("pegawai_id", "tempat", "naik_on")
        .agg(sebelum_on=_.dari_on.min())
    )
    early = pairs.mutate(baru_boleh_on=_due(rule)).filter(_.naik_on < _.baru_boleh_on)
    return early.group_by("pegawai_id").agg(
        naik_tempat=_.tempat.argmax(_.naik_on) + 1,
        sebelum_on=_.sebelum_on.argmax(_.naik_on),
        baru_boleh_on=_.baru_boleh_on.argmax(_.naik_on),
        naik_on=_.naik_on.max(),
    )


def posts(facts: Facts, as_of: Value) -> Table:
    """Tell of each employee who holds a post on the day whether it is more than pelaksana.

    Columns out: pegawai_id, ``menjabat`` boolean
    """
    held = facts.riwayat_jabatan.filter(lambda t: in_force(t, as_of))
    latest = held.group_by("pegawai_id").agg(
        akhir=_.starts_on.max(), bukan=_.starts_on.max(where=_.jenis != "pelaksana")
    )
    return latest.select("pegawai_id", menjabat=holds(_.bukan == _.akhir))


def diplomas(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Sum up the ceilings of the diplomas that were recognised, and of those that may be.

    Columns out: pegawai_id, ``batas_pasti`` and ``batas_mungkin`` (places on the ladder),
    ``bebas_pasti`` and ``bebas_mungkin`` (of the service exam from II/d to III/a)
    """
    ceilings = {row["tingkat"]: PLACES[row["sampai"]] for row in rule.lists["batas"].rows}
    free = [row["tingkat"] for row in rule.lists["batas"].rows if row["bebas_ujian_dinas_1"]]
    owned = facts.riwayat_pendidikan.filter(
        _.lulus_on.isnull() | (_.lulus_on <= as_of), ~holds(~_.diakui)
    ).mutate(batas=look_up(_.tingkat, ceilings, "int64"), bebas=_.tingkat.isin(free))
    return owned.group_by("pegawai_id").agg(
        batas_pasti=_.batas.max(where=holds(_.diakui)),
        batas_mungkin=_.batas.max(),
        bebas_pasti=(_.bebas & holds(_.diakui)).any(),
        bebas_mungkin=_.bebas.any(),
    )


def _placed(facts: Facts, as_of: Value) -> Table:
    return facts.riwayat_pangkat.filter(_.tmt_on <= as_of).mutate(
        tempat=look_up(_.golongan, PLACES, "int64").fill_null(0)
    )


def _due(rule: Rule) -> Value:
    """Return the first day on which each promotion could come, by the version of its day."""
    version = version_on(rule, _.naik_on)
    steps = []
    for each in rule.versions:
        sooner = each.values.get("lebih_cepat")
        if sooner is not None:
            is_that_step = (version == each.id) & (_.tempat == PLACES[sooner["dari"]])
            steps.append((is_that_step, months_after(_.sebelum_on, sooner["bulan"])))
        steps.append((version == each.id, months_after(_.sebelum_on, each.values["bulan"])))
    return ibis.cases(*steps)


def _day_number(day: Value) -> Value:
    year, month = day.year().cast("int64"), day.month().cast("int64")
    return year * 10000 + month * 100 + day.day().cast("int64")
