"""The charts as pages and as spreadsheets: each drawing leads to the lists that it counts."""

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pamong.apps.accounts.record_access import can_list_pegawai
from pamong.web.arahan.spreadsheet import XLSX
from pamong.web.cetak.paper import PAPER_PARAMETER
from pamong.web.daftar.asking import Asked, asked_of
from pamong.web.daftar.chart_workbook import chart_workbook
from pamong.web.daftar.charts import CHARTS, Chart
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
    kind, asked = _asked(request, government, bagan)
    here = request.standpoint

    def to(name: str, **more: str) -> str:
        return here.address(name, here.government.slug, kind.key, **asked.query(**more))

    context = {
        "chart": kind,
        "charts": tuple(CHARTS.values()),
        "charted": kind.open(request, asked),
        "excel": to("daftar:chart_excel"),
        "sheet_a4": to("daftar:chart", **{PAPER_PARAMETER: "a4"}),
        "sheet_f4": to("daftar:chart", **{PAPER_PARAMETER: "f4"}),
    }
    return render(request, "daftar/chart.html", context)


@require_safe
def excel(request: Request, government: str, bagan: str) -> FileResponse:
    """Send the numbers behind a chart as a spreadsheet."""
    kind, asked = _asked(request, government, bagan)
    file = chart_workbook(request, kind.open(request, asked))
    name = f"bagan-{kind.key}-{government}-{request.standpoint.day.isoformat()}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _asked(request: Request, government: str, bagan: str) -> tuple[Chart, Asked]:
    here = look_from(request, government)
    demand(can_list_pegawai(request.access, here.government))
    kind = CHARTS.get(bagan)
    if kind is None:
        raise Http404(_("Bagan ini tidak ada. Pilih bagan dari halaman Daftar."))
    return kind, asked_of(request, kind.names)
