"""The attachment of a plan: rows that come in, go out, and stand for a reason."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from pamong.apps.penataan.appointing import (
    StrangerError,
    add_lines,
    give_reason,
    remove_line,
)
from pamong.apps.penataan.pasted import (
    ReadRows,
    SheetUnreadableError,
    read_rows,
    rows_of_sheet,
    rows_of_text,
)
from pamong.apps.penataan.policies import can_carry_out_plans
from pamong.apps.penataan.stages import NotADraftError
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pelantikan.forms import RowsForm, WhyForm
from pamong.web.pelantikan.shown import way_back
from pamong.web.pelantikan.views import take_up

if TYPE_CHECKING:
    from pamong.apps.penataan.models import Pelantikan


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = RowsForm(sent(request), request.FILES or None)
    address = here.address("pelantikan:plan", here.government.slug, plan.public_id)
    told, added = None, 0
    if form.is_bound and form.is_valid():
        told = _read(plan, form)
        may_add = told and told.lines and (not told.doubts or form.cleaned_data["take_sound"])
        if told and may_add:
            lines = attempt(
                form,
                lambda: add_lines(
                    plan=plan,
                    new=told.lines,
                    actor=actor_of(request.user),
                    reason=gettext("menyusun lampiran"),
                ),
                NotADraftError,
                StrangerError,
            )
            if lines is not None and not told.doubts:
                sentence = gettext("%d baris ditambahkan.") % len(lines)
                return done(request, address, sentence)
            if lines is not None:
                left = "\n".join(doubt.text for doubt in told.doubts)
                form, added = RowsForm(initial={"rows": left}), len(lines)
    context = {"plan": plan, "form": form, "told": told, "added": added, "back": address}
    status = 422 if form.is_bound and (form.errors or (told and told.doubts)) else 200
    return render(request, "pelantikan/lines.html", context, status=status)


@require_POST
def remove(request: Request, government: str, public_id: UUID, position: int) -> HttpResponse:
    plan = take_up(request, government, public_id)
    demand(can_carry_out_plans(request.access, request.standpoint.government))
    address = way_back(request, plan, position)
    try:
        remove_line(
            plan=plan,
            position=position,
            actor=actor_of(request.user),
            reason=gettext("menyusun lampiran"),
        )
    except NotADraftError as error:
        return done(request, address, str(error))
    return done(request, address, gettext("Baris itu dihapus dari lampiran."))


@require_http_methods(["GET", "HEAD", "POST"])
def why(request: Request, government: str, public_id: UUID, position: int) -> HttpResponse:
    plan = take_up(request, government, public_id)
    demand(can_carry_out_plans(request.access, request.standpoint.government))
    known = "".join(plan.lines.filter(position=position).values_list("reason", flat=True))
    form = WhyForm(sent(request), initial={"why": known})
    address = way_back(request, plan, position)

    def write() -> bool:
        give_reason(
            plan=plan,
            position=position,
            why=form.cleaned_data["why"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["why"] or gettext("alasan dihapus"),
        )
        return True

    if attempt(form, write, NotADraftError) is None:
        page = ActPage(
            title=gettext("Alasan tetap dilantik"),
            lead=gettext(
                "Aturan menilai baris ini melanggar. Siapa yang berwenang dapat tetap "
                "menjalankannya dengan alasan, yang tersimpan bersama namanya."
            ),
            button=gettext("Simpan alasan"),
            back=address,
            crumbs=[(plan.title, address)],
        )
        return show_act(request, form, page)
    return done(request, address, gettext("Alasannya disimpan."))


def _read(plan: "Pelantikan", form: RowsForm) -> ReadRows | None:
    """Read what was pasted, or the file; what is wrong with the file stands at its field."""
    file = form.cleaned_data["file"]
    try:
        rows = rows_of_sheet(file.read()) if file else rows_of_text(form.cleaned_data["rows"])
    except SheetUnreadableError as error:
        form.add_error("file", str(error))
        return None
    return read_rows(plan.pemda, rows, day=plan.day)
