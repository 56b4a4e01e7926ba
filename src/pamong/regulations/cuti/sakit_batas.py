"""Whether sick leave goes beyond what the law allows a PNS, or a PPPK."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, by_version, holds, look_up, missing_facts
from pamong.law.rule import Rule
from pamong.law.source import Confidence
from pamong.regulations.cuti.terms import ONE_DAY, leave_of, limit

#: Outcomes in which the longest term is passed already.
_OVER = ("harus_diuji", "pppk_lewat_sebulan", "pppk_lewat_batas")
_WITHIN = ("dalam_batas", "pppk_dalam_batas")


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every sick leave that a PNS or a PPPK has begun by the day.

    ``batas_pertama`` is the first day beyond the year, or the month of a PPPK; ``batas`` that
    beyond the six months more, or the month and a half after a miscarriage.
    """
    leave = leave_of(("pns", "pppk"), facts, rule, "sakit", as_of)
    months = (_.version, "pppk_batas_bulan")
    known = leave.mutate(pppk=_.status == "pppk").mutate(
        batas_pertama=ibis.ifelse(
            _.pppk,
            limit(rule, _.mulai, *months),
            limit(rule, _.mulai, _.version, "batas_bulan"),
        ),
        batas=ibis.ifelse(
            _.pppk,
            _after_miscarriage(rule, limit(rule, _.mulai, *months)),
            limit(rule, _.mulai, _.version, "batas_bulan", "tambahan_bulan"),
        ),
    )
    # Before PP 49/2018 the leave of a PPPK was under no rule.
    known = known.filter(_.batas.notnull())
    known = known.mutate(
        outcome=ibis.ifelse(_.pppk, _of_pppk(known, as_of), _of_pns(known, as_of))
    )
    return _verdicts(known, rule)


def _after_miscarriage(rule: Rule, month: Value) -> Value:
    """Return the first day beyond a month and a half: PP 49/2018 Pasal 84 ayat (1)."""
    (days,) = {v.values["pppk_gugur_hari"] for v in rule.versions if "pppk_gugur_hari" in v.values}
    return (month + ibis.interval(days=days)).cast("date")


def _of_pns(known: Table, as_of: Value) -> Value:
    """Compare the end with both terms; without an end, the day itself.

    Source: PP 24/1976 Pasal 14 ayat (5)-(8); PP 11/2017 Pasal 320 ayat (4)-(7).
    """
    over_first, over = known.batas_pertama <= as_of, known.batas <= as_of
    return ibis.cases(
        (holds(known.ends_before > known.batas) & over, "harus_diuji"),
        (holds(known.ends_before > known.batas), "diberikan_terlalu_lama"),
        (holds(known.ends_before > known.batas_pertama), "dalam_perpanjangan"),
        (known.ends_before.notnull() | ~over_first, "dalam_batas"),
        (known.lengkap & over, "harus_diuji"),
        (known.lengkap, "dalam_perpanjangan"),
        else_="tidak_dapat_dinilai",
    )


def _of_pppk(known: Table, as_of: Value) -> Value:
    """Compare the end with a month and with a month and a half; without an end, the day itself.

    Source: PP 49/2018 Pasal 83 ayat (4)-(5), Pasal 84 ayat (1).
    """
    over_first, over = known.batas_pertama <= as_of, known.batas <= as_of
    too_long = holds(known.ends_before > known.batas_pertama)
    endless = known.ends_before.isnull()
    return ibis.cases(
        (holds(known.ends_before > known.batas) & over, "pppk_lewat_batas"),
        (too_long & over_first, "pppk_lewat_sebulan"),
        (too_long, "pppk_diberikan_terlalu_lama"),
        (~endless | ~over_first, "pppk_dalam_batas"),
        (known.lengkap & over, "pppk_lewat_batas"),
        (known.lengkap, "pppk_lewat_sebulan"),
        else_="tidak_dapat_dinilai",
    )


def _verdicts(known: Table, rule: Rule) -> Table:
    open_ = known.outcome == "tidak_dapat_dinilai"
    # The month of a PPPK is what is due; the month and a half is for a miscarriage alone.
    first = known.pppk | known.outcome.isin(_WITHIN)
    due = ibis.ifelse(first, known.batas_pertama, known.batas)
    sure = {version.id: version.confidence.value for version in rule.versions}
    articles = {v.id: v.values["pppk_pasal"] for v in rule.versions if "pppk_pasal" in v.values}
    return known.mutate(
        subject_id=_.cuti_id,
        since=ibis.ifelse(_.outcome.isin(_OVER), due, None),
        due_on=ibis.ifelse(open_, None, due - ONE_DAY),
        missing=missing_facts(akhir_cuti=open_),
        # The regulation on PPPK itself was read.
        confidence=ibis.ifelse(_.pppk, Confidence.CONFIRMED.value, look_up(_.version, sure)),
        hari_terakhir=_.ends_before - ONE_DAY,
        hari_terakhir_pertama=ibis.ifelse(_.pppk, None, _.batas_pertama - ONE_DAY),
        batas_terakhir=ibis.ifelse(_.pppk, None, _.batas - ONE_DAY),
        hari_terakhir_sebulan=ibis.ifelse(_.pppk, _.batas_pertama - ONE_DAY, None),
        hari_terakhir_gugur=ibis.ifelse(_.pppk, _.batas - ONE_DAY, None),
        pasal=ibis.ifelse(
            _.pppk, look_up(_.version, articles), by_version(rule, _.version, "pasal_batas")
        ),
    )
