"""Saying that two records are of two people, and taking that back."""

from datetime import date

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.penggabungan.errors import MergedAlreadyError, NotDecidedError
from pamong.apps.penggabungan.models import ApartDecision


def keep_apart(
    *, one: Pegawai, other: Pegawai, day: date, actor: Actor, reason: str
) -> ApartDecision:
    """Keep that two records are of two people, with who says so and why; nothing else changes.

    Raises:
        MergedAlreadyError: one of the two was merged since.
        RefusedError: it is decided so already.
        ReasonMissingError: no reason is given.
    """
    if one.merged_into_id is not None or other.merged_into_id is not None:
        raise MergedAlreadyError
    first, second = sorted((one.pk, other.pk))
    with act("penggabungan.keep_apart", actor=actor, reason=reason), refusals():
        return ApartDecision.objects.create(
            first_id=first,
            second_id=second,
            decided_on=day,
            by=actor.label,
            reason=reason.strip(),
        )


def take_back_apart(*, one: Pegawai, other: Pegawai, day: date, actor: Actor, reason: str) -> None:
    """Take back that two records are of two people: the pair is proposed again.

    Raises:
        NotDecidedError: it is not decided so, or no longer.
        ReasonMissingError: no reason is given.
    """
    with act("penggabungan.take_back_apart", actor=actor, reason=reason), refusals():
        decision = find_apart(one, other)
        if decision is None:
            raise NotDecidedError
        decision.taken_back_on = day
        decision.taken_back_by = actor.label
        decision.taken_back_because = reason.strip()
        decision.save(update_fields=["taken_back_on", "taken_back_by", "taken_back_because"])


def find_apart(one: Pegawai, other: Pegawai) -> ApartDecision | None:
    """Return the decision that two records are of two people, where it stands."""
    first, second = sorted((one.pk, other.pk))
    return ApartDecision.objects.filter(first=first, second=second, taken_back_on=None).first()
