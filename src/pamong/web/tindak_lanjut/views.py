"""The duties of a government, and the inbox of whoever has to act on some of them."""

from typing import TYPE_CHECKING

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.accounts.policies import can_answer_requests
from pamong.apps.duties.life import ENDED, State
from pamong.apps.duties.listing import (
    PAGE,
    SOURCES,
    STATES,
    list_duties,
    rows_of,
    years_of,
)
from pamong.apps.duties.policies import HAVE_AN_INBOX
from pamong.apps.duties.selectors import inbox, waiting_for_giver
from pamong.apps.forums.choices import TOPICS
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from
from pamong.web.tindak_lanjut.drawing import bars
from pamong.web.tindak_lanjut.filters import DutyFilter
from pamong.web.tindak_lanjut.showing import all_shown, is_neutral

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from pamong.apps.duties.models import DutyStanding

INBOX_SHOWN = 2 * PAGE


@require_safe
def duty_list(request: Request, government: str) -> HttpResponse:
    """Show the duties asked for; htmx asks for the rows alone."""
    here = look_from(request, government)
    chosen = DutyFilter.of(request.GET)
    found = list_duties(
        here.government,
        day=here.day,
        access=request.access,
        asked=chosen.asked,
        page=chosen.page,
    )
    context = {
        "chosen": chosen,
        "found": found,
        "before": chosen.at(found.page - 1) if found.page > 1 else "",
        "beyond": chosen.at(found.page + 1) if found.page < found.pages else "",
        "duties": all_shown(
            found.rows, day=here.day, access=request.access, seen_from=here.government
        ),
        "bars": bars(found.owing),
        "owing": [(each.key, each.name) for each in found.owing],
        "is_neutral": is_neutral(here.government),
        "states": [
            (value, f"{label} ({found.states[value]})" if found.states[value] else label)
            for value, label in STATES
        ],
        "sources": SOURCES,
        "topics": TOPICS,
        "years": [(str(y), str(y)) for y in years_of(here.government, day=here.day)],
        "year": str(chosen.asked.year or ""),
    }
    template = "tindak_lanjut/list.html#duties" if request.htmx else "tindak_lanjut/list.html"
    return render(request, template, context)


@require_safe
def inbox_page(request: Request, government: str) -> HttpResponse:
    """Show what the user has to answer for, and what waits for his office to check."""
    here = look_from(request, government)
    demand(request.access.is_any(HAVE_AN_INBOX, here.government))
    mine = inbox(here.government, day=here.day, access=request.access)
    waiting = waiting_for_giver(here.government, day=here.day, access=request.access)
    counted = dict(mine.values_list("state").annotate(number=Count("pk")).order_by("state"))
    context = {
        "counted": [(state.label, counted[state]) for state in State if state in counted],
        "mine": _shown(request, mine.exclude(state__in=ENDED)),
        "mine_total": sum(number for state, number in counted.items() if state not in ENDED),
        "waiting": _shown(request, waiting),
        "waiting_total": waiting.count(),
        "answers_requests": can_answer_requests(request.access, here.government),
        "is_neutral": is_neutral(here.government),
    }
    return render(request, "tindak_lanjut/inbox.html", context)


def _shown(request: Request, rows: "QuerySet[DutyStanding]") -> list[object]:
    here = request.standpoint
    return list(
        all_shown(
            rows_of(rows, number=INBOX_SHOWN),
            day=here.day,
            access=request.access,
            seen_from=here.government,
        )
    )
