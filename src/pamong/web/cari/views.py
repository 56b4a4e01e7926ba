"""One search over a government. Words stand in the address; a number is never put there.

Addresses end up in logs, and a NIP is a person's. So the form posts: words come back as an address
that can be kept and shared, a number is answered at once.
"""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.policies import is_staff, numbers_visible_to
from pamong.apps.kepegawaian.search import is_number, people_alike, people_matching
from pamong.apps.organisasi.search import (
    offices_alike,
    offices_matching,
    opd_alike,
    opd_matching,
)
from pamong.web.http import Request
from pamong.web.standpoint import Standpoint, look_from

SHOWN = 20
LONGEST = 100


@require_http_methods(["GET", "HEAD", "POST"])
def search(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    asked = request.POST if request.method == "POST" else request.GET
    words = " ".join(asked.get("cari", "").replace("\0", "").split())[:LONGEST]
    if request.method == "POST" and not is_number(words):
        return HttpResponseRedirect(here.address("cari:search", government, cari=words))
    if request.method != "POST" and is_number(words):
        return HttpResponseRedirect(here.address("cari:search", government))
    found = _found(request, here, words) if words else None
    return render(request, "cari/page.html", {"words": words, "found": found})


def _found(request: Request, here: Standpoint, words: str) -> dict[str, object]:
    """Return what is written so; only where nothing is, what may be meant."""
    pemda, day = here.government, here.day
    staff = is_staff(request.access, pemda)
    people = people_matching(
        pemda,
        words,
        day=day,
        also_employed=staff,
        limit=SHOWN,
        numbered=numbers_visible_to(request.access, pemda, day=day),
    )
    if is_number(words):
        return {"people": people, "offices": [], "opd": [], "any": bool(people)}
    offices = offices_matching(pemda, words, day=day, limit=SHOWN)
    opd = opd_matching(pemda, words, day=day, limit=SHOWN)
    if not (people or offices or opd):
        people = people_alike(pemda, words, day=day, also_employed=staff, limit=SHOWN)
        offices = offices_alike(pemda, words, day=day, limit=SHOWN)
        opd = opd_alike(pemda, words, day=day, limit=SHOWN)
    return {"people": people, "offices": offices, "opd": opd, "any": people or offices or opd}
