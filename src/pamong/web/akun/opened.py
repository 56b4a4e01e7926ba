"""Accounts that were opened together: how far that is, first passwords once, closing them."""

from collections.abc import Callable
from functools import wraps
from typing import IO, Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe
from django_htmx.http import HttpResponseClientRefresh

from pamong.apps.accounts.models import AccountOpening, OpeningStep
from pamong.apps.accounts.opening_closing import close_together, plan_closing, reopen_together
from pamong.apps.accounts.opening_many import (
    OpeningNotFoundError,
    ask_again,
    can_open_many,
    changes_of_opening,
    get_opening,
    running,
)
from pamong.apps.accounts.opening_slips import (
    NothingToTellError,
    NotToldToYouError,
    ToldAlreadyError,
    renew_first_passwords,
    tell_first_passwords,
    waiting,
)
from pamong.kernel.number import format_number
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.akun.desk import crumbs_to
from pamong.web.akun.forms import ReasonForm
from pamong.web.akun.slips import slips_workbook
from pamong.web.arahan.spreadsheet import XLSX
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of, posts_from
from pamong.web.standpoint import look_from

Act = Callable[[Request, AccountOpening], HttpResponse]


def on_opening(act: Act) -> Callable[..., HttpResponse]:
    """Let an act have the opening of its address, from whoever may open accounts there."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(act)
    def view(request: Request, government: str, public_id: UUID) -> HttpResponse:
        return act(request, _taken(request, government, public_id))

    return view


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show one opening. While the worker has it, the page asks for itself again."""
    row = _taken(request, government, public_id)
    if row.step == OpeningStep.RUNNING:
        page = "akun/opening_progress.html" if request.htmx else "akun/opening_runs.html"
        return render(request, page, {"opening": row, "running": running(row)})
    if request.htmx:
        return HttpResponseClientRefresh()
    unused = 0 if row.by_sso else waiting(row).count()
    context = {
        "opening": row,
        "unused": unused,
        "tells": unused and row.told_at is None and row.tells_to == request.user.pk,
        "is_opened": row.step == OpeningStep.OPENED,
        "is_closed": row.step == OpeningStep.CLOSED,
        "changes": changes_of_opening(row),
    }
    return render(request, "akun/opening.html", context)


@posts_from("akun:opening")
def again(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Have the worker begin anew."""
    row = _taken(request, government, public_id)
    ask_again(row)
    return HttpResponseRedirect(_address_of(request, row))


@posts_from("akun:opening")
def slips(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Send first passwords, once; no browser keeps them."""
    row = _taken(request, government, public_id)
    try:
        file: IO[bytes] = tell_first_passwords(
            opening=row,
            by=request.access,
            at=timezone.now(),
            actor=actor_of(request.user),
            write=lambda told: slips_workbook(request, row, told),
        )
    except (NothingToTellError, NotToldToYouError, ToldAlreadyError) as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(_address_of(request, row))
    name = f"akun-{government}-{row.day.isoformat()}.xlsx"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
    answer["Cache-Control"] = "private, no-store"
    return cast("HttpResponse", answer)


@on_opening
def renew(request: Request, row: AccountOpening) -> HttpResponse:
    form = ReasonForm(sent(request))

    def act() -> bool:
        renew_first_passwords(
            opening=row,
            by=request.access,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    if attempt(form, act, NothingToTellError) is None:
        title = _("Kata sandi awal yang baru")
        lead = _(
            "Bagi yang belum pernah masuk. Begitu berkasnya diambil, kata sandi awal yang dulu "
            "tidak berlaku lagi."
        )
        return show_act(request, form, _page(request, row, title, lead, title))
    sentence = _("Kata sandi awal yang baru dapat diambil, satu kali, oleh Anda.")
    return done(request, _address_of(request, row), sentence)


@on_opening
def close(request: Request, row: AccountOpening) -> HttpResponse:
    form, day = ReasonForm(sent(request)), request.standpoint.today
    title = _("Tutup akun bersama")
    lead = _("Orangnya keluar seketika dan tidak dapat masuk lagi. Akun dan riwayatnya tetap ada.")
    page = _page(request, row, title, lead, _("Tutup akun"))
    if form.is_bound and form.is_valid():
        plan = plan_closing(row, day=day)
        told = {
            "closes": format_number(plan.closes),
            "in_use": format_number(plan.in_use),
            "stays": format_number(plan.stays),
        }
        sentences = [
            _("%(closes)s akun ditutup; %(in_use)s di antaranya sudah pernah dipakai.") % told
        ]
        if plan.stays:
            sentences.append(_("%(stays)s akun tetap terbuka: sudah memegang peran lain.") % told)
        shown = show_plan(request, form, page, sentences)
        if shown is not None:
            return shown
    number = attempt(form, lambda: close_together(**_turned(request, row, form)))
    if number is None:
        return show_act(request, form, page)
    closed = ngettext("%(number)s akun ditutup.", "%(number)s akun ditutup.", number)
    return done(request, _address_of(request, row), closed % {"number": format_number(number)})


@on_opening
def reopen(request: Request, row: AccountOpening) -> HttpResponse:
    form = ReasonForm(sent(request))
    number = attempt(form, lambda: reopen_together(**_turned(request, row, form)))
    if number is None:
        title = _("Buka lagi bersama")
        lead = _("Akun yang ditutup bersama dapat masuk lagi dengan kata sandinya yang lama.")
        return show_act(request, form, _page(request, row, title, lead, _("Buka lagi")))
    opened = ngettext("%(number)s akun dibuka lagi.", "%(number)s akun dibuka lagi.", number)
    return done(request, _address_of(request, row), opened % {"number": format_number(number)})


def _turned(request: Request, row: AccountOpening, form: ReasonForm) -> dict[str, Any]:
    return {
        "opening": row,
        "by": request.access,
        "day": request.standpoint.today,
        "actor": actor_of(request.user),
        "reason": form.cleaned_data["reason"],
    }


def _taken(request: Request, government: str, public_id: UUID) -> AccountOpening:
    here = look_from(request, government)
    demand(can_open_many(request.access, here.government))
    try:
        return get_opening(here.government, public_id)
    except OpeningNotFoundError as error:
        raise Http404(str(error)) from error


def _address_of(request: Request, row: AccountOpening) -> str:
    here = request.standpoint
    return here.address("akun:opening", here.government.slug, row.public_id)


def _page(request: Request, row: AccountOpening, title: str, lead: str, button: str) -> ActPage:
    here, back = request.standpoint, _address_of(request, row)
    all_of_them = here.address("akun:openings", here.government.slug)
    crumbs = [*crumbs_to(request), (_("Pembukaan bersama"), all_of_them), (row.about, back)]
    return ActPage(title=title, lead=lead, button=button, back=back, crumbs=crumbs)
