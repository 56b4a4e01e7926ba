"""What the records say of each employee's rank, posts and diplomas, summed up once each."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.golongan import GOLONGAN_PNS
from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    day_number,
    holds,
    in_force,
    look_up,
    months_after,
)
from pamong.law.rule import Rule, Version

#: The place of each golongan ruang on the ladder, from 1.
PLACES = {str(golongan): place for place, golongan in enumerate(GOLONGAN_PNS, 1)}
ROOMS = {place: room for room, place in PLACES.items()}
_APPOINTMENT = "pengangkatan"
#: The kinds of entry. The first may stand twice for one rank: as CPNS and as PNS.
_KINDS = (
    *(_APPOINTMENT, "reguler", "pilihan", "penyesuaian_ijazah", "pengabdian"),
    *("anumerta", "penurunan", "pemulihan"),
)


def ranks(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Sum up the ranks up to the day; of two on one day the higher counts.

    The first rank counts from the appointment as CPNS (PP 99/2000 Pasal 5).
    Columns out: pegawai_id, ``tempat`` (0 where it is none of I/a to IV/e), ``jenis_terakhir``
    (null where not recorded), ``sejak_on``, and of the last regular promotion under the versions
    of the rule ``reguler_on`` and ``reguler_tempat``
    """
    kinds = {kind: number for number, kind in enumerate(_KINDS, 1)}
    rows = placed(facts, as_of).mutate(
        nomor=look_up(_.jenis, kinds, "int64").fill_null(0), hari=day_number(_.tmt_on)
    )
    is_appointment = _.nomor <= kinds[_APPOINTMENT]
    is_regular = _is_regular(rule)
    # One number orders the entries and carries what they say: a plain maximum is far cheaper to
    # find in many rows than the row that has it.
    latest = rows.group_by("pegawai_id").agg(
        akhir=(_.hari * 10000 + _.tempat * 100 + _.nomor).max(),
        terakhir_on=_.tmt_on.max(),
        angkat_on=_.tmt_on.min(where=is_appointment),
        angkat_tempat=_.tempat.min(where=is_appointment),
        reguler=(_.hari * 100 + _.tempat).max(where=is_regular),
        reguler_on=_.tmt_on.max(where=is_regular),
    )
    read = latest.mutate(tempat=_.akhir // 100 % 100, nomor=_.akhir % 100)
    is_first = (_.nomor <= kinds[_APPOINTMENT]) & (_.tempat == _.angkat_tempat)
    return read.select(
        "pegawai_id",
        "tempat",
        jenis_terakhir=look_up(_.nomor, {number: kind for kind, number in kinds.items()}),
        sejak_on=ibis.ifelse(holds(is_first), _.angkat_on, _.terakhir_on),
        reguler_tempat=_.reguler % 100,
        reguler_on=_.reguler_on,
    )


def too_early(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give the latest regular promotion that came before the years in the rank below were full.

    Only where the rank below is on record; PP 99/2000 Pasal 7 ayat (2) let who held a diploma of
    Spesialis I rise sooner, so that the shorter term counts for that step.
    Columns out: pegawai_id, ``naik_on``, ``naik_tempat``, ``sebelum_on`` (since when in the rank
    below), ``baru_boleh_on``
    """
    rows = placed(facts, as_of)
    risen = rows.filter(_is_regular(rule)).select(
        "pegawai_id", tempat=_.tempat - 1, naik_on=_.tmt_on
    )
    # The rank below may stand in the records twice; the earliest day of it counts.
    held = rows.group_by("pegawai_id", "tempat").agg(sebelum_on=_.tmt_on.min())
    pairs = risen.join(held, ["pegawai_id", "tempat"]).filter(_.sebelum_on < _.naik_on)
    early = pairs.mutate(baru_boleh_on=_due(rule, _.sebelum_on)).filter(
        _.naik_on < _.baru_boleh_on
    )
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


def placed(facts: Facts, as_of: Value) -> Table:
    """Return the entries of rank up to the day, with ``tempat``: 0 where the rank is no PNS's."""
    return facts.riwayat_pangkat.filter(_.tmt_on <= as_of).mutate(
        tempat=look_up(_.golongan, PLACES, "int64").fill_null(0)
    )


def _is_regular(rule: Rule) -> Value:
    """Tell of an entry whether it is a regular promotion under one of the versions."""
    since = rule.versions[0].period.start
    return (_.jenis == "reguler") & (_.tmt_on >= since) & (_.tempat > 1)


def _due(rule: Rule, since: Value) -> Value:
    """Return the first day on which each promotion could come, by the version of its day."""
    steps = []
    for version, before in zip(rule.versions, (None, *rule.versions), strict=False):
        terms = _terms(version)
        if before is not None and terms == _terms(before):
            continue  # the version before goes on
        is_then = _.naik_on >= version.period.start
        steps.append(
            [
                (
                    is_then if place is None else is_then & (_.tempat == place),
                    months_after(since, months),
                )
                for place, months in terms
            ]
        )
    return ibis.cases(*(step for steps_of in reversed(steps) for step in steps_of))


def _terms(version: Version) -> list[tuple[int | None, int]]:
    """Return the months that a version asks for, from a place on the ladder or from any."""
    sooner = version.values.get("lebih_cepat")
    special = [] if sooner is None else [(PLACES[sooner["dari"]], sooner["bulan"])]
    return [*special, (None, version.values["bulan"])]
