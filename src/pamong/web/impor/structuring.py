"""Making a draft of a reorganisation of rows of units: what it would open, then the button."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.impor.errors import ClearedError
from pamong.apps.impor.unit_drafting import (
    NothingToDraftError,
    draft_structure,
    outline_of,
    plan_of,
)
from pamong.apps.organisasi.structure_steps import StepRefusedError
from pamong.apps.penataan.openings import AlreadyDraftedError, TooManyStepsError
from pamong.apps.penataan.policies import can_carry_out_plans
from pamong.web.acts import attempt, done, sent
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.impor.desk import take_up
from pamong.web.susunan.forms import DraftForm

REFUSALS = (
    AlreadyDraftedError,
    ClearedError,
    NothingToDraftError,
    StepRefusedError,
    TooManyStepsError,
)


@require_http_methods(["GET", "HEAD", "POST"])
def structure(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show which level is read as OPD and what would be opened; make the draft where asked."""
    batch = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = DraftForm(sent(request))
    plan = attempt(
        form,
        lambda: draft_structure(
            batch=batch,
            title=form.cleaned_data["title"],
            day=form.cleaned_data["day"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if plan is not None:
        address = here.address("susunan:plan", here.government.slug, plan.public_id)
        return done(request, address, _("Rancangan dibuat. Periksa, lalu jalankan."))
    try:
        outline = outline_of(batch)
    except ClearedError as error:
        raise Http404(str(error)) from error
    context = {"batch": batch, "form": form, "outline": outline, "plan": plan_of(batch)}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "impor/structure.html", context, status=status)
