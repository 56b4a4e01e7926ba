"""One duty: its whole life, the steps that the user may take now, and its evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.core.audit import Actor
from pamong.apps.core.files import FileRefusedError
from pamong.apps.core.refusals import RefusedError
from pamong.apps.duties import services
from pamong.apps.duties.errors import (
    DelegateMissingError,
    DutyMovedError,
    DutyNotFoundError,
    EvidenceMissingError,
    NoteMissingError,
    ProlongationError,
    SamePersonError,
    StepNotOpenError,
)
from pamong.apps.duties.life import StepKind
from pamong.apps.duties.policies import can_see_duty, can_see_inside, has_the_role
from pamong.apps.duties.selectors import get_duty, get_evidence, standing_of, steps_of
from pamong.apps.duties.stepping import Seen
from pamong.apps.forums.calling_off import ForumCalledOffError, ForumNotHeldError
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of, posts_from
from pamong.web.standpoint import GOVERNMENT_PARAMETER, look_from
from pamong.web.tindak_lanjut.forms import EvaluateForm, ReportForm
from pamong.web.tindak_lanjut.offers import Offer, filled, offers, why_not_checked
from pamong.web.tindak_lanjut.showing import is_neutral, shown

if TYPE_CHECKING:
    from pamong.apps.duties.models import Duty, DutyStanding

AT_THE_FORM = (
    DelegateMissingError,
    EvidenceMissingError,
    FileRefusedError,
    ForumCalledOffError,
    ForumNotHeldError,
    NoteMissingError,
    ProlongationError,
    RefusedError,
)
OVERTAKEN = (DutyMovedError, SamePersonError, StepNotOpenError)


@dataclass(frozen=True, slots=True)
class Work:
    """What somebody sent for one step: the duty as he saw it, and the form, cleaned."""

    seen: Seen
    form: Form
    day: date
    actor: Actor

    def note(self) -> str:
        return str(self.form.cleaned_data["note"])


@require_safe
def duty_page(request: Request, public_id: UUID) -> HttpResponse:
    duty = take_up(request, public_id)
    return _page(request, duty)


@posts_from("tindak_lanjut:show")
def take_step(request: Request, public_id: UUID) -> HttpResponse:
    """Take one step, and show the duty as it stands then."""
    duty = take_up(request, public_id)
    here = request.standpoint
    standing = standing_of(duty, day=here.today)
    kind = _kind(request)
    demand(standing is not None and has_the_role(request.access, duty, standing.value, kind))
    form = filled(kind, request.POST, request.FILES, duty=duty, day=here.today)
    if form.is_valid():
        try:
            DO[kind](Work(_seen(request, duty), form, here.today, actor_of(request.user)))
        except OVERTAKEN as error:
            messages.error(request, str(error))
            return _back(request, duty)
        except AT_THE_FORM as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _told(duty, kind))
            return _back(request, duty)
    return _page(request, duty, refused=(kind, form))


@require_safe
def evidence(request: Request, public_id: UUID) -> HttpResponse:
    """Hand out a file as it came: to keep, never to open in the page of this site."""
    try:
        file, duty = get_evidence(public_id)
    except DutyNotFoundError as error:
        raise Http404(str(error)) from error
    _stand_before(request, duty)
    demand(can_see_inside(request.access, duty))
    response = HttpResponse(bytes(file.content), content_type=file.media_type)
    response["Content-Disposition"] = content_disposition_header(True, file.name)  # noqa: FBT003  Django's own
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def take_up(request: Request, public_id: UUID) -> "Duty":
    """Return a duty, seen from its government or from the one that it was recommended to.

    Raises:
        Http404: there is no such duty, or it is none of a government that the user has a role in,
            or it comes from a finding that he may not read.
    """
    try:
        duty = get_duty(public_id)
    except DutyNotFoundError as error:
        raise Http404(str(error)) from error
    _stand_before(request, duty)
    return duty


def _stand_before(request: Request, duty: "Duty") -> None:
    """Look from a government that the duty concerns, the one that the address names first."""
    asked = request.GET.get(GOVERNMENT_PARAMETER)
    slugs = [place.slug for place in (duty.pemda, duty.to_pemda) if place is not None]
    wanted = sorted(slugs, key=lambda slug: slug != asked)
    for slug in wanted:
        try:
            here = look_from(request, slug)
        except Http404:
            continue
        if can_see_duty(request.access, duty, here.government):
            return
    raise Http404(str(DutyNotFoundError()))


def _page(
    request: Request, duty: "Duty", refused: tuple[StepKind, Form] | None = None
) -> HttpResponse:
    here = request.standpoint
    standing = standing_of(duty, day=here.day)
    if standing is not None:
        standing.duty = duty  # it is here with all that its words need
    inside = can_see_inside(request.access, duty)
    offered: list[Offer] = []
    if standing is not None and here.is_today:
        offered = offers(request, duty, standing.value, refused)
    context = {
        "duty": duty,
        "standing": standing,
        "shown": _shown(request, standing) if standing else None,
        "steps": steps_of(duty, day=here.day) if standing else [],
        "sees_inside": inside,
        "offers": offered,
        "why_not": why_not_checked(request, duty, standing.value) if standing else "",
        "is_neutral": is_neutral(duty.pemda),
    }
    status = 422 if refused else 200
    return render(request, "tindak_lanjut/show.html", context, status=status)


def _shown(request: Request, standing: "DutyStanding") -> object:
    here = request.standpoint
    return shown(standing, day=here.day, access=request.access, seen_from=here.government)


def _kind(request: Request) -> StepKind:
    """Return the step that the form names.

    Raises:
        Http404: there is no such step.
    """
    try:
        kind = StepKind(request.POST.get("langkah", ""))
        DO[kind]
    except (KeyError, ValueError) as error:
        raise Http404(gettext("Langkah ini tidak ada.")) from error
    return kind


def _seen(request: Request, duty: "Duty") -> Seen:
    text = request.POST.get("dilihat", "")
    is_number = text.isascii() and text.isdecimal() and len(text) < 6
    return Seen(duty.public_id, int(text) if is_number else 0)


def _back(request: Request, duty: "Duty") -> HttpResponse:
    here = request.standpoint
    return HttpResponseRedirect(here.address("tindak_lanjut:show", duty.public_id))


def _told(duty: "Duty", kind: StepKind) -> str:
    return gettext("%(what)s: %(step)s.") % {
        "what": duty.opd or duty.to_pemda,
        "step": kind.label,
    }


Do = Callable[[Work], object]


def _plain(service: Callable[..., object]) -> Do:
    """Let a service take its note, as most of them do."""

    def do(work: Work) -> None:
        service(seen=work.seen, note=work.note(), day=work.day, actor=work.actor)

    return do


def _delegate(work: Work) -> None:
    services.delegate_duty(
        seen=work.seen,
        to=work.form.cleaned_data["to"],
        note=work.note(),
        day=work.day,
        actor=work.actor,
    )


def _report(work: Work) -> None:
    if isinstance(work.form, ReportForm):
        services.report_duty(
            seen=work.seen, report=work.form.report(), day=work.day, actor=work.actor
        )


def _prolong(work: Work) -> None:
    services.ask_prolongation(
        seen=work.seen,
        until=work.form.cleaned_data["until"],
        note=work.note(),
        day=work.day,
        actor=work.actor,
    )


def _evaluate(work: Work) -> None:
    if isinstance(work.form, EvaluateForm):
        services.evaluate_duty(
            seen=work.seen,
            forum=work.form.chosen(),
            note=work.note(),
            day=work.day,
            actor=work.actor,
        )


DO: dict[StepKind, Do] = {
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
