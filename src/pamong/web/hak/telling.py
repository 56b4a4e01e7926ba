"""What falls due, as its page tells it: a day, the reason, the article, and what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from pamong.apps.findings.due_days import KGB, PENSION, PROMOTION
from pamong.apps.findings.own_leave import OwnLeave, Taken
from pamong.apps.findings.own_rights import CONTRACT, Lacking, Right
from pamong.law import Judgement
from pamong.web.aturan.names import Told, is_english, title_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TITLES: "dict[str, StrOrPromise]" = {
    KGB: _("Kenaikan gaji berkala berikutnya"),
    PROMOTION: _("Kenaikan pangkat reguler berikutnya"),
    PENSION: _("Pensiun"),
    CONTRACT: _("Perjanjian kerja"),
}
DAYS: "dict[str, StrOrPromise]" = {
    KGB: _("jatuh pada"),
    PROMOTION: _("periode paling cepat"),
    PENSION: _("TMT pensiun"),
    CONTRACT: _("hari terakhir"),
}


@dataclass(frozen=True, slots=True)
class Basis:
    """What a judgement rests on: its rule, the articles, how sure they are, and the reasons."""

    rule_id: str
    rule: str
    articles: str
    doubt: str
    reasons: Sequence[str]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that falls due; without a day ``label`` alone says how it stands."""

    key: str
    title: "StrOrPromise"
    before_day: "StrOrPromise"
    due_on: date | None
    is_past: bool
    label: Told
    meaning: Told
    lacking: Sequence[Lacking]
    basis: Basis


@dataclass(frozen=True, slots=True)
class LeaveTold:
    """One's leave: what is recorded, and what the law gives of each kind."""

    year: int
    used: int | None
    is_complete: bool
    taken: Sequence[Taken]
    days_a_year: int | None
    annual: "LeaveCase | None"
    long: "LeaveCase | None"


@dataclass(frozen=True, slots=True)
class LeaveCase:
    """What the law says of one kind of leave; ``lacking`` are facts that are not on record."""

    meaning: Told
    lacking: Sequence[str]
    basis: Basis


def card_of(right: Right, *, day: date) -> Card:
    """Return how one right is told."""
    judgement = right.judgement
    key = judgement.rule.id
    outcome = judgement.outcome
    return Card(
        key=key,
        title=TITLES[key],
        before_day=DAYS[key],
        due_on=right.due_on,
        is_past=right.due_on is not None and right.due_on < day,
        label=_in_language(outcome.label, outcome.label_en),
        meaning=_meaning(judgement),
        lacking=right.lacking,
        basis=_basis(judgement),
    )


def leave_of(leave: OwnLeave) -> LeaveTold:
    """Return how somebody's leave is told."""
    annual = leave.annual
    return LeaveTold(
        year=leave.year,
        used=leave.used,
        is_complete=leave.is_complete,
        taken=leave.taken,
        days_a_year=annual.version.values["hari"] if annual else None,
        annual=_case(annual),
        long=_case(leave.long),
    )


def _case(judgement: Judgement | None) -> LeaveCase | None:
    if judgement is None:
        return None
    lacking = [missing.label for missing in judgement.missing]
    return LeaveCase(_meaning(judgement), lacking, _basis(judgement))


def _basis(judgement: Judgement) -> Basis:
    confidence = judgement.confidence
    return Basis(
        rule_id=judgement.rule.id,
        rule=title_of(judgement.rule),
        articles=judgement.basis,
        doubt="" if confidence.value == "confirmed" else confidence.label,
        reasons=judgement.explanation,
    )


def _meaning(judgement: Judgement) -> Told:
    return _in_language(judgement.meaning or judgement.outcome.label, judgement.meaning_en)


def _in_language(words: str, english: str | None) -> Told:
    return Told(english, "en") if english and is_english() else Told(words)
