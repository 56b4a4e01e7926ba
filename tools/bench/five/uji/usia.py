"""Retirement age by kind."""

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, look_up, missing_facts, months_after
from pamong.law.rule import Rule


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every person."""
    usia = look_up(_.jenis, rule.versions[0].values["usia"], "int64")
    ages = sorted(set(rule.versions[0].values["usia"].values()))
    known = facts.orang.mutate(usia=usia)
    reached = ibis.cases(*((_.usia == age, months_after(_.lahir_on, age * 12)) for age in ages))
    known = known.mutate(since=reached, due_on=reached).mutate(
        outcome=ibis.cases(
            (_.since.isnull(), "tidak_dapat_dinilai"), (_.since <= as_of, "lewat"), else_="belum"
        )
    )
    return known.mutate(
        subject_id=_.orang_id,
        missing=missing_facts(fakta=_.outcome == "tidak_dapat_dinilai"),
        version=ibis.literal(rule.versions[0].id),
    )
