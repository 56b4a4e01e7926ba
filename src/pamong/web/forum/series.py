"""Series: one over time, a new one, and the forum that belongs to it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.duties.selectors import what_became_of
from pamong.apps.forums.choices import kind_of_forum
from pamong.apps.forums.errors import SeriesNotFoundError
from pamong.apps.forums.forum_list import known_series
from pamong.apps.forums.forum_story import series_story
from pamong.apps.forums.policies import can_settle_directives
from pamong.apps.forums.selectors import get_series
from pamong.apps.forums.series_acts import OtherGovernmentError, link_series, open_series
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.forum.desk import act_on, take_up_known
from pamong.web.forum.forms import LinkForm, SeriesForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.standpoint import look_from


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    here = look_from(request, government)
    try:
        series = get_series(public_id, here.government)
    except SeriesNotFoundError as error:
        raise Http404(str(error)) from error
    story = series_story(series, day=here.day)
    if not story.rules and not story.forums:
        return render(request, "forum/later.html", {})
    asked = (directive.public_id for held in story.forums for directive in held.asked)
    counts = what_became_of(here.government, asked, day=here.day)
    return render(request, "forum/series.html", {"story": story, "counts": counts})


@require_http_methods(["GET", "HEAD", "POST"])
def open_one(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_settle_directives(request.access, here.government))
    form = SeriesForm(sent(request))
    opened = attempt(
        form,
        lambda: open_series(
            pemda=here.government,
            nama=form.cleaned_data["nama"],
            kind=kind_of_forum(form.cleaned_data["kind"]),
            rule=form.chosen_rule(),
            since=form.cleaned_data["since"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
    )
    back = here.address("forum:list", here.government.slug)
    page = ActPage(
        title=_("Seri forum baru"),
        lead=_("Forum yang berulang: apel Senin, apel bulanan, rakor tahunan."),
        button=_("Buka seri"),
        back=back,
        crumbs=((_("Forum"), back),),
    )
    if opened is None:
        return show_act(request, form, page)
    address = here.address("forum:series", here.government.slug, opened.public_id)
    return done(request, address, _("Seri %s dibuka.") % opened.nama)


@require_http_methods(["GET", "HEAD", "POST"])
def link(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_known(request, public_id)
    here = request.standpoint
    demand(can_settle_directives(request.access, forum.pemda))
    chosen = request.GET.get("seri", "") or (forum.series.public_id if forum.series else "")
    form = LinkForm(
        sent(request),
        series=known_series(forum.pemda, day=here.day),
        initial={"series": str(chosen)},
    )

    def act() -> bool:
        link_series(
            forum=forum,
            series=form.chosen(),
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    page = act_on(
        request,
        forum,
        _("Seri forum ini"),
        _("Kosongkan kalau forum ini tidak termasuk seri mana pun."),
        _("Simpan"),
    )
    if not attempt(form, act, OtherGovernmentError):
        return show_act(request, form, page)
    return done(request, page.back, _("Seri forum ini disimpan."))
