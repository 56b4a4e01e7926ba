"""What is recorded of an office's facilities by hand: each page one form, each form one act."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext

from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.services import FutureDayError
from pamong.apps.organisasi.by_decree import NotInOfficeError
from pamong.apps.organisasi.by_hand import recorded_by_hand
from pamong.apps.organisasi.custody import free_facilities, open_handovers
from pamong.apps.organisasi.facilities import (
    FacilityDaysError,
    FacilityStillHeldError,
    WordsNotInDocumentError,
    record_facility_statement,
    register_facility,
    retire_facility,
)
from pamong.apps.organisasi.handing_over import (
    AlreadyHandedBackError,
    BastDiffersError,
    FacilityInHandsError,
    FacilityNotThereError,
    HandedBackBeforeError,
    hand_back,
    hand_over,
)
from pamong.apps.organisasi.offers import decrees_behind, documents_of, holders_of, keepers
from pamong.web.fasilitas.desk import take_facility
from pamong.web.fasilitas.forms import (
    FacilityForm,
    GiveForm,
    LastDayForm,
    StatementForm,
    TakeBackForm,
)
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.attempts import attempt, sent, status_of
from pamong.web.pejabat.desk import by_hand, by_hand_on, head_of

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Bast, Facility, Jabatan

REFUSALS = (
    AlreadyHandedBackError,
    BastDiffersError,
    FacilityDaysError,
    FacilityInHandsError,
    FacilityNotThereError,
    FacilityStillHeldError,
    FutureDayError,
    HandedBackBeforeError,
    NotInOfficeError,
    RefusedError,
    WordsNotInDocumentError,
)
FIELD_OF = {
    FacilityNotThereError: "day",
    FutureDayError: "day",
    HandedBackBeforeError: "day",
    NotInOfficeError: "person",
    BastDiffersError: "number",
    WordsNotInDocumentError: "words",
    FacilityDaysError: "last_day",
}


@by_hand
def register(request: Request, jabatan: "Jabatan") -> HttpResponse:
    form = FacilityForm(sent(request))
    done = attempt(
        form,
        lambda: recorded_by_hand(
            jabatan.pemda,
            lambda: register_facility(
                jabatan=jabatan,
                new=form.new(),
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        REFUSALS,
        _blame,
    )
    if done is None:
        return _page(request, "fasilitas/register.html", form, head_of(jabatan))
    messages.success(request, gettext("%s didaftarkan.") % done)
    return _to_office(request, jabatan)


@by_hand
def give(request: Request, jabatan: "Jabatan") -> HttpResponse:
    here = request.standpoint
    form = GiveForm(
        sent(request),
        today=here.today,
        keepers=keepers(jabatan.pemda),
        decrees=decrees_behind(jabatan, day=here.day),
        facilities=free_facilities(jabatan, day=here.day),
        holders=holders_of(jabatan, day=here.day),
        initial={"items": request.GET.getlist("fasilitas")},
    )
    done = attempt(
        form,
        lambda: recorded_by_hand(
            jabatan.pemda,
            lambda: hand_over(
                facilities=form.chosen(),
                person=form.receiver(),
                paper=form.paper(),
                day=here.today,
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        REFUSALS,
        _blame,
    )
    return _handed(request, "fasilitas/give.html", form, jabatan, done)


@by_hand
def take_back(request: Request, jabatan: "Jabatan") -> HttpResponse:
    here = request.standpoint
    form = TakeBackForm(
        sent(request),
        today=here.today,
        keepers=keepers(jabatan.pemda),
        decrees=decrees_behind(jabatan, day=here.day),
        handovers=open_handovers(jabatan, day=here.day),
        initial={"items": request.GET.getlist("fasilitas")},
    )
    done = attempt(
        form,
        lambda: recorded_by_hand(
            jabatan.pemda,
            lambda: hand_back(
                handovers=form.chosen(),
                paper=form.paper(),
                day=here.today,
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        REFUSALS,
        _blame,
    )
    return _handed(request, "fasilitas/take_back.html", form, jabatan, done)


@by_hand
def state(request: Request, jabatan: "Jabatan") -> HttpResponse:
    form = StatementForm(
        sent(request),
        documents=documents_of(jabatan.pemda),
        holders=holders_of(jabatan, day=request.standpoint.day),
    )
    done = attempt(
        form,
        lambda: recorded_by_hand(
            jabatan.pemda,
            lambda: record_facility_statement(
                jabatan=jabatan,
                person=form.speaker(),
                said=form.said(),
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        REFUSALS,
        _blame,
    )
    if done is None:
        return _page(request, "fasilitas/state.html", form, head_of(jabatan))
    messages.success(request, gettext("Pernyataan menurut %s dicatat.") % done.document)
    return _to_office(request, jabatan)


@by_hand_on(take_facility)
def retire(request: Request, facility: "Facility") -> HttpResponse:
    here = request.standpoint
    form = LastDayForm(sent(request))
    done = attempt(
        form,
        lambda: recorded_by_hand(
            facility.pemda,
            lambda: retire_facility(
                facility=facility,
                last_day=form.cleaned_data["last_day"],
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        REFUSALS,
        _blame,
    )
    if done is None:
        return _page(
            request,
            "fasilitas/retire.html",
            form,
            {**head_of(facility.jabatan), "facility": facility},
        )
    messages.success(request, gettext("Hari terakhir %s dicatat.") % done)
    return HttpResponseRedirect(
        here.address("fasilitas:show", here.government.slug, facility.public_id)
    )


def _blame(form: Form, error: Exception) -> None:
    """Put the sentence of a refusal at its field, or above the form."""
    field = FIELD_OF.get(type(error))
    form.add_error(field if field in form.fields else None, str(error))


def _handed(
    request: Request, template: str, form: Form, jabatan: "Jabatan", done: "Bast | None"
) -> HttpResponse:
    if done is None:
        return _page(request, template, form, head_of(jabatan))
    here = request.standpoint
    messages.success(request, gettext("%s dicatat. Unggah berkasnya di bawah.") % done)
    there = replace(here, day=max(here.day, done.day))
    return HttpResponseRedirect(
        there.address("fasilitas:bast", here.government.slug, done.public_id)
    )


def _page(request: Request, template: str, form: Form, context: dict[str, object]) -> HttpResponse:
    context = {**context, "form": form}
    return render(request, template, context, status=status_of(form))


def _to_office(request: Request, jabatan: "Jabatan") -> HttpResponse:
    here = request.standpoint
    return HttpResponseRedirect(
        here.address("pejabat:office", here.government.slug, jabatan.public_id) + "#fasilitas"
    )
