"""Reading findings: what stood on a day, one of them, and the runs behind them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import (
    Count,
    F,
    FilteredRelation,
    Q,
    QuerySet,
)

from pamong.apps.findings.errors import FindingNotFoundError
from pamong.apps.findings.life import (
    Moment,
    State,
    acknowledged_on,
    gravity,
    life_of,
    noted_on,
    over_by,
    standing_on,
)
from pamong.apps.findings.models import (
    Acknowledgement,
    Finding,
    LawRun,
    Standing,
)
from pamong.apps.organisasi.models import Pemda

__all__ = [
    "FindingNotFoundError",
    "FindingOnDay",
    "RuleAtWork",
    "days_judged",
    "finding_on",
    "findings_on",
    "get_finding",
    "last_judged_on",
    "open_findings",
    "rules_at_work",
    "runs_on",
]


@dataclass(frozen=True, slots=True)
class FindingOnDay:
    """One finding as it is on a day; ``standing`` is the last one, where it does not stand.

    ``state`` is ``None`` where it is not there yet, and where what is on record now says that it
    did not stand on that day.
    """

    finding: Finding
    state: State | None
    standing: Standing | None
    note: Acknowledgement | None
    last_run: LawRun | None
    life: list[Moment]


@dataclass(frozen=True, slots=True)
class RuleAtWork:
    """What one rule did over a government: its last whole run, and what stands of it."""

    as_of: date
    judged: int
    not_judged: int
    families: dict[str, int]

    @property
    def number(self) -> int:
        """How many findings stand."""
        return sum(self.families.values())

    @property
    def can_be_judged(self) -> int:
        """How many subjects it could judge."""
        return self.judged - self.not_judged


def findings_on(pemda: Pemda, *, day: date) -> "QuerySet[Finding]":
    """Return the findings of ``pemda`` that stood on ``day``, the gravest first.

    They are those of the latest run of each rule for that day or for one before; what began later
    is never told. Each bears ``judgement``, as the law put it then, and ``is_known``: whether
    somebody had taken note of it.
    """
    return (
        Finding.objects.filter(pemda=pemda)
        .alias(
            standing=FilteredRelation(
                "standings",
                condition=Q(standings__superseded_by=None, standings__starts_on__lte=day)
                & (Q(standings__ends_before=None) | Q(standings__ends_before__gt=day)),
            )
        )
        .filter(standing__isnull=False)
        .filter(Q(since__lte=day) | Q(since=None))
        .annotate(judgement=F("standing__judgement"), is_known=noted_on(day))
        .select_related("run")
        .order_by(gravity(), "-since", "id")
    )


def open_findings(pemda: Pemda, *, day: date, closed: Collection[str] = ()) -> QuerySet[Finding]:
    """Return the findings that stood on ``day`` and that nobody had taken note of.

    What rules of ``closed`` found is left out.
    """
    rows = findings_on(pemda, day=day).exclude(noted_on(day))
    return rows.exclude(rule_id__in=closed) if closed else rows


def runs_on(pemda: Pemda, *, day: date) -> QuerySet[LawRun]:
    """Return the latest run of each rule over all of ``pemda`` for ``day`` or for a day before."""
    return (
        LawRun.objects.filter(pemda=pemda, as_of__lte=day, subjects=None)
        .order_by("rule_id", "-as_of", "-id")
        .distinct("rule_id")
    )


def days_judged(pemda: Pemda) -> list[date]:
    """Return the days for which ``pemda`` was judged, the earliest first."""
    days = LawRun.objects.filter(pemda=pemda).order_by("as_of").values_list("as_of", flat=True)
    return list(days.distinct())


def last_judged_on(pemda: Pemda, *, day: date) -> date | None:
    """Return the last day, ``day`` at most, for which ``pemda`` was judged."""
    runs = LawRun.objects.filter(pemda=pemda, as_of__lte=day).order_by("-as_of")
    return runs.values_list("as_of", flat=True).first()


def rules_at_work(pemda: Pemda, *, day: date) -> dict[str, RuleAtWork]:
    """Return what each rule that was run over ``pemda`` had to say by ``day``, by its id."""
    families: dict[str, dict[str, int]] = {}
    counted = findings_on(pemda, day=day).order_by().values("rule_id", "family")
    for row in counted.annotate(number=Count("pk")):
        families.setdefault(row["rule_id"], {})[row["family"]] = row["number"]
    return {
        run.rule_id: RuleAtWork(
            run.as_of, run.judged, run.not_judged, families.get(run.rule_id, {})
        )
        for run in runs_on(pemda, day=day)
    }


def get_finding(public_id: UUID) -> Finding:
    """Return one finding with its run and government.

    Raises:
        FindingNotFoundError: there is none.
    """
    finding = Finding.objects.select_related("run", "pemda").filter(public_id=public_id).first()
    if finding is None:
        raise FindingNotFoundError
    return finding


def finding_on(public_id: UUID, *, day: date) -> FindingOnDay:
    """Return one finding as it is on ``day``: its state, its judgement, its life until then.

    Raises:
        FindingNotFoundError: there is none.
    """
    finding = get_finding(public_id)
    standing = standing_on(finding, day=day)
    if finding.since is not None and finding.since > day:
        standing = None
    if standing is None:
        return _gone(finding, day)
    note = acknowledged_on(finding, day=day)
    state = State.TERBUKA if note is None else State.DIKETAHUI
    last = _last_run(finding, standing, day)
    return FindingOnDay(finding, state, standing, note, last, life_of(finding, day=day))


def _gone(finding: Finding, day: date) -> FindingOnDay:
    over = (
        Standing.objects.filter(over_by(finding.pemda, day), finding=finding)
        .select_related("found_by", "opd")
        .order_by("-starts_on", "-id")
        .first()
    )
    state = State.HILANG if over else None
    life = life_of(finding, day=day) if over else []
    return FindingOnDay(finding, state, over, None, None, life)


def _last_run(finding: Finding, standing: Standing, day: date) -> LawRun | None:
    """Return the last run that found it: the last that looked at its subject by ``day``."""
    return (
        LawRun.objects.filter(
            pemda=finding.pemda,
            rule_id=finding.rule_id,
            as_of__gte=standing.starts_on,
            as_of__lte=day,
        )
        .filter(Q(subjects=None) | Q(subjects__contains=[finding.subject_id]))
        .order_by("-as_of", "-id")
        .first()
    )
