"""Whether facilities of an office were handed back before the holder's campaign leave."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import (
    Table,
    Value,
    by_version,
    holds,
    in_force,
    join_known,
    missing_facts,
    version_on,
)
from pamong.law.rule import Rule
from pamong.regulations.kdh.campaign_leave import campaign_leave

_OFFICES = ("kepala_daerah", "wakil_kepala_daerah")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every facility whose holder is, or is about to be, on campaign leave."""
    complete = (
        facts.fasilitas_jabatan_cakupan.filter(_.unit_id.isnull())
        .filter(lambda t: in_force(t, as_of))
        .select("pemda_id", dimuat=True)
        .distinct()
    )
    held = facts.fasilitas_jabatan.filter(_.diserahkan_on <= as_of)
    known = held.join(_leave(facts, rule, as_of), ["jabatan_id", "person_id"])
    known = join_known(known, complete, "pemda_id").mutate(
        larangan=by_version(rule, _.version, "larangan"),
        tercatat_lengkap=holds(_.dimuat),
        dikembalikan_on=ibis.ifelse(_.dikembalikan_on <= as_of, _.dikembalikan_on, None),
        kembali_kemudian=holds(_.dikembalikan_on > as_of),
    )
    known = known.mutate(outcome=_outcome(known, as_of))
    open_ = known.outcome == "tidak_dapat_dinilai"
    endless = known.cuti_sebelum.isnull()
    by_day = known.larangan == "pada_hari_kampanye"
    return known.mutate(
        subject_id=_.fasilitas_id,
        since=ibis.cases(
            (_.outcome == "diserahkan_saat_cuti", _.diserahkan_on),
            (_.outcome.isin(["terlambat_dikembalikan", "belum_dikembalikan"]), _.cuti_mulai),
        ),
        due_on=_.cuti_mulai,
        missing=missing_facts(
            akhir_cuti=open_ & endless,
            pemakaian=open_ & ~endless & by_day,
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
        (known.cuti_sebelum.isnull(), "tidak_dapat_dinilai"),
        (known.larangan == "pada_hari_kampanye", "tidak_dapat_dinilai"),
        (known.diserahkan_on >= known.cuti_mulai, "diserahkan_saat_cuti"),
        (known.dikembalikan_on.notnull(), "terlambat_dikembalikan"),
        (known.kembali_kemudian | known.tercatat_lengkap, "belum_dikembalikan"),
        else_="tidak_dapat_dinilai",
    )


def _leave(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give each holder of an office the campaign leave that runs on the day, else the next one."""
    offices = facts.jabatan.filter(_.jenis.isin(_OFFICES))
    first = ibis.window(group_by=["jabatan_id", "person_id"], order_by=["starts_on"])
    return (
        campaign_leave(facts)
        .semi_join(offices, "jabatan_id")
        .filter(_.starts_on >= rule.versions[0].period.start)
        .filter(_.cuti_sebelum.isnull() | (_.cuti_sebelum > as_of))
        .mutate(place=ibis.row_number().over(first))
        .filter(_.place == 0)
        .select("jabatan_id", "person_id", "cuti_sebelum", cuti_mulai="starts_on")
        .mutate(version=version_on(rule, _.cuti_mulai))
    )
