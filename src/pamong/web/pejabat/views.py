"""The offices of a government over time, and the history of one of them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.accounts.policies import RECORDERS
from pamong.apps.organisasi.dossier import dossier
from pamong.apps.organisasi.timelines import lanes
from pamong.web.http import Request
from pamong.web.pejabat.desk import take_up
from pamong.web.pejabat.drawing import draw
from pamong.web.pejabat.filters import OfficeFilter, kinds_among
from pamong.web.standpoint import look_from


@require_safe
def office_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    asked = OfficeFilter.of(request.GET)
    offices = lanes(here.government, day=here.day)
    shown = asked.keep(offices)
    template = "pejabat/list.html#offices" if request.htmx else "pejabat/list.html"
    context = {"asked": asked, "kinds": kinds_among(offices), "drawing": draw(shown, here.day)}
    return render(request, template, context)


@require_safe
def office(request: Request, government: str, public_id: UUID) -> HttpResponse:
    jabatan = take_up(request, government, public_id)
    day = request.standpoint.day
    known = dossier(jabatan, day=day)
    context = {
        "office": known.seats[0],
        "seats": known.seats,
        "lane": known.lane,
        "drawing": draw([known.lane], day),
        "changes": known.changes,
        "may_record": request.access.is_any(RECORDERS, jabatan.pemda),
    }
    return render(request, "pejabat/office.html", context)
