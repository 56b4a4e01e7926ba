"""From where the site is seen: one government, on one day. Both stand in the address."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from pamong.apps.demonstration.scenario import scenario
from pamong.apps.organisasi import selectors
from pamong.kernel.day import DayTextError, format_day, parse_day
from pamong.web.gate import access_to

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda

EARLIEST, LATEST = date(1945, 8, 17), date(2100, 12, 31)
"""The days that the site can be turned to; before and after there is nothing to show."""

DAY_PARAMETER = "per"
GOVERNMENT_PARAMETER = "pemda"


class DayRefusedError(BadRequest):
    """The day in the address cannot be read, or is too far away; the message says which."""


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The government and the day that the page shows, and what day it is there now."""

    government: "Pemda"
    governments: tuple["Pemda", ...]
    day: date
    today: date

    @property
    def is_today(self) -> bool:
        """Whether the page shows the present."""
        return self.day == self.today

    def address(self, name: str, *args: object, **query: str) -> str:
        """Return the address of a page as seen from here: it keeps the day and the government."""
        path = reverse(name, args=args)
        kept = {} if self.government.slug in args else {GOVERNMENT_PARAMETER: self.government.slug}
        if not self.is_today:
            kept[DAY_PARAMETER] = self.day.isoformat()
        pairs = urlencode({**query, **kept})
        return f"{path}?{pairs}" if pairs else path


def look_from(request: HttpRequest, government: str | None = None) -> Standpoint:
    """Take the standpoint that the address names, and hand it on to the frame of the page.

    Raises:
        Http404: no such government keeps its records here, or none at all does, or it is none
            that the user has a role in.
        DayRefusedError: the day in the address cannot be read, or is too far away.
    """
    governments = reached_by(request)
    wanted = government or request.GET.get(GOVERNMENT_PARAMETER) or _opening(governments)
    found = next((place for place in governments if place.slug == wanted), None)
    if found is None:
        raise Http404(_why_not(request, wanted, governments))
    today = today_in(found.time_zone)
    standpoint = Standpoint(found, governments, _day_asked(request, today), today)
    request.standpoint = standpoint  # type: ignore[attr-defined]  # web.http.Request declares it
    return standpoint


def reached_by(request: HttpRequest) -> "tuple[Pemda, ...]":
    """Return the governments that keep their records here and that the user has a role in."""
    access = access_to(request)
    return tuple(pemda for pemda in selectors.resident_pemda() if access.reaches(pemda))


def opening_address(request: HttpRequest) -> str:
    """Return where the site opens: in a demonstration on the day that it has most to show of.

    Raises:
        Http404: no government keeps its records here yet.
    """
    slug = _opening(reached_by(request))
    path = reverse("beranda:government", args=[slug])
    if settings.PAMONG_DEMONSTRATION and slug == scenario().opening_slug:
        return f"{path}?{urlencode({DAY_PARAMETER: scenario().opening_day.isoformat()})}"
    return path


def today_in(time_zone: str) -> date:
    """Tell what day it is now in ``time_zone``; "today" is the government's, not the server's."""
    return now_in(time_zone).date()


def now_in(time_zone: str) -> datetime:
    """Tell the time on the clocks of ``time_zone``."""
    return timezone.now().astimezone(ZoneInfo(time_zone))


def _why_not(request: HttpRequest, wanted: str, governments: "tuple[Pemda, ...]") -> str:
    """Say that a government is not there; one that the address did not name is not named."""
    if wanted in {*request.path.split("/"), request.GET.get(GOVERNMENT_PARAMETER)}:
        return str(selectors.PemdaNotFoundError(wanted, [place.nama for place in governments]))
    return gettext("Alamat ini tidak ada, atau bukan milik pemerintah daerah yang Anda kelola.")


def _opening(governments: "tuple[Pemda, ...]") -> str:
    slugs = [place.slug for place in governments]
    if not slugs:
        raise Http404(
            gettext("Belum ada pemerintah daerah yang dikelola di sini untuk peran Anda.")
        )
    opening = scenario().opening_slug
    return opening if settings.PAMONG_DEMONSTRATION and opening in slugs else slugs[0]


def _day_asked(request: HttpRequest, today: date) -> date:
    text = request.GET.get(DAY_PARAMETER, "").strip()
    if not text:
        return today
    try:
        day = parse_day(text)
    except DayTextError as error:
        raise DayRefusedError(str(error)) from error
    if not EARLIEST <= day <= LATEST:
        raise DayRefusedError(
            gettext("Tanggal %(day)s di luar %(earliest)s–%(latest)s.")
            % {
                "day": format_day(day),
                "earliest": format_day(EARLIEST),
                "latest": format_day(LATEST),
            }
        )
    return day
