"""Rules judged over one government: what is read, what is kept of it."""

from collections.abc import Collection, Iterable
from datetime import date

import pyarrow as pa

from pamong import law
from pamong.apps.findings.due_days import keep_due_days
from pamong.apps.findings.found import worth_seeing
from pamong.apps.findings.gathering import gather_all, gather_for
from pamong.apps.findings.models import LawRun
from pamong.apps.findings.standings import changes_of
from pamong.apps.organisasi.models import Pemda


def run_rules(rules: Iterable[law.Rule], pemda: Pemda, days: Collection[date]) -> None:
    """Judge a whole government by some rules for some days; each fact table is read once.

    Read again for every day is what says how things were on that day.

    Days before the first version of a rule are passed over.
    """
    rules = list(rules)
    for day, tables in gather_all(rules, sorted(days), pemda_id=pemda.pk):
        begun = [rule for rule in rules if day >= rule.versions[0].period.start]
        for judged in law.judge_each(begun, tables, as_of=day):
            run = _run_of(judged, pemda)
            changes_of(run, judged, worth_seeing(judged, pemda)).write(run)
            if day == max(days):
                keep_due_days(run, judged)


def run_rule(
    rule: law.Rule,
    pemda: Pemda,
    days: Collection[date],
    *,
    subjects: frozenset[int] | None = None,
) -> None:
    """Judge by one rule for some days, the latest first; the facts are read once.

    With ``subjects``, these alone. Days before the first version are passed over, and a run that
    changes nothing leaves no trace, but for the latest.
    """
    judged_on = sorted((day for day in days if day >= rule.versions[0].period.start), reverse=True)
    if not judged_on:
        return
    for day, tables in gather_for(rule, judged_on, pemda_id=pemda.pk, subjects=subjects):
        judged = law.judge(rule, tables, as_of=day, subjects=subjects)
        run = _run_of(judged, pemda, subjects)
        changes = changes_of(run, judged, worth_seeing(judged, pemda))
        if changes or subjects is None or day == judged_on[0]:
            changes.write(run)
        if day == judged_on[0]:
            keep_due_days(run, judged)


def _run_of(
    judged: law.Judgements, pemda: Pemda, subjects: frozenset[int] | None = None
) -> LawRun:
    return LawRun(
        pemda=pemda,
        rule_id=judged.rule.id,
        as_of=judged.as_of,
        judged=len(judged),
        not_judged=_not_judged(judged.table),
        subjects=None if subjects is None else sorted(subjects),
    )


def _not_judged(table: pa.Table) -> int:
    return int(table.column("breach").null_count)
