"""Running the law over one government, and keeping what it found."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from pamong import law
from pamong.apps.core.audit import Actor, act
from pamong.apps.findings.gathering import gather
from pamong.apps.findings.models import Finding, FindingFamily, LawRun
from pamong.apps.findings.subjects import labels
from pamong.apps.organisasi.models import Pemda
from pamong.law.rule import Kind, Verdict

FAMILIES = {
    Verdict.TIDAK_DAPAT_DINILAI: FindingFamily.CATATAN,
    Verdict.PERLU_DIPERIKSA: FindingFamily.PERIKSA,
    Verdict.MELANGGAR: FindingFamily.MELANGGAR,
}
CARRIED_BY_THE_LAW = {"kalender"}
POPULATIONS = {"pegawai"}


@dataclass(frozen=True, slots=True)
class Found:
    """One judgement that somebody should see, with the facts that it rests on."""

    family: FindingFamily
    judgement: law.Judgement
    facts: dict[str, list[dict[str, Any]]]

    @property
    def hash(self) -> str:
        """What makes it the same finding on another day: rule, subject, outcome and facts."""
        told = self.judgement.to_json()
        same = [told[key] for key in ("rule", "subject_id", "outcome", "since", "missing")]
        content = [same, self.judgement.version.fingerprint, self.facts]
        return hashlib.sha256(
            json.dumps(content, default=str, sort_keys=True).encode()
        ).hexdigest()


def run_law(*, pemda: Pemda, as_of: date, actor: Actor, reason: str) -> None:
    """Judge ``pemda`` as of a day by every rule that may judge it; one run at a time.

    Nothing is deleted: what a later run no longer finds stays with the runs that found it.
    """
    for rule in rules_for(pemda):
        with act("findings.run_law", actor=actor, reason=reason):
            Pemda.objects.select_for_update().get(pk=pemda.pk)
            _run_rule(rule, pemda, as_of)


def rules_for(pemda: Pemda) -> list[law.Rule]:
    """Return the rules that may judge a government.

    In a demonstration no rule about officials runs over real ones (docs/explanation/real-people).
    """
    spared = settings.PAMONG_DEMONSTRATION and not pemda.is_made_up
    return [
        rule
        for rule in law.rules().values()
        if rule.kind is Kind.RULE and not (spared and rule.about_officials)
    ]


def _run_rule(rule: law.Rule, pemda: Pemda, as_of: date) -> None:
    if as_of < rule.versions[0].period.start:
        return
    tables = gather(rule.reads.keys() - CARRIED_BY_THE_LAW, pemda_ids=[pemda.pk])
    judged = law.judge(rule, tables, as_of=as_of)
    run = LawRun.objects.create(
        pemda=pemda,
        rule_id=rule.id,
        as_of=as_of,
        judged=len(judged),
        not_judged=sum(judgement.breach is None for judgement in judged),
    )
    _keep(list(_worth_seeing(judged, pemda)), run)


def _worth_seeing(judged: law.Judgements, pemda: Pemda) -> Iterable[Found]:
    """Keep breaches, and what cannot be judged of single offices and officials.

    Over a population what cannot be judged is counted in the run, not told person by person. Of
    real people in a demonstration nothing but the latter is kept.
    """
    spared = settings.PAMONG_DEMONSTRATION and not pemda.is_made_up
    for judgement in judged:
        family = FAMILIES.get(judgement.verdict)
        counted = family is FindingFamily.CATATAN and judged.rule.subject in POPULATIONS
        if family is None or counted or (spared and family is not FindingFamily.CATATAN):
            continue
        yield Found(family, judgement, judged.facts_of(judgement.subject_id))


def _keep(found: list[Found], run: LawRun) -> None:
    """Record what is found for the first time, and that this run found all of it."""
    here = Finding.objects.filter(pemda=run.pemda, rule_id=run.rule_id)
    known = set(here.values_list("judgement_hash", flat=True))
    named = labels(run.rule_id, [each.judgement.subject_id for each in found])
    Finding.objects.bulk_create(
        _finding(each, run, named[each.judgement.subject_id])
        for each in found
        if each.hash not in known
    )
    run.findings.set(here.filter(judgement_hash__in=[each.hash for each in found]))


def _finding(found: Found, run: LawRun, label: str) -> Finding:
    judgement = found.judgement
    return Finding(
        pemda=run.pemda,
        run=run,
        rule_id=run.rule_id,
        subject_kind=judgement.rule.subject,
        subject_id=judgement.subject_id,
        subject_label=label,
        family=found.family,
        since=judgement.since,
        judgement=json.loads(json.dumps(_frozen(found), default=str)),
        judgement_hash=found.hash,
    )


def _frozen(found: Found) -> dict[str, Any]:
    """Return everything that the page of a finding shows, as it was on the day of the run."""
    judgement = found.judgement
    return judgement.to_json() | {
        "title": judgement.rule.title,
        "summary": judgement.rule.summary,
        "meaning": judgement.meaning,
        "explanation": list(judgement.explanation),
        "basis": judgement.basis,
        "confidence_label": judgement.confidence.label,
        "discretion": judgement.outcome.discretion,
        "to_do": list(judgement.to_do),
        "missing": [
            {"name": missing.name, "label": missing.label} for missing in judgement.missing
        ],
        "shown_steps": [
            {"label": each.step.label, "value": each.shown, "unit": each.step.unit or ""}
            for each in judgement.steps
            if each.shown is not None
        ],
        "facts": found.facts,
    }
