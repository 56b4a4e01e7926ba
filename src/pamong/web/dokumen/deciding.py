"""How a draft ends: confirmed after a look at what it records, or set aside with a reason."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.refusals import RefusedError
from pamong.apps.forums.errors import ConfirmationRefusedError, DraftDecidedError
from pamong.apps.forums.learning import confirm_and_learn, is_consent_remembered, lesson_of
from pamong.apps.forums.planning import plan_confirmation
from pamong.apps.forums.services import set_aside_draft
from pamong.web.dokumen.desk import take_up_to_review
from pamong.web.dokumen.fields import field_at
from pamong.web.dokumen.lessons import learned, seconds_told
from pamong.web.dokumen.values import named
from pamong.web.http import Request, actor_of, posts_from


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: Request, public_id: UUID) -> HttpResponse:
    """Show what confirming records; the button records it."""
    draft = take_up_to_review(request, public_id)
    if request.method == "POST":
        return _confirmed(request, public_id)
    if draft.status != "open":
        return HttpResponseRedirect(request.standpoint.address("dokumen:show", public_id))
    context = {
        "draft": draft,
        "document": draft.document,
        "plan": plan_confirmation(draft),
        "kind": named(field_at("/forum_kind"), draft.content["forum_kind"]),
        "lesson": learned(lesson_of(draft)),
        "keeps": is_consent_remembered(request.user.pk),
    }
    return render(request, "dokumen/confirm.html", context)


@posts_from("dokumen:review")
def set_aside(request: Request, public_id: UUID) -> HttpResponse:
    draft = take_up_to_review(request, public_id)
    here = request.standpoint
    try:
        set_aside_draft(
            public_id=draft.public_id,
            day=here.today,
            actor=actor_of(request.user),
            reason=request.POST.get("reason", ""),
        )
    except (ReasonMissingError, DraftDecidedError) as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(here.address("dokumen:review", public_id))
    messages.success(
        request, gettext("Dokumen %s disisihkan; tidak ada yang dicatat.") % draft.document.kode
    )
    return HttpResponseRedirect(here.address("dokumen:list"))


def _confirmed(request: Request, public_id: UUID) -> HttpResponse:
    draft = take_up_to_review(request, public_id)
    here = request.standpoint
    try:
        confirm_and_learn(
            public_id=draft.public_id,
            day=here.today,
            actor=actor_of(request.user),
            keeps_cases="keeps" in request.POST,
            seconds=seconds_told(request.POST),
        )
    except (ConfirmationRefusedError, DraftDecidedError, RefusedError) as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(here.address("dokumen:review", public_id))
    messages.success(
        request,
        gettext("Dokumen %s dikukuhkan. Isinya kini menjadi dasar jawaban.") % draft.document.kode,
    )
    return HttpResponseRedirect(here.address("dokumen:show", public_id))
