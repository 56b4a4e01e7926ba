"""Whether yearly appraisals reach a grade, by the scale of each year."""

from __future__ import annotations

import ibis
from ibis import _

from pamong.law.expressions import Table, Value
from pamong.law.rule import Rule

#: How an appraisal stands to the grade that is asked for.
BELOW, UNSURE, REACHED = 0, 1, 2


def graded(appraisals: Table, rule: Rule, scale: str) -> Table:
    """Add ``mutu``: below the grade, reached, or not to be told from what is recorded.

    ``scale`` names a list of the rule. Its rows have a ``predikat`` and whether that one is
    ``tercapai``, or the years ``dari`` and ``sampai`` and in hundredths the score ``pasti`` from
    which the grade is reached and ``kurang`` below which it is not. A year in none of the rows has
    no scale that was read.
    """
    results: list[tuple[Value, int]] = []
    for row in rule.lists[scale].rows:
        if row["predikat"] is not None:
            reached = REACHED if row["tercapai"] else BELOW
            results.append((_.predikat == row["predikat"], reached))
            continue
        in_years = _.predikat.isnull() & _.tahun.between(row["dari"], row["sampai"])
        results.append((in_years & (_.nilai_seperseratus >= row["pasti"]), REACHED))
        results.append((in_years & (_.nilai_seperseratus < row["kurang"]), BELOW))
    return appraisals.mutate(mutu=ibis.cases(*results, else_=UNSURE).cast("int64"))


def grade_in(year: Value) -> Value:
    """Return, within a group, the ``mutu`` of a year; null where no appraisal is recorded."""
    return _.mutu.max(where=_.tahun == year)
