"""How long a Plt may go on, counted over the person and over the office."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.kernel.capacity import Capacity
from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, holds, missing_facts, version_on
from pamong.law.rule import Rule
from pamong.regulations.acting import clock, limit, recorded_since, terms_of_vacancy

#: Offices whose acting holders are under rules of their own.
_ELSEWHERE = ("kepala_daerah", "wakil_kepala_daerah", "sekda")
_ONE_DAY = ibis.interval(days=1)


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every office in which a Plt is in force on the day."""
    known = _clocks(facts, rule, as_of)
    known = recorded_since(known, facts.pemangku_cakupan, "kantor_mulai", as_of)
    known = _limits(known, rule)
    known = known.mutate(outcome=_outcome(known, as_of))
    first = known.outcome == "dalam_masa_pertama"
    open_ = known.outcome == "tidak_dapat_dinilai"
    over = holds(known.batas <= as_of) | holds(known.kantor_batas <= as_of)
    maybe = holds(known.mungkin_batas <= as_of)
    return known.mutate(
        subject_id=_.jabatan_id,
        hari_terakhir_pertama=_.batas_pertama - _ONE_DAY,
        hari_terakhir=_.batas - _ONE_DAY,
        kantor_hari_terakhir=_.kantor_batas - _ONE_DAY,
        jeda_hari=ibis.ifelse(_.kali > 1, _.orang_jeda.cast("int64"), None),
        since=ibis.cases(
            (_.outcome == "melewati_batas", _.batas),
            (_.outcome == "jabatan_melewati_batas", _.kantor_batas),
        ),
        due_on=ibis.ifelse(open_, None, ibis.ifelse(first, _.batas_pertama, _.batas) - _ONE_DAY),
        missing=missing_facts(
            akhir_masa=open_ & over,
            pemangku_di_sela=open_ & ~over & maybe,
            tmt=open_ & ~over & ~maybe & ~_.pasti,
            perpanjangan=open_ & ~over & ~maybe & _.pasti,
        ),
    )


def _outcome(known: Table, as_of: Value) -> Value:
    """Compare both clocks with the limits; a tenure without an end may be over already."""
    runs = known.ends_before.notnull() | known.lengkap_kini
    is_over, office_over = known.batas <= as_of, known.kantor_batas <= as_of
    is_prolonged = (known.kali > 1) | known.ends_before.notnull() | known.lengkap_kini
    return ibis.cases(
        (is_over & runs, "melewati_batas"),
        (office_over & runs, "jabatan_melewati_batas"),
        (is_over | office_over, "tidak_dapat_dinilai"),
        ((known.mungkin_batas <= as_of) | ~known.pasti, "tidak_dapat_dinilai"),
        (holds(known.ends_before > known.batas), "masa_melampaui_batas"),
        (known.batas_pertama > as_of, "dalam_masa_pertama"),
        (is_prolonged, "dalam_perpanjangan"),
        else_="tidak_dapat_dinilai",
    )


def _clocks(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give each office with a Plt its term in force, and both clocks since the vacancy began."""
    offices = facts.jabatan.filter(~_.jenis.isin(_ELSEWHERE)).select("jabatan_id")
    terms = terms_of_vacancy(facts.pemangku.semi_join(offices, "jabatan_id"), Capacity.PLT, as_of)
    now = (
        terms.filter(_.terakhir)
        .filter(_.starts_on >= rule.versions[0].period.start)
        .select("jabatan_id", "pemda_id", "person_id", "ends_before", plt_sejak="starts_on")
        .mutate(version=version_on(rule, _.plt_sejak))
    )
    person = clock(terms, "jabatan_id", "person_id").select(
        "jabatan_id",
        "person_id",
        "kali",
        "pasti",
        orang_mulai="mulai",
        orang_jeda="jeda",
        orang_rangkaian="rangkaian_mulai",
    )
    office = clock(terms, "jabatan_id").select(
        "jabatan_id",
        kantor_mulai="mulai",
        kantor_jeda="jeda",
        kantor_rangkaian="rangkaian_mulai",
    )
    return now.join(person, ["jabatan_id", "person_id"]).join(office, "jabatan_id")


def _limits(known: Table, rule: Rule) -> Table:
    """Add the days on which the terms are over: for certain, and if nobody else was in between.

    A gap counts as one of the same vacancy only where the records of the government are complete;
    without that only the last run without a gap is certain.
    """
    certain = {
        name: ibis.ifelse(known.lengkap, known[f"{name}_mulai"], known[f"{name}_rangkaian"])
        for name in ("orang", "kantor")
    }
    gaps = {
        name: ibis.ifelse(known.lengkap, known[f"{name}_jeda"], 0) for name in ("orang", "kantor")
    }

    def by_months(key: str, start: Value, gap: Value) -> Value:
        return limit(rule, key, known.version, start, gap)

    first, whole = "bulan_pertama", "bulan_seluruhnya"
    return known.mutate(
        batas_pertama=by_months(first, certain["orang"], gaps["orang"]),
        batas=by_months(whole, certain["orang"], gaps["orang"]),
        kantor_batas=by_months(whole, certain["kantor"], gaps["kantor"]),
        mungkin_batas=by_months(whole, known.kantor_mulai, known.kantor_jeda),
    )
