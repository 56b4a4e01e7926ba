"""Acts on duties. Each step is one act; who may take it, ``policies.py`` says.

Every act but the making is told which step the user last saw (:class:`Seen`): one that somebody
else overtook is refused with what he did, and a second click on the same button does nothing.
"""

from dataclasses import dataclass
from datetime import date

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile, keep_file
from pamong.apps.core.refusals import refusals
from pamong.apps.duties.errors import (
    DelegateMissingError,
    EvidenceMissingError,
    NoteMissingError,
)
from pamong.apps.duties.life import Move, StepKind
from pamong.apps.duties.models import DutyEvidence, DutyStep
from pamong.apps.duties.stepping import Seen, take_step
from pamong.apps.forums.calling_off import expect_held
from pamong.apps.forums.models import Forum


@dataclass(frozen=True, slots=True)
class Report:
    """What an OPD reports: in words, by files and by addresses; one of them is enough."""

    text: str = ""
    files: tuple[NewFile, ...] = ()
    addresses: tuple[str, ...] = ()


def accept_duty(*, seen: Seen, day: date, actor: Actor, note: str = "") -> DutyStep:
    """Accept a duty for the OPD that owes it.

    Raises:
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: it was accepted, or has gone on, already.
    """
    with act("duties.accept_duty", actor=actor, reason=note or "menerima tindak lanjut"):
        return take_step(seen, Move(StepKind.ACCEPTED, day), actor, note)


def delegate_duty(*, seen: Seen, to: str, day: date, actor: Actor, note: str = "") -> DutyStep:
    """Hand a duty on to a function or a person of the OPD, who has to act from then on.

    Raises:
        DelegateMissingError: ``to`` is empty.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: the duty is reported or ended.
    """
    if not to.strip():
        raise DelegateMissingError
    with act("duties.delegate_duty", actor=actor, reason=note or "mendelegasikan"), refusals():
        return take_step(seen, Move(StepKind.DELEGATED, day, delegate=to.strip()), actor, note)


def report_duty(*, seen: Seen, report: Report, day: date, actor: Actor) -> DutyStep:
    """Report a duty as done, with what shows it.

    Raises:
        EvidenceMissingError: the report is empty.
        FileRefusedError: a file is empty, too large, or of no kind that is kept here.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: the duty is reported or ended.
    """
    text = report.text.strip()
    if not (text or report.files or report.addresses):
        raise EvidenceMissingError
    reason = "melaporkan tindak lanjut"
    with act("duties.report_duty", actor=actor, reason=reason), refusals():
        step = take_step(seen, Move(StepKind.REPORTED, day), actor, text)
        if step.evidence.exists():  # the second click on one button
            return step
        owner = step.duty.pemda.instansi
        for file in report.files:
            kept = keep_file(file=file, owner=owner, day=day, actor=actor, reason=reason)
            DutyEvidence.objects.create(step=step, file=kept)
        for address in report.addresses:
            DutyEvidence.objects.create(step=step, address=address)
        return step


def return_duty(*, seen: Seen, day: date, actor: Actor, note: str) -> DutyStep:
    """Give a report back as not sufficient.

    Raises:
        NoteMissingError: ``note`` says no reason.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: nothing was reported.
    """
    with act("duties.return_duty", actor=actor, reason=_why(StepKind.RETURNED, note)):
        return take_step(seen, Move(StepKind.RETURNED, day), actor, note)


def close_duty(*, seen: Seen, day: date, actor: Actor, note: str) -> DutyStep:
    """Check a report and close the duty; ``note`` says what was checked.

    Raises:
        NoteMissingError: ``note`` is empty.
        SamePersonError: ``actor`` worked on the duty for the side that owes it.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: nothing was reported.
    """
    with act("duties.close_duty", actor=actor, reason=_why(StepKind.CLOSED, note)):
        return take_step(seen, Move(StepKind.CLOSED, day), actor, note)


def ask_prolongation(*, seen: Seen, until: date, day: date, actor: Actor, note: str) -> DutyStep:
    """Ask for a later term; the one that stands holds until the giver decides.

    Raises:
        NoteMissingError: ``note`` says no reason.
        ProlongationError: ``until`` is not later than the term that stands, or than ``day``.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: a prolongation is asked for already, or nothing is owed any more.
    """
    with act("duties.ask_prolongation", actor=actor, reason=_why(StepKind.PROLONG_ASKED, note)):
        return take_step(seen, Move(StepKind.PROLONG_ASKED, day, due_on=until), actor, note)


def grant_prolongation(*, seen: Seen, day: date, actor: Actor, note: str = "") -> DutyStep:
    """Give the term that was asked for.

    Raises:
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: none is asked for.
    """
    with act("duties.grant_prolongation", actor=actor, reason=note or "memberi perpanjangan"):
        return take_step(seen, Move(StepKind.PROLONG_GRANTED, day), actor, note)


def refuse_prolongation(*, seen: Seen, day: date, actor: Actor, note: str) -> DutyStep:
    """Let the term stand as it is.

    Raises:
        NoteMissingError: ``note`` says no reason.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: none is asked for.
    """
    with act(
        "duties.refuse_prolongation", actor=actor, reason=_why(StepKind.PROLONG_REFUSED, note)
    ):
        return take_step(seen, Move(StepKind.PROLONG_REFUSED, day), actor, note)


def say_cannot(*, seen: Seen, day: date, actor: Actor, note: str) -> DutyStep:
    """Say that the duty cannot be done, because …; the giver accepts that or not.

    Raises:
        NoteMissingError: ``note`` says no reason.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: the duty is reported or ended.
    """
    with act("duties.say_cannot", actor=actor, reason=_why(StepKind.CANNOT_SAID, note)):
        return take_step(seen, Move(StepKind.CANNOT_SAID, day), actor, note)


def accept_cannot(*, seen: Seen, day: date, actor: Actor, note: str) -> DutyStep:
    """Accept that the duty cannot be done; it ends.

    Raises:
        NoteMissingError: ``note`` is empty.
        SamePersonError: ``actor`` worked on the duty for the side that owes it.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: nobody said so.
    """
    with act("duties.accept_cannot", actor=actor, reason=_why(StepKind.CANNOT_ACCEPTED, note)):
        return take_step(seen, Move(StepKind.CANNOT_ACCEPTED, day), actor, note)


def refuse_cannot(*, seen: Seen, day: date, actor: Actor, note: str) -> DutyStep:
    """Ask for the duty all the same; it goes back to who owes it.

    Raises:
        NoteMissingError: ``note`` says no reason.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: nobody said that it cannot be done.
    """
    with act("duties.refuse_cannot", actor=actor, reason=_why(StepKind.CANNOT_REFUSED, note)):
        return take_step(seen, Move(StepKind.CANNOT_REFUSED, day), actor, note)


def decline_recommendation(*, seen: Seen, day: date, actor: Actor, note: str) -> DutyStep:
    """Answer a recommendation of another government with no; it ends.

    Raises:
        NoteMissingError: ``note`` says no reason.
        DutyMovedError: somebody else acted meanwhile.
        StepNotOpenError: it is no recommendation, or was answered already.
    """
    with act("duties.decline_recommendation", actor=actor, reason=_why(StepKind.DECLINED, note)):
        return take_step(seen, Move(StepKind.DECLINED, day), actor, note)


def evaluate_duty(*, seen: Seen, forum: Forum, day: date, actor: Actor, note: str) -> DutyStep:
    """Note what a forum found of the duty; its state stays as it is.

    Raises:
        NoteMissingError: ``note`` is empty.
        ForumNotHeldError: ``day`` is before the forum's.
        ForumCalledOffError: the forum is called off.
        DutyMovedError: somebody else acted meanwhile.
    """
    with act("duties.evaluate_duty", actor=actor, reason=_why(StepKind.EVALUATED, note)):
        expect_held(forum, day)
        return take_step(seen, Move(StepKind.EVALUATED, day), actor, note, forum)


def _why(kind: StepKind, note: str) -> str:
    if not note.strip():
        raise NoteMissingError(kind)
    return note
