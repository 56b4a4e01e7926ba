"""Hours of training."""

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, missing_facts
from pamong.law.rule import Rule


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every person."""
    known = facts.orang.mutate(
        since=ibis.null("date"),
        due_on=ibis.null("date"),
        outcome=ibis.cases(
            (_.jam.isnull(), "tidak_dapat_dinilai"),
            (_.jam >= rule.versions[0].values["jam"], "cukup"),
            else_="kurang",
        ),
    )
    return known.mutate(
        subject_id=_.orang_id,
        missing=missing_facts(fakta=_.outcome == "tidak_dapat_dinilai"),
        version=ibis.literal(rule.versions[0].id),
    )
