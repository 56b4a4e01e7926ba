"""The table of one OPD: filled by hand or from a spreadsheet, and called complete."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.forums.asking_lists import (
    COMPLETE,
    SheetCompleteError,
    SheetEmptyError,
    columns_of,
    complete_sheet,
    fill_sheet,
    reopen_sheet,
)
from pamong.apps.forums.cells import CellsRefusedError, rows_of_paste, shown
from pamong.apps.forums.policies import (
    can_complete_sheet,
    can_fill_sheet,
    can_see_all_sheets,
)
from pamong.web.arahan.desk import take_up_sheet
from pamong.web.arahan.forms import CompleteForm, PasteForm, RowForm, as_paste
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of, posts_from

if TYPE_CHECKING:
    from pamong.apps.forums.models import ListSheet

PROBLEMS_SHOWN = 20


@require_http_methods(["GET", "HEAD", "POST"])
def fill(request: Request, public_id: UUID) -> HttpResponse:
    """Show the table; what is posted becomes all of its rows."""
    sheet = _seen(request, public_id)
    if request.method != "POST":
        return _page(request, sheet)
    demand(can_fill_sheet(request.access, sheet.opd))
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _page(request, sheet, paste=form)
    columns = columns_of(sheet)
    return _filled(request, sheet, rows_of_paste(form.cleaned_data["rows"], columns), paste=form)


@posts_from("arahan:sheet")
def add_row(request: Request, public_id: UUID) -> HttpResponse:
    """Write one row below those that are there."""
    sheet = _seen(request, public_id)
    demand(can_fill_sheet(request.access, sheet.opd))
    form = RowForm(request.POST, columns=columns_of(sheet))
    if not form.is_valid():
        return _page(request, sheet, row=form)
    return _filled(request, sheet, [form.cells()], row=form)


@posts_from("arahan:sheet")
def complete(request: Request, public_id: UUID) -> HttpResponse:
    sheet = _seen(request, public_id)
    demand(can_complete_sheet(request.access, sheet.opd))
    try:
        complete_sheet(
            sheet=sheet,
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=request.POST.get("reason", "").strip()[:300] or COMPLETE,
        )
    except (SheetCompleteError, SheetEmptyError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Tabel %s dinyatakan lengkap.") % sheet.opd.nama)
    return HttpResponseRedirect(request.standpoint.address("arahan:sheet", public_id))


@posts_from("arahan:sheet")
def reopen(request: Request, public_id: UUID) -> HttpResponse:
    sheet = _seen(request, public_id)
    demand(can_complete_sheet(request.access, sheet.opd))
    try:
        reopen_sheet(
            sheet=sheet,
            actor=actor_of(request.user),
            reason=request.POST.get("reason", "")[:300],
        )
    except ReasonMissingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Tabel dibuka kembali."))
    return HttpResponseRedirect(request.standpoint.address("arahan:sheet", public_id))


def _seen(request: Request, public_id: UUID) -> "ListSheet":
    """Return a table for somebody of its OPD, or of the office that asked for it."""
    sheet = take_up_sheet(request, public_id)
    access = request.access
    demand(access.works_in(sheet.opd) or can_see_all_sheets(access, sheet.opd.pemda))
    return sheet


def _filled(
    request: Request,
    sheet: "ListSheet",
    rows: list[list[str]],
    *,
    paste: PasteForm | None = None,
    row: RowForm | None = None,
) -> HttpResponse:
    try:
        number = fill_sheet(
            sheet=sheet,
            rows=rows,
            adds=row is not None,
            actor=actor_of(request.user),
            reason=_("mengisi tabel"),
        )
    except CellsRefusedError as error:
        for problem in error.problems[:PROBLEMS_SHOWN]:
            (paste or row or PasteForm()).add_error(None, str(problem))
        return _page(request, sheet, paste=paste, row=row)
    except SheetCompleteError as error:
        messages.error(request, str(error))
    else:
        told = ngettext("Tabel kini berisi %d baris.", "Tabel kini berisi %d baris.", number)
        messages.success(request, told % number)
    return HttpResponseRedirect(request.standpoint.address("arahan:sheet", sheet.public_id))


def _page(
    request: Request,
    sheet: "ListSheet",
    *,
    paste: PasteForm | None = None,
    row: RowForm | None = None,
) -> HttpResponse:
    columns = columns_of(sheet)
    rows = [one.cells for one in sheet.rows.order_by("position")]
    is_refused = bool((paste and paste.errors) or (row and row.errors))
    context = {
        "sheet": sheet,
        "directive": sheet.request.directive,
        "columns": columns,
        "rows": [
            [shown(cell, column) for cell, column in zip(cells, columns, strict=True)]
            for cells in rows
        ],
        "paste": paste or PasteForm(initial={"rows": as_paste(rows, columns)}),
        "row_form": row or RowForm(columns=columns),
        "complete_form": CompleteForm(),
        "is_open": sheet.completed_on is None,
        "may_fill": can_fill_sheet(request.access, sheet.opd),
        "may_complete": can_complete_sheet(request.access, sheet.opd),
        "is_later": sheet.request.opened_on > request.standpoint.day,
    }
    return render(request, "arahan/sheet.html", context, status=422 if is_refused else 200)
