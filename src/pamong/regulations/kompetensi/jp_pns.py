"""Whether a PNS had twenty hours of training in the last ended year, and what this year lacks."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    by_version,
    holds,
    join_known,
    missing_facts,
    version_on,
)
from pamong.law.rule import Rule
from pamong.regulations.completeness import with_complete_since, with_unit


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every PNS: the last ended year judged, the running one told.

    Source: PP 11/2017 Pasal 203 ayat (4).
    """
    pns = with_unit(facts.pegawai.filter(_.status == "pns"))
    this_year, last_year = (ibis.date(as_of.year() - ago, 1, 1) for ago in (0, 1))
    last_day = ibis.date(as_of.year() - 1, 12, 31)
    known = with_complete_since(
        pns, facts.pengembangan_kompetensi_cakupan, last_day, "lengkap_sejak"
    )
    known = join_known(known, _hours(facts, last_year, this_year, as_of), "pegawai_id")
    first = rule.versions[0]
    known = known.mutate(
        diatur=last_year >= first.period.start,
        berjalan_diatur=this_year >= first.period.start,
        version=ibis.coalesce(version_on(rule, last_day), first.id),
        jp=ibis.coalesce(_.jp_tercatat, 0),
        kini=ibis.coalesce(_.jp_kini, 0),
        ada_tanpa_jp=holds(_.tanpa_jp),
        lengkap=holds(_.lengkap_sejak <= last_year),
    )
    known = known.mutate(wajib=by_version(rule, _.version, "jp").cast("int64"))
    known = known.mutate(
        outcome=ibis.cases(
            (~_.diatur, "belum_diatur"),
            (_.jp >= _.wajib, "terpenuhi"),
            (_.ada_tanpa_jp | ~_.lengkap, "tidak_dapat_dinilai"),
            else_="kurang",
        )
    )
    is_open = known.outcome == "tidak_dapat_dinilai"
    lacks_now = known.berjalan_diatur & (known.kini < known.wajib)
    return known.mutate(
        subject_id=_.pegawai_id,
        since=ibis.ifelse(_.outcome == "kurang", this_year, None),
        due_on=ibis.ifelse(lacks_now, ibis.date(as_of.year(), 12, 31), None),
        missing=missing_facts(
            jp=is_open & _.ada_tanpa_jp,
            pengembangan_kompetensi_cakupan=is_open & ~_.lengkap,
        ),
        tahun=last_year.year().cast("int64"),
        tahun_berjalan=this_year.year().cast("int64"),
        jp_tahun=ibis.ifelse(_.diatur, _.jp, None),
        jp_kurang=ibis.ifelse(_.outcome == "kurang", _.wajib - _.jp, None),
        jp_berjalan=ibis.ifelse(_.berjalan_diatur, _.kini, None),
        jp_kurang_berjalan=ibis.ifelse(lacks_now, _.wajib - _.kini, None),
    )


def _hours(facts: Facts, last_year: Value, this_year: Value, as_of: Value) -> Table:
    """Add up the hours of each employee: of the last ended year, and of the running one."""
    rows = facts.pengembangan_kompetensi.filter(_.selesai_on >= last_year, _.selesai_on <= as_of)
    is_last = _.selesai_on < this_year
    return rows.group_by("pegawai_id").agg(
        jp_tercatat=_.jp.sum(where=is_last),
        jp_kini=_.jp.sum(where=_.selesai_on >= this_year),
        tanpa_jp=(is_last & _.jp.isnull()).any(),
    )
