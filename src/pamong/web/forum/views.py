"""The forums of a government, and one of them with everything that is told of it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.duties.selectors import what_became_of
from pamong.apps.forums.calling_off import was_planned
from pamong.apps.forums.choices import FORUM_KINDS, TOPICS
from pamong.apps.forums.forum_changes import forum_changes
from pamong.apps.forums.forum_list import (
    STATES,
    ForumQuery,
    find_forums,
    known_series,
    years_of_forums,
)
from pamong.apps.forums.forum_story import forum_story
from pamong.apps.forums.policies import (
    can_leave_confidential,
    can_record_forums,
    can_see_confidential,
    can_see_roll_call,
    can_settle_directives,
)
from pamong.apps.forums.series_acts import series_that_fit
from pamong.web.forum.desk import is_known, take_up, take_up_known
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.listing import asked_for, neighbours
from pamong.web.standpoint import look_from

FILTERS = {
    "words": "cari",
    "kind": "jenis",
    "series": "seri",
    "year": "tahun",
    "topic": "topik",
    "state": "keadaan",
}


@require_safe
def forum_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    asked = asked_for(request, FILTERS)
    found = find_forums(
        here.government, day=here.day, query=ForumQuery(**asked.values), page=asked.page
    )
    template = "forum/list.html#forums" if request.htmx else "forum/list.html"
    context = {
        "asked": asked,
        "found": found,
        "neighbours": neighbours(here, "forum:list", asked, found.cut),
        "kinds": FORUM_KINDS,
        "topics": TOPICS,
        "states": STATES,
        "years": [(str(y), str(y)) for y in years_of_forums(here.government, day=here.day)],
        "series": [(row.nama, row.nama) for row in known_series(here.government, day=here.day)],
        "may_record": can_record_forums(request.access, here.government),
        "may_settle": can_settle_directives(request.access, here.government),
    }
    return render(request, template, context)


@require_safe
def forum(request: Request, public_id: UUID) -> HttpResponse:
    found = take_up(request, public_id)
    here, access, pemda = request.standpoint, request.access, found.pemda
    if not is_known(found, request):
        return render(request, "forum/later.html", {})
    may_record = can_record_forums(access, pemda)
    story = forum_story(found, day=here.day, sees_roll_call=can_see_roll_call(access, pemda))
    is_open = found.day <= here.today and not story.is_called_off_now
    context = {
        "forum": found,
        "story": story,
        "counts": what_became_of(pemda, (asked.public_id for asked in story.asked), day=here.day),
        "is_planned": found.day > here.day and not story.called_off,
        "sees_confidential": can_see_confidential(access, pemda),
        "may_record": may_record,
        "may_minute": may_record and is_open,
        "may_call_off": may_record and was_planned(found) and not story.is_told,
        "may_settle": can_settle_directives(access, pemda),
        "may_leave": can_leave_confidential(access, pemda) and is_open,
        "fitting": series_that_fit(found) if can_settle_directives(access, pemda) else [],
    }
    return render(request, "forum/show.html", context)


@require_safe
def history(request: Request, public_id: UUID) -> HttpResponse:
    """Show who changed a forum, with what stood before: for those who look after its records."""
    found = take_up_known(request, public_id)
    demand(can_settle_directives(request.access, found.pemda))
    changes = forum_changes(found, day=request.standpoint.day)
    return render(request, "forum/history.html", {"forum": found, "changes": changes})
