"""Age at application."""

import ibis
from ibis import _

from pamong.law.compiling import Facts
from pamong.law.expressions import Table, Value, missing_facts, months_after
from pamong.law.rule import Rule


def judge(facts: Facts, rule: Rule, as_of: Value) -> Table:
    """Give one row for every person."""
    values = rule.versions[0].values
    young = months_after(_.lahir_on, values["terendah"] * 12) > _.melamar_on
    old = months_after(_.lahir_on, (values["tertinggi"] + 1) * 12) <= _.melamar_on
    known = facts.orang.mutate(
        since=ibis.null("date"),
        due_on=_.melamar_on,
        outcome=ibis.cases(
            (_.lahir_on.isnull() | _.melamar_on.isnull(), "tidak_dapat_dinilai"),
            (young | old, "tidak_memenuhi"),
            else_="memenuhi",
        ),
    )
    return known.mutate(
        subject_id=_.orang_id,
        missing=missing_facts(fakta=_.outcome == "tidak_dapat_dinilai"),
        version=ibis.literal(rule.versions[0].id),
    )
