"""The doubts of an import by kind and by cell, on the page and as a workbook."""

from tempfile import TemporaryFile
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pamong.apps.forums.pages import cut
from pamong.apps.impor import selectors
from pamong.apps.impor.doubt_sheet import write_doubts
from pamong.apps.impor.errors import ClearedError
from pamong.apps.impor.told import kind_of, told_doubts, told_kinds
from pamong.kernel.day import format_day
from pamong.web.arahan.spreadsheet import XLSX
from pamong.web.banner import BANNER
from pamong.web.http import Request
from pamong.web.impor.desk import address_of, seen_classes, take_up

PAGE = 50


@require_safe
def doubts(request: Request, government: str, public_id: UUID) -> HttpResponse:
    batch = take_up(request, government, public_id)
    code = request.GET.get("jenis", "")
    kind = kind_of(code, batch.doubt_counts.get(code, 0)) if code else None
    total = kind.count if kind else sum(batch.doubt_counts.values())
    page = request.GET.get("hal", "")
    here = cut(total, int(page) if page.isdecimal() and len(page) < 7 else 1, PAGE)
    found = selectors.doubts(
        request.standpoint.government,
        batch,
        code=kind.code if kind else "",
        start=here.first,
        size=PAGE,
    )
    kept = {"jenis": kind.code} if kind else {}

    def to(number: int | None) -> str:
        return address_of(request, batch, "doubts", **kept, hal=str(number)) if number else ""

    context = {
        "batch": batch,
        "kind": kind,
        "kinds": [(one.code, f"{one.sentence} ({one.count})") for one in told_kinds(batch)],
        "code": kind.code if kind else "",
        "doubts": told_doubts(batch, found, seen_classes(request)),
        "cut": here,
        "before": to(here.before),
        "after": to(here.after),
    }
    return render(request, "impor/doubts.html", context)


@require_safe
def excel(request: Request, government: str, public_id: UUID) -> FileResponse:
    batch = take_up(request, government, public_id)
    here = request.standpoint
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    head = [
        _("Keraguan dalam impor %(what)s, %(government)s")
        % {"what": batch.title, "government": here.government.nama},
        _("Diunduh oleh %(who)s pada %(day)s")
        % {"who": request.user, "day": format_day(here.today)},
        *([str(BANNER)] if request.is_demonstration else []),
    ]
    try:
        write_doubts(batch, file, seen=seen_classes(request), head=head)
    except ClearedError as error:
        file.close()
        raise Http404(str(error)) from error
    file.seek(0)
    name = f"keraguan-{government}-{here.today.isoformat()}.xlsx"
    answer = FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)
    answer["Cache-Control"] = "private, no-store"
    return answer
