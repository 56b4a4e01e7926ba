"""One office on the desk, and the question whether anything may be recorded by hand."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.policies import RECORDERS
from pamong.apps.organisasi.policies import can_record_by_hand
from pamong.apps.organisasi.selectors import JabatanNotFoundError, get_jabatan
from pamong.apps.organisasi.titles import office_title
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Jabatan

Page = Callable[[Request, str, UUID], HttpResponse]
Subject = TypeVar("Subject")


def take_up(request: Request, government: str, public_id: UUID) -> "Jabatan":
    """Return one office of a government, seen from there.

    Raises:
        Http404: there is no such office.
    """
    here = look_from(request, government)
    try:
        return get_jabatan(here.government, str(public_id))
    except JabatanNotFoundError as error:
        raise Http404(str(error)) from error


def head_of(jabatan: "Jabatan") -> dict[str, object]:
    """Return what the head of a page about one office shows."""
    return {"jabatan": jabatan, "office": office_title(jabatan, jabatan.pemda)}


def by_hand_on(take: Callable[[Request, str, UUID], Subject]) -> Callable[..., Page]:
    """Let a page record by hand, but where a demonstration adds nothing to what its samples say.

    There it says so, and where to try it. ``take`` finds what the page is about.
    """

    def decorate(work: Callable[[Request, Subject], HttpResponse]) -> Page:
        @require_http_methods(["GET", "HEAD", "POST"])
        @wraps(work)
        def page(request: Request, government: str, public_id: UUID) -> HttpResponse:
            subject = take(request, government, public_id)
            return open_by_hand(request, lambda: work(request, subject))

        return page

    return decorate


def open_by_hand(request: Request, work: Callable[[], HttpResponse]) -> HttpResponse:
    """Do ``work`` for those who may record something of the government that is looked from."""
    here = request.standpoint
    demand(request.access.is_any(RECORDERS, here.government))
    if can_record_by_hand(here.government):
        return work()
    made_up = [place for place in here.governments if place.is_made_up]
    status = 403 if request.method == "POST" else 200
    return render(request, "pejabat/only_samples.html", {"made_up": made_up}, status=status)


by_hand = by_hand_on(take_up)
