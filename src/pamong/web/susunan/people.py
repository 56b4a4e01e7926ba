"""Everybody whom a draft of a reorganisation moves, by name, a page at a time."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.organisasi.structure_steps import StepRefusedError
from pamong.apps.penataan.choosing import ChosenGoneError
from pamong.apps.penataan.drawing import draw_reorganisation
from pamong.apps.penataan.who_moves import movers, with_names
from pamong.web.http import Request
from pamong.web.susunan.planning import take_up

PAGE = 100


@require_safe
def people(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show who goes where; of what was carried out, the placements themselves tell it."""
    plan = take_up(request, government, public_id)
    context: dict[str, object] = {"plan": plan, "refused": ""}
    if plan.is_draft:
        try:
            found = movers(draw_reorganisation(plan))
            page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
        except (StepRefusedError, ChosenGoneError) as error:
            context["refused"] = str(error)
        else:
            context |= {"page": page, "rows": with_names(plan, list(page.object_list))}
    else:
        context["refused"] = gettext(
            "Rancangan ini sudah dijalankan atau dibatalkan. Penempatan orangnya tercatat di "
            "halaman masing-masing."
        )
    return render(request, "susunan/people.html", context)
