"""Two documents about one forum: a clerk joins them, keeps them apart, or parts them again."""

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
    reason = request.POST.get("reason", "").strip() or gettext("Dokumen tentang forum yang sama.")
    try:
        join_documents(
            lead_id=lead.public_id,
            beside_id=beside.public_id,
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=reason,
        )
    except _REFUSALS as error:
        return _back(request, refused=error)
    told = gettext("%(beside)s digabungkan; yang ditinjau dan dicatat ialah %(lead)s.")
    return _back(request, told % {"beside": _name(beside), "lead": lead.document})


@posts_from("dokumen:show")
def apart(request: Request, public_id: UUID) -> HttpResponse:
    """Keep the two documents apart; they are not proposed again."""
    lead, beside = take_up_to_review(request, public_id), _other(request)
    reason = request.POST.get("reason", "").strip() or gettext("Dua forum yang berbeda.")
    try:
        keep_apart(
            lead_id=lead.public_id,
            beside_id=beside.public_id,
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=reason,
        )
    except _REFUSALS as error:
        return _back(request, refused=error)
    return _back(request, gettext("Kedua dokumen tetap terpisah dan tidak diusulkan lagi."))


@posts_from("dokumen:show")
def part(request: Request, public_id: UUID) -> HttpResponse:
    """Let the draft of a document that stood beside another wait again."""
    beside = take_up_to_review(request, public_id)
    try:
        part_documents(
            beside_id=beside.public_id,
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=request.POST.get("reason", "").strip() or gettext("Penggabungan dibatalkan."),
        )
    except _REFUSALS as error:
        return _back(request, refused=error)
    return _back(request, gettext("%s menunggu ditinjau lagi.") % _name(beside))


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


def _back(request: Request, told: str = "", *, refused: Exception | None = None) -> HttpResponse:
    if refused is not None:
        messages.error(request, str(refused))
    else:
        messages.success(request, told)
    return HttpResponseRedirect(request.standpoint.address("dokumen:list"))
