"""The review page: the document beside the draft. Every change is one act, and can be undone."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import retarget

from pamong.apps.forums.editing import DraftEditError
from pamong.apps.forums.errors import DraftDecidedError, NothingToUndoError
from pamong.apps.forums.services import change_draft, undo_change
from pamong.web.dokumen import edits
from pamong.web.dokumen.desk import page_of, take_up_to_review
from pamong.web.dokumen.fields import UnknownFieldError, field_at
from pamong.web.dokumen.sheet import followed, refused, sheet_of, value_at
from pamong.web.dokumen.text import SpansUnreadableError
from pamong.web.dokumen.values import ValueRefusedError
from pamong.web.http import Request, actor_of, posts_from

if TYPE_CHECKING:
    from pamong.apps.forums.models import ReadingDraft

REFUSALS = (
    DraftDecidedError,
    DraftEditError,
    NothingToUndoError,
    SpansUnreadableError,
    UnknownFieldError,
    ValueRefusedError,
)


@require_safe
def page(request: Request, public_id: UUID) -> HttpResponse:
    draft = take_up_to_review(request, public_id)
    if draft.status != "open":
        return HttpResponseRedirect(request.standpoint.address("dokumen:show", public_id))
    return render(request, "dokumen/review.html", page_of(draft))


@posts_from("dokumen:review")
def fill(request: Request, public_id: UUID) -> HttpResponse:
    """Put one value; htmx gets back what changed alone, so that nobody's typing is disturbed."""
    draft = take_up_to_review(request, public_id)
    before = sheet_of(draft.content, draft.document.text)
    try:
        _make(request, draft, edits.filling(request.POST))
    except ValueRefusedError as error:
        if request.htmx:
            return _not_taken(request, draft, str(error))
        messages.error(request, str(error))
    except REFUSALS as error:
        messages.error(request, str(error))
        return _whole_desk(request, public_id)
    if not request.htmx:
        return _whole_desk(request, public_id)
    draft = take_up_to_review(request, public_id)
    after, desk = sheet_of(draft.content, draft.document.text), page_of(draft)
    pointer = request.POST["pointer"]
    others = followed(before, after, pointer)
    if others is None:
        return retarget(render(request, "dokumen/review.html#changed", desk), "#desk")
    value = next(value for value in after.values() if value.pointer == pointer)
    context = {**desk, "value": value, "others": others}
    return render(request, "dokumen/review.html#filled", context)


@posts_from("dokumen:review")
def choose(request: Request, public_id: UUID) -> HttpResponse:
    return change(request, public_id, edits.choosing)


@posts_from("dokumen:review")
def add(request: Request, public_id: UUID) -> HttpResponse:
    return change(request, public_id, edits.adding)


@posts_from("dokumen:review")
def remove(request: Request, public_id: UUID) -> HttpResponse:
    return change(request, public_id, edits.removing)


@posts_from("dokumen:review")
def undo(request: Request, public_id: UUID) -> HttpResponse:
    draft = take_up_to_review(request, public_id)
    try:
        undo_change(public_id=draft.public_id, actor=actor_of(request.user))
    except REFUSALS as error:
        messages.error(request, str(error))
    return _whole_desk(request, public_id)


def change(request: Request, public_id: UUID, read: edits.Reading) -> HttpResponse:
    draft = take_up_to_review(request, public_id)
    try:
        _make(request, draft, read(request.POST))
    except REFUSALS as error:
        messages.error(request, str(error))
    return _whole_desk(request, public_id)


def _make(request: Request, draft: "ReadingDraft", change: edits.Change) -> None:
    change_draft(
        public_id=draft.public_id,
        pointer=change.pointer,
        edit=change.edit,
        actor=actor_of(request.user),
    )


def _whole_desk(request: Request, public_id: UUID) -> HttpResponse:
    """Show the draft as it is now: its pane to htmx, the page's address to everybody else."""
    if request.htmx:
        return render(
            request, "dokumen/review.html#changed", page_of(take_up_to_review(request, public_id))
        )
    address = request.standpoint.address("dokumen:review", public_id)
    place = request.POST.get("pointer", "").replace("/", "-")
    return HttpResponseRedirect(f"{address}#v{place}" if place else address)


def _not_taken(request: Request, draft: "ReadingDraft", sentence: str) -> HttpResponse:
    """Show a value as it was written, with the reason why it was not taken."""
    pointer = request.POST["pointer"]
    value = value_at(draft.content, draft.document.text, pointer, field_at(pointer))
    shown = refused(value, request.POST.get("value", ""), sentence)
    return render(request, "dokumen/value.html", {"value": shown, "document": draft.document})
