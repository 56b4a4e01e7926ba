"""Making and revoking the secret addresses of one's own calendars."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.calendars import (
    CalendarAddressRefusedError,
    CalendarRevokedAlreadyError,
    MadeAddress,
    TooManyCalendarsError,
    calendar_addresses_of,
    make_calendar_address,
    revoke_calendar_address,
)
from pamong.apps.accounts.models import CalendarAddress, CalendarUse
from pamong.web.acts import attempt, done, sent
from pamong.web.http import Request, actor_of, own_user
from pamong.web.kalender.feeds import EVERYTHING, feeds_for
from pamong.web.pejabat.fields import TextField
from pamong.web.standpoint import look_from


class AddressForm(forms.Form):
    """Where an address is used, so that the right one is revoked when it is lost."""

    name = TextField(
        _("Dipakai di"),
        max_length=80,
        help_text=_("Misalnya: telepon saya, komputer ruang kepegawaian."),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """One address, and when it was read last."""

    address: CalendarAddress
    last_read_at: datetime | None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: Request) -> HttpResponse:
    """Show one's addresses; a new one is shown once, in the answer to making it."""
    here = look_from(request)
    user = own_user(request)
    form = AddressForm(sent(request))
    made = (
        attempt(
            form,
            lambda: make_calendar_address(
                user_id=user.pk,
                pemda=here.government,
                name=form.cleaned_data["name"],
                day=here.today,
                actor=actor_of(user),
            ),
            TooManyCalendarsError,
        )
        if form.is_bound
        else None
    )
    context = {
        "form": AddressForm() if made else form,
        "refused": form if form.is_bound and made is None else None,
        "made": made,
        "feeds": _links(request, made) if made else [],
        "offered": feeds_for(request),
        "addresses": [_listed(row) for row in calendar_addresses_of(user.pk)],
        "wanted": request.GET.get("daftar", ""),
    }
    status = 422 if context["refused"] else 200
    return render(request, "kalender/own.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: Request, public_id: UUID) -> HttpResponse:
    """Revoke one of one's own addresses; whoever comes by GET is led to them."""
    here = look_from(request)
    user = own_user(request)
    back = here.address("kalender:own")
    if request.method != "POST":
        return HttpResponseRedirect(back)
    try:
        revoke_calendar_address(
            user_id=user.pk, public_id=public_id, day=here.today, actor=actor_of(user)
        )
    except CalendarAddressRefusedError as error:
        raise Http404(str(error)) from error
    except CalendarRevokedAlreadyError as error:
        return done(request, back, str(error))
    return done(request, back, gettext("Alamat dicabut. Kalender yang memakainya berhenti."))


def _links(request: Request, made: MadeAddress) -> list[tuple[object, str]]:
    """Return every calendar of a new address with its whole address."""
    feeds = [(feed.title, feed.key) for feed in feeds_for(request)]
    return [
        (title, request.build_absolute_uri(reverse("kalender:read", args=[made.secret, key])))
        for title, key in [(_("Semua dalam satu kalender"), EVERYTHING), *feeds]
    ]


def _listed(row: CalendarAddress) -> Listed:
    use: CalendarUse | None = getattr(row, "use", None)
    return Listed(row, use.last_read_at if use else None)
