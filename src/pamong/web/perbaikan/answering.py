"""The work list of requests with its clock, and one request with its answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.correcting import (
    CorrectionRequestNotFoundError,
    OwnRequestError,
    RequestClosedError,
    answer_request,
    get_request,
    requests_in,
    time_to_answer,
)
from pamong.apps.accounts.own_record import CORRECTABLE
from pamong.apps.accounts.policies import can_answer_requests, can_see_request
from pamong.apps.accounts.record_access import can_keep_record
from pamong.apps.forums.pages import cut
from pamong.web.acts import attempt, done, sent
from pamong.web.download import download
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.listing import asked_for, neighbours
from pamong.web.perbaikan.doors import doors_of
from pamong.web.perbaikan.forms import RefusalForm
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.accounts.models import CorrectionRequest
    from pamong.web.standpoint import Standpoint

PAGE = 25
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """How much time is left for a request, in words; it runs by the hour."""

    words: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """One request of the work list, with what its section is called and its clock."""

    request: "CorrectionRequest"
    section: str
    clock: Clock | None


def clock_of(due: datetime, *, now: datetime) -> Clock:
    """Return how long there still is to answer, or since when it is late."""
    hours = abs(due - now) // HOUR
    if now > due:
        words = ngettext("lewat %(hours)d jam", "lewat %(hours)d jam", hours) % {"hours": hours}
        return Clock(words, is_over=True)
    words = ngettext("sisa %(hours)d jam", "sisa %(hours)d jam", hours) % {"hours": hours}
    return Clock(words, is_over=False)


@require_safe
def work_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_answer_requests(request.access, here.government))
    asked = asked_for(request, {"state": "keadaan"})
    is_open = asked.values["state"] != "selesai"
    rows = requests_in(here.government, is_open=is_open)
    page = cut(rows.count(), asked.page, PAGE)
    context = {
        "rows": [listed(row) for row in rows[page.first : page.last]],
        "is_open": is_open,
        "days": time_to_answer(here.today).days,
        "cut": page,
        "ways": neighbours(here, "perbaikan:list", asked, page),
    }
    return render(request, "perbaikan/list.html", context)


ANSWERED = gettext_lazy("Permintaan dijawab; pemohon melihat jawabannya.")


def back_to_list(here: "Standpoint") -> str:
    """Return the address of the work list."""
    return here.address("perbaikan:list", here.government.slug)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: Request, public_id: UUID) -> HttpResponse:
    asked = asked_for_here(request, public_id)
    may_answer = can_answer_requests(request.access, asked.pegawai.pemda)
    if request.method == "POST":
        demand(may_answer)
    form = RefusalForm(sent(request))
    here = request.standpoint
    answered = (
        attempt(
            form,
            lambda: answer_request(
                request=asked,
                answer=form.answer(),
                at=timezone.now(),
                actor=actor_of(request.user),
            ),
            OwnRequestError,
            RequestClosedError,
        )
        if form.is_bound
        else None
    )
    if answered is not None:
        return done(request, back_to_list(here), str(ANSWERED))
    is_own = asked.asked_by_id == request.user.pk
    is_open = may_answer and not is_own and not asked.closed_at
    may_mend = is_open and can_keep_record(request.access, asked.pegawai)
    context = {
        "told": listed(asked),
        "refused": form if form.is_bound else None,
        "form": form if is_open else None,
        "is_own": is_own,
        "may_mend": may_mend,
        "doors": doors_of(request, asked) if may_mend else [],
    }
    status = 422 if form.is_bound else 200
    return render(request, "perbaikan/show.html", context, status=status)


@require_safe
def evidence(request: Request, public_id: UUID) -> HttpResponse:
    asked = asked_for_here(request, public_id)
    if asked.evidence is None:
        raise Http404(gettext("Permintaan ini tidak disertai bukti."))
    return download(asked.evidence)


def asked_for_here(request: Request, public_id: UUID) -> "CorrectionRequest":
    """Return the request of an address, seen from its government."""
    try:
        asked = get_request(public_id)
    except CorrectionRequestNotFoundError as error:
        raise Http404(str(error)) from error
    look_from(request, asked.pegawai.pemda.slug)
    demand(can_see_request(request.access, asked))
    return asked


def listed(row: "CorrectionRequest") -> Listed:
    waits = row.closed_at is None
    section = str(dict(CORRECTABLE).get(row.section, row.section))
    clock = clock_of(row.due_at, now=timezone.now()) if waits else None
    return Listed(row, section, clock)
