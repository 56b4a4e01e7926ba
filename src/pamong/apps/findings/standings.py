"""On which days a finding stands: what one run says is laid over what earlier runs said.

The days judged divide time: what the latest run for a day says of a subject holds until the next
day for which a run looked at that subject. Nothing is deleted. A row that a run for a later day
ends keeps its first days; a row whose own days were judged anew stays, marked as superseded.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from pamong.apps.findings.found import (
    FactsOf,
    Found,
    SubjectFacts,
    facts_changed_since,
    rule_changed_since,
)
from pamong.apps.findings.models import Acknowledgement, Finding, LawRun, Lost, Standing
from pamong.apps.findings.subjects import described
from pamong.law.judging import Judgements

CHANGING = ["ends_before", "lost_by", "lost_because", "superseded_by"]


@dataclass(frozen=True)
class Reach:
    """Until which day a run for ``as_of`` is the last word on a subject; ``None``: for good."""

    of_all: date | None
    of_some: dict[int, date]

    def until(self, subject_id: int) -> date | None:
        """Return the next day for which a run looked at the subject."""
        days = [day for day in (self.of_all, self.of_some.get(subject_id)) if day is not None]
        return min(days, default=None)


def reach_of(run: LawRun) -> Reach:
    """Return how far what ``run`` says holds, by the runs for later days that are there."""
    of_some: dict[int, date] = {}
    later = LawRun.objects.filter(
        pemda=run.pemda, rule_id=run.rule_id, as_of__gt=run.as_of
    ).order_by("as_of")
    whole = later.filter(subjects=None).values_list("as_of", flat=True).first()
    partial = later.filter(subjects__isnull=False)
    if whole is not None:
        partial = partial.filter(as_of__lt=whole)
    for as_of, subjects in partial.values_list("as_of", "subjects"):
        for subject_id in subjects or ():
            of_some.setdefault(subject_id, as_of)
    return Reach(whole, of_some)


@dataclass
class Changes:
    """What a run changes in the standings, gathered first and written at once."""

    cut: list[Standing] = field(default_factory=list)
    extended: list[Standing] = field(default_factory=list)
    new: list[Standing] = field(default_factory=list)
    lost: set[int] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.cut or self.extended or self.new)

    def write(self, run: LawRun) -> None:
        """Save everything; what makes room goes first. Whoever is lost is not noted any more."""
        run.save()
        Finding.objects.bulk_create(self.findings)
        for rows in (self.cut, self.extended):
            Standing.objects.bulk_update(rows, CHANGING, batch_size=500)
        Standing.objects.bulk_create(self.new, batch_size=500)
        _close_acknowledgements(self.lost, run)


def changes_of(run: LawRun, judged: Judgements, found: Collection[Found]) -> Changes:
    """Compare what an unsaved run found with what stands, and say what it changes."""
    return _Overlay(run, judged, found).changes()


class _Overlay:
    def __init__(self, run: LawRun, judged: Judgements, found: Collection[Found]) -> None:
        self.run, self.judged, self.found = run, judged, found
        self.done = Changes()
        self.known = {
            finding.identity: finding
            for finding in Finding.objects.filter(pemda=run.pemda, rule_id=run.rule_id)
            if run.subjects is None or finding.subject_id in set(run.subjects)
        }
        self.standing = _standing_from(run) if self.known else {}
        self.reach = reach_of(run) if self.known or found else Reach(None, {})

    def changes(self) -> Changes:
        if not self.known and not self.found:  # so is most of what the law says of most people
            return self.done
        # What is dear, the name, the OPD and the frozen facts, is read for what changes only.
        unlike = [each for each in self.found if not self._stands_so(each)]
        lost = self._lost()
        again = [found for each in unlike if (found := self.known.get(each.identity))]
        _read_judgements(row for finding in (*again, *lost) for row in self._rows(finding))
        self.subjects = described(
            self.run.rule_id,
            {each.judgement.subject_id for each in unlike},
            day=self.run.as_of,
        )
        for each in unlike:
            self._lay(each)
        facts = FactsOf(
            self.judged.rule, self.judged.facts, {finding.subject_id for finding in lost}
        )
        for finding in lost:
            self.done.lost.add(finding.pk)
            for row in self._rows(finding):
                until = self.reach.until(finding.subject_id)
                self._cut(row, until, facts.of(finding.subject_id))
        return self.done

    def _lost(self) -> list[Finding]:
        """Return what stands of the subjects that were looked at, and was not found again."""
        found = {each.identity for each in self.found}
        return [
            finding
            for identity, finding in self.known.items()
            if identity not in found
            and any(row.ends_before != self.run.as_of for row in self._rows(finding))
        ]

    def _rows(self, finding: Finding) -> list[Standing]:
        until = self.reach.until(finding.subject_id)
        return [
            row
            for row in self.standing.get(finding.pk, [])
            if until is None or row.starts_on < until
        ]

    def _stands_so(self, found: Found) -> bool:
        """Tell whether all that this run would say stands already."""
        finding = self.known.get(found.identity)
        if finding is None:
            return False
        until = self.reach.until(finding.subject_id)
        return any(
            row.judgement_hash == found.hash
            and row.starts_on <= self.run.as_of
            and (row.ends_before is None or (until is not None and row.ends_before >= until))
            for row in self._rows(finding)
        )

    def _lay(self, found: Found) -> None:
        finding = self.known.get(found.identity) or self._new_finding(found)
        until = self.reach.until(finding.subject_id)
        rows = self._rows(finding)
        before = [
            row
            for row in rows
            if row.judgement_hash == found.hash
            and row.starts_on <= self.run.as_of
            and row.ends_before is not None
        ]
        for row in rows:
            if row not in before:
                self._cut(row, until, found.facts)
        if before:
            (row,) = before
            row.ends_before, row.lost_by, row.lost_because = until, None, ""
            self.done.extended.append(row)
            return
        self.done.new.append(
            Standing(
                finding=finding,
                opd_id=self.subjects[finding.subject_id].opd_id,
                starts_on=self.run.as_of,
                ends_before=until,
                judgement=found.frozen(),
                judgement_hash=found.hash,
                found_by=self.run,
            )
        )

    def _cut(self, row: Standing, until: date | None, facts: SubjectFacts) -> None:
        """Take the days from this run's to ``until`` out of a row."""
        if row.ends_before == self.run.as_of:
            return
        if until is not None and (row.ends_before is None or row.ends_before > until):
            self.done.new.append(_tail(row, until))
        because = self._because(row, facts)
        if row.starts_on < self.run.as_of:
            row.ends_before, row.lost_by = self.run.as_of, self.run
        else:
            row.superseded_by = self.run
        row.lost_because = because
        self.done.cut.append(row)

    def _because(self, row: Standing, facts: SubjectFacts) -> Lost:
        if rule_changed_since(row.judgement, self.judged.rule, self.run.as_of):
            return Lost.ATURAN
        if facts_changed_since(row.judgement, facts):
            return Lost.FAKTA
        return Lost.HARI

    def _new_finding(self, found: Found) -> Finding:
        judgement = found.judgement
        finding = Finding(
            pemda=self.run.pemda,
            run=self.run,
            rule_id=self.run.rule_id,
            subject_kind=judgement.rule.subject,
            subject_id=judgement.subject_id,
            subject_label=self.subjects[judgement.subject_id].label,
            family=found.family,
            since=judgement.since,
            identity=found.identity,
        )
        self.done.findings.append(finding)
        return finding


def _standing_from(run: LawRun) -> dict[int, list[Standing]]:
    """Return what stands on the day of a run or later, and what ended on that very day."""
    rows = Standing.objects.filter(
        Q(ends_before=None) | Q(ends_before__gte=run.as_of),
        superseded_by=None,
        finding__pemda=run.pemda,
        finding__rule_id=run.rule_id,
    )
    if run.subjects is not None:
        rows = rows.filter(finding__subject_id__in=run.subjects)
    found: dict[int, list[Standing]] = {}
    for row in rows.defer("judgement").order_by("starts_on"):
        found.setdefault(row.finding_id, []).append(row)
    return found


def _read_judgements(rows: Iterable[Standing]) -> None:
    by_key = {row.pk: row for row in rows}
    told = Standing.objects.filter(pk__in=by_key).values_list("pk", "judgement")
    for key, judgement in told:
        by_key[key].judgement = judgement


def _tail(row: Standing, until: date) -> Standing:
    return Standing(
        finding_id=row.finding_id,
        opd_id=row.opd_id,
        starts_on=until,
        ends_before=row.ends_before,
        judgement=row.judgement,
        judgement_hash=row.judgement_hash,
        found_by_id=row.found_by_id,
        lost_by_id=row.lost_by_id,
        lost_because=row.lost_because,
    )


def _close_acknowledgements(lost: Iterable[int], run: LawRun) -> None:
    """End what was noted of findings that the law finds no more: found again, they are open."""
    lost = list(lost)
    if not lost:
        return
    noted = Acknowledgement.objects.filter(
        finding__in=lost, closed_on=None, ends_before__gt=run.as_of
    )
    later = reach_of(run).of_all
    if later is not None:
        noted = noted.filter(starts_on__lt=later)
    for row in noted:
        row.closed_on, row.closed_by_run = max(run.as_of, row.starts_on), run
        row.save(update_fields=["closed_on", "closed_by_run"])
