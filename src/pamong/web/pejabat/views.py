"""The offices of a government over time, and the history of one of them."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.accounts.policies import RECORDERS, is_staff
from pamong.apps.organisasi.chairs import chair_rows, chairs_of
from pamong.apps.organisasi.custody import custody_of_office, statements
from pamong.apps.organisasi.dossier import dossier
from pamong.apps.organisasi.on_record import kinds_on_record, offices_on_record
from pamong.apps.organisasi.timelines import lanes
from pamong.web.http import Request
from pamong.web.pejabat.desk import take_up
from pamong.web.pejabat.drawing import draw
from pamong.web.pejabat.filters import EVERY_KIND, asked_for
from pamong.web.standpoint import look_from

PAGE = 20
"""Offices a page: what a person takes in at once, and what stays within the limits of a page."""


@require_safe
def office_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    asked = asked_for(request.GET)
    found = offices_on_record(here.government, day=here.day, asked=asked)
    page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
    offices = list(page.object_list)
    shown = lanes(here.government, day=here.day, jabatan=offices) if offices else []
    context = {"asked": asked, "page": page, "drawing": draw(shown, here.day)}
    if request.htmx:
        return render(request, "pejabat/list.html#offices", context)
    context |= {
        "kinds": kinds_on_record(here.government, day=here.day),
        "every_kind": EVERY_KIND,
    }
    return render(request, "pejabat/list.html", context)


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
        "facilities": custody_of_office(jabatan, day=day, leaves=known.leaves),
        "statements": statements(jabatan.pemda, day=day, jabatan=jabatan),
        "chairs": chairs_of(chair_rows(jabatan, day=day), known.seats, day=day),
        "may_record": request.access.is_any(RECORDERS, jabatan.pemda),
        "sees_papers": is_staff(request.access, jabatan.pemda),
    }
    return render(request, "pejabat/office.html", context)
