"""The facilities of a government's offices, and the history of one of them."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.accounts.policies import RECORDERS, is_staff
from pamong.apps.organisasi.choices import FACILITY_KINDS, FACILITY_RECORDS
from pamong.apps.organisasi.coverage import complete_on
from pamong.apps.organisasi.custody import (
    custody,
    facilities,
    facility_changes,
    offices_with_facilities,
    statements,
)
from pamong.web.fasilitas.desk import take_facility
from pamong.web.fasilitas.filters import HANDS, asked_for
from pamong.web.http import Request
from pamong.web.standpoint import look_from

PAGE = 30


@require_safe
def facility_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    asked = asked_for(request.GET)
    found = facilities(here.government, day=here.day, asked=asked)
    page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
    context = {
        "asked": asked,
        "page": page,
        "rows": custody(list(page.object_list), day=here.day),
        "kinds": FACILITY_KINDS,
        "hands": HANDS,
        "sees_papers": is_staff(request.access, here.government),
    }
    if request.htmx:
        return render(request, "fasilitas/list.html#rows", context)
    context |= {
        "offices": offices_with_facilities(here.government, day=here.day),
        "statements": statements(here.government, day=here.day),
        "complete": complete_on(here.government, day=here.day, records=FACILITY_RECORDS),
        "may_record": request.access.is_any(RECORDERS, here.government),
    }
    return render(request, "fasilitas/list.html", context)


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    facility = take_facility(request, government, public_id)
    here = request.standpoint
    (answer,) = custody([facility], day=here.day)
    context = {
        "facility": answer,
        "ended": facility.ends_before is not None and facility.ends_before <= here.day,
        "last_day": facility.period.last_day,
        "changes": facility_changes(facility, day=here.day),
        "may_record": request.access.is_any(RECORDERS, here.government),
        "sees_papers": is_staff(request.access, here.government),
    }
    return render(request, "fasilitas/show.html", context)
