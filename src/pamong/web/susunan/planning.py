"""Plans of a reorganisation: the list, what one comes to, the button, the way back."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.core.services import FutureDayError
from pamong.apps.forums.pages import cut
from pamong.apps.organisasi.journal import ChangedSinceError
from pamong.apps.organisasi.structure_steps import StepRefusedError
from pamong.apps.organisasi.structure_writing import LaterCycleError, LaterStructureError
from pamong.apps.penataan.choosing import ChosenGoneError
from pamong.apps.penataan.consequences import Consequences, plan_reorganisation
from pamong.apps.penataan.drawing import Drawing, draw_reorganisation
from pamong.apps.penataan.moving import HomelessError, LaterPlacementError
from pamong.apps.penataan.papers import OnlyFromSamplesError
from pamong.apps.penataan.policies import can_carry_out_plans, can_read_plans
from pamong.apps.penataan.reorganising import (
    StillUsedError,
    carry_out_reorganisation,
    draft_reorganisation,
    get_reorganisation,
    may_be_taken_back,
    reorganisations,
    steps_of,
    take_back_reorganisation,
)
from pamong.apps.penataan.stages import (
    DayHasComeError,
    EmptyPlanError,
    NotADraftError,
    PlanNotFoundError,
)
from pamong.apps.penataan.step_names import step_rows
from pamong.kernel.day import format_day
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.listing import PAGE_PARAMETER, asked_for
from pamong.web.standpoint import look_from
from pamong.web.susunan.forms import DraftForm, PaperForm, ReasonForm

if TYPE_CHECKING:
    from pamong.apps.penataan.models import Reorganisation

MANY, STEPS = 60, 60
"""Rows of one kind on the page of a plan, and steps of a page; the numbers above count all."""

REFUSALS = (
    ChangedSinceError,
    ChosenGoneError,
    DayHasComeError,
    EmptyPlanError,
    FutureDayError,
    HomelessError,
    LaterCycleError,
    LaterPlacementError,
    LaterStructureError,
    NotADraftError,
    OnlyFromSamplesError,
    StepRefusedError,
    StillUsedError,
)


@require_safe
def plan_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_read_plans(request.access, here.government))
    context = {
        "plans": reorganisations(here.government),
        "may_plan": can_carry_out_plans(request.access, here.government),
    }
    return render(request, "susunan/plans.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_carry_out_plans(request.access, here.government))
    form = DraftForm(sent(request))
    plan = attempt(
        form,
        lambda: draft_reorganisation(
            pemda=here.government,
            title=form.cleaned_data["title"],
            day=form.cleaned_data["day"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
    )
    plans = here.address("susunan:plans", here.government.slug)
    if plan is None:
        page = ActPage(
            title=gettext("Rancang penataan organisasi"),
            lead=gettext(
                "Rancangan tidak mengubah apa pun sampai dijalankan berdasarkan peraturannya."
            ),
            button=gettext("Buat rancangan"),
            back=plans,
            crumbs=[(gettext("Penataan organisasi"), plans)],
        )
        return show_act(request, form, page)
    address = here.address("susunan:plan", here.government.slug, plan.public_id)
    return done(request, address, gettext("Rancangan dibuat. Tambahkan langkah-langkahnya."))


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    drawing, preview = _preview(plan) if plan.is_draft else (None, {})
    many = drawing.drawn.steps if drawing else plan.steps.count()
    part = cut(many, asked_for(request, {}).page, STEPS)
    if drawing is not None:
        steps = drawing.steps(part.first, part.last)
    else:
        steps = steps_of(plan, part=slice(part.first, part.last))
    pages = [
        here.address(
            "susunan:plan", here.government.slug, public_id, **{PAGE_PARAMETER: str(page)}
        )
        if page
        else ""
        for page in (part.before, part.after)
    ]
    context = {
        "plan": plan,
        "cut": part,
        "pages": pages,
        "steps": step_rows(plan, steps, drawing.drawn.planned.before if drawing else None),
        "may_plan": can_carry_out_plans(request.access, here.government),
        "may_take_back": may_be_taken_back(plan, today=here.today),
        "many": MANY,
        **preview,
    }
    return render(request, "susunan/plan.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def carry_out(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = PaperForm(sent(request))
    address = here.address("susunan:plan", here.government.slug, plan.public_id)
    page = ActPage(
        title=gettext("Jalankan penataan"),
        lead=gettext("%(title)s, berlaku mulai %(day)s.")
        % {"title": plan.title, "day": format_day(plan.day)},
        button=gettext("Jalankan"),
        back=address,
        crumbs=[
            (gettext("Penataan organisasi"), here.address("susunan:plans", here.government.slug)),
            (plan.title, address),
        ],
    )
    preview = _preview(plan)[1] if plan.is_draft and form.is_bound else {}
    consequences = preview.get("consequences")
    if isinstance(consequences, Consequences):
        asked = show_plan(request, form, page, _sentences(consequences))
        if asked is not None:
            return asked
    carried = attempt(
        form,
        lambda: carry_out_reorganisation(
            plan=plan,
            paper=form.paper(),
            today=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if carried is None:
        return show_act(request, form, page)
    return done(request, address, gettext("Penataan dijalankan berdasarkan %s.") % carried.decree)


@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    demand(can_carry_out_plans(request.access, here.government))
    form = ReasonForm(sent(request))
    address = here.address("susunan:plan", here.government.slug, plan.public_id)
    taken = attempt(
        form,
        lambda: take_back_reorganisation(
            plan=plan,
            today=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if taken is None:
        page = ActPage(
            title=gettext("Batalkan penataan"),
            lead=gettext("Seluruhnya dibatalkan sebagai satu tindakan; riwayatnya tetap ada."),
            button=gettext("Batalkan seluruhnya"),
            back=address,
            crumbs=[(plan.title, address)],
        )
        return show_act(request, form, page)
    return done(request, address, gettext("Penataan dibatalkan; susunan kembali seperti semula."))


def take_up(request: Request, government: str, public_id: UUID) -> "Reorganisation":
    """Return one plan of a government for those who may read it.

    Raises:
        Http404: there is no such plan.
    """
    here = look_from(request, government)
    demand(can_read_plans(request.access, here.government))
    try:
        return get_reorganisation(here.government, public_id)
    except PlanNotFoundError as error:
        raise Http404(str(error)) from error


def _preview(plan: "Reorganisation") -> tuple[Drawing | None, dict[str, object]]:
    """Return what a draft comes to, or why one of its steps cannot be taken any more."""
    try:
        drawing = draw_reorganisation(plan)
        return drawing, {"consequences": plan_reorganisation(drawing)}
    except StepRefusedError as error:
        step = steps_of(plan)[error.position - 1].position
        return None, {"refused": str(error), "refused_step": step}
    except ChosenGoneError as error:
        return None, {"refused": str(error)}


def _sentences(told: Consequences) -> list[str]:
    return [
        gettext("%d OPD dibentuk, dihapus, atau diubah namanya.") % len(told.opds),
        gettext("%d unit dibentuk, dihapus, dipindahkan, atau diubah namanya.") % len(told.units),
        gettext("%d jabatan dibentuk, dihapus, atau diubah.") % len(told.posts),
        gettext("%d pegawai pindah tempat kerja.") % told.people,
        gettext("%d pejabat melepas jabatan yang dihapus.") % len(told.offices),
        gettext("%d akun melihat pegawai yang berbeda.") % len(told.access),
    ]
