"""The decree or regulation by which a plan is carried out."""

from dataclasses import dataclass
from datetime import date

from pamong.apps.core.audit import Actor
from pamong.apps.core.models import Decree
from pamong.apps.core.services import FutureDayError, register_decree
from pamong.apps.organisasi.by_decree import OnlyFromSamplesError
from pamong.apps.organisasi.policies import can_record_by_hand
from pamong.apps.penataan.models import Plan

__all__ = ["FutureDayError", "OnlyFromSamplesError", "Paper", "take_decree"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A decree as it reads on paper."""

    number: str
    decided_on: date
    issued_by: str


def take_decree(plan: Plan, paper: Paper, *, today: date, actor: Actor, reason: str) -> Decree:
    """Return the decree of that number and day; record it where it is not here yet.

    Raises:
        OnlyFromSamplesError: a demonstration, and the government is not made up.
        FutureDayError: it is dated after ``today``.
        RefusedError: it has no number.
    """
    if not can_record_by_hand(plan.pemda):
        raise OnlyFromSamplesError(plan.pemda)
    plan.number, plan.decided_on, plan.issued_by = (
        paper.number.strip(),
        paper.decided_on,
        paper.issued_by.strip(),
    )
    owner = plan.pemda.instansi
    known = Decree.objects.filter(
        owner=owner, number=plan.number, decided_on=paper.decided_on
    ).first()
    return known or register_decree(
        decree=Decree(
            owner=owner,
            number=plan.number,
            title=plan.title,
            issued_by=plan.issued_by,
            decided_on=paper.decided_on,
            effective_on=plan.day,
        ),
        day=today,
        actor=actor,
        reason=reason,
    )
