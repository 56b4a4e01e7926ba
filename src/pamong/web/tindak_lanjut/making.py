"""Making duties from a directive or a finding: for whom and until when, then one button."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from pamong.apps.core.refusals import RefusedError
from pamong.apps.duties.making import make_duties
from pamong.apps.duties.planning import (
    NobodyChosenError,
    Plan,
    TermRefusedError,
    plan_duties,
)
from pamong.apps.duties.policies import can_make_duties
from pamong.apps.duties.sources import (
    Source,
    SourceNotFoundError,
    directive_source,
    finding_source,
)
from pamong.kernel.day import format_day
from pamong.kernel.kalender import YearWithoutDecreeError
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.standpoint import look_from
from pamong.web.tindak_lanjut.making_form import MakingForm
from pamong.web.tindak_lanjut.showing import is_neutral, of_sources

if TYPE_CHECKING:
    from pamong.apps.duties.models import Duty

REFUSALS = (NobodyChosenError, RefusedError, TermRefusedError, YearWithoutDecreeError)


@require_http_methods(["GET", "HEAD", "POST"])
def from_directive(request: Request, public_id: UUID) -> HttpResponse:
    return _make(request, directive_source, public_id)


@require_http_methods(["GET", "HEAD", "POST"])
def from_finding(request: Request, public_id: UUID) -> HttpResponse:
    return _make(request, finding_source, public_id)


def _make(request: Request, find: Callable[[UUID], Source], public_id: UUID) -> HttpResponse:
    """Show the plan; the button makes what it says."""
    try:
        source = find(public_id)
    except SourceNotFoundError as error:
        raise Http404(str(error)) from error
    here = look_from(request, source.pemda.slug)
    demand(can_make_duties(request.access, here.government, source.kind))
    plan = plan_duties(source, day=here.today)
    if request.method != "POST":
        return _page(request, plan, MakingForm(plan=plan, day=here.today))
    form = MakingForm(request.POST, plan=plan, day=here.today)
    made = _try(request, source, form)
    if made is None:
        return _page(request, plan, form, status=422)
    return _done(request, plan, made)


def _try(request: Request, source: Source, form: MakingForm) -> "list[Duty] | None":
    """Make what a sound form asks for; ``None`` where it is not sound, or is refused."""
    if not form.is_valid():
        return None
    try:
        opd_ids, pemda_ids = form.chosen()
        return make_duties(
            source=source,
            opd_ids=opd_ids,
            kabupaten_ids=pemda_ids,
            term=form.term(),
            day=request.standpoint.today,
            actor=actor_of(request.user),
            note=form.cleaned_data["note"],
        )
    except REFUSALS as error:
        form.add_error(form.field_of(error), str(error))
        return None


def _done(request: Request, plan: Plan, made: "list[Duty]") -> HttpResponse:
    here = request.standpoint
    if made:
        told = ngettext(
            "%(number)d tindak lanjut dibuat, tenggat %(due)s. Penerimanya melihatnya di kotak "
            "masuk.",
            "%(number)d tindak lanjut dibuat, tenggat %(due)s. Penerimanya melihatnya di kotak "
            "masuk.",
            len(made),
        ) % {"number": len(made), "due": format_day(made[0].due_on)}
    else:
        told = gettext(
            "Tindak lanjut untuk yang dipilih sudah dibuat sebelumnya; tidak ada yang baru."
        )
    messages.success(request, told)
    if len(made) == 1:
        return HttpResponseRedirect(here.address("tindak_lanjut:show", made[0].public_id))
    name = "directive" if plan.source.kind == "directive" else "finding"
    return HttpResponseRedirect(here.address(f"tindak_lanjut:from-{name}", plan.source.public_id))


def _page(request: Request, plan: Plan, form: MakingForm, status: int = 200) -> HttpResponse:
    context = {
        "plan": plan,
        "source": plan.source,
        "form": form,
        "duties": of_sources(request, plan.source.pemda, [plan.source.public_id]),
        "is_neutral": is_neutral(plan.source.pemda),
    }
    return render(request, "tindak_lanjut/make.html", context, status=status)
