"""A BAST that was recorded wrongly: corrected by form, its plan shown before it is written."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _

from pamong.apps.core.services import FutureDayError
from pamong.apps.organisasi.by_decree import NotInOfficeError
from pamong.apps.organisasi.by_hand import recorded_by_hand
from pamong.apps.organisasi.correcting_bast import (
    FacilityRetiredSinceError,
    HandedBackByOtherPaperError,
    NothingCorrectedInBastError,
    NothingLeftInBastError,
    ReturnedTogetherError,
    correct_bast,
    plan_bast_correction,
    receiver_of,
)
from pamong.apps.organisasi.custody import items_of
from pamong.apps.organisasi.handing_over import (
    AlreadyHandedBackError,
    FacilityInHandsError,
    FacilityNotThereError,
    HandedBackBeforeError,
)
from pamong.apps.organisasi.offers import decrees_behind, holders_of, keepers
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.fasilitas.correction_form import BastCorrectionForm, initial_of
from pamong.web.fasilitas.desk import take_bast
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.desk import by_hand_on

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Bast

REFUSALS = (
    AlreadyHandedBackError,
    FacilityInHandsError,
    FacilityNotThereError,
    FacilityRetiredSinceError,
    FutureDayError,
    HandedBackBeforeError,
    HandedBackByOtherPaperError,
    NotInOfficeError,
    NothingCorrectedInBastError,
    NothingLeftInBastError,
    ReturnedTogetherError,
)


@by_hand_on(take_bast)
def correct(request: Request, bast: "Bast") -> HttpResponse:
    here = request.standpoint
    form, page = _form(request, bast), _page(request, bast)
    plan = attempt(form, lambda: plan_bast_correction(bast=bast, new=form.correction()), *REFUSALS)
    if plan is None:
        return show_act(request, form, page)
    if (planned := show_plan(request, form, page, plan)) is not None:
        return planned
    corrected = attempt(
        form,
        lambda: recorded_by_hand(
            bast.pemda,
            lambda: correct_bast(
                bast=bast,
                new=form.correction(),
                day=here.today,
                actor=actor_of(request.user),
                reason=form.cleaned_data["reason"],
            ),
        ),
        *REFUSALS,
    )
    if corrected is None:
        return show_act(request, form, page)
    there = replace(here, day=max(here.day, corrected.day))
    back = there.address("fasilitas:bast", here.government.slug, corrected.public_id)
    return done(request, back, _("%s diperbaiki.") % corrected)


def _form(request: Request, bast: "Bast") -> BastCorrectionForm:
    here = request.standpoint
    items, receiver = items_of(bast), receiver_of(bast)
    jabatan = items[0].facility.jabatan
    return BastCorrectionForm(
        sent(request),
        bast=bast,
        today=here.today,
        keepers=keepers(bast.pemda),
        decrees=decrees_behind(jabatan, day=here.day),
        handovers=items,
        holders=holders_of(jabatan, day=here.day) if receiver else [],
        receiver=receiver,
        initial=initial_of(bast, items, receiver),
    )


def _page(request: Request, bast: "Bast") -> ActPage:
    here = request.standpoint
    back = here.address("fasilitas:bast", here.government.slug, bast.public_id)
    return ActPage(
        title=_("Perbaiki %s") % bast,
        lead=_("Tulis seperti di kertasnya. Berkas dan riwayatnya tetap tersimpan."),
        button=_("Simpan perbaikan"),
        back=back,
        crumbs=(
            (_("Fasilitas"), here.address("fasilitas:list", here.government.slug)),
            (str(bast), back),
        ),
    )
