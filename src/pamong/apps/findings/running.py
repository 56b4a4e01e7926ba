"""One rule judged over one government: what is read, what is kept of it."""

from collections.abc import Collection
from datetime import date

import pyarrow as pa

from pamong import law
from pamong.apps.findings.found import worth_seeing
from pamong.apps.findings.gathering import gather_for
from pamong.apps.findings.models import LawRun
from pamong.apps.findings.standings import changes_of
from pamong.apps.organisasi.models import Pemda


def run_rule(
    rule: law.Rule,
    pemda: Pemda,
    days: Collection[date],
    *,
    subjects: frozenset[int] | None = None,
) -> None:
    """Judge a government by one rule for some days, the latest first; the facts are read once.

    With ``subjects``, these alone. Days before the first version are passed over.
    """
    judged_on = sorted((day for day in days if day >= rule.versions[0].period.start), reverse=True)
    if not judged_on:
        return
    tables = gather_for(rule, pemda_id=pemda.pk, subjects=subjects)
    for day in judged_on:
        judged = law.judge(rule, tables, as_of=day, subjects=subjects)
        run = LawRun(
            pemda=pemda,
            rule_id=rule.id,
            as_of=day,
            judged=len(judged),
            not_judged=_not_judged(judged.table),
            subjects=None if subjects is None else sorted(subjects),
        )
        changes = changes_of(run, judged, worth_seeing(judged, pemda))
        if changes or subjects is None or day == judged_on[0]:
            changes.write(run)


def _not_judged(table: pa.Table) -> int:
    return int(table.column("breach").null_count)
