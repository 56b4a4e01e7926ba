"""Whether sick leave goes beyond a year, or beyond the months by which it may be prolonged."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, by_version, holds, missing_facts
from pamong.law.rule import Rule
from pamong.regulations.cuti.terms import ONE_DAY, leave_of_pns, limit


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every sick leave that a PNS has begun by the day."""
    leave = leave_of_pns(facts, rule, "sakit", as_of)
    known = leave.mutate(
        batas_pertama=limit(rule, leave.mulai, leave.version, "batas_bulan"),
        batas=limit(rule, leave.mulai, leave.version, "batas_bulan", "tambahan_bulan"),
    )
    known = known.mutate(outcome=_outcome(known, as_of))
    open_ = known.outcome == "tidak_dapat_dinilai"
    first = known.outcome == "dalam_batas"
    return known.mutate(
        subject_id=_.cuti_id,
        since=ibis.ifelse(_.outcome == "harus_diuji", _.batas, None),
        due_on=ibis.ifelse(open_, None, ibis.ifelse(first, _.batas_pertama, _.batas) - ONE_DAY),
        missing=missing_facts(akhir_cuti=open_),
        hari_terakhir=_.ends_before - ONE_DAY,
        hari_terakhir_pertama=_.batas_pertama - ONE_DAY,
        batas_terakhir=_.batas - ONE_DAY,
        pasal=by_version(rule, _.version, "pasal_batas"),
    )


def _outcome(known: Table, as_of: Value) -> Value:
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
