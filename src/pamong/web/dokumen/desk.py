"""One draft on the desk: its page's values, its address, and who may not be here."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404

from pamong.apps.forums.choices import TOPICS
from pamong.apps.forums.confidential import masked
from pamong.apps.forums.errors import DraftNotFoundError
from pamong.apps.forums.model_endpoint import find_endpoint
from pamong.apps.forums.policies import can_review_documents
from pamong.apps.forums.selectors import draft_of
from pamong.web.dokumen.proposals import proposals_of
from pamong.web.dokumen.sheet import sheet_of
from pamong.web.dokumen.text import segments
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.forums.models import ReadingDraft


def take_up(request: Request, public_id: UUID) -> "ReadingDraft":
    """Return the draft of a document, seen from the government that it is about, if that is here.

    Raises:
        Http404: there is no such document.
    """
    try:
        draft = draft_of(public_id)
    except DraftNotFoundError as error:
        raise Http404(str(error)) from error
    here = look_from(request, draft.pemda.slug if draft.pemda else None)
    if draft.status != "confirmed":
        demand(can_review_documents(request.access, here.government))
    return draft


def take_up_to_review(request: Request, public_id: UUID) -> "ReadingDraft":
    """Return the draft of a document for somebody who may decide on it.

    Raises:
        Http404: there is no such document.
        PermissionDenied: the user reviews no documents of that government.
    """
    draft = take_up(request, public_id)
    demand(can_review_documents(request.access, request.standpoint.government))
    return draft


def day_of(draft: "ReadingDraft") -> date | None:
    """Return the day that a document is about, or else the one on which it was published."""
    told = draft.content["date"]
    return date.fromisoformat(told) if told else draft.document.published_on


def page_of(draft: "ReadingDraft", *, sees_confidential: bool = True) -> dict[str, object]:
    """Return what the review page shows of a draft.

    Without ``sees_confidential`` the words of unnamed speakers are covered.
    """
    content, text = draft.content, draft.document.text
    is_covered = draft.is_sealed and not sees_confidential
    if is_covered:
        content, text = masked(content, text)
    return {
        "draft": draft,
        "document": draft.document,
        "topics": TOPICS,
        "sheet": sheet_of(content, text),
        "segments": segments(text, content["evidence"]),
        "is_covered": is_covered,
        "proposals": proposals_of(draft.content),
        "may_ask_model": find_endpoint() is not None and not draft.is_sealed,
    }
