"""Whether a long leave (cuti besar) goes beyond the longest that the law allows."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, by_version, holds, missing_facts
from pamong.law.rule import Rule
from pamong.regulations.cuti.terms import ONE_DAY, leave_of_pns, limit


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every long leave that a PNS has begun by the day."""
    leave = leave_of_pns(facts, rule, "besar", as_of)
    known = leave.mutate(batas=limit(rule, leave.mulai, leave.version, "lama_bulan"))
    too_long, over = holds(known.ends_before > known.batas), known.batas <= as_of
    ended = known.ends_before.notnull()
    known = known.mutate(
        outcome=ibis.cases(
            (too_long & over, "melebihi_batas"),
            (too_long, "diberikan_terlalu_lama"),
            (ended | ~over, "dalam_batas"),
            (known.lengkap, "melebihi_batas"),
            else_="tidak_dapat_dinilai",
        )
    )
    open_ = known.outcome == "tidak_dapat_dinilai"
    return known.mutate(
        subject_id=_.cuti_id,
        since=ibis.ifelse(_.outcome == "melebihi_batas", _.batas, None),
        due_on=ibis.ifelse(open_, None, _.batas - ONE_DAY),
        missing=missing_facts(akhir_cuti=open_),
        hari_terakhir=_.ends_before - ONE_DAY,
        batas_terakhir=_.batas - ONE_DAY,
        hari_lebih=ibis.ifelse(too_long, _.ends_before.delta(_.batas, unit="day"), None).cast(
            "int64"
        ),
        pasal=by_version(rule, _.version, "pasal"),
    )
