"""The first page after signing in, and the page of one government."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pamong.apps.accounts.policies import is_here_for_himself
from pamong.apps.duties.selectors import summary
from pamong.apps.findings.classes import closed_rules
from pamong.apps.findings.policies import can_see_findings
from pamong.apps.findings.selectors import open_findings
from pamong.apps.forums.selectors import directives_by
from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.on_record import OfficesAsked, offices_on_record
from pamong.apps.organisasi.titles import LEADING
from pamong.web.gate import access_to
from pamong.web.http import Request
from pamong.web.standpoint import look_from, opening_address

DIRECTIVES_SHOWN = 8
FINDINGS_SHOWN = 5
OTHERS_SHOWN = 12


@require_safe
def page(request: Request) -> HttpResponse:
    """Lead to what falls due for oneself where that is all one came for, else to a government."""
    opening = opening_address(request)
    if is_here_for_himself(access_to(request)):
        return HttpResponseRedirect(reverse("hak:page"))
    return HttpResponseRedirect(opening)


@require_safe
def government_page(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    sees = can_see_findings(request.access, here.government)
    known = offices_on_record(here.government, day=here.day, asked=OfficesAsked())
    offices = who(
        here.government, day=here.day, jabatan=list(known[: len(LEADING) + OTHERS_SHOWN])
    )
    others = [each for each in offices if each.kind not in LEADING and each.tells_somebody]
    access, pemda = request.access, here.government
    return render(
        request,
        "beranda/page.html",
        {
            "leaders": [office for office in offices if office.kind in LEADING],
            "others": others[:OTHERS_SHOWN],
            "duties": summary(pemda, day=here.day, access=access),
            "asked": directives_by(here.government, day=here.day, limit=DIRECTIVES_SHOWN),
            "findings": open_findings(pemda, day=here.day, closed=closed_rules(access, pemda))[
                :FINDINGS_SHOWN
            ]
            if sees
            else None,
        },
    )
