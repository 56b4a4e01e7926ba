"""Taking one step in the life of a duty: locked, checked, written, and the standing with it."""

from dataclasses import asdict, dataclass, replace
from datetime import date
from uuid import UUID

from pamong.apps.core.audit import Actor
from pamong.apps.duties import life
from pamong.apps.duties.errors import (
    DutyMovedError,
    DutyNotFoundError,
    ProlongationError,
    SamePersonError,
    StepNotOpenError,
)
from pamong.apps.duties.life import OWING_STEPS, RULES, Move, Standing, StepKind
from pamong.apps.duties.models import Duty, DutyStanding, DutyStep
from pamong.apps.forums.models import Forum


@dataclass(frozen=True, slots=True)
class Seen:
    """A duty, and the number of the last step that the user saw of it."""

    public_id: UUID
    number: int


def take_step(
    seen: Seen, move: Move, actor: Actor, note: str, forum: Forum | None = None
) -> DutyStep:
    """Add one step, and let the duty stand as it says from its day on; the act is open already.

    Raises:
        DutyNotFoundError: there is no such duty.
        DutyMovedError: somebody else acted after ``seen``.
        StepNotOpenError: the step does not fit the state.
        SamePersonError: the step wants a second person.
        ProlongationError: the term asked for is not later.
    """
    duty = _locked(seen.public_id)
    last = duty.steps.order_by("-number")[0]
    if last.number != seen.number:
        if last.number == seen.number + 1 and _is_again(last, move, actor, note):
            return last
        raise DutyMovedError(last)
    standing = duty.standings.get(ends_before=None)
    move = _checked(duty, standing.value, move, actor)
    # Two time zones may differ by a day; no step is earlier than the one before it.
    move = replace(move, day=max(move.day, last.day))
    step = DutyStep.objects.create(
        duty=duty,
        number=last.number + 1,
        kind=move.kind,
        day=move.day,
        actor=actor.label,
        user_id=actor.user_id,
        note=note.strip(),
        due_on=move.due_on,
        delegate=move.delegate,
        forum_id=forum.public_id if forum else None,
        forum_title=forum.title if forum else "",
    )
    reached = life.after(standing.value, move, is_recommendation=duty.is_recommendation)
    _stand(standing, reached, move.day)
    return step


def _locked(public_id: UUID) -> Duty:
    """Return a duty that nobody else may step on until the act ends."""
    found = Duty.objects.select_for_update().filter(public_id=public_id).first()
    if found is None:
        raise DutyNotFoundError
    return found


def _is_again(last: DutyStep, move: Move, actor: Actor, note: str) -> bool:
    """Tell whether a step is the last one, sent twice by the same hand."""
    is_same_hand = (last.user_id, last.actor) == (actor.user_id, actor.label)
    is_same_text = (last.note, last.delegate) == (note.strip(), move.delegate)
    return is_same_hand and is_same_text and last.kind == move.kind


def _checked(duty: Duty, standing: Standing, move: Move, actor: Actor) -> Move:
    """Return the step with the day that it grants, where it grants one."""
    if not life.may_follow(standing, move.kind, is_recommendation=duty.is_recommendation):
        raise StepNotOpenError(move.kind, standing.state)
    if RULES[move.kind].needs_second_person and worked_on(duty, actor):
        raise SamePersonError
    if move.kind is StepKind.PROLONG_GRANTED:
        return replace(move, due_on=standing.asked_due_on)
    if move.due_on and move.due_on <= max(standing.due_on, move.day):
        raise ProlongationError(move.due_on, standing.due_on, move.day)
    return move


def worked_on(duty: Duty, actor: Actor) -> bool:
    """Tell whether somebody took a step for the side that owes a duty.

    A user is known by his account; an actor without one, such as the demonstration, by his label.
    """
    steps = DutyStep.objects.filter(duty=duty, kind__in=OWING_STEPS)
    if actor.user_id is None:
        return steps.filter(user=None, actor=actor.label).exists()
    return steps.filter(user_id=actor.user_id).exists()


def _stand(row: DutyStanding, reached: Standing, day: date) -> None:
    """Let a duty stand differently from ``day`` on; the days before it stay as they were."""
    if reached == row.value:
        return
    values = asdict(reached)
    if row.starts_on == day:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
        return
    row.ends_before = day
    row.save(update_fields=["ends_before"])
    DutyStanding.objects.create(
        duty_id=row.duty_id,
        pemda_id=row.pemda_id,
        opd_id=row.opd_id,
        to_pemda_id=row.to_pemda_id,
        source_kind=row.source_kind,
        starts_on=day,
        **values,
    )
