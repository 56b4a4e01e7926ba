"""Asking for an export, and fetching one that the worker has made."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.policies import classes_seen_everywhere
from pamong.apps.impor.asides import OF_LAYOUTS, why_aside
from pamong.apps.impor.export_acts import (
    NewExport,
    begin_export,
    exports_of,
    get_file,
    is_at_once,
    was_sent,
    write_export,
)
from pamong.apps.impor.export_errors import (
    ExportGoneError,
    ExportNotFoundError,
    NobodyToExportError,
    NumbersUnknownError,
)
from pamong.apps.impor.exporting import LayoutsError
from pamong.apps.impor.exporting_scope import Scope, ids_of_numbers
from pamong.apps.impor.policies import can_export
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.places import opds_on
from pamong.exchange.layout import layout
from pamong.web.acts import attempt, done, sent
from pamong.web.ekspor.forms import ExportForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.impor.export_models import RegistryExport


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, government: str) -> HttpResponse | FileResponse:
    """Show what can be exported; send a small export at once, leave a large one to the worker."""
    here = look_from(request, government)
    demand(can_export(request.access, here.government))
    opds = [(str(key), nama) for key, nama in opds_on(here.government, day=here.day)]
    form = ExportForm(sent(request), here=here, opds=opds)
    row = attempt(
        form,
        lambda: _begin(request, form, dict(opds)),
        LayoutsError,
        NobodyToExportError,
        NumbersUnknownError,
    )
    if row is None:
        return _show(request, form)
    if is_at_once(row):
        return _send(request, row)
    return done(
        request,
        here.address("ekspor:ask", here.government.slug),
        _("Ekspor sedang dibuat. Muat ulang halaman ini; berkasnya muncul di bawah."),
    )


@require_safe
def fetch(request: Request, government: str, public_id: UUID) -> StreamingHttpResponse:
    """Send the file of an export to whoever asked for it."""
    here = look_from(request, government)
    demand(can_export(request.access, here.government))
    try:
        row, content = get_file(here.government, public_id, user_id=request.access.user_id)
    except (ExportNotFoundError, ExportGoneError) as error:
        raise Http404(str(error)) from error
    answer = StreamingHttpResponse(content, content_type=row.media_type)
    answer["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=row.name
    )
    answer["Content-Length"] = str(row.size)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _begin(request: Request, form: ExportForm, opds: dict[str, str]) -> "RegistryExport":
    told, pemda = form.cleaned_data, request.standpoint.government
    ids = None
    if form.lines:
        ids = ids_of_numbers(pemda, form.lines, day=told["day"], access=request.access)
    new = NewExport(
        pemda=pemda,
        scope=Scope(int(told["opd"]) if told["opd"] else None, told["kind"], ids),
        day=told["day"],
        layouts=tuple(told["layouts"]),
        form=told["form"],
        about=_about(form, opds),
        known_on=form.known_on,
    )
    return begin_export(
        new=new,
        access=request.access,
        at=timezone.now(),
        actor=actor_of(request.user),
        reason=told["reason"],
    )


def _about(form: ExportForm, opds: dict[str, str]) -> str:
    """Say in words whose rows are asked for."""
    told = form.cleaned_data
    kinds = dict(form.fields["kind"].choices)  # type: ignore[attr-defined]  # a field of choices
    parts = [
        opds.get(told["opd"], ""),
        str(kinds[told["kind"]]) if told["kind"] else "",
        _("daftar %s nomor") % len(form.lines) if form.lines else "",
    ]
    return ", ".join(part for part in parts if part) or _("semua pegawai")


def _send(request: Request, row: "RegistryExport") -> FileResponse:
    with tempfile.TemporaryDirectory() as folder:
        made = write_export(row, Path(folder), access=request.access, at=timezone.now())
        file = made.path.open("rb")  # the open file outlives its folder; the response closes it
        was_sent(row, made)
    answer = FileResponse(
        file, as_attachment=True, filename=made.path.name, content_type=made.media_type
    )
    answer["Cache-Control"] = "private, no-store"
    return answer


def _show(request: Request, form: ExportForm) -> HttpResponse:
    pemda = request.standpoint.government
    seen = classes_seen_everywhere(request.access, pemda)
    context = {
        "form": form,
        "exports": exports_of(pemda, request.access.user_id),
        "closed": [each.label for each in FieldClass if each not in seen],
        "without": [(layout(name).title, why_aside(why)) for name, why in OF_LAYOUTS.items()],
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "ekspor/ask.html", context, status=status)
