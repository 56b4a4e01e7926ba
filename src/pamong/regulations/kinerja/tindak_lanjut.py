"""What follows from the last appraisals of a PNS: time to improve, a test, or priority."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    missing_facts,
    months_after,
    version_on,
)
from pamong.law.rule import Rule, Version
from pamong.regulations.completeness import with_complete_since, with_unit

_ONE_DAY = ibis.interval(days=1)
_HIGH_OFFICES = ("jpt_pratama", "jpt_madya", "jpt_utama")
_GOOD = ("baik", "sangat_baik", "baik_atau_sangat_baik")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS, by the appraisals of the last two ended years."""
    version = rule.version_on(facts.era)
    this_year = ibis.date(as_of.year(), 1, 1)
    last_day, day_before = (ibis.date(as_of.year() - ago, 12, 31) for ago in (1, 2))
    known = with_unit(facts.pegawai.filter(_.status == "pns"))
    known = with_complete_since(known, facts.penilaian_kinerja_cakupan, day_before, "tercatat")
    known = join_known(known, _appraisals(facts, version, as_of), "pegawai_id")
    known = join_known(known, _offices(facts, last_day, day_before), "pegawai_id")
    known = _with_findings(known, version, ibis.date(as_of.year() - 1, 1, 1))
    known = known.mutate(
        tahun=as_of.year().cast("int64") - 1,
        version=ibis.coalesce(version_on(rule, last_day), rule.versions[0].id),
        sampai=(months_after(this_year, 1 + version.values["bulan_kesempatan"]) - _ONE_DAY).cast(
            "date"
        ),
    )
    return _verdicts(known, version, as_of)


def _appraisals(facts: Facts, version: Version, as_of: Value) -> Table:
    """Give each employee the predicates of the last two ended years, side by side."""
    last = as_of.year().cast("int64") - 1
    rows = facts.penilaian_kinerja.filter(_.tahun <= last, _.tahun >= last - 1)
    told = rows.mutate(sebutan=_predicate(rows, version.values), is_last=_.tahun == last)
    is_last, is_before = told.is_last, ~told.is_last
    return told.group_by("pegawai_id").agg(
        dinilai=_.is_last.any(),
        predikat=_.sebutan.max(where=is_last),
        kahar=_.keadaan_kahar.max(where=is_last),
        dinilai_lalu=is_before.any(),
        predikat_lalu=_.sebutan.max(where=is_before),
        kahar_lalu=_.keadaan_kahar.max(where=is_before),
    )


def _predicate(rows: Table, values: Mapping[str, Any]) -> Value:
    """Return the predicate on record; before 2022 also the one that a score stands for.

    Source: PP 46/2011 Pasal 17; PP 30/2019 Pasal 41 ayat (5).
    """
    score, year = rows.nilai_seperseratus, rows.tahun
    older = _band(score, values["pita_pp_46"])
    newer = _band(score, values["pita_pp_30"])
    first = values["tahun_pertama"]
    by_score = ibis.cases((year < first, older), (year == first, newer))
    return ibis.coalesce(rows.predikat, by_score)


def _band(score: Value, bands: Sequence[Mapping[str, Any]]) -> Value:
    """Return the name of the band of a score; null between two bands."""
    return ibis.cases(
        *((score.between(band["dari"], band["sampai"]), band["predikat"]) for band in bands),
        else_=ibis.null("string"),
    )


def _offices(facts: Facts, last_day: Value, day_before: Value) -> Table:
    """Give each employee the office held at the end of each of the two years."""
    rows = facts.riwayat_jabatan.mutate(
        kini=in_force(facts.riwayat_jabatan, last_day),
        lalu=in_force(facts.riwayat_jabatan, day_before),
    )
    return rows.group_by("pegawai_id").agg(
        jenis=_.jenis.argmax(_.starts_on, where=_.kini),
        jabatan=_.nama.argmax(_.starts_on, where=_.kini),
        menjabat_sejak=_.starts_on.max(where=_.kini),
        jenis_lalu=_.jenis.argmax(_.starts_on, where=_.lalu),
    )


def _with_findings(known: Table, version: Version, first_day: Value) -> Table:
    """Tell who fell short, by the kind of office.

    A JPT falls short from "cukup" down, unless by force majeure, after a year in the office; all
    others from "kurang" down.

    Source: PP 30/2019 Pasal 57 ayat (1) dan ayat (2), Pasal 58 ayat (1).
    """
    low, lower = version.values["rendah_jpt"], version.values["rendah_lain"]
    known = known.mutate(
        dinilai=holds(_.dinilai),
        dinilai_lalu=holds(_.dinilai_lalu),
        rendah_jpt=holds(_.predikat.isin(low)),
        rendah_lain=holds(_.predikat.isin(lower)),
        jpt=holds(_.jenis.isin(_HIGH_OFFICES)),
        setahun=holds(_.menjabat_sejak <= first_day),
        baik=holds(_.predikat.isin(_GOOD)),
        baik_lalu=holds(_.predikat_lalu.isin(_GOOD)),
    )
    jpt_before = holds(known.jenis_lalu.isin(_HIGH_OFFICES))
    short_jpt = holds(known.predikat_lalu.isin(low) & ~known.kahar_lalu)
    short_other = holds(known.predikat_lalu.isin(lower))
    return known.mutate(
        gagal_jpt=_.jpt & _.rendah_jpt,
        gagal_lain=_.jenis.notnull() & ~_.jpt & _.rendah_lain,
        kahar_lalu_terbuka=jpt_before & holds(_.predikat_lalu.isin(low)) & _.kahar_lalu.isnull(),
        gagal_lalu=ibis.ifelse(jpt_before, short_jpt, known.jenis_lalu.notnull() & short_other),
    )


def _verdicts(known: Table, version: Version, as_of: Value) -> Table:
    first = version.values["tahun_pertama"]
    known = known.mutate(
        gagal=_.gagal_lain | (_.gagal_jpt & holds(~_.kahar) & _.setahun),
        tanpa_jabatan=_.rendah_jpt & _.jenis.isnull(),
        tanpa_kahar=_.gagal_jpt & _.setahun & _.kahar.isnull(),
        lalu_terbuka=~_.dinilai_lalu & _.tercatat.isnull(),
        dua_tahun_baik=_.baik & _.baik_lalu,
        predikat_pasti=(_.predikat != "baik_atau_sangat_baik")
        & (_.predikat_lalu != "baik_atau_sangat_baik"),
    )
    known = known.mutate(
        outcome=ibis.cases(
            (_.tahun < first, "belum_diatur"),
            (~_.dinilai & (as_of.month() == 1), "penilaian_berjalan"),
            (~_.dinilai | _.predikat.isnull(), "tidak_dapat_dinilai"),
            (_.tanpa_jabatan | _.tanpa_kahar, "tidak_dapat_dinilai"),
            (
                _.gagal & _.gagal_lalu & (_.tahun > first),
                "uji_kompetensi",
            ),
            (_.gagal & (_.sampai >= as_of), "kesempatan_memperbaiki"),
            (_.gagal, "kesempatan_lewat"),
            (_.gagal_jpt & ~_.setahun, "belum_setahun"),
            (_.gagal_jpt, "keadaan_kahar"),
            (_.baik & _.lalu_terbuka, "tidak_dapat_dinilai"),
            (_.baik & _.dinilai_lalu & _.predikat_lalu.isnull(), "tidak_dapat_dinilai"),
            (_.dua_tahun_baik & holds(~_.predikat_pasti), "tidak_dapat_dinilai"),
            (_.dua_tahun_baik & (_.predikat != _.predikat_lalu), "tanpa_tindak_lanjut"),
            (_.dua_tahun_baik & (_.predikat == "sangat_baik"), "prioritas_talenta"),
            (_.dua_tahun_baik, "prioritas_pengembangan"),
            else_="tanpa_tindak_lanjut",
        )
    )
    is_open = known.outcome == "tidak_dapat_dinilai"
    improves = known.outcome.isin(["kesempatan_memperbaiki", "kesempatan_lewat"])
    undecided = is_open & known.dinilai & known.predikat.notnull()
    shown = known.dinilai & (known.outcome != "belum_diatur")
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.ifelse(
            _.outcome == "kesempatan_lewat", (_.sampai + _ONE_DAY).cast("date"), None
        ),
        due_on=ibis.ifelse(_.outcome == "kesempatan_memperbaiki", _.sampai, None),
        missing=missing_facts(
            penilaian_kinerja=is_open & ~_.dinilai,
            predikat=is_open
            & _.dinilai
            & (_.predikat.isnull() | (_.dua_tahun_baik & holds(~_.predikat_pasti))),
            jabatan=undecided & _.tanpa_jabatan,
            keadaan_kahar=undecided & _.tanpa_kahar,
            keadaan_kahar_sebelumnya=improves & _.kahar_lalu_terbuka,
            penilaian_tahun_sebelumnya=(undecided & _.baik & _.lalu_terbuka)
            | (improves & _.lalu_terbuka),
            predikat_tahun_sebelumnya=(undecided | improves)
            & _.dinilai_lalu
            & _.predikat_lalu.isnull(),
        ),
        predikat=ibis.ifelse(shown, _.predikat, None),
        predikat_lalu=ibis.ifelse(shown, _.predikat_lalu, None),
        perbaikan_sampai=ibis.ifelse(improves, _.sampai, None),
        pasal=ibis.cases(
            (improves & _.jpt, version.values["pasal_jpt"]),
            ((_.outcome == "uji_kompetensi") & _.jpt, version.values["pasal_jpt"]),
            (improves | (_.outcome == "uji_kompetensi"), version.values["pasal_lain"]),
            (_.outcome == "prioritas_talenta", version.values["pasal_talenta"]),
            (_.outcome == "prioritas_pengembangan", version.values["pasal_pengembangan"]),
            else_=ibis.null("string"),
        ),
    )
