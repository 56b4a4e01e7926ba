"""Months of acting."""

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, missing_facts, months_after
from pamong.law.rule import Rule


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every person."""
    limit = months_after(_.plt_mulai, rule.versions[0].values["bulan"])
    known = facts.orang.mutate(since=limit, due_on=limit).mutate(
        outcome=ibis.cases(
            (_.since.isnull(), "tidak_dapat_dinilai"),
            (_.since <= as_of, "lewat"),
            else_="dalam_batas",
        )
    )
    return known.mutate(
        subject_id=_.orang_id,
        missing=missing_facts(fakta=_.outcome == "tidak_dapat_dinilai"),
        version=ibis.literal(rule.versions[0].id),
    )
