"""The minutes of a forum: its protocol, what was said, asked and promised, what goes upwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.forums.by_hand import (
    OfficeElsewhereError,
    minute_commitment,
    minute_directive,
    minute_statement,
    note_protocol,
)
from pamong.apps.forums.calling_off import ForumCalledOffError, ForumNotHeldError
from pamong.apps.forums.errors import MatterNotFoundError
from pamong.apps.forums.selectors import get_matter
from pamong.apps.forums.settling import AlreadyRaisedError, NoAddresseeError, raise_matter
from pamong.apps.organisasi.people import names_on_record
from pamong.web.acts import attempt, done, sent, show_act
from pamong.web.forum.desk import act_on, take_up_to_record
from pamong.web.forum.forms import (
    CommitmentForm,
    DirectiveForm,
    ProtocolForm,
    RaiseForm,
    StatementForm,
)
from pamong.web.http import Request, actor_of

if TYPE_CHECKING:
    from pamong.apps.forums.models import Forum

REFUSALS = (ForumCalledOffError, ForumNotHeldError, OfficeElsewhereError)


@require_http_methods(["GET", "HEAD", "POST"])
def protocol(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    form = ProtocolForm(sent(request), initial={"words": forum.protocol})

    def act() -> bool:
        words = form.cleaned_data["words"]
        note_protocol(forum=forum, words=words, **_by(request, form))
        return True

    page = act_on(
        request,
        forum,
        _("Catatan protokol"),
        _("Tata tempat, urutan acara, protokol kesehatan: apa yang disiapkan dan dijalankan."),
        _("Simpan catatan"),
    )
    if not attempt(form, act):
        return show_act(request, form, page)
    return done(request, page.back, _("Catatan protokol disimpan."))


@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    form = StatementForm(sent(request))
    return _minuted(
        request,
        forum,
        form,
        lambda: minute_statement(
            forum=forum,
            who=form.who(),
            words=form.cleaned_data["words"],
            setting=form.cleaned_data["setting"],
            day=request.standpoint.today,
            **_by(request, form),
        ),
        (
            _("Catat pernyataan"),
            _("Kata-kata seseorang yang disebut namanya. Tanpa nama ada pintu tersendiri."),
            _("Pernyataan dicatat."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def directive(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    form = DirectiveForm(sent(request), held_on=forum.day)
    return _minuted(
        request,
        forum,
        form,
        lambda: minute_directive(
            forum=forum,
            new=form.directive(),
            day=request.standpoint.today,
            **_by(request, form),
        ),
        (
            _("Catat arahan"),
            _("Siapa meminta apa, kepada siapa, dan sampai kapan."),
            _("Arahan dicatat."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def commitment(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    form = CommitmentForm(sent(request))
    return _minuted(
        request,
        forum,
        form,
        lambda: minute_commitment(
            forum=forum,
            who=form.who(),
            gist=form.cleaned_data["gist"],
            due=form.cleaned_data["due"],
            day=request.standpoint.today,
            **_by(request, form),
        ),
        (
            _("Catat komitmen"),
            _("Apa yang dijanjikan seseorang di forum ini."),
            _("Komitmen dicatat."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def raise_one(request: Request, public_id: UUID) -> HttpResponse:
    try:
        matter = get_matter(public_id)
    except MatterNotFoundError as error:
        raise Http404(str(error)) from error
    forum = take_up_to_record(request, matter.forum.public_id)
    form = RaiseForm(sent(request), initial={"body": matter.body})
    raised = attempt(
        form,
        lambda: raise_matter(matter=matter, body=form.cleaned_data["body"], **_by(request, form)),
        AlreadyRaisedError,
        ForumCalledOffError,
        NoAddresseeError,
    )
    page = act_on(
        request,
        forum,
        _("Teruskan ke instansi lain"),
        matter.item,
        _("Teruskan"),
    )
    if raised is None:
        return show_act(request, form, page)
    back = request.standpoint.address("arahan:show", raised.public_id)
    return done(request, back, _("Pokok ini kini arahan ke instansi lain."))


def _minuted(
    request: Request,
    forum: "Forum",
    form: Any,
    act: Callable[[], object],
    words: tuple[str, str, str],
) -> HttpResponse:
    title, lead, told = words
    page = act_on(
        request,
        forum,
        title,
        lead,
        _("Catat"),
        people=names_on_record(forum.pemda, by=request.standpoint.today),
    )
    if attempt(form, act, *REFUSALS) is None:
        return show_act(request, form, page)
    return done(request, page.back, told)


def _by(request: Request, form: Any) -> dict[str, Any]:
    return {"actor": actor_of(request.user), "reason": form.cleaned_data["reason"]}
