"""The charts as pages: a drawing, its table, and the way to each list that it counts."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pamong.apps.accounts.record_access import can_list_pegawai
from pamong.web.cetak.paper import PAPER_PARAMETER
from pamong.web.daftar.asking import asked_of
from pamong.web.daftar.charts import CHARTS
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from


@require_safe
def first(request: Request, government: str) -> HttpResponse:
    """Lead to the first chart."""
    here = look_from(request, government)
    demand(can_list_pegawai(request.access, here.government))
    return redirect(here.address("daftar:chart", here.government.slug, next(iter(CHARTS))))


@require_safe
def chart(request: Request, government: str, bagan: str) -> HttpResponse:
    """Show one chart."""
    here = look_from(request, government)
    demand(can_list_pegawai(request.access, here.government))
    kind = CHARTS.get(bagan)
    if kind is None:
        raise Http404(_("Bagan ini tidak ada. Pilih bagan dari halaman Daftar."))
    asked = asked_of(request, kind.names)

    def on_paper(size: str) -> str:
        query = asked.query(**{PAPER_PARAMETER: size})
        return here.address("daftar:chart", here.government.slug, kind.key, **query)

    context = {
        "chart": kind,
        "charts": tuple(CHARTS.values()),
        "charted": kind.open(request, asked),
        "sheet_a4": on_paper("a4"),
        "sheet_f4": on_paper("f4"),
    }
    return render(request, "daftar/chart.html", context)
