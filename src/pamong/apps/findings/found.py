"""What a run found that somebody should see, frozen with the facts that it rests on."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.conf import settings

from pamong import law
from pamong.apps.findings.models import FindingFamily
from pamong.apps.organisasi.models import Pemda
from pamong.law.fact_table import fact_table
from pamong.law.judgement import judgement_from_row
from pamong.law.rule import SHARED, Rule, Verdict

FAMILIES = {
    Verdict.TIDAK_DAPAT_DINILAI: FindingFamily.CATATAN,
    Verdict.PERLU_DIPERIKSA: FindingFamily.PERIKSA,
    Verdict.MELANGGAR: FindingFamily.MELANGGAR,
}
POPULATIONS = {"pegawai", "kontrak_pppk", "cuti_pegawai", "tenaga_non_asn"}

Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Found:
    """One judgement that somebody should see, with the facts that it rests on."""

    family: FindingFamily
    judgement: law.Judgement
    facts: "SubjectFacts"

    @cached_property
    def identity(self) -> str:
        """What makes it the same matter on another day: rule, subject, outcome, since."""
        judgement = self.judgement
        rule, outcome = judgement.rule, judgement.outcome.id
        same = [rule.id, rule.subject, judgement.subject_id, outcome, judgement.since]
        return _digest([*same, self.family])

    @cached_property
    def hash(self) -> str:
        """What makes it the same judgement: besides, what is missing, the version, the facts.

        The steps are left out: some of them count the days until the day that is asked about.
        """
        judgement = self.judgement
        missing = [each.name for each in judgement.missing]
        version = judgement.version.fingerprint
        return _digest([self.identity, judgement.due_on, missing, version, self.facts.hash])

    def frozen(self) -> dict[str, Any]:
        """Return everything that the page of a finding shows, as it was on the day of the run."""
        judgement = self.judgement
        told = judgement.to_json() | {
            "version_sha256": judgement.version.fingerprint,
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
            "facts": self.facts.rows,
        }
        return dict(json.loads(json.dumps(told, default=str)))


def worth_seeing(judged: law.Judgements, pemda: Pemda) -> list[Found]:
    """Keep breaches, and what cannot be judged of single offices and officials.

    Over a population what cannot be judged is counted in the run, not told person by person. Of
    real people in a demonstration nothing but the latter is kept.
    """
    spared = settings.PAMONG_DEMONSTRATION and not pemda.is_made_up
    told = list(_noteworthy(judged, spared=spared))
    facts = FactsOf(judged.rule, judged.facts, [each.subject_id for _, each in told])
    return [Found(family, each, facts.of(each.subject_id)) for family, each in told]


def _noteworthy(
    judged: law.Judgements, *, spared: bool
) -> Iterator[tuple[FindingFamily, law.Judgement]]:
    breach = judged.table.column("breach")
    # Masks, not expressions: an expression starts a whole engine, for each rule and day.
    wanted = pc.fill_null(breach, judged.rule.subject not in POPULATIONS)
    for row in judged.table.filter(wanted).to_pylist():
        judgement = judgement_from_row(judged.rule, judged.as_of, row)
        family = FAMILIES.get(judgement.verdict)
        if family is not None and (family is FindingFamily.CATATAN or not spared):
            yield family, judgement


@dataclass(frozen=True)
class SubjectFacts:
    """The facts that concern one subject, by table; shared tables are left out."""

    rows: dict[str, Rows]
    hash: str


class FactsOf:
    """The facts of many subjects at once: each table is looked through one time for all."""

    def __init__(
        self, rule: Rule, tables: Mapping[str, pa.Table], subject_ids: Collection[int]
    ) -> None:
        key = rule.subject_key
        self._subjects: dict[int, dict[str, Any]] = {}
        self._ties = {name: column for name, column in rule.reads.items() if column != SHARED}
        if not subject_ids:
            return
        asked = _among(tables[rule.subject], key, pa.array(subject_ids, pa.int64()))
        self._subjects = {row[key]: row for row in asked.to_pylist()}
        self._rows = {
            name: _grouped(name, tables[name], column, asked)
            for name, column in self._ties.items()
        }
        self._hashes = {
            name: {value: _digest(rows) for value, rows in groups.items()}
            for name, groups in self._rows.items()
        }

    def of(self, subject_id: int) -> SubjectFacts:
        """Return the facts of one subject; none where it is not among the facts any more."""
        subject = self._subjects.get(subject_id)
        if subject is None:
            return SubjectFacts({}, "")
        values = {name: subject[column] for name, column in self._ties.items()}
        return SubjectFacts(
            {name: self._rows[name].get(value, []) for name, value in values.items()},
            _digest([[name, self._hashes[name].get(value)] for name, value in values.items()]),
        )


def _grouped(name: str, table: pa.Table, column: str, asked: pa.Table) -> dict[Any, Rows]:
    wanted = _among(table, column, pc.unique(asked.column(column)))
    ordered = wanted.sort_by([(each, "ascending") for each in fact_table(name).key])
    groups: dict[Any, Rows] = {}
    for row in ordered.to_pylist():
        groups.setdefault(row[column], []).append(row)
    return groups


def _among(table: pa.Table, column: str, values: pa.Array) -> pa.Table:
    return table.filter(pc.is_in(table.column(column), value_set=values))


def facts_changed_since(frozen: Mapping[str, Any], now: SubjectFacts) -> bool:
    """Tell whether other facts are on record now than when a judgement was frozen."""
    return bool(frozen["facts"] != json.loads(json.dumps(now.rows, default=str)))


def rule_changed_since(frozen: Mapping[str, Any], rule: Rule, day: date) -> bool:
    """Tell whether the version that a judgement rests on says something else by now."""
    fingerprints = {version.fingerprint for version in rule.versions}
    return bool(frozen.get("version_sha256", "")) and (
        frozen["version_sha256"] not in fingerprints and day >= rule.versions[0].period.start
    )


def _digest(content: object) -> str:
    return hashlib.sha256(json.dumps(content, default=str, sort_keys=True).encode()).hexdigest()
