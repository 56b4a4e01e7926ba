"""Two documents about one forum: a clerk joins them, keeps them apart, or parts them again."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext

from pamong.apps.core.refusals import RefusedError
from pamong.apps.forums.errors import DraftDecidedError, DraftNotFoundError
from pamong.apps.forums.joining import (
    NotJoinedError,
    OtherGovernmentError,
    join_documents,
    keep_apart,
    part_documents,
)
from pamong.web.dokumen.desk import take_up_to_review
from pamong.web.http import Request, actor_of, posts_from

if TYPE_CHECKING:
    from pamong.apps.forums.models import ReadingDraft

_REFUSALS = (
    DraftDecidedError,
    DraftNotFoundError,
    NotJoinedError,
    OtherGovernmentError,
    RefusedError,
)


@posts_from("dokumen:show")
def join(request: Request, public_id: UUID) -> HttpResponse:
    """Let the document of the address be recorded, and the posted one stand beside it."""
    lead, beside = take_up_to_review(request, public_id), _other(request)
    told = gettext("%(beside)s digabungkan; yang ditinjau dan dicatat ialah %(lead)s.")
    return _decide(
        request,
        partial(join_documents, lead_id=lead.public_id, beside_id=beside.public_id),
        told % {"beside": _name(beside), "lead": lead.document},
        gettext("Dokumen tentang forum yang sama."),
    )


@posts_from("dokumen:show")
def apart(request: Request, public_id: UUID) -> HttpResponse:
    """Keep the two documents apart; they are not proposed again."""
    lead, beside = take_up_to_review(request, public_id), _other(request)
    return _decide(
        request,
        partial(keep_apart, lead_id=lead.public_id, beside_id=beside.public_id),
        gettext("Kedua dokumen tetap terpisah dan tidak diusulkan lagi."),
        gettext("Dua forum yang berbeda."),
    )


@posts_from("dokumen:show")
def part(request: Request, public_id: UUID) -> HttpResponse:
    """Let the draft of a document that stood beside another wait again."""
    beside = take_up_to_review(request, public_id)
    return _decide(
        request,
        partial(part_documents, beside_id=beside.public_id),
        gettext("%s menunggu ditinjau lagi.") % _name(beside),
        gettext("Penggabungan dibatalkan."),
    )


def _decide(
    request: Request, act: Callable[..., object], told: str, usual_reason: str
) -> HttpResponse:
    """Do the act for the reason given, else the usual one; tell it, or why it was refused."""
    try:
        act(
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=request.POST.get("reason", "").strip() or usual_reason,
        )
    except _REFUSALS as error:
        messages.error(request, str(error))
    else:
        messages.success(request, told)
    return HttpResponseRedirect(request.standpoint.address("dokumen:list"))


def _other(request: Request) -> "ReadingDraft":
    """Return the other draft of a pair, which the user must be allowed to review as well.

    Raises:
        Http404: the form names none, or there is no such document.
    """
    try:
        other = UUID(request.POST.get("other", ""))
    except ValueError as error:
        raise Http404(gettext("Dokumen yang lain tidak disebut.")) from error
    return take_up_to_review(request, other)


def _name(draft: "ReadingDraft") -> str:
    words = str(draft.document)
    return words[:1].upper() + words[1:]
