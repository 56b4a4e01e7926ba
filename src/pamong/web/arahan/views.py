"""The directives of a government, and one of them with all that is known of it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.duties.policies import can_follow_up_directives
from pamong.apps.forums.choices import TOPICS
from pamong.apps.forums.directive_list import (
    FORMS,
    DirectiveQuery,
    addressable_opds,
    find_directives,
)
from pamong.apps.forums.directive_story import directive_story, sheet_of
from pamong.apps.forums.forum_list import years_of_forums
from pamong.apps.forums.policies import (
    can_record_forums,
    can_see_all_sheets,
    can_settle_directives,
)
from pamong.web.arahan.desk import take_up
from pamong.web.http import Request
from pamong.web.listing import asked_for, neighbours
from pamong.web.standpoint import look_from
from pamong.web.tindak_lanjut.showing import of_sources

FILTERS = {
    "words": "cari",
    "topic": "topik",
    "giver": "pemberi",
    "opd": "opd",
    "form": "bentuk",
    "year": "tahun",
}


@require_safe
def directive_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    asked = asked_for(request, FILTERS)
    found = find_directives(
        here.government, day=here.day, query=DirectiveQuery(**asked.values), page=asked.page
    )
    context = {
        "asked": asked,
        "found": found,
        "neighbours": neighbours(here, "arahan:list", asked, found.cut),
    }
    if request.htmx:
        return render(request, "arahan/list.html#directives", context)
    opds = addressable_opds(here.government, day=here.day)
    context |= {
        "topics": TOPICS,
        "forms": FORMS,
        "years": [(str(y), str(y)) for y in years_of_forums(here.government, day=here.day)],
        "opds": [(str(opd.pk), opd.nama) for opd in opds],
    }
    return render(request, "arahan/list.html", context)


@require_safe
def directive(request: Request, public_id: UUID) -> HttpResponse:
    found = take_up(request, public_id)
    here, access, pemda = request.standpoint, request.access, found.pemda
    if found.day > here.day:
        return render(request, "arahan/later.html", {})
    may_settle = can_settle_directives(access, pemda)
    story = directive_story(found, day=here.day, tells_changes=may_settle)
    own = access.opd_ids(pemda)
    context = {
        "directive": found,
        "story": story,
        "asked": story.asked,
        "may_settle": may_settle,
        "may_answer": can_record_forums(access, pemda) and found.is_upward,
        "sees_all_sheets": can_see_all_sheets(access, pemda),
        "own_sheet": sheet_of(found, own) if story.compiled and own else None,
        "duties": of_sources(request, pemda, [found.public_id]),
        "may_make": can_follow_up_directives(access, pemda),
        "make_address": here.address("tindak_lanjut:from-directive", found.public_id),
    }
    return render(request, "arahan/show.html", context)
