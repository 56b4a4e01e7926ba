"""What a rule is: its dated versions, the outcomes it can give, the facts it reads, its cases.

A rule is data. The form, an Ibis expression or for a step rule a pure function, stands in a Python
module beside the TOML and is imported only when somebody judges.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from pamong.kernel.day import format_day
from pamong.kernel.language import mark, say
from pamong.kernel.period import Period
from pamong.law.fact_table import ColumnType, FactTable, fact_table
from pamong.law.figure import FigureWords
from pamong.law.source import Citation, Confidence

#: A column of ``reads`` that says: these rows concern everybody.
SHARED = "shared"
#: The subject of a step rule: one case, told by its inputs.
CASE = "perkara"
#: What every rule answers where a fact that decides is missing.
NOT_JUDGED = "tidak_dapat_dinilai"


class Kind(StrEnum):
    """What can be done with an entry: only a ``RULE`` runs over a population."""

    RULE = "rule"
    STEP = "step"  # a procedure over one case, a pure function
    PROVISION = "provision"  # a principle or a list; nothing to judge

    @property
    def label(self) -> str:
        """What people read."""
        return say(_KIND_LABELS[self])


_KIND_LABELS = {
    Kind.RULE: mark("dijalankan atas catatan"),
    Kind.STEP: mark("prosedur atas satu perkara; tidak dijalankan atas banyak orang"),
    Kind.PROVISION: mark("asas atau daftar; tidak menilai apa pun"),
}


class ChosenBy(StrEnum):
    """Which date chooses the version that applies."""

    EVENT = "event"
    DECISION = "decision"
    AS_OF = "as_of"
    TRANSITIONAL = "transitional"

    @property
    def label(self) -> str:
        """What people read."""
        return say(_CHOSEN_BY_LABELS[self])


_CHOSEN_BY_LABELS = {
    ChosenBy.EVENT: mark("hari peristiwanya"),
    ChosenBy.DECISION: mark("hari keputusannya"),
    ChosenBy.AS_OF: mark("hari yang ditanyakan"),
    ChosenBy.TRANSITIONAL: mark("ketentuan peralihan"),
}


class Verdict(StrEnum):
    """What an outcome says of the subject; it decides ``breach``."""

    SESUAI = "sesuai"
    PERLU_DIPERIKSA = "perlu_diperiksa"
    MELANGGAR = "melanggar"
    TIDAK_DAPAT_DINILAI = "tidak_dapat_dinilai"

    @property
    def breach(self) -> bool | None:
        """True, false, or ``None`` where it cannot be judged."""
        return _BREACH[self]

    @property
    def label(self) -> str:
        """What people read."""
        return say(_VERDICT_LABELS[self])


_BREACH = {
    Verdict.SESUAI: False,
    Verdict.PERLU_DIPERIKSA: True,
    Verdict.MELANGGAR: True,
    Verdict.TIDAK_DAPAT_DINILAI: None,
}
_VERDICT_LABELS = {
    Verdict.SESUAI: mark("Sesuai"),
    Verdict.PERLU_DIPERIKSA: mark("Perlu diperiksa"),
    Verdict.MELANGGAR: mark("Melanggar"),
    Verdict.TIDAK_DAPAT_DINILAI: mark("Catatan belum lengkap"),
}


class BeforeFirstVersionError(ValueError):
    """The day asked for lies before the first version of the rule."""

    def __init__(self, rule: Rule, day: date) -> None:
        self.rule = rule
        self.day = day
        first = rule.versions[0]
        super().__init__(
            say(
                'Aturan "%(id)s" baru tercatat sejak %(start)s (%(basis)s). Untuk %(day)s '
                "tidak ada versi yang dapat dipakai; pilih hari yang lebih kemudian.",
                id=rule.id,
                start=format_day(first.period.start),
                basis=first.basis,
                day=format_day(day),
            )
        )


@dataclass(frozen=True, slots=True)
class Version:
    """The rule as it stood in one period; ``values`` are the figures of the law."""

    id: str
    period: Period
    sources: tuple[Citation, ...]
    confidence: Confidence
    checked_on: date
    values: Mapping[str, Any]
    seen_in: str | None
    note: str | None

    @property
    def basis(self) -> str:
        """The articles, as people read them."""
        return "; ".join(map(str, self.sources))

    @property
    def told(self) -> dict[str, Any]:
        """The figures that sentences may name: single ones, not lists and tables of them."""
        return {
            name: value
            for name, value in self.values.items()
            if not isinstance(value, list | Mapping)
        }

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of everything that the version says, so that a correction is seen."""
        told = [self.id, str(self.period), self.basis, self.confidence, self.values]
        return hashlib.sha256(json.dumps(told, default=str, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Transitional:
    """A clause that bends which version or which figure applies, for as long as it is in force."""

    id: str
    period: Period
    sources: tuple[Citation, ...]
    confidence: Confidence
    checked_on: date
    says: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One answer that the rule can give, in words; templates name the steps in braces.

    ``discretion`` tells the range and who decides, where the law leaves room. ``waits_for`` names
    the transitional clause that keeps the outcome from being given for now. The English
    forms may be absent.
    """

    id: str
    label: str
    label_en: str | None
    verdict: Verdict
    meaning: tuple[str, ...]
    meaning_en: tuple[str, ...]
    to_do: tuple[str, ...]
    discretion: str | None
    waits_for: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One named column on the way to the outcome; ``labels`` turn codes into words."""

    name: str
    type: ColumnType
    label: str
    unit: str | None
    sentence: tuple[str, ...]
    labels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact whose absence the rule can name, and what to do about it."""

    name: str
    label: str
    sentence: tuple[str, ...]
    to_do: str


@dataclass(frozen=True, slots=True)
class ValueList:
    """A list of the law as a table, such as the dates of every election; rows carry sources."""

    name: str
    meaning: str
    columns: Mapping[str, ColumnType]
    rows: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Facts and the judgement that they must lead to; ``expect`` names columns of the result."""

    name: str
    as_of: date
    facts: Mapping[str, list[dict[str, Any]]]
    expect: Mapping[str, Any]
    source: str | None


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Rule:
    """One rule of the law with all its versions; a copy with other figures is another rule."""

    id: str
    title: str
    title_en: str
    kind: Kind
    subject: str
    about_officials: bool
    chosen_by: ChosenBy
    summary: str
    summary_en: str
    reads: Mapping[str, str]
    uses: tuple[str, ...]
    versions: tuple[Version, ...]
    transitional: Mapping[str, Transitional]
    lists: Mapping[str, ValueList]
    outcomes: Mapping[str, Outcome]
    steps: tuple[Step, ...]
    missing: Mapping[str, Missing]
    cases: tuple[Case, ...]
    path: Path
    case_table: FactTable | None = None
    """The inputs of a step rule, as a table with one row."""
    chosen_on: str | None = None
    """The input of a step rule that chooses the version; ``None``: the day asked for."""
    figure_words: Mapping[str, FigureWords] = field(default_factory=dict)
    """What the figures of a key are called and may be, where the rule says so."""

    @property
    def subject_key(self) -> str:
        """The column that identifies the subject in its table."""
        return fact_table(self.subject).key[0]

    @property
    def is_kept(self) -> bool:
        """Whether Pamong's own records tell all that it reads; else it judges files and lakes."""
        return all(fact_table(name).is_kept for name in self.reads)

    @property
    def form_path(self) -> Path:
        """The Python module that holds the form."""
        return self.path.with_suffix(".py")

    def version(self, version_id: str) -> Version:
        """Return a version by its id."""
        return next(version for version in self.versions if version.id == version_id)

    def values_by_version(self, key: str) -> dict[str, Any]:
        """Return a figure of every version that has it, by the id of the version."""
        return {each.id: each.values[key] for each in self.versions if key in each.values}

    def version_on(self, day: date) -> Version:
        """Return the version in force on ``day``.

        Raises:
            BeforeFirstVersionError: ``day`` lies before the first version.
        """
        for version in self.versions:
            if day in version.period:
                return version
        raise BeforeFirstVersionError(self, day)
