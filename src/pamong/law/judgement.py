"""One judgement: what the law says of one subject, on what basis, in which steps, in words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pamong.kernel.day import format_day
from pamong.kernel.period import ONE_DAY
from pamong.law.rule import Missing, Outcome, Rule, Step, Verdict, Version
from pamong.law.rule_checks import UNCONFIRMED_BASIS
from pamong.law.sentence import show, tell
from pamong.law.source import Confidence

UNCONFIRMED = Missing(
    name=UNCONFIRMED_BASIS,
    label="Dasar hukum yang sudah dikonfirmasi",
    sentence=("Dasar hukumnya belum dikonfirmasi, jadi tidak dipakai untuk memutuskan sendiri.",),
    to_do="Periksa naskah peraturannya.",
)

_HASHED = (
    "rule",
    "as_of",
    "subject",
    "subject_id",
    "outcome",
    "breach",
    "since",
    "due_on",
    "missing",
    "version",
    "confidence",
)


@dataclass(frozen=True, slots=True)
class StepValue:
    """One step with the value that it had for this subject."""

    step: Step
    value: Any

    @property
    def shown(self) -> str | None:
        """The value as people read it, without its unit; ``None`` where there is none."""
        if self.value is None:
            return None
        return self.step.labels.get(str(self.value)) or show(self.value)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one rule says of one subject on one day.

    ``breach`` is ``None`` where it cannot be judged. ``missing`` may name facts beside a breach
    as well: then they could only make it heavier.
    """

    rule: Rule
    as_of: date
    subject_id: int
    outcome: Outcome
    breach: bool | None
    since: date | None
    due_on: date | None
    missing: tuple[Missing, ...]
    version: Version
    confidence: Confidence
    steps: tuple[StepValue, ...]

    @property
    def verdict(self) -> Verdict:
        """How the outcome is to be shown; an unconfirmed basis judges nothing."""
        return Verdict.TIDAK_DAPAT_DINILAI if self.breach is None else self.outcome.verdict

    @property
    def meaning(self) -> str | None:
        """What the outcome means here, in a sentence."""
        return tell(self.outcome.meaning, self._words)

    @property
    def meaning_en(self) -> str | None:
        """The same in English; ``None`` where the rule does not say it."""
        return tell(self.outcome.meaning_en, self._words)

    @property
    def explanation(self) -> tuple[str, ...]:
        """The steps that led here and the facts that are missing, one sentence each."""
        return tuple(filter(None, self._explain()))

    @property
    def to_do(self) -> tuple[str, ...]:
        """What to do about it, one sentence each."""
        own = [tell([template], self._words) for template in self.outcome.to_do]
        return tuple(filter(None, [*own, *(missing.to_do for missing in self.missing)]))

    @property
    def basis(self) -> str:
        """The articles and since when they apply."""
        period = self.version.period
        ended = "" if period.end is None else f" sampai dengan {format_day(period.end - ONE_DAY)}"
        return f"{self.version.basis} (berlaku sejak {format_day(period.start)}{ended})"

    @property
    def sentences(self) -> tuple[str, ...]:
        """Everything that people should read, in order."""
        told = [self.meaning, *self.explanation, self.outcome.discretion, f"Dasar: {self.basis}."]
        if self.confidence is not Confidence.CONFIRMED:
            told.append(f"Keyakinan atas dasar ini: {self.confidence.label}.")
        return tuple(dict.fromkeys(filter(None, [*told, *self.to_do])))

    def to_json(self) -> dict[str, Any]:
        """Return the judgement as plain data; ``docs/explanation/law.md`` documents the keys."""
        return {
            "rule": self.rule.id,
            "as_of": self.as_of.isoformat(),
            "subject": self.rule.subject,
            "subject_id": self.subject_id,
            "outcome": self.outcome.id,
            "label": self.outcome.label,
            "verdict": self.verdict.value,
            "breach": self.breach,
            "since": _iso(self.since),
            "due_on": _iso(self.due_on),
            "missing": [missing.name for missing in self.missing],
            "version": self.version.id,
            "sources": [str(citation) for citation in self.version.sources],
            "confidence": self.confidence.value,
            "checked_on": self.version.checked_on.isoformat(),
            "steps": [
                {
                    "name": each.step.name,
                    "label": each.step.label,
                    "value": _iso(each.value) if isinstance(each.value, date) else each.value,
                    "unit": each.step.unit,
                }
                for each in self.steps
            ],
            "sentences": list(self.sentences),
        }

    def freeze(self, facts: Mapping[str, list[dict[str, Any]]]) -> FrozenJudgement:
        """Return the judgement with the facts that it rests on, for whoever acts upon it.

        The hash covers the version, the facts and the result, not the wording of the sentences.
        """
        told = self.to_json()
        content = {
            "version_sha256": self.version.fingerprint,
            "facts": facts,
            "result": {key: told[key] for key in _HASHED},
            "steps": {each.step.name: each.value for each in self.steps},
        }
        digest = hashlib.sha256(_canonical(content).encode()).hexdigest()
        return FrozenJudgement(_canonical(content | {"judgement": told}), digest)

    def _explain(self) -> Iterator[str | None]:
        for each in self.steps:
            yield tell(each.step.sentence, self._words)
        for missing in self.missing:
            yield tell(missing.sentence, self._words)

    @property
    def _words(self) -> dict[str, Any]:
        """What templates may name: codes as words, days as days so that periods can be told.

        Figures are those of the version that applied, so that a sentence is right of other figures
        as well.
        """
        common = {
            "as_of": self.as_of,
            "since": self.since,
            "due_on": self.due_on,
            "subject_id": self.subject_id,
        }
        steps = {
            each.step.name: each.shown if each.step.labels else each.value for each in self.steps
        }
        return self.version.told | common | steps


@dataclass(frozen=True, slots=True)
class FrozenJudgement:
    """A judgement, its version and its facts as one text with its SHA-256; it never changes."""

    text: str
    sha256: str


def judgement_from_row(rule: Rule, as_of: date, row: Mapping[str, Any]) -> Judgement:
    """Make a judgement of one row of a rule's result."""
    known = {**rule.missing, UNCONFIRMED_BASIS: UNCONFIRMED}
    return Judgement(
        rule=rule,
        as_of=as_of,
        subject_id=row["subject_id"],
        outcome=rule.outcomes[row["outcome"]],
        breach=row["breach"],
        since=row["since"],
        due_on=row["due_on"],
        missing=tuple(known[name] for name in row["missing"]),
        version=rule.version(row["version"]),
        confidence=Confidence(row["confidence"]),
        steps=tuple(StepValue(step, row[step.name]) for step in rule.steps),
    )


def _canonical(content: Mapping[str, Any]) -> str:
    return json.dumps(content, default=str, sort_keys=True, ensure_ascii=False)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
