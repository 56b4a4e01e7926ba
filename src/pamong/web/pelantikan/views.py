"""Plans of an appointment: the list, one plan with the chain and the law's advice, its sheet."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.penataan.appointing import appointments, get_appointment
from pamong.apps.penataan.attachment import attachment, heads, workbook
from pamong.apps.penataan.chain import read_chain
from pamong.apps.penataan.outline import Concern, outline_appointment
from pamong.apps.penataan.policies import can_carry_out_plans, can_read_plans
from pamong.apps.penataan.stages import (
    PlanNotFoundError,
)
from pamong.web.banner import BANNER
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.pelantikan.shown import show_lines, to_concern
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.penataan.models import Pelantikan

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def plan_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_read_plans(request.access, here.government))
    context = {
        "plans": appointments(here.government),
        "may_plan": can_carry_out_plans(request.access, here.government),
    }
    return render(request, "pelantikan/list.html", context)


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    here = request.standpoint
    opened = outline_appointment(plan)
    context = {
        "plan": plan,
        "outline": opened.outline,
        "unreasoned": opened.outline.many(Concern.UNREASONED),
        "unreasoned_at": to_concern(here, plan, Concern.UNREASONED),
        "shown": show_lines(request, opened),
        "may_plan": can_carry_out_plans(request.access, here.government),
        "may_take_back": plan.status == "carried_out" and plan.day > here.today,
    }
    return render(request, "pelantikan/plan.html", context)


@require_safe
def sheet(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    context = {
        "plan": plan,
        "heads": heads(),
        "rows": attachment(read_chain(plan).links),
        "witnesses": plan.witnesses.splitlines(),
    }
    return render(request, "pelantikan/sheet.html", context)


@require_safe
def excel(request: Request, government: str, public_id: UUID) -> HttpResponse:
    plan = take_up(request, government, public_id)
    rows = attachment(read_chain(plan).links)
    banner = str(BANNER) if request.is_demonstration else ""
    name = gettext("Lampiran pelantikan %s.xlsx") % plan.day.isoformat()
    return HttpResponse(
        workbook(plan, rows, banner=banner),
        content_type=XLSX,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=name)
            or "",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def take_up(request: Request, government: str, public_id: UUID) -> "Pelantikan":
    """Return one plan of a government for those who may read it.

    Raises:
        Http404: there is no such plan.
    """
    here = look_from(request, government)
    demand(can_read_plans(request.access, here.government))
    try:
        return get_appointment(here.government, public_id)
    except PlanNotFoundError as error:
        raise Http404(str(error)) from error
