"""Chairs that come with an office: the list, and what is recorded of one by hand."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.accounts.policies import RECORDERS
from pamong.apps.core.refusals import RefusedError
from pamong.apps.organisasi.by_hand import recorded_by_hand
from pamong.apps.organisasi.chairs import (
    ChairDaysError,
    ChairNotFoundError,
    ChairTakenError,
    bodies_with_chairs,
    chairs,
    end_chair,
    get_chair,
    record_chair,
)
from pamong.apps.organisasi.offers import decrees_behind, documents_of
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.attempts import attempt, sent, status_of
from pamong.web.pejabat.chair_forms import ChairForm, EndChairForm
from pamong.web.pejabat.desk import by_hand, by_hand_on, head_of
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import ExOfficioChair, Jabatan


@require_safe
def chair_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    context = {
        "chairs": chairs(here.government, day=here.day),
        "may_record": request.access.is_any(RECORDERS, here.government),
    }
    return render(request, "pejabat/chairs.html", context)


@by_hand
def record(request: Request, jabatan: "Jabatan") -> HttpResponse:
    here = request.standpoint
    form = ChairForm(
        sent(request),
        decrees=decrees_behind(jabatan, day=here.day),
        documents=documents_of(jabatan.pemda),
    )
    done = attempt(
        form,
        lambda: recorded_by_hand(
            jabatan.pemda,
            lambda: record_chair(
                jabatan=jabatan,
                new=form.new(),
                grounds=form.grounds(),
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        (ChairTakenError, RefusedError),
    )
    if done is None:
        bodies = bodies_with_chairs(jabatan.pemda)
        context = {**head_of(jabatan), "form": form, "bodies": bodies}
        return render(request, "pejabat/chair_record.html", context, status=status_of(form))
    messages.success(request, gettext("%s dicatat mengikuti jabatan ini.") % done)
    return _back(request)


def take_chair(request: Request, government: str, public_id: UUID) -> "ExOfficioChair":
    """Return one chair of a government that followed its office by the day of the page.

    Raises:
        Http404: there is no such chair.
    """
    here = look_from(request, government)
    try:
        found = get_chair(here.government, str(public_id))
    except ChairNotFoundError as error:
        raise Http404(str(error)) from error
    if found.starts_on > here.day:
        raise Http404(str(ChairNotFoundError()))
    return found


@by_hand_on(take_chair)
def end(request: Request, chair: "ExOfficioChair") -> HttpResponse:
    form = EndChairForm(sent(request))
    done = attempt(
        form,
        lambda: recorded_by_hand(
            chair.pemda,
            lambda: end_chair(
                chair=chair,
                last_day=form.cleaned_data["last_day"],
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        (ChairDaysError, RefusedError),
    )
    if done is None:
        context = {**head_of(chair.jabatan), "form": form, "chair": chair}
        return render(request, "pejabat/chair_end.html", context, status=status_of(form))
    messages.success(request, gettext("Hari terakhir %s dicatat.") % done)
    return _back(request)


def _back(request: Request) -> HttpResponse:
    here = request.standpoint
    return HttpResponseRedirect(here.address("pejabat:chairs", here.government.slug))
