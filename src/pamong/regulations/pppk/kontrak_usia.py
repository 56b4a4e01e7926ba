"""Whether contracts of PPPK run beyond the age at which the post held ends them."""

from __future__ import annotations

from datetime import date

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
    months_after,
)
from pamong.law.library import rule as rule_by_id
from pamong.law.rule import Rule, Version
from pamong.regulations.functional_posts import group_of

#: The rules that hold the ages, and the names of posts whose age stands in an act.
_AGES, _NAMES = "pppk-batas-usia", "bup-pns"
_ONE_DAY = ibis.interval(days=1)
#: As ``pppk-batas-usia`` names what a history calls by kind, level and group.
_OF_KIND = {"pelaksana": "pelaksana", "jpt_pratama": "jpt", "jpt_madya": "jpt", "jpt_utama": "jpt"}
_LEVELS = dict.fromkeys(("pemula", "terampil", "mahir", "penyelia"), "keterampilan") | {
    level: level for level in ("ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama")
}
_OF_GROUP = {"guru": "guru", "kepala_sekolah": "guru", "dosen": "dosen", "profesor": "dosen"}
#: Groups whose age an act sets that was not read: beyond the lowest age it is not known.
_OTHER_ACTS = ("peneliti", "perekayasa", "pranata_nuklir")
_NO_LIMIT = 999
_FOUND = ("kontrak_melewati_batas", "batas_tercapai")
#: What may not be known of a post, as a fact that is missing.
_REASONS = ("jenjang", "usia_menurut_undang_undang", "batas_usia_jabatan")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every contract that runs on the day."""
    ages = _ages(facts.era)
    ends = ibis.ifelse(holds(_.diputus_on < _.ends_before), _.diputus_on, _.ends_before)
    running = facts.kontrak_pppk.mutate(ends=ends).filter(_.starts_on <= as_of, _.ends > as_of)
    who = facts.pegawai.select("pegawai_id", "lahir_on")
    known = join_known(running.select("kontrak_id", "pegawai_id", "ends"), who, "pegawai_id")
    known = join_known(known, _posts(facts, ages, as_of), "pegawai_id")
    lowest = min(ages.values["usia"].values())
    known = known.mutate(
        hari_terakhir=(_.ends - _ONE_DAY).cast("date"),
        paling_cepat=_birthday(_.lahir_on, ibis.coalesce(_.terendah, lowest), ages),
        paling_lambat=_birthday(_.lahir_on, _.tertinggi, ages),
    )
    return _verdicts(known.mutate(outcome=_outcome(known, as_of)), rule.version_on(facts.era))


def _ages(era: date) -> Version:
    return rule_by_id(_AGES).version_on(era)


def _outcome(known: Table, as_of: Value) -> Value:
    """Compare the last day with the earliest and the latest day on which the age may be reached.

    Source: PP 49/2018 Pasal 54 ayat (1)-(3).
    """
    beyond = holds(known.hari_terakhir > known.paling_lambat)
    return ibis.cases(
        (known.lahir_on.isnull(), "tidak_dapat_dinilai"),
        (known.hari_terakhir <= known.paling_cepat, "dalam_batas"),
        (beyond & (known.paling_lambat <= as_of), "batas_tercapai"),
        (beyond, "kontrak_melewati_batas"),
        else_="tidak_dapat_dinilai",
    )


def _verdicts(known: Table, version: Version) -> Table:
    is_found = known.outcome.isin(_FOUND)
    open_ = (known.outcome == "tidak_dapat_dinilai") & known.lahir_on.notnull()
    is_known = holds(known.terendah == known.tertinggi)
    told = is_known | is_found
    return known.mutate(
        subject_id=_.kontrak_id,
        since=ibis.ifelse(
            _.outcome == "batas_tercapai", ibis.greatest(_.paling_lambat, _.diatur_on), None
        ),
        due_on=ibis.ifelse(told, _.paling_lambat, None),
        missing=missing_facts(
            tanggal_lahir=_.lahir_on.isnull(),
            # Without a post, and with two that began on one day and have different ages.
            jabatan=open_ & (_.kurang.isnull() | (_.kurang == "")),
            **{name: open_ & (_.kurang == name) for name in _REASONS},
        ),
        version=ibis.literal(version.id),
        batas_usia=ibis.ifelse(told, _.tertinggi, None),
        mencapai_on=ibis.ifelse(told, _.paling_lambat, None),
        pasal=ibis.ifelse(is_known | (is_found & (_.kurang == "jenjang")), _.pasal, None),
    )


def _posts(facts: Facts, ages: Version, as_of: Value) -> Table:
    """Give each employee the post held on the day, with the lowest and highest age it may have.

    Of two posts at once the later one counts; where both began on one day, either may.
    Columns out: pegawai_id, ``jabatan``, ``terendah``, ``tertinggi`` (``_NO_LIMIT`` where none is
    known), ``kurang`` (what is not known of it, or an empty text), ``pasal``, ``diatur_on`` (since
    when the law names an age for it)
    """
    usia, articles = ages.values["usia"], ages.values["pasal"]
    lowest, highest = min(usia.values()), max(usia.values())
    since = {word: _named_since(word) for word in usia}
    held = _named(facts.riwayat_jabatan.filter(in_force(facts.riwayat_jabatan, as_of)))
    ranged = held.mutate(usia=look_up(_.kata, usia, "int64")).select(
        "pegawai_id",
        "starts_on",
        jabatan=_.nama,
        terendah=ibis.coalesce(_.usia, lowest),
        tertinggi=ibis.coalesce(_.usia, ibis.ifelse(_.kurang == "jenjang", highest, _NO_LIMIT)),
        kurang=ibis.ifelse(_.usia.isnull() & (_.kurang == ""), "batas_usia_jabatan", _.kurang),
        pasal=ibis.coalesce(look_up(_.kata, articles), articles["ahli_utama"]),
        diatur_on=ibis.coalesce(look_up(_.kata, since, "date"), min(since.values())),
    )
    by_day = ranged.group_by("pegawai_id", "starts_on").agg(
        jabatan=_.jabatan.max(),
        terendah=_.terendah.min(),
        tertinggi=_.tertinggi.max(),
        kurang=_.kurang.max(),
        pasal=_.pasal.max(),
        diatur_on=_.diatur_on.max(),
    )
    told = ("jabatan", "terendah", "tertinggi", "kurang", "pasal", "diatur_on")
    return by_day.group_by("pegawai_id").agg(
        **{name: _[name].argmax(_.starts_on) for name in told}
    )


def _named(posts: Table) -> Table:
    """Add ``kata``, a post in the words of ``pppk-batas-usia``, and ``kurang``, what hides it."""
    names = rule_by_id(_NAMES).lists["kelompok"]
    grouped = posts.mutate(
        fungsional=_.jenis == "fungsional",
        kelompok=ibis.ifelse(_.jenis == "fungsional", group_of(_.nama, names), None),
    ).mutate(undang_undang=holds(_.kelompok.isin(_OTHER_ACTS)))
    levels = ibis.ifelse(_.fungsional & ~_.undang_undang, look_up(_.jenjang, _LEVELS), None)
    worded = grouped.mutate(
        kata=ibis.coalesce(look_up(_.kelompok, _OF_GROUP), levels, look_up(_.jenis, _OF_KIND))
    )
    return worded.mutate(
        kurang=ibis.cases(
            (_.undang_undang, "usia_menurut_undang_undang"),
            (_.fungsional & _.kata.isnull(), "jenjang"),
            else_="",
        )
    )


def _named_since(word: str) -> date:
    """Return the first day of the version that first names an age for a kind of post."""
    versions = rule_by_id(_AGES).versions
    return min(each.period.start for each in versions if word in each.values["usia"])


def _birthday(born: Value, age: Value, ages: Version) -> Value:
    """Return the birthday of one of the ages of the law; null for any other."""
    every = sorted(set(ages.values["usia"].values()))
    return ibis.cases(*((age == each, months_after(born, each * 12)) for each in every)).cast(
        "date"
    )
