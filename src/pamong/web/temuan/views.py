"""The findings of a government, and one of them with all that it rests on."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.findings.policies import can_see_findings
from pamong.apps.findings.selectors import (
    FindingNotFoundError,
    days_judged,
    findings_on,
    get_finding,
)
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from
from pamong.web.temuan.facts import tables_of


@require_safe
def finding_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_see_findings(request.access, here.government))
    judged = [day for day in days_judged(here.government) if day <= here.day]
    context = {
        "findings": findings_on(here.government, day=here.day),
        "judged_on": judged[-1] if judged else None,
    }
    return render(request, "temuan/list.html", context)


@require_safe
def finding(request: Request, public_id: UUID) -> HttpResponse:
    try:
        found = get_finding(public_id)
    except FindingNotFoundError as error:
        raise Http404(str(error)) from error
    here = look_from(request, found.pemda.slug)
    demand(can_see_findings(request.access, here.government))
    begins = found.since or found.run.as_of
    context = {
        "finding": found,
        "told": found.judgement,
        "facts": tables_of(found.judgement["facts"]),
        "begins": begins,
        "is_later": begins > here.day,
    }
    return render(request, "temuan/show.html", context)
