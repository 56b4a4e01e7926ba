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
from pamong.regulations.pangkat.periods import next_period_value
from pamong.regulations.pangkat.records import two_years_are_covered, with_coverage
from pamong.regulations.pangkat.reguler_appraisals import BELOW, REACHED, with_appraisals
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
    # First, while there are few columns: each of them costs memory in every step from there on.
    known = with_coverage(
        known,
        {f"{name}_sejak": getattr(facts, f"{name}_cakupan") for name in _TABLES},
        as_of,
        years={"kinerja_tahun": facts.penilaian_kinerja_cakupan},
    ).drop("pemda_id", "unit_id")
    parts = (
        with_appraisals(ranks(facts, rule, as_of), facts, rule, as_of),
        too_early(facts, rule, as_of),
        posts(facts, as_of),
        diplomas(facts, rule, as_of),
    )
    for part in parts:
        known = join_known(known, part, "pegawai_id")
    return known


def _conditions(known: Table, version: Version, as_of: Value) -> dict[str, Value]:
    """Return what the outcome rests on; each is true, false, or null where it is not known."""
    none_needed = ibis.ifelse(
        known.riwayat_jabatan_sejak.notnull(), ibis.literal(value=False), None
    )
    # Until the end of January the appraisal of the year before may still be on its way.
    is_early = (as_of.month() == 1) & known.nilai_1.isnull()
    first = ibis.ifelse(is_early, known.nilai_2, known.nilai_1)
    second = ibis.ifelse(is_early, known.nilai_3, known.nilai_2)
    back = ibis.ifelse(is_early, 1, 0)
    complete = two_years_are_covered(known.kinerja_tahun, back)
    last_year = as_of.year().cast("int64") - back - 1
    exam_from = known.tempat == PLACES[version.values["ujian_dinas_dari"]]
    last_is_regular = holds(known.jenis_terakhir == "reguler")
    return {
        "tahun_pertama": last_year - 1,
        "tahun_terakhir": last_year,
        "jabatan": ibis.coalesce(known.menjabat, known.memegang_jabatan, none_needed),
        "genap": known.genap_on <= known.periode_on,
        "mutu_kurang": holds(first == BELOW)
        | holds(second == BELOW)
        | (complete & (first.isnull() | second.isnull())),
        "mutu_cukup": holds(first == REACHED) & holds(second == REACHED),
        "reguler_terbuka": known.reguler_kosong
        & holds(two_years_are_covered(known.kinerja_tahun, known.reguler_mundur)),
        "di_batas": holds(known.tempat >= known.batas_mungkin)
        & known.riwayat_pendidikan_sejak.notnull(),
        "dalam_batas": holds(known.berikut <= known.batas_pasti),
        "melampaui": last_is_regular
        & holds(known.tempat > known.batas_mungkin)
        & known.riwayat_pendidikan_sejak.notnull(),
        # Only a diploma of which nobody recorded whether it is recognised carries that rank.
        "batas_terbuka": last_is_regular
        & known.reguler_on.notnull()
        & holds((known.tempat > known.batas_pasti) & (known.tempat <= known.batas_mungkin)),
        "perlu_ujian": exam_from & ~holds(known.bebas_pasti),
    }


def _outcome(known: Table) -> Value:
    has_rank = holds(known.tempat > 0) & known.riwayat_pangkat_sejak.notnull()
    is_restored = known.jenis_terakhir == "pemulihan"
    return ibis.cases(
        (known.naik_on.notnull(), "naik_terlalu_cepat"),
        (holds(known.reguler_kurang), "naik_penilaian_kurang"),
        (~has_rank, "tidak_dapat_dinilai"),
        (known.melampaui, "melampaui_ijazah"),
        (known.reguler_terbuka | known.batas_terbuka, "tidak_dapat_dinilai"),
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
    # Whether the last promotion was in order comes before whether another may come.
    past = open_ & ~no_rank & (known.reguler_terbuka | known.batas_terbuka)
    no_post = open_ & ~no_rank & ~past & known.jabatan.isnull()
    rest = open_ & ~no_rank & ~past & ~no_post
    restored = rest & ~holds(known.genap)
    full = rest & holds(known.genap)
    waits = known.outcome.isin(["memenuhi_syarat", "belum_empat_tahun"])
    early = known.outcome == "naik_terlalu_cepat"
    poor = known.outcome == "naik_penilaian_kurang"
    short = known.outcome == "penilaian_kurang"
    is_open_kind = waits | full
    years_before = poor | (past & known.reguler_terbuka)
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.cases(
            (early, _.naik_on),
            (poor, _.reguler_on),
            ((_.outcome == "memenuhi_syarat") & (_.boleh_on <= as_of), _.boleh_on),
        ),
        due_on=ibis.cases(
            (_.outcome == "memenuhi_syarat", _.periode_on),
            (_.outcome == "belum_empat_tahun", _.boleh_on),
        ),
        missing=missing_facts(
            riwayat_pangkat=no_rank,
            penilaian_sebelum_naik=past & _.reguler_terbuka,
            pengakuan_ijazah=past & _.batas_terbuka,
            riwayat_jabatan=no_post,
            masa_pemulihan=restored,
            penilaian_kinerja=full & ~_.mutu_cukup,
            riwayat_pendidikan=full & ~_.dalam_batas,
            ujian_dinas=full & _.dalam_batas & _.perlu_ujian,
        ),
        version=ibis.cases(
            (early, version_on(rule, _.naik_on)),
            (poor | past, version_on(rule, _.reguler_on)),
            else_=ibis.literal(version.id),
        ),
        golongan=look_up(_.tempat, ROOMS),
        golongan_berikut=ibis.ifelse(is_open_kind, look_up(_.berikut, ROOMS), None),
        genap_on=ibis.ifelse(is_open_kind | short, _.genap_on, None),
        boleh_on=ibis.ifelse(is_open_kind, _.boleh_on, None),
        batas_ijazah=look_up(_.batas_mungkin, ROOMS),
        naik_golongan=look_up(
            ibis.cases((early, _.naik_tempat), (poor | past, _.reguler_tempat)), ROOMS
        ),
        kenaikan_on=ibis.ifelse(past, _.reguler_on, None),
        atasan=ibis.literal(version.values["atasan"]),
        tahun_pertama=ibis.cases((short, _.tahun_pertama), (years_before, _.reguler_tahun - 2)),
        tahun_terakhir=ibis.cases((short, _.tahun_terakhir), (years_before, _.reguler_tahun - 1)),
    )
