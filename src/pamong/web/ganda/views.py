"""Who may be recorded twice: the list, one pair side by side, and what was decided."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from pamong.apps.forums.pages import cut
from pamong.apps.kepegawaian.placing import placements_on
from pamong.apps.penggabungan.deciding import find_apart
from pamong.apps.penggabungan.errors import PairNotFoundError
from pamong.apps.penggabungan.looking import LOOK
from pamong.apps.penggabungan.planning import plan_merge
from pamong.apps.penggabungan.policies import can_merge_pegawai, is_about_oneself
from pamong.apps.penggabungan.selectors import (
    decided_apart,
    get_pair,
    last_search,
    mergings,
    pairs_to_decide,
    with_pairs,
)
from pamong.apps.penggabungan.telling import (
    REASONS,
    how_much,
    opd_names,
    questions,
    same_in_both,
    side_by_side,
)
from pamong.web.errands import answer_again, errand_of
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.listing import asked_for, neighbours
from pamong.web.pegawai.desk import IDENTITY
from pamong.web.seen import keep_seen
from pamong.web.standpoint import Standpoint, look_from

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.kepegawaian.models import Pegawai
    from pamong.apps.penggabungan.models import DuplicatePair

PAGE = 25
SWAP = "tetap"
"""The address says which record stays, by its public id; without it the first of the two."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One pair of the list: both by name and place, and why they are proposed."""

    pair: "DuplicatePair"
    first_place: str
    second_place: str
    reasons: "list[StrOrPromise]"


@require_safe
def pairs(request: Request, government: str) -> HttpResponse:
    """Show the pairs that nobody has decided about."""
    here = _enter(request, government)
    looking = errand_of(
        request,
        LOOK,
        gettext("Mencari catatan ganda"),
        page="ganda:list",
        act="ganda:look",
        done_on=last_search(here.government),
    )
    if request.htmx:
        return answer_again(request, looking)
    asked = asked_for(request, {"alike": "alasan", "words": "cari"})
    rows = pairs_to_decide(
        here.government, alike=asked.values["alike"], words=asked.values["words"]
    )
    page = cut(rows.count(), asked.page, PAGE)
    context = {
        "tab": "usulan",
        "rows": _listed(request, list(rows[page.first : page.last])),
        "cut": page,
        "asked": asked,
        "reasons": REASONS.items(),
        "errand": looking,
        "ways": neighbours(here, "ganda:list", asked, page),
    }
    return render(request, "ganda/list.html", context)


@require_safe
def apart(request: Request, government: str) -> HttpResponse:
    """Show who was said to be two people."""
    here = _enter(request, government)
    asked = asked_for(request, {})
    rows = decided_apart(here.government)
    page = cut(rows.count(), asked.page, PAGE)
    told = with_pairs(rows[page.first : page.last])
    context = {
        "tab": "bukan",
        "rows": told,
        "cut": page,
        "ways": neighbours(here, "ganda:apart-list", asked, page),
    }
    return render(request, "ganda/apart.html", context)


@require_safe
def done(request: Request, government: str) -> HttpResponse:
    """Show every merging, those taken back too."""
    here = _enter(request, government)
    asked = asked_for(request, {})
    rows = mergings(here.government)
    page = cut(rows.count(), asked.page, PAGE)
    context = {
        "tab": "gabungan",
        "rows": rows[page.first : page.last],
        "cut": page,
        "ways": neighbours(here, "ganda:done-list", asked, page),
    }
    return render(request, "ganda/done_list.html", context)


@require_safe
def pair(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show two records side by side, with what would have to be decided."""
    found, stays, away = take_up(request, government, public_id)
    here = request.standpoint
    plan = plan_merge(stays=stays, away=away, day=here.today)
    keep_seen(request, [stays.person_id, away.person_id], [IDENTITY])
    opds = opd_names(plan)
    slug = here.government.slug
    context = {
        "pair": found,
        "stays": stays,
        "away": away,
        "reasons": [REASONS[each] for each in found.alike],
        "lines": side_by_side(plan, opds),
        "amounts": how_much(plan),
        "questions": questions(plan, opds),
        "same": same_in_both(plan),
        "apart": find_apart(stays, away),
        "is_own": is_about_oneself(request.access, stays.person_id, away.person_id),
        "swap": here.address("ganda:pair", slug, public_id, **{SWAP: str(away.public_id)}),
        "merge": here.address("ganda:merge", slug, public_id, **{SWAP: str(stays.public_id)}),
    }
    return render(request, "ganda/pair.html", context)


def take_up(
    request: Request, government: str, public_id: UUID
) -> "tuple[DuplicatePair, Pegawai, Pegawai]":
    """Return one pair of a government: itself, the record that stays, and the one that goes.

    Raises:
        Http404: there is no such pair, or one of the two was merged since.
    """
    here = _enter(request, government)
    try:
        found = get_pair(here.government, public_id)
    except PairNotFoundError as error:
        raise Http404(str(error)) from error
    both = found.first, found.second
    is_swapped = request.GET.get(SWAP, "") == str(found.second.public_id)
    stays, away = reversed(both) if is_swapped else both
    return found, stays, away


def _enter(request: Request, government: str) -> Standpoint:
    here = look_from(request, government)
    demand(can_merge_pegawai(request.access, here.government))
    return here


def _listed(request: Request, rows: "list[DuplicatePair]") -> list[Listed]:
    ids = [pk for row in rows for pk in (row.first_id, row.second_id)]
    placed = placements_on(ids, day=request.standpoint.day)

    def place(pk: int) -> str:
        return placed[pk].opd.nama if pk in placed else ""

    return [
        Listed(row, place(row.first_id), place(row.second_id), [REASONS[x] for x in row.alike])
        for row in rows
    ]
