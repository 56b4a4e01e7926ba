"""The findings of a government, and one of them with all that it rests on."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.findings.classes import closed_rules
from pamong.apps.findings.listing import list_findings
from pamong.apps.findings.policies import can_see_finding, can_see_findings
from pamong.apps.findings.selectors import (
    FindingNotFoundError,
    finding_on,
    get_finding,
    last_judged_on,
)
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from
from pamong.web.temuan.doors import doors
from pamong.web.temuan.filters import FindingFilter
from pamong.web.temuan.noting import Desk, shown


@require_safe
def finding_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_see_findings(request.access, here.government))
    filters = FindingFilter.of(request.GET)
    closed = closed_rules(request.access, here.government)
    listing = list_findings(here.government, day=here.day, asked=filters.asked, closed=closed)
    template = "temuan/list.html#findings" if request.htmx else "temuan/list.html"
    context = {
        "filters": filters,
        "listing": listing,
        "doors": doors(here, filters, listing),
        "judged_on": last_judged_on(here.government, day=here.day),
    }
    return render(request, template, context)


@require_safe
def finding(request: Request, public_id: UUID) -> HttpResponse:
    try:
        found = get_finding(public_id)
    except FindingNotFoundError as error:
        raise Http404(str(error)) from error
    here = look_from(request, found.pemda.slug)
    demand(can_see_finding(request.access, found, day=here.day))
    return shown(request, Desk(finding_on(public_id, day=here.day)))
