"""Who may rise in rank by the regular way at the next day of promotion, and who rose too early."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    holds,
    join_known,
    look_up,
    missing_facts,
    months_after,
    version_on,
)
from pamong.law.rule import Rule, Version
from pamong.regulations.kinerja.grades import BELOW, REACHED, grade_in, graded
from pamong.regulations.pangkat.periods import next_period_value
from pamong.regulations.pangkat.records import with_coverage
from pamong.regulations.pangkat.reguler_records import (
    PLACES,
    ROOMS,
    diplomas,
    posts,
    ranks,
    too_early,
)

_TABLES = ("riwayat_pangkat", "riwayat_jabatan", "riwayat_pendidikan")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS: by years in rank, appraisals and the ceiling of his diploma."""
    version = rule.version_on(facts.era)
    known = _known(facts, rule, as_of)
    known = known.mutate(
        genap_on=months_after(_.sejak_on, version.values["bulan"]),
        periode_on=next_period_value(as_of),
    ).mutate(boleh_on=next_period_value(_.genap_on), berikut=_.tempat + 1)
    known = known.mutate(**_conditions(known, version, as_of))
    known = known.mutate(outcome=_outcome(known))
    return _told(known, rule, version, as_of)


def _known(facts: Facts, rule: Rule, as_of: Value) -> Table:
    known = facts.pegawai.filter(_.status == "pns").select(
        "pegawai_id", "pemda_id", "unit_id", "memegang_jabatan"
    )
    parts = (
        ranks(facts, as_of),
        too_early(facts, rule, as_of),
        posts(facts, as_of),
        diplomas(facts, rule, as_of),
        _appraisals(facts, rule, as_of),
    )
    for part in parts:
        known = join_known(known, part, "pegawai_id")
    for name in _TABLES:
        coverage = getattr(facts, f"{name}_cakupan")
        known = with_coverage(known, coverage, as_of, f"{name}_sejak")
    last_of_year = ibis.date(as_of.year().cast("int64") - 1, 12, 31)
    return with_coverage(known, facts.penilaian_kinerja_cakupan, last_of_year, "kinerja_sejak")


def _appraisals(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Sum up the appraisals of the three years before that of the day."""
    year = as_of.year().cast("int64")
    near = facts.penilaian_kinerja.filter(_.tahun.between(year - 3, year - 1))
    return (
        graded(near, rule, "skala_baik")
        .group_by("pegawai_id")
        .agg(mutu_1=grade_in(year - 1), mutu_2=grade_in(year - 2), mutu_3=grade_in(year - 3))
    )


def _conditions(known: Table, version: Version, as_of: Value) -> dict[str, Value]:
    """Return what the outcome rests on; each is true, false, or null where it is not known."""
    none_needed = ibis.ifelse(
        known.riwayat_jabatan_sejak.notnull(), ibis.literal(value=False), None
    )
    # Until the end of January the appraisal of the year before may still be on its way.
    is_early = (as_of.month() == 1) & known.mutu_1.isnull()
    first = ibis.ifelse(is_early, known.mutu_2, known.mutu_1)
    second = ibis.ifelse(is_early, known.mutu_3, known.mutu_2)
    last_year = as_of.year().cast("int64") - ibis.ifelse(is_early, 2, 1)
    complete = holds(known.kinerja_sejak <= ibis.date(last_year - 1, 12, 31))
    exam_from = known.tempat == PLACES[version.values["ujian_dinas_dari"]]
    return {
        "tahun_pertama": last_year - 1,
        "tahun_terakhir": last_year,
        "jabatan": ibis.coalesce(known.menjabat, known.memegang_jabatan, none_needed),
        "genap": known.genap_on <= known.periode_on,
        "mutu_kurang": holds(first == BELOW)
        | holds(second == BELOW)
        | (complete & (first.isnull() | second.isnull())),
        "mutu_cukup": holds(first == REACHED) & holds(second == REACHED),
        "di_batas": holds(known.tempat >= known.batas_mungkin)
        & known.riwayat_pendidikan_sejak.notnull(),
        "dalam_batas": holds(known.berikut <= known.batas_pasti),
        "perlu_ujian": exam_from & ~holds(known.bebas_pasti),
    }


def _outcome(known: Table) -> Value:
    has_rank = holds(known.tempat > 0) & known.riwayat_pangkat_sejak.notnull()
    above = (
        (known.jenis_terakhir == "reguler")
        & (known.tempat > known.batas_mungkin)
        & known.riwayat_pendidikan_sejak.notnull()
    )
    is_restored = known.jenis_terakhir == "pemulihan"
    return ibis.cases(
        (known.naik_on.notnull(), "naik_terlalu_cepat"),
        (~has_rank, "tidak_dapat_dinilai"),
        (holds(above), "melampaui_ijazah"),
        (known.jabatan.isnull(), "tidak_dapat_dinilai"),
        (holds(known.jabatan), "jalur_pilihan"),
        (known.jenis_terakhir == "penurunan", "pangkat_diturunkan"),
        (known.di_batas, "batas_ijazah"),
        (is_restored & ~holds(known.genap), "tidak_dapat_dinilai"),
        (~holds(known.genap), "belum_empat_tahun"),
        (known.mutu_kurang, "penilaian_kurang"),
        (~known.mutu_cukup, "tidak_dapat_dinilai"),
        (~known.dalam_batas, "tidak_dapat_dinilai"),
        (known.perlu_ujian, "tidak_dapat_dinilai"),
        else_="memenuhi_syarat",
    )


def _told(known: Table, rule: Rule, version: Version, as_of: Value) -> Table:
    open_ = known.outcome == "tidak_dapat_dinilai"
    no_rank = open_ & ~(holds(known.tempat > 0) & known.riwayat_pangkat_sejak.notnull())
    no_post = open_ & ~no_rank & known.jabatan.isnull()
    rest = open_ & ~no_rank & ~no_post
    restored = rest & ~holds(known.genap)
    full = rest & holds(known.genap)
    waits = known.outcome.isin(["memenuhi_syarat", "belum_empat_tahun"])
    early = known.outcome == "naik_terlalu_cepat"
    is_open_kind = waits | full
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.cases(
            (early, _.naik_on),
            ((_.outcome == "memenuhi_syarat") & (_.boleh_on <= as_of), _.boleh_on),
        ),
        due_on=ibis.cases(
            (_.outcome == "memenuhi_syarat", _.periode_on),
            (_.outcome == "belum_empat_tahun", _.boleh_on),
        ),
        missing=missing_facts(
            riwayat_pangkat=no_rank,
            riwayat_jabatan=no_post,
            masa_pemulihan=restored,
            penilaian_kinerja=full & ~_.mutu_cukup,
            riwayat_pendidikan=full & ~_.dalam_batas,
            ujian_dinas=full & _.dalam_batas & _.perlu_ujian,
        ),
        version=ibis.ifelse(early, version_on(rule, _.naik_on), ibis.literal(version.id)),
        golongan=look_up(_.tempat, ROOMS),
        golongan_berikut=ibis.ifelse(is_open_kind, look_up(_.berikut, ROOMS), None),
        genap_on=ibis.ifelse(is_open_kind | (_.outcome == "penilaian_kurang"), _.genap_on, None),
        boleh_on=ibis.ifelse(is_open_kind, _.boleh_on, None),
        batas_ijazah=look_up(_.batas_mungkin, ROOMS),
        naik_golongan=look_up(_.naik_tempat, ROOMS),
        atasan=ibis.literal(version.values["atasan"]),
        tahun_pertama=ibis.ifelse(_.outcome == "penilaian_kurang", _.tahun_pertama, None),
        tahun_terakhir=ibis.ifelse(_.outcome == "penilaian_kurang", _.tahun_terakhir, None),
    )
