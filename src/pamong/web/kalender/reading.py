"""Answering a calendar that reads by its secret address: no session, no cookie, no name."""

from hashlib import sha256
from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseNotFound
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.log import log_response
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pamong.apps.accounts.calendars import (
    CalendarAddressRefusedError,
    access_by_calendar,
    calendar_address_by,
    keep_calendar_use,
)
from pamong.web.banner import BANNER
from pamong.web.gate import this_day
from pamong.web.http import Request
from pamong.web.kalender.events import CalendarHead, calendar_text
from pamong.web.kalender.feeds import EVERYTHING, FEEDS, events_of
from pamong.web.standpoint import Standpoint, today_in

if TYPE_CHECKING:
    from pamong.apps.accounts.models import CalendarAddress

MEDIA_TYPE = "text/calendar; charset=utf-8"


@login_not_required
@require_safe
def read(request: Request, secret: str, feed: str) -> HttpResponse:
    """Send a calendar as its owner may see it today; unchanged since the tag that was sent: 304.

    Who may see nothing any more gets an empty calendar, so that what a telephone had is gone too.
    """
    try:
        address = calendar_address_by(secret)
    except CalendarAddressRefusedError as error:
        return _nothing(str(error))
    if feed != EVERYTHING and feed not in FEEDS:
        return _nothing(_("Kalender ini tidak ada. Salin lagi alamatnya dari Pamong."))
    _stand(request, address)
    text = calendar_text(_head(request, feed), events_of(request, feed))
    keep_calendar_use(address, at=timezone.now())
    etag = f'"{sha256(text).hexdigest()}"'
    answer = HttpResponse(text, content_type=MEDIA_TYPE)
    answer["ETag"] = etag
    answer["Content-Disposition"] = f'inline; filename="{feed}.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["Referrer-Policy"] = "no-referrer"
    conditional = get_conditional_response(request, etag=etag, response=answer)
    return conditional if isinstance(conditional, HttpResponse) else answer


def _stand(request: Request, address: "CalendarAddress") -> None:
    """Let the request see what the owner of the address sees today, in its government."""
    today = today_in(address.pemda.time_zone)
    request.access = access_by_calendar(address, day=this_day())
    request.standpoint = Standpoint(address.pemda, (address.pemda,), today, today)


def _head(request: Request, feed: str) -> CalendarHead:
    pemda = request.standpoint.government
    title = str(FEEDS[feed].title) if feed in FEEDS else _("Semua")
    words = _("Yang boleh dilihat pemilik alamat ini pada hari dibaca. Jangan dibagikan.")
    return CalendarHead(
        name=f"{title}, {pemda.nama}",
        words=f"{words} {BANNER}" if request.is_demonstration else words,
        domain=f"{pemda.slug}.pamong",
        zone=pemda.time_zone,
        told_on=request.standpoint.today,
    )


def _nothing(words: str) -> HttpResponse:
    """Say in plain words that there is nothing; the log does not tell the secret."""
    answer = HttpResponseNotFound(words, content_type="text/plain; charset=utf-8")
    log_response("Not Found: /kalender/…", response=answer, request=None)
    return answer
