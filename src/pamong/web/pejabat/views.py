"""The offices of a government over time, and the history of one of them."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.organisasi.as_of import who
from pamong.apps.organisasi.selectors import JabatanNotFoundError, get_jabatan
from pamong.apps.organisasi.timelines import lanes
from pamong.web.http import Request
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
    here = look_from(request, government)
    try:
        jabatan = get_jabatan(here.government, str(public_id))
    except JabatanNotFoundError as error:
        raise Http404(str(error)) from error
    seats = who(here.government, day=here.day, jabatan=[jabatan])
    history = lanes(here.government, day=here.day, jabatan=[jabatan])
    drawing = draw(history, here.day)
    context = {"office": seats[0], "seats": seats, "lane": history[0], "drawing": drawing}
    return render(request, "pejabat/office.html", context)
