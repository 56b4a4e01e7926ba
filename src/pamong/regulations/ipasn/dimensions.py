"""The dimensions of the index: each a score in tenths, whether it is sure, what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, in_force, join_known
from pamong.law.rule import Rule, Version
from pamong.law.source import Confidence

_ONE_YEAR = ibis.interval(years=1)
_SHORT_FORMS = ("seminar", "lain")


def points(rule: Rule, dimension: str, code: Value) -> Value:
    """Return the score of a code in a dimension, in tenths; null for a code that is not there."""
    rows = _rows(rule, dimension)
    return ibis.cases(*((code == row["kode"], row["skor_persepuluh"]) for row in rows)).cast(
        "int64"
    )


def is_unsure(rule: Rule, dimension: str, code: Value) -> Value:
    """Tell whether the cell of a code was seen in no source."""
    unseen = Confidence.UNCONFIRMED.value
    codes = [row["kode"] for row in _rows(rule, dimension) if row["keyakinan"] == unseen]
    return holds(code.isin(codes)) if codes else ibis.literal(False)  # noqa: FBT003


def _rows(rule: Rule, dimension: str) -> Iterable[Any]:
    return [row for row in rule.lists["skor"].rows if row["dimensi"] == dimension]


def posts(facts: Facts, as_of: Value) -> Table:
    """Give each employee the post held on the day; of two at once the later one."""
    held = facts.riwayat_jabatan.filter(in_force(facts.riwayat_jabatan, as_of))
    names = {
        name: held[name].argmax(held.starts_on)
        for name in ("jenis", "jenjang", "nama", "starts_on")
    }
    return held.group_by("pegawai_id").agg(**names).rename(menjabat_sejak="starts_on")


def education(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give each employee the highest recognised diploma, and one that may be recognised."""
    rows = facts.riwayat_pendidikan.filter(_.lulus_on.isnull() | (_.lulus_on <= as_of))
    scored = rows.mutate(
        skor=points(rule, "kualifikasi", rows.tingkat),
        ragu=is_unsure(rule, "kualifikasi", rows.tingkat),
    )
    counts = holds(scored.diakui)
    return scored.group_by("pegawai_id").agg(
        kualifikasi=_.skor.max(where=counts),
        kualifikasi_ragu=_.ragu.argmax(_.skor, where=counts),
        kualifikasi_mungkin=_.skor.max(where=scored.diakui.isnull()),
    )


def training(facts: Facts, held: Table, version: Version, as_of: Value) -> Table:
    """Give each employee the training for the post held, and that of the last year.

    Source: Peraturan BKN 8/2019 Pasal 8 ayat (4), ayat (5), ayat (6) huruf a.
    """
    done = facts.pengembangan_kompetensi.filter(_.selesai_on <= as_of)
    return join_known(held, _for_the_post(done, held), "pegawai_id").pipe(
        join_known, _of_the_year(done, version, as_of), "pegawai_id"
    )


def _for_the_post(done: Table, held: Table) -> Table:
    """Tell who had the training that the post asks for, and who may have had it."""
    rows = done.filter(_.jenis.isin(["diklat_kepemimpinan", "diklat_fungsional"])).select(
        "pegawai_id", "untuk_jabatan", macam="jenis"
    )
    asked = rows.join(held, "pegawai_id")
    functional = asked.jenis == "fungsional"
    wanted = ibis.ifelse(functional, "diklat_fungsional", "diklat_kepemimpinan")
    told = asked.untuk_jabatan.lower()
    named = (told == "fungsional") | (told == asked.nama.lower()) | holds(told == asked.jenjang)
    fits = ibis.ifelse(functional, named, told == asked.jenis)
    return (
        asked.filter(asked.macam == wanted)
        .group_by("pegawai_id")
        .agg(diklat_jabatan=holds(fits).any(), diklat_mungkin=_.untuk_jabatan.isnull().any())
    )


def _of_the_year(done: Table, version: Version, as_of: Value) -> Table:
    """Tell who had enough technical training, and any shorter form, in the last year."""
    rows = done.filter(_.selesai_on > (as_of - _ONE_YEAR).cast("date"))
    technical = rows.jenis == "diklat_teknis"
    return rows.group_by("pegawai_id").agg(
        teknis=_.jp.sum(where=technical) >= version.values["jp_teknis"],
        teknis_tanpa_jp=(technical & _.jp.isnull()).any(),
        seminar=_.jenis.isin(_SHORT_FORMS).any(),
    )


def appraisal(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give each employee the score of the last appraisal of the two ended years."""
    last = as_of.year().cast("int64") - 1
    rows = facts.penilaian_kinerja.filter(_.tahun <= last, _.tahun >= last - 1)
    band = ibis.cases(
        *(
            (rows.nilai_seperseratus.between(row["dari"], row["sampai"]), row["kode"])
            for row in rule.lists["pita_kinerja"].rows
        ),
        else_=ibis.null("string"),
    )
    told = rows.mutate(kode=ibis.coalesce(rows.predikat, band))
    latest = told.group_by("pegawai_id").agg(
        tahun_kinerja=_.tahun.max(), kode_kinerja=_.kode.argmax(_.tahun, where=_.kode.notnull())
    )
    return latest.mutate(
        kinerja=points(rule, "kinerja", latest.kode_kinerja),
        kinerja_ragu=is_unsure(rule, "kinerja", latest.kode_kinerja),
    )


def discipline(facts: Facts, version: Version, as_of: Value) -> Table:
    """Give each employee the heaviest penalty of the last years."""
    since = (as_of - ibis.interval(years=version.values["tahun_disiplin"])).cast("date")
    rows = facts.hukuman_disiplin.filter(_.berlaku_on <= as_of, _.berlaku_on > since)
    weight = ibis.cases((rows.tingkat == "berat", 3), (rows.tingkat == "sedang", 2), else_=1)
    heaviest = rows.mutate(berat=weight).group_by("pegawai_id")
    return heaviest.agg(hukuman=_.tingkat.argmax(_.berat))
