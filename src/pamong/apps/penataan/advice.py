"""What one rule says of one line of an appointment: fine, a breach, or not to be judged.

It is advice. A decree that was signed stands until it is withdrawn, so that what a rule calls a
breach is recorded all the same, with a reason by whoever carries it out; only the database
refuses. What is not known is told as missing, never assumed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pamong import law
from pamong.law.rule import Verdict
from pamong.law.source import Confidence

BREACH_OF = {
    Verdict.SESUAI: False,
    Verdict.MELANGGAR: True,
    Verdict.PERLU_DIPERIKSA: None,
    Verdict.TIDAK_DAPAT_DINILAI: None,
}
"""What asks a person to look is no breach yet: it needs no reason of its own."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What one rule says of one line, with its basis; ``rule`` is empty for a record of our own.

    ``breach`` is ``None`` where it cannot be judged, or asks a person to look. ``confidence`` says
    how far the basis was seen.
    """

    rule: str
    title: str
    breach: bool | None
    verdict: str
    meaning: str
    basis: str
    missing: tuple[str, ...] = ()
    confidence: Confidence = Confidence.CONFIRMED

    @property
    def is_quiet(self) -> bool:
        """Whether nothing need be done about it."""
        return self.breach is False and self.verdict == "sesuai"

    @property
    def is_sure(self) -> bool:
        """Whether the basis was read, so that nothing need be said of it."""
        return self.confidence is Confidence.CONFIRMED

    @property
    def is_open(self) -> bool:
        """Whether it cannot be judged, because something is not on record."""
        return self.verdict == Verdict.TIDAK_DAPAT_DINILAI.value


@dataclass(slots=True)
class Bench:
    """Judges the lines of one appointment: the same facts under the same rule once.

    Most of 180 lines differ in nothing that a ban on reshuffles asks for.
    """

    told: dict[Any, Advice] = field(default_factory=dict)

    def judge(self, rule: str, facts: Mapping[str, Any], day: date) -> Advice:
        """Return what a rule says; a fact that is ``None`` is not known."""
        known = {key: value for key, value in facts.items() if value is not None}
        asked = rule, tuple(sorted(known.items(), key=lambda each: each[0])), day
        if asked not in self.told:
            self.told[asked] = _judge(rule, known, day)
        return self.told[asked]


def _judge(rule: str, facts: dict[str, Any], day: date) -> Advice:
    title = law.rule(rule).title
    try:
        found = law.judge_case(rule, facts, as_of=day)
    except law.BeforeFirstVersionError as error:
        return Advice(rule, title, breach=False, verdict="sesuai", meaning=str(error), basis="")
    return Advice(
        rule=rule,
        title=title,
        breach=BREACH_OF[found.verdict],
        verdict=found.verdict.value,
        meaning=found.meaning or found.outcome.label,
        basis=found.basis,
        missing=tuple(each.label for each in found.missing),
        confidence=found.confidence,
    )
