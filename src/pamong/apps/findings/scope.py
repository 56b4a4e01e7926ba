"""Whom a save concerns: from the rows that an act touched to the subjects of a rule."""

from collections.abc import Iterable

from pamong.apps.core.jobs import MANY, Touched
from pamong.apps.findings.gathering import rows_of, values_of
from pamong.law.rule import SHARED, Rule


def subjects_touched(
    rule: Rule, touched: Iterable[Touched], *, pemda_id: int
) -> frozenset[int] | None:
    """Return the subjects of ``rule`` that touched rows concern; ``None`` for everybody.

    ``reads`` of the rule ties each fact table to the subject by a column; the touched rows say its
    values, and the subjects are those that bear one of them.
    """
    found: set[int] = set()
    for each in touched:
        if each.table not in rule.reads:
            continue
        told = _subjects_of(rule, each, pemda_id)
        if told is None:
            return None
        found |= told
        if len(found) > MANY:
            return None
    return frozenset(found)


def _subjects_of(rule: Rule, touched: Touched, pemda_id: int) -> set[int] | None:
    column = rule.reads[touched.table]
    if column == SHARED or touched.keys is None:
        return None
    values = set(touched.keys)
    if column != touched.column:
        rows = rows_of(touched.table, touched.column, values, pemda_id=pemda_id)
        values = values_of(rows, column)
    if column == rule.subject_key:
        return values
    return values_of(rows_of(rule.subject, column, values, pemda_id=pemda_id), rule.subject_key)
