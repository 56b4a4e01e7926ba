"""Whether facilities of an office were handed back before the holder's campaign leave."""

from __future__ import annotations

from datetime import date

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
from pamong.regulations.kdh.campaign_leave import campaign_leave

_OFFICES = ("kepala_daerah", "wakil_kepala_daerah")
_KEPT = ("terlambat_dikembalikan", "belum_dikembalikan")
_BREACHES = (*_KEPT, "diserahkan_saat_cuti")
_NEVER = date(9999, 12, 31)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every facility whose holder was, is or is about to be on campaign leave."""
    held = facts.fasilitas_jabatan.filter(_.diserahkan_on <= as_of)
    known = held.join(_leave(facts, rule), ["jabatan_id", "person_id"])
    # What was received after a leave does not concern it.
    known = known.filter(_.cuti_sebelum.isnull() | (_.diserahkan_on < _.cuti_sebelum))
    known = join_known(known, _recorded(facts, as_of), "pemda_id").mutate(
        larangan=by_version(rule, _.version, "larangan"),
        tercatat_lengkap=holds(_.tercatat_sebelum > _.cuti_mulai),
        dikembalikan_on=ibis.ifelse(_.dikembalikan_on <= as_of, _.dikembalikan_on, None),
        kembali_kemudian=holds(_.dikembalikan_on > as_of),
        diterima_kemudian=_.diserahkan_on >= _.cuti_mulai,
    )
    judged = known.mutate(outcome=_outcome(known, as_of))
    judged = _one_leave(judged, as_of)
    open_ = judged.outcome == "tidak_dapat_dinilai"
    endless = judged.diterima_kemudian & judged.cuti_sebelum.isnull()
    by_day = judged.larangan == "pada_hari_kampanye"
    return judged.mutate(
        subject_id=_.fasilitas_id,
        since=ibis.cases(
            (_.outcome == "diserahkan_saat_cuti", _.diserahkan_on),
            (_.outcome.isin(_KEPT), _.cuti_mulai),
        ),
        due_on=_.cuti_mulai,
        missing=missing_facts(
            akhir_cuti=open_ & endless,
            pemakaian=open_ & by_day,
            berita_acara=open_ & ~endless & ~by_day,
        ),
    )


def _outcome(known: Table, as_of: Value) -> Value:
    """Compare the handover with the first day of the leave.

    Source: UU 10/2016 Pasal 70 ayat (3) huruf b; before it UU 8/2015 Pasal 70 ayat (3) huruf a.
    """
    in_time = holds(known.dikembalikan_on <= known.cuti_mulai)
    return ibis.cases(
        (in_time, "dikembalikan"),
        (known.cuti_mulai > as_of, "sebelum_cuti"),
        (known.larangan == "pada_hari_kampanye", "tidak_dapat_dinilai"),
        (known.diterima_kemudian & known.cuti_sebelum.isnull(), "tidak_dapat_dinilai"),
        (known.diterima_kemudian, "diserahkan_saat_cuti"),
        (known.dikembalikan_on.notnull(), "terlambat_dikembalikan"),
        (known.kembali_kemudian | known.tercatat_lengkap, "belum_dikembalikan"),
        else_="tidak_dapat_dinilai",
    )


def _one_leave(judged: Table, as_of: Value) -> Table:
    """Keep one leave for each facility: the last in which the law was broken, if there is one.

    Otherwise it is the leave that runs, else the next, else the last. No two begin on one day.
    """
    is_over = holds(judged.cuti_sebelum <= as_of)
    order = ibis.cases(
        (judged.outcome.isin(_BREACHES), 0),
        (~is_over & (judged.cuti_mulai <= as_of), 1),
        (~is_over, 2),
        else_=3,
    )
    days = as_of.delta(judged.cuti_mulai, unit="day").abs()
    nearest = ibis.window(group_by="fasilitas_id", order_by=[order, days])
    return judged.mutate(place=ibis.row_number().over(nearest)).filter(_.place == 0).drop("place")


def _leave(facts: Facts, rule: Rule) -> Table:
    """Give each campaign leave of the holder of an office, under the law of its first day.

    A leave that began before the first version is under other law and gives no row.
    """
    offices = facts.jabatan.filter(_.jenis.isin(_OFFICES))
    return (
        campaign_leave(facts)
        .semi_join(offices, "jabatan_id")
        .filter(_.starts_on >= rule.versions[0].period.start)
        .group_by("jabatan_id", "person_id", cuti_mulai=_.starts_on)
        .agg(cuti_sebelum=_.cuti_sebelum.max())
        .mutate(version=version_on(rule, _.cuti_mulai))
    )


def _recorded(facts: Facts, as_of: Value) -> Table:
    """Give each government the first day after those on which its facilities are on record."""
    return (
        facts.fasilitas_jabatan_cakupan.filter(_.unit_id.isnull(), _.starts_on <= as_of)
        .group_by("pemda_id")
        .agg(tercatat_sebelum=_.ends_before.fill_null(_NEVER).max())
    )
