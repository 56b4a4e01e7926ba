"""When the next periodic rise of each employee is due, and whether it was decided or postponed.

Where the pay is not on record, or not since the line of years changed, the years in the last
decree on rank tell the day of the next step; nothing is judged by that.
"""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    day_number,
    day_of_month,
    holds,
    join_known,
    look_up,
    missing_facts,
    month_number,
    months_after,
    version_on,
)
from pamong.law.rule import Rule, Version
from pamong.regulations.kgb.steps import (
    first_of_next_month,
    line_of,
    months_on,
    next_step,
    top_step,
)
from pamong.regulations.kinerja.grades import BELOW, REACHED, graded
from pamong.regulations.pangkat.records import with_coverage
from pamong.regulations.pangkat.reguler_records import PLACES, ROOMS, placed

_NEVER = date(9999, 12, 31)
_A_YEAR = 12
#: More months of service than anybody has.
_MANY = 10000


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS and CPNS (PP 7/1977 Pasal 11-13)."""
    version = rule.version_on(facts.era)
    known = _known(facts, as_of)
    known = _with_basis(known, as_of)
    known = _with_dates(known, version)
    known = join_known(known, _appraisals(facts, rule, known, as_of), "pegawai_id")
    known = known.mutate(outcome=_outcome(known, as_of))
    return _told(known, rule, version, as_of)


def _known(facts: Facts, as_of: Value) -> Table:
    known = facts.pegawai.filter(_.status.isin(["pns", "cpns"])).select(
        "pegawai_id", "pemda_id", "unit_id"
    )
    for part in (_pay(facts, as_of), _ranks(facts, as_of), _unpaid_leave(facts, as_of)):
        known = join_known(known, part, "pegawai_id")
    return with_coverage(known, {"tercatat_sejak": facts.gaji_berkala_cakupan}, as_of)


def _pay(facts: Facts, as_of: Value) -> Table:
    """Sum up the pay that is set: the latest of the day, and the first day of one after it.

    A postponement of an earlier rise was over before the latest pay, so that the last day of them
    all is that of the latest. One number orders the entries and carries what they say.
    Columns out: pegawai_id, ``tempat``, ``golongan``, ``mkg_bulan``, ``tunda_on``, ``gaji_on``,
    ``berikut_on``
    """
    past = _.tmt_on <= as_of
    place = look_up(_.golongan, PLACES, "int64").fill_null(0)
    number = (day_number(_.tmt_on) * 100 + place) * _MANY + _.mkg_bulan
    latest = facts.gaji_berkala.group_by("pegawai_id").agg(
        akhir=number.max(where=past),
        tunda_on=_.ditunda_sampai.max(where=past),
        gaji_on=_.tmt_on.max(where=past),
        berikut_on=_.tmt_on.min(where=~past),
    )
    read = latest.mutate(tempat=_.akhir // _MANY % 100, mkg_bulan=_.akhir % _MANY)
    return read.mutate(golongan=look_up(_.tempat, ROOMS)).drop("akhir")


def _ranks(facts: Facts, as_of: Value) -> Table:
    """Sum up the latest rank: its day, and its years of service where its decree is on record so.

    Columns out: pegawai_id, ``pangkat``, ``pangkat_on``, ``pangkat_mkg`` in months
    """
    rows = placed(facts, as_of)
    number = day_number(_.tmt_on) * 100 + _.tempat
    latest = rows.group_by("pegawai_id").agg(
        akhir=(number * _MANY + (_.mkg_bulan + 1).fill_null(0)).max(), pangkat_on=_.tmt_on.max()
    )
    return latest.select(
        "pegawai_id",
        "pangkat_on",
        pangkat=look_up(_.akhir // _MANY % 100, ROOMS),
        pangkat_mkg=(_.akhir % _MANY - 1).nullif(-1),
    )


def _unpaid_leave(facts: Facts, as_of: Value) -> Table:
    """Give the last day after unpaid leave, which does not count as service."""
    rows = facts.cuti_pegawai.filter(_.jenis == "cltn", _.starts_on <= as_of)
    return rows.group_by("pegawai_id").agg(
        cltn_sampai=ibis.coalesce(_.ends_before, _NEVER).max(),
    )


def _with_basis(known: Table, as_of: Value) -> Table:
    """Add from which day and which years the next step is counted: of the pay, else of the rank.

    By the rank it is the first step that is not past, as if those before had been given. A step
    that falls on the day itself is not past.
    """
    moved = (_.pangkat_on > _.gaji_on) & (line_of(_.pangkat) != line_of(_.golongan))
    known = known.mutate(pindah_garis=holds(moved))
    known = known.mutate(
        dari_pangkat=(_.gaji_on.isnull() | _.pindah_garis) & _.pangkat_mkg.notnull()
    )
    since = known.pangkat_on
    whole = day_of_month(as_of) > day_of_month(since)
    past = month_number(as_of) - month_number(since) - ibis.ifelse(whole, 0, 1)
    reached = known.pangkat_mkg + ibis.greatest(past, 0)
    return known.mutate(
        dasar_on=ibis.ifelse(_.dari_pangkat, _.pangkat_on, _.gaji_on),
        golongan=ibis.ifelse(_.dari_pangkat, _.pangkat, _.golongan),
        tercapai_bulan=ibis.ifelse(_.dari_pangkat, reached, _.mkg_bulan),
        mkg_bulan=ibis.ifelse(_.dari_pangkat, _.pangkat_mkg, _.mkg_bulan),
    )


def _with_dates(known: Table, version: Version) -> Table:
    """Add the day on which the next rise is due, also after a postponement, and its notice.

    Each step is a column before the next one uses it, so that none is written out twice.
    """
    known = known.mutate(
        langkah=next_step(_.golongan, _.tercapai_bulan), puncak_tahun=top_step(_.golongan)
    )
    known = known.mutate(sisa_bulan=_.langkah * _A_YEAR - _.mkg_bulan)
    known = known.mutate(semula_on=months_on(_.dasar_on, _.sisa_bulan))
    known = known.mutate(ditunda=holds(_.tunda_on >= _.semula_on) & ~_.dari_pangkat)
    paid_from = first_of_next_month(_.tunda_on)
    known = known.mutate(jatuh_on=ibis.ifelse(_.ditunda, paid_from, _.semula_on))
    too_long = _.tunda_on >= months_after(_.semula_on, version.values["tunda_bulan"])
    return known.mutate(
        puncak=holds(_.tercapai_bulan >= _.puncak_tahun * _A_YEAR),
        terlalu_lama=_.ditunda & holds(too_long),
        beritahu_on=months_after(_.jatuh_on, -version.values["pemberitahuan_bulan"]),
        cltn=holds(_.cltn_sampai > _.dasar_on),
    )


def _appraisals(facts: Facts, rule: Rule, known: Table, as_of: Value) -> Table:
    """Grade, for those whose rise is overdue, the last appraisal of the two years before it."""
    # Grouped once more, since a condition on the day itself would be written out again down to the
    # records, which is too much for one engine.
    days = known.group_by("pegawai_id").agg(jatuh_on=_.jatuh_on.max())
    late = days.filter(_.jatuh_on <= as_of).select(
        "pegawai_id", nilai_tahun=_.jatuh_on.year().cast("int64") - 1
    )
    rows = facts.penilaian_kinerja.join(late, "pegawai_id")
    near = rows.filter(_.tahun.between(_.nilai_tahun - 1, _.nilai_tahun))
    return (
        graded(near, rule, "skala_cukup")
        .group_by("pegawai_id")
        .agg(akhir=(_.tahun * 10 + _.mutu).max())
        .select("pegawai_id", mutu=_.akhir % 10, tahun_nilai=_.akhir // 10)
    )


def _outcome(known: Table, as_of: Value) -> Value:
    is_due = known.jatuh_on <= as_of
    return ibis.cases(
        (known.dari_pangkat & ~known.cltn & ~known.puncak, "menurut_pangkat"),
        (known.gaji_on.isnull() | known.pindah_garis, "tidak_dapat_dinilai"),
        (known.puncak, "tertinggi"),
        (known.langkah.isnull(), "tidak_dapat_dinilai"),
        (holds(known.berikut_on == known.jatuh_on), "sudah_ditetapkan"),
        (~is_due & known.terlalu_lama, "ditunda_lebih_setahun"),
        (~is_due & known.ditunda, "ditunda"),
        (known.beritahu_on > as_of, "belum_waktunya"),
        (known.tercatat_sejak.isnull() | known.cltn, "tidak_dapat_dinilai"),
        (~is_due, "pemberitahuan_belum_terbit"),
        (holds(known.mutu == REACHED), "terlambat"),
        (holds(known.mutu == BELOW), "penundaan_belum_diputus"),
        else_="belum_diputus",
    )


def _told(known: Table, rule: Rule, version: Version, as_of: Value) -> Table:
    by_rank = known.outcome == "menurut_pangkat"
    open_ = (known.outcome == "tidak_dapat_dinilai") | by_rank
    no_pay = open_ & known.gaji_on.isnull()
    moved = open_ & ~no_pay & known.pindah_garis
    no_step = open_ & ~no_pay & ~moved & known.langkah.isnull()
    rest = open_ & ~no_pay & ~moved & ~no_step
    not_whole = rest & known.tercatat_sejak.isnull()
    overdue = known.outcome.isin(["terlambat", "penundaan_belum_diputus", "belum_diputus"])
    # Whether the rise was decided cannot be told where the record is not whole; its day can.
    has_date = by_rank | (not_whole & ~known.cltn) | (~open_ & (known.outcome != "tertinggi"))
    is_past = has_date & holds(known.jatuh_on <= as_of)
    dates = ("semula_on", "beritahu_on", "langkah")
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.cases(
            (overdue, _.jatuh_on),
            (_.outcome == "pemberitahuan_belum_terbit", _.beritahu_on),
        ),
        due_on=ibis.ifelse(has_date, _.jatuh_on, None),
        missing=missing_facts(
            gaji_berkala=no_pay | not_whole,
            masa_kerja_golongan=no_step,
            gaji_sesudah_naik_pangkat=moved,
            cltn=rest & _.tercatat_sejak.notnull(),
            penilaian_kinerja=_.outcome == "belum_diputus",
        ),
        version=ibis.ifelse(is_past, version_on(rule, _.jatuh_on), ibis.literal(version.id)),
        mkg_tahun=_.mkg_bulan // _A_YEAR,
        gaji_on=ibis.ifelse(_.dari_pangkat, None, _.gaji_on),
        pangkat_on=ibis.ifelse(_.dari_pangkat, _.pangkat_on, None),
        ditunda_sampai=ibis.ifelse(has_date & _.ditunda, _.tunda_on, None),
        tahun_nilai=ibis.ifelse(overdue, _.tahun_nilai, None),
        **{name: ibis.ifelse(has_date, known[name], None) for name in dates},
    )
