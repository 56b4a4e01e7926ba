"""Lists: a table is handed out, its answers are compiled, and taken away as a spreadsheet."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.forums.asking_lists import (
    AlreadyAskedError,
    NobodyToAskError,
    NoColumnsError,
    ask_for_list,
    opds_asked,
)
from pamong.apps.forums.compiled import compiled_list, rows_by_opd
from pamong.apps.forums.policies import can_see_all_sheets
from pamong.web.acts import attempt, done, sent, show_act, show_plan
from pamong.web.arahan.desk import act_on, take_up_known, take_up_to_settle
from pamong.web.arahan.forms import ListForm
from pamong.web.arahan.spreadsheet import XLSX, workbook_of
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of

ROWS_SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, public_id: UUID) -> HttpResponse:
    """Make a table of a directive; the plan says which OPDs get one."""
    directive = take_up_to_settle(request, public_id)
    here = request.standpoint
    opds = opds_asked(directive, day=here.today)
    form = ListForm(sent(request), initial={"title": directive.gist[:200]})
    page = act_on(
        request,
        directive,
        _("Minta daftar"),
        _("Arahan ini menjadi tabel; tiap OPD yang dituju mendapat satu yang kosong untuk diisi."),
        _("Bagikan tabel"),
        notes=[] if opds else [str(NobodyToAskError())],
    )
    number = len(opds)
    plan = [
        ngettext("%d OPD mendapat tabel kosong:", "%d OPD mendapat tabel kosong:", number)
        % number,
        "; ".join(opd.nama for opd in opds),
    ]
    planned = show_plan(request, form, page, plan) if opds else None
    if planned is not None:
        return planned
    asked = attempt(
        form,
        lambda: ask_for_list(
            directive=directive,
            new=form.table(),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        AlreadyAskedError,
        NoColumnsError,
        NobodyToAskError,
    )
    if asked is None:
        return show_act(request, form, page)
    told = ngettext("Tabel dibagikan kepada %d OPD.", "Tabel dibagikan kepada %d OPD.", number)
    return done(request, page.back, told % number)


@require_safe
def compiled(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_known(request, public_id)
    demand(can_see_all_sheets(request.access, directive.pemda))
    found = compiled_list(directive, day=request.standpoint.day)
    if found is None:
        return render(request, "arahan/later.html", {})
    rows = rows_by_opd(found, limit=ROWS_SHOWN)
    context = {"directive": directive, "compiled": found, "rows": rows}
    return render(request, "arahan/compiled.html", context)


@require_safe
def download(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_known(request, public_id)
    here = request.standpoint
    demand(can_see_all_sheets(request.access, directive.pemda))
    found = compiled_list(directive, day=here.day)
    if found is None:
        raise Http404(_("Belum ada tabel untuk arahan ini pada tanggal itu."))
    content = workbook_of(
        found,
        rows_by_opd(found),
        day=here.day,
        is_demonstration=request.is_demonstration,
    )
    name = f"{slugify(found.request.title)[:60] or 'daftar'}.xlsx"
    response = HttpResponse(content, content_type=XLSX)
    header = content_disposition_header(as_attachment=True, filename=name)
    response["Content-Disposition"] = header or "attachment"
    return response
