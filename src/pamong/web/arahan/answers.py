"""Answers of bodies above and beside: recorded with their letter, and the letter itself."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.forums.errors import AnswerNotFoundError
from pamong.apps.forums.policies import can_record_forums
from pamong.apps.forums.selectors import get_answer
from pamong.apps.forums.settling import (
    AnsweredBeforeError,
    NoAddresseeError,
    NotUpwardError,
    record_answer,
)
from pamong.web.acts import attempt, done, sent, show_act
from pamong.web.arahan.desk import act_on, take_up_known
from pamong.web.arahan.forms import AnswerForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.standpoint import look_from


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: Request, public_id: UUID) -> HttpResponse:
    directive = take_up_known(request, public_id)
    here = request.standpoint
    demand(can_record_forums(request.access, directive.pemda))
    bodies = [row.instansi.nama for row in directive.addressees.all() if row.instansi]
    form = AnswerForm(
        sent(request), request.FILES or None, initial={"body": bodies[0] if bodies else ""}
    )
    answer = attempt(
        form,
        lambda: record_answer(
            directive=directive,
            new=form.answer(),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        AnsweredBeforeError,
        NoAddresseeError,
        NotUpwardError,
    )
    page = act_on(
        request,
        directive,
        _("Catat jawaban"),
        _("Apa yang dijawab instansi yang dituju, kapan, dan dengan surat atau keputusan apa."),
        _("Catat jawaban"),
    )
    if answer is None:
        return show_act(request, form, page)
    return done(request, page.back, _("Jawaban dicatat."))


@require_safe
def file(request: Request, public_id: UUID) -> HttpResponse:
    """Hand out the letter of an answer, as a file to keep and never as a page."""
    try:
        answer = get_answer(public_id)
    except AnswerNotFoundError as error:
        raise Http404(str(error)) from error
    here = look_from(request, answer.directive.pemda.slug)
    kept = answer.file
    if kept is None or answer.answered_on > here.day:
        raise Http404(str(AnswerNotFoundError()))
    response = HttpResponse(bytes(kept.content), content_type=kept.media_type)
    header = content_disposition_header(as_attachment=True, filename=kept.name)
    response["Content-Disposition"] = header or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    return response
