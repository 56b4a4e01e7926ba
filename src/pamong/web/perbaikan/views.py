"""One's own record, and asking for what is wrong in it to be corrected."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.correcting import (
    CorrectionRequestNotFoundError,
    RequestClosedError,
    RequestWaitingError,
    get_request,
    request_correction,
    requests_by,
    time_to_answer,
    withdraw_request,
)
from pamong.apps.accounts.own_record import own_employment, own_sections
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.http import Request, actor_of, posts_from
from pamong.web.perbaikan.forms import AskForm
from pamong.web.standpoint import look_from


@require_safe
def own(request: Request) -> HttpResponse:
    here = look_from(request)
    pegawai = own_employment(request.access, here.government, day=here.day)
    context = {
        "pegawai": pegawai,
        "sections": own_sections(pegawai, day=here.day) if pegawai else [],
        "asked": requests_by(request.access.user_id or 0),
        "now": timezone.now(),
    }
    return render(request, "perbaikan/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request) -> HttpResponse:
    here = look_from(request)
    pegawai = own_employment(request.access, here.government, day=here.today)
    if pegawai is None:
        raise PermissionDenied
    form = AskForm(
        sent(request),
        request.FILES or None,
        initial={"section": request.GET.get("bagian", "")},
    )
    page = ActPage(
        title=_("Minta perbaikan data"),
        lead=_(
            "BKD menjawab dalam %(days)d × 24 jam sejak permintaan ini diterima, malam dan hari "
            "libur ikut dihitung (UU 27/2022 Pasal 30)."
        )
        % {"days": time_to_answer(here.today).days},
        button=_("Kirim permintaan"),
        back=here.address("perbaikan:own"),
        crumbs=[(_("Data saya"), here.address("perbaikan:own"))],
    )
    asked = attempt(
        form,
        lambda: request_correction(
            pegawai=pegawai,
            new=form.new(),
            at=timezone.now(),
            actor=actor_of(request.user),
        ),
        RequestWaitingError,
    )
    if asked is None:
        return show_act(request, form, page)
    return done(request, page.back, gettext("Permintaan dikirim ke BKD."))


@posts_from("perbaikan:show")
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    try:
        asked = get_request(public_id)
    except CorrectionRequestNotFoundError as error:
        raise Http404(str(error)) from error
    if asked.asked_by_id != request.user.pk:
        raise Http404(str(CorrectionRequestNotFoundError()))
    here = look_from(request, asked.pegawai.pemda.slug)
    try:
        withdraw_request(request=asked, at=timezone.now(), actor=actor_of(request.user))
    except RequestClosedError as error:
        return done(request, here.address("perbaikan:own"), str(error))
    return done(request, here.address("perbaikan:own"), gettext("Permintaan ditarik."))
