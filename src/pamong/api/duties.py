"""Duties: making them from a directive, and the steps in their life."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from ninja import Router

from pamong.api.bearer import Request, place
from pamong.api.once import Made
from pamong.api.operations import reads, writes
from pamong.api.parameters import AsOf, Plan
from pamong.api.problems import (
    ConflictError,
    NotAllowedError,
    NotHereError,
    NotReadableError,
)
from pamong.api.seeing_duties import seen_duty
from pamong.api.step_schemas import (
    NewStep,
    Step,
    Steps,
    StepTaken,
)
from pamong.apps.accounts.models import TokenScope
from pamong.apps.core.audit import Actor
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.trying import tried
from pamong.apps.duties import services
from pamong.apps.duties.errors import (
    DelegateMissingError,
    DutyMovedError,
    EvidenceMissingError,
    NoteMissingError,
    ProlongationError,
    SamePersonError,
    StepNotOpenError,
)
from pamong.apps.duties.life import StepKind
from pamong.apps.duties.policies import can_see_inside, has_the_role
from pamong.apps.duties.selectors import forums_that_evaluate, standing_of, steps_of
from pamong.apps.duties.services import Report
from pamong.apps.duties.stepping import Seen
from pamong.apps.forums.calling_off import ForumCalledOffError, ForumNotHeldError

if TYPE_CHECKING:
    from pamong.apps.duties.models import Duty, DutyStep

router = Router(tags=["tindak-lanjut"])
STEPS = "/governments/{slug:government}/duties/{uuid:duty}/steps"
_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True)
class Work:
    """One step of one duty, as it was sent."""

    duty: "Duty"
    new: NewStep
    day: date
    actor: Actor

    @property
    def seen(self) -> Seen:
        """The duty as whoever takes the step saw it."""
        return Seen(self.duty.public_id, self.new.seen)


@reads(
    router,
    STEPS,
    Steps,
    scope=TokenScope.READ_ARAHAN,
    title=_("Langkah-langkah satu tindak lanjut"),
)
def list_steps(request: Request, government: str, duty: UUID, as_of: AsOf) -> Steps:
    """Return what was done with a duty until a day."""
    day = as_of or request.auth.today
    found, _standing = seen_duty(request, place(request, government), duty, day)
    inside = can_see_inside(request.auth.access, found)
    return Steps(
        as_of=day,
        is_closed=not inside,
        items=[
            Step(
                step=each.number,
                kind=each.kind,
                day=each.day,
                due_on=each.due_on,
                actor=each.actor if inside else None,
                note=each.note if inside else None,
            )
            for each in steps_of(found, day=day)
        ],
    )


@writes(
    router,
    STEPS,
    StepTaken,
    scope=TokenScope.WRITE_ARAHAN,
    title=_("Mencatat langkah tindak lanjut"),
    status=201,
)
def take_step(request: Request, government: str, duty: UUID, new: NewStep, plan: Plan) -> Made:
    """Take one step in the life of a duty, as the side that the role acts for."""
    day, access = request.auth.today, request.auth.access
    found, standing = seen_duty(request, place(request, government), duty, day)
    kind = StepKind(new.kind.value)
    if not has_the_role(access, found, standing.value, kind):
        raise NotAllowedError
    work = Work(found, new, day, request.auth.actor)

    def do() -> StepTaken:
        return _taken(work, DO[kind](work), is_done=not plan)

    if plan:
        return Made(_or_refused(lambda: tried(do)))
    return Made(_or_refused(do), 201)


def _or_refused(do: Callable[[], StepTaken]) -> StepTaken:
    """Do something; what is refused is told at its place in the body."""
    try:
        return do()
    except tuple(AT) as error:
        where = next(field for kind, field in AT.items() if isinstance(error, kind))
        raise NotReadableError([(f"body.{where}", str(error))]) from error
    except SamePersonError as error:
        raise NotAllowedError(str(error)) from error
    except (DutyMovedError, RefusedError, StepNotOpenError) as error:
        raise ConflictError(error) from error


AT: Mapping[type[Exception], str] = {
    DelegateMissingError: "to",
    EvidenceMissingError: "note",
    ForumCalledOffError: "forum",
    ForumNotHeldError: "forum",
    NoteMissingError: "note",
    ProlongationError: "until",
}
"""At which place of the body each refusal stands."""


def _taken(work: Work, step: "DutyStep", *, is_done: bool) -> StepTaken:
    standing = standing_of(work.duty, day=max(work.day, step.day))
    if standing is None:  # the step has just made it stand
        raise NotHereError
    return StepTaken(
        is_done=is_done,
        step=step.number,
        kind=step.kind,
        state=standing.state,
        holder=standing.holder,
        holder_since=standing.holder_since,
        due_on=standing.due_on,
    )


Do = Callable[[Work], "DutyStep"]


def _plain(service: "Callable[..., DutyStep]") -> Do:
    """Let a service take its note, as most of them do."""

    def do(work: Work) -> "DutyStep":
        return service(seen=work.seen, note=work.new.note, day=work.day, actor=work.actor)

    return do


def _delegate(work: Work) -> "DutyStep":
    told = work.new
    return services.delegate_duty(
        seen=work.seen, to=told.to, note=told.note, day=work.day, actor=work.actor
    )


def _report(work: Work) -> "DutyStep":
    report = Report(work.new.note, (), tuple(work.new.addresses))
    for number, address in enumerate(report.addresses):
        try:
            _is_address(address)
        except ValidationError as error:
            why = gettext('"%s" bukan alamat. Tulis lengkap, mulai dengan https://') % address
            raise NotReadableError([(f"body.addresses.{number}", why)]) from error
    return services.report_duty(seen=work.seen, report=report, day=work.day, actor=work.actor)


def _prolong(work: Work) -> "DutyStep":
    until = work.new.until
    if until is None:
        raise NotReadableError([("body.until", gettext("belum diisi"))])
    return services.ask_prolongation(
        seen=work.seen, until=until, note=work.new.note, day=work.day, actor=work.actor
    )


def _evaluate(work: Work) -> "DutyStep":
    offered = forums_that_evaluate(work.duty.pemda, day=work.day)
    forum = next((each for each in offered if each.public_id == work.new.forum), None)
    if forum is None:
        raise NotReadableError(
            [("body.forum", gettext("forum itu tidak ada, atau belum diadakan"))]
        )
    return services.evaluate_duty(
        seen=work.seen, forum=forum, note=work.new.note, day=work.day, actor=work.actor
    )


DO: Mapping[StepKind, Do] = {
    StepKind.ACCEPTED: _plain(services.accept_duty),
    StepKind.DELEGATED: _delegate,
    StepKind.REPORTED: _report,
    StepKind.RETURNED: _plain(services.return_duty),
    StepKind.CLOSED: _plain(services.close_duty),
    StepKind.PROLONG_ASKED: _prolong,
    StepKind.PROLONG_GRANTED: _plain(services.grant_prolongation),
    StepKind.PROLONG_REFUSED: _plain(services.refuse_prolongation),
    StepKind.CANNOT_SAID: _plain(services.say_cannot),
    StepKind.CANNOT_ACCEPTED: _plain(services.accept_cannot),
    StepKind.CANNOT_REFUSED: _plain(services.refuse_cannot),
    StepKind.DECLINED: _plain(services.decline_recommendation),
    StepKind.EVALUATED: _evaluate,
}
