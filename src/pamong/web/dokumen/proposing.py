"""Asking a language model: what is sent is shown first; what it proposes is taken or left."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from pamong.apps.forums import editing
from pamong.apps.forums.asking_model import (
    Asked,
    ModelNotAskedError,
    ask_model,
    request_for,
)
from pamong.apps.forums.errors import DraftDecidedError
from pamong.apps.forums.model_endpoint import ModelFailedError
from pamong.web.dokumen.desk import take_up_to_review
from pamong.web.dokumen.edits import Change
from pamong.web.dokumen.review import change
from pamong.web.http import Request, actor_of, posts_from


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, public_id: UUID) -> HttpResponse:
    """Show what would be sent; the button sends it."""
    draft = take_up_to_review(request, public_id)
    if request.method == "POST":
        return _asked(request, public_id)
    context: dict[str, object] = {"draft": draft, "document": draft.document}
    try:
        context |= {"request_shown": request_for(draft), "refusal": ""}
    except (ModelNotAskedError, DraftDecidedError) as error:
        context |= {"request_shown": None, "refusal": str(error)}
    return render(request, "dokumen/ask.html", context)


@posts_from("dokumen:review")
def take(request: Request, public_id: UUID) -> HttpResponse:
    """Make a value of a proposal, as a change that can be undone."""
    content = take_up_to_review(request, public_id).content
    return change(request, public_id, partial(_taking, content=content))


@posts_from("dokumen:review")
def leave(request: Request, public_id: UUID) -> HttpResponse:
    """Take a proposal off the desk."""
    return change(request, public_id, _leaving)


def _asked(request: Request, public_id: UUID) -> HttpResponse:
    draft = take_up_to_review(request, public_id)
    digest = request.POST.get("digest", "")
    here = request.standpoint
    try:
        asked = ask_model(public_id=draft.public_id, digest=digest, actor=actor_of(request.user))
    except (ModelNotAskedError, ModelFailedError, DraftDecidedError) as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(here.address("dokumen:ask", public_id))
    messages.success(request, _told(asked))
    return HttpResponseRedirect(here.address("dokumen:review", public_id))


def _told(asked: Asked) -> str:
    """Say what came of asking."""
    if not asked.added:
        told = gettext("Model bahasa tidak menambahkan usulan apa pun.")
    else:
        told = ngettext(
            "Model bahasa menambahkan %d usulan. Periksa satu per satu.",
            "Model bahasa menambahkan %d usulan. Periksa satu per satu.",
            asked.added,
        ) % (asked.added)
    if not asked.dropped:
        return told
    dropped = ngettext(
        "%d usulan dibuang: kata-katanya tidak tertulis di dokumen, atau bagiannya sudah terisi.",
        "%d usulan dibuang: kata-katanya tidak tertulis di dokumen, atau bagiannya sudah terisi.",
        asked.dropped,
    ) % (asked.dropped)
    return f"{told} {dropped}"


def _taking(post: QueryDict, *, content: editing.Content) -> Change:
    key = post.get("key", "")
    pointer = editing.proposal_pointer(content, key)
    return Change(pointer, partial(editing.take_proposal, key=key))


def _leaving(post: QueryDict) -> Change:
    return Change("/proposals", partial(editing.leave_proposal, key=post.get("key", "")))
