"""The stylesheet of the sheet that somebody is about to print."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pamong.kernel.day import format_day
from pamong.web.cetak.paper import Paper, stylesheet
from pamong.web.http import Request
from pamong.web.standpoint import look_from, now_in


@never_cache
@require_safe
def sheet(request: Request, paper: str) -> HttpResponse:
    size = Paper.of(paper)
    if size is None:
        raise Http404(gettext("Ukuran kertas ini tidak dikenal. Pilih A4 atau F4."))
    here = look_from(request)
    now = now_in(here.government.time_zone)
    margin = gettext("%(pemda)s · keadaan per %(day)s · dicetak %(who)s, %(today)s %(time)s") % {
        "pemda": here.government.nama,
        "day": format_day(here.day),
        "who": request.user,
        "today": format_day(now.date()),
        "time": f"{now:%H.%M} {ZONES.get(here.government.time_zone, '')}".strip(),
    }
    words = stylesheet(size, margin=margin, page_of=(gettext("halaman "), gettext(" dari ")))
    return HttpResponse(words, content_type="text/css; charset=utf-8")


ZONES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}
