"""What the law has found since some moment, and whether it is looking still."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from pamong.apps.core.jobs import RUN_LAW, law_lock
from pamong.apps.core.running import Running, running_job
from pamong.apps.findings.models import Finding
from pamong.apps.findings.selectors import open_findings
from pamong.apps.organisasi.models import Pemda

SHOWN = 5
_NEXT = """
    SELECT min(id) FROM procrastinate_jobs
     WHERE task_name = %(task)s AND lock = %(lock)s AND status IN ('todo', 'doing')"""


@dataclass(frozen=True, slots=True)
class FoundSince:
    """How many findings are new, by rule, the most first; some of them; the law's next run."""

    rules: Mapping[str, int]
    first: Sequence[Finding]
    running: Running

    @property
    def number(self) -> int:
        """How many there are."""
        return sum(self.rules.values())


def found_since(
    pemda: Pemda, moment: datetime, *, day: date, closed: Collection[str] = ()
) -> FoundSince:
    """Return the findings open on ``day`` that no run before ``moment`` had found.

    What rules of ``closed`` found is left out.
    """
    rows = open_findings(pemda, day=day, closed=closed).filter(run__recorded_at__gte=moment)
    first = list(rows[:SHOWN])
    counted = rows.order_by().values("rule_id").annotate(number=Count("pk"))
    rules = {row["rule_id"]: row["number"] for row in counted.order_by("-number", "rule_id")}
    return FoundSince(rules, first, law_looks(pemda))


def law_looks(pemda: Pemda) -> Running:
    """Tell how the run of the law stands that is next over a government; over where none waits."""
    return running_job(_NEXT, {"task": RUN_LAW, "lock": law_lock(pemda.pk)})
