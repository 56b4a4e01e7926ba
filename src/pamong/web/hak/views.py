"""What falls due for whoever is signed in: pay, rank, pension, contract, leave, acting, papers."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.accounts.own_record import own_employment
from pamong.apps.findings.own_acting import acting_terms, limit_of_plt
from pamong.apps.findings.own_rights import own_rights
from pamong.apps.kepegawaian.documents import papers_of
from pamong.web.hak.telling import Card, card_of, leave_of
from pamong.web.http import Request
from pamong.web.standpoint import look_from


@require_safe
def page(request: Request) -> HttpResponse:
    """Show what falls due for oneself on the day of the page, or how to get on record."""
    here = look_from(request)
    pegawai = own_employment(request.access, here.government, day=here.day)
    if pegawai is None:
        return render(request, "hak/page.html", {"pegawai": None})
    rights = own_rights(pegawai, day=here.day)
    acting = acting_terms(pegawai, day=here.day)
    cards: list[Card] = [card_of(right, day=here.day) for right in rights.due]
    context = {
        "pegawai": pegawai,
        "cards": cards,
        "is_pppk": rights.is_pppk,
        "leave": leave_of(rights.leave),
        "acting": acting,
        "limit": limit_of_plt(day=here.day) if any(term.is_plt for term in acting) else None,
        "papers": papers_of(pegawai, day=here.day),
    }
    return render(request, "hak/page.html", context)
