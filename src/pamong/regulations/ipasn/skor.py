"""The index of professionalism of a PNS: four dimensions, their sum, and its category."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, join_known, missing_facts
from pamong.law.rule import Rule, Version
from pamong.law.source import Confidence
from pamong.regulations.completeness import with_complete_since, with_unit
from pamong.regulations.ipasn import dimensions
from pamong.regulations.ipasn.dimensions import is_unsure, points

_DIMENSIONS = ("kualifikasi", "kompetensi", "kinerja", "disiplin")
_ONE_YEAR = ibis.interval(years=1)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS: the score in tenths and its category."""
    version = rule.version_on(facts.era)
    known = with_unit(facts.pegawai.filter(_.status == "pns")).drop("lahir_on", "memegang_jabatan")
    for coverage, name in (
        (facts.pengembangan_kompetensi_cakupan, "pelatihan_sejak"),
        (facts.hukuman_disiplin_cakupan, "hukuman_sejak"),
    ):
        known = with_complete_since(known, coverage, as_of, name)
    held = dimensions.posts(facts, as_of)
    for more in (
        dimensions.training(facts, held, version, as_of),
        dimensions.education(facts, rule, as_of),
        dimensions.appraisal(facts, rule, as_of),
        dimensions.discipline(facts, version, as_of),
    ):
        known = join_known(known, more, "pegawai_id")
    known = _with_training(known, rule)
    known = _with_discipline(known, rule)
    known = _with_gaps(known, version, as_of)
    return _verdicts(known, rule, version)


def _with_training(known: Table, rule: Rule) -> Table:
    """Add the score of training: for the post, technical, and shorter forms, each all or none."""
    group = ibis.cases(
        (known.jenis == "pelaksana", "pelaksana"),
        (known.jenis == "fungsional", "fungsional"),
        (known.jenis.notnull(), "struktural"),
        else_=ibis.null("string"),
    )
    had = {
        "jabatan": holds(known.diklat_jabatan) & (known.jenis != "pelaksana"),
        "teknis": holds(known.teknis),
        "seminar": holds(known.seminar),
    }
    known = known.mutate(**{f"ada_{name}": holds(value) for name, value in had.items()})
    codes = {name: group + f"_{name}" for name in had}
    score = sum(
        (
            ibis.ifelse(known[f"ada_{name}"], points(rule, "kompetensi", code), 0)
            for name, code in codes.items()
        ),
        start=ibis.literal(0).cast("int64"),
    )
    unsure = ibis.literal(False)  # noqa: FBT003  by position only
    for name, code in codes.items():
        unsure |= known[f"ada_{name}"] & is_unsure(rule, "kompetensi", code)
    return known.mutate(
        kompetensi=ibis.ifelse(known.jenis.isnull(), None, score), kompetensi_ragu=unsure
    )


def _with_discipline(known: Table, rule: Rule) -> Table:
    code = ibis.coalesce(known.hukuman, "tidak_pernah")
    return known.mutate(
        disiplin=points(rule, "disiplin", code), disiplin_ragu=is_unsure(rule, "disiplin", code)
    )


def _with_gaps(known: Table, version: Version, as_of: Value) -> Table:
    """Name the facts that are missing and would change the score."""
    year_ago = (as_of - _ONE_YEAR).cast("date")
    years_ago = (as_of - ibis.interval(years=version.values["tahun_disiplin"])).cast("date")
    has_post = known.jenis.notnull()
    asks = has_post & holds(known.jenis != "pelaksana") & ~known.ada_jabatan
    may_be = asks & holds(known.diklat_mungkin)
    unloaded = asks & ~may_be & ~holds(known.pelatihan_sejak <= known.menjabat_sejak)
    lacks = ~known.ada_teknis | ~known.ada_seminar
    hours = ~known.ada_teknis & holds(known.teknis_tanpa_jp)
    higher = holds(known.kualifikasi_mungkin > known.kualifikasi) | known.kualifikasi.isnull()
    return known.mutate(
        tanpa_jabatan=~has_post,
        tanpa_untuk=may_be,
        tanpa_jp=has_post & hours,
        tanpa_pelatihan=has_post
        & (unloaded | (lacks & ~hours & ~holds(known.pelatihan_sejak <= year_ago))),
        tanpa_pendidikan=known.kualifikasi.isnull() & known.kualifikasi_mungkin.isnull(),
        tanpa_diakui=higher & known.kualifikasi_mungkin.notnull(),
        tanpa_penilaian=known.tahun_kinerja.isnull(),
        tanpa_predikat=known.tahun_kinerja.notnull() & known.kinerja.isnull(),
        tanpa_hukuman=~holds(known.hukuman == "berat") & ~holds(known.hukuman_sejak <= years_ago),
    )


def _verdicts(known: Table, rule: Rule, version: Version) -> Table:
    gaps = (
        *("tanpa_jabatan", "tanpa_untuk", "tanpa_jp", "tanpa_pelatihan", "tanpa_pendidikan"),
        *("tanpa_diakui", "tanpa_penilaian", "tanpa_predikat", "tanpa_hukuman"),
    )
    is_open = ibis.literal(False)  # noqa: FBT003  by position only
    for gap in gaps:
        is_open |= known[gap]
    known = known.mutate(terbuka=is_open)
    total = known.kualifikasi + known.kompetensi + known.kinerja + known.disiplin
    known = known.mutate(skor_x10=ibis.ifelse(known.terbuka, None, total))
    bands = rule.lists["kategori"].rows
    known = known.mutate(
        outcome=ibis.cases(
            (_.terbuka, "tidak_dapat_dinilai"),
            *((_.skor_x10.between(row["dari"], row["sampai"]), row["kategori"]) for row in bands),
            else_="di_antara_kategori",
        )
    )
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.null("date"),
        due_on=ibis.null("date"),
        missing=missing_facts(
            jabatan=_.tanpa_jabatan,
            untuk_jabatan=_.tanpa_untuk,
            jp=_.tanpa_jp,
            pengembangan_kompetensi_cakupan=_.tanpa_pelatihan,
            riwayat_pendidikan=_.tanpa_pendidikan,
            diakui=_.tanpa_diakui,
            penilaian_kinerja=_.tanpa_penilaian,
            predikat=_.tanpa_predikat,
            hukuman_disiplin_cakupan=_.tanpa_hukuman,
        ),
        version=ibis.literal(version.id),
        confidence=_confidence(known, version),
        skor=_written(_.skor_x10),
        **{f"{name}_x10": ibis.ifelse(known.terbuka, None, known[name]) for name in _DIMENSIONS},
    )


def _confidence(known: Table, version: Version) -> Value:
    """Return how sure the category is: it may be sure though some of the cells are not.

    Where every unsure cell at its highest still leaves the lowest category, that one is sure.
    """
    if version.confidence is Confidence.UNCONFIRMED:
        return ibis.literal(version.confidence.value)
    most = sum(
        (
            ibis.ifelse(known[f"{name}_ragu"], version.values["bobot"][name], known[name])
            for name in _DIMENSIONS
        ),
        start=ibis.literal(0).cast("int64"),
    )
    unsure = ibis.literal(False)  # noqa: FBT003  by position only
    for name in _DIMENSIONS:
        unsure |= holds(known[f"{name}_ragu"])
    is_lowest = holds(most <= version.values["terendah_sampai"])
    rests = ~known.terbuka & unsure & ~is_lowest
    return ibis.ifelse(rests, Confidence.UNCONFIRMED.value, version.confidence.value)


def _written(score: Value) -> Value:
    """Write tenths as people do: 775 is 77,5."""
    whole, rest = (score // 10).cast("int64").cast("string"), score % 10
    return ibis.ifelse(rest == 0, whole, whole + "," + rest.cast("string"))
