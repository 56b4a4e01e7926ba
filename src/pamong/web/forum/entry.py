"""A forum put down by hand: announced with its invitations, then called over on its day."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from pamong.apps.forums.by_hand import (
    NewForum,
    OfficeElsewhereError,
    Somebody,
    announce_forum,
    invite,
    take_roll_call,
)
from pamong.apps.forums.calling_off import ForumCalledOffError, ForumNotHeldError
from pamong.apps.forums.choices import PRESENCES, presence_of
from pamong.apps.forums.directive_list import addressable_opds
from pamong.apps.forums.forum_list import known_series
from pamong.apps.forums.forum_story import invitations_of
from pamong.apps.forums.policies import can_record_forums
from pamong.apps.organisasi.selectors import resident_pemda
from pamong.kernel.day import format_day_long
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.forum.call_form import CallForm
from pamong.web.forum.desk import act_on, take_up_to_record
from pamong.web.forum.forms import AnnounceForm, InviteForm, lines
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.standpoint import Standpoint, look_from

if TYPE_CHECKING:
    from pamong.apps.forums.models import Forum


@require_http_methods(["GET", "HEAD", "POST"])
def announce(request: Request, government: str) -> HttpResponse:
    """Put down a forum; its plan says who is invited before anything is recorded."""
    here = look_from(request, government)
    demand(can_record_forums(request.access, here.government))
    form = AnnounceForm(
        sent(request),
        series=known_series(here.government, day=here.day),
        opds=addressable_opds(here.government, day=here.today),
        hosts=resident_pemda().exclude(pk=here.government.pk),
    )
    page = _page(here)
    planned = show_plan(request, form, page, _plan(form)) if form.is_bound else None
    if planned is not None:
        return planned
    forum = attempt(
        form,
        lambda: announce_forum(
            pemda=here.government,
            new=_new(form),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        OfficeElsewhereError,
    )
    if forum is None:
        return show_act(request, form, page)
    return done(
        request,
        here.address("forum:show", forum.public_id),
        _("%(title)s dicatat. Daftar hadir diisi pada harinya.") % {"title": forum.title},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def invite_more(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    here = request.standpoint
    invited = {row.opd_id for row in invitations_of(forum)}
    opds = [opd for opd in addressable_opds(forum.pemda, day=here.today) if opd.pk not in invited]
    form = InviteForm(sent(request), opds=opds)
    number = attempt(
        form,
        lambda: invite(
            forum=forum,
            opds=[form.opds_by_id[key] for key in form.cleaned_data["opds"]],
            others=lines(form.cleaned_data["invited"]),
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        ForumCalledOffError,
    )
    page = act_on(
        request,
        forum,
        _("Undang lagi"),
        _("Yang sudah diundang tetap tercatat; ini menambahnya."),
        _("Catat undangan"),
    )
    if number is None:
        return show_act(request, form, page)
    told = ngettext("%d undangan ditambahkan.", "%d undangan ditambahkan.", number) % number
    return done(request, page.back, told)


@require_http_methods(["GET", "HEAD", "POST"])
def roll_call(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    here = request.standpoint
    form = CallForm(sent(request), invitations=invitations_of(forum), presences=PRESENCES)
    number = attempt(
        form,
        lambda: take_roll_call(
            forum=forum,
            called=form.called(presence_of),
            at=timezone.now(),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        ForumCalledOffError,
        ForumNotHeldError,
    )
    if number is None:
        return show_act(request, form, _call_page(request, forum, form))
    told = ngettext("%d kehadiran dicatat.", "%d kehadiran dicatat.", number) % number
    return done(request, here.address("forum:show", forum.public_id), told)


def _call_page(request: Request, forum: "Forum", form: CallForm) -> ActPage:
    notes = []
    if not form.invitations:
        notes = [_("Belum ada undangan yang tercatat. Catat dulu siapa yang diundang.")]
    elif forum.day > request.standpoint.today:
        notes = [str(ForumNotHeldError())]
    return act_on(
        request,
        forum,
        _("Daftar hadir"),
        _("Satu baris untuk tiap undangan. Perbaikan tersimpan di riwayat bersama yang lama."),
        _("Catat daftar hadir"),
        notes=notes,
        more={"call": list(form.rows()), "is_call": True},
    )


def _page(here: Standpoint) -> ActPage:
    back = here.address("forum:list", here.government.slug)
    return ActPage(
        title=_("Catat forum"),
        lead=_("Forum tanpa dokumen: undangannya dulu, daftar hadir pada harinya, lalu isinya."),
        button=_("Catat forum"),
        back=back,
        crumbs=((_("Forum"), back),),
    )


def _new(form: AnnounceForm) -> NewForum:
    told = form.cleaned_data
    chair = Somebody(told["chair"], told["chair_office"], told["chair_capacity"])
    return NewForum(
        kind=told["kind"],
        title=told["title"],
        day=told["day"],
        hour=told["hour"],
        end_hour=told["end_hour"],
        place=told["place"],
        chair=chair if told["chair"] else None,
        series=form.series_by_id.get(told["series"]),
        host=form.hosts_by_slug.get(told["host"]),
        agenda=lines(told["agenda"]),
        opds=form.chosen_opds(),
        invited=form.others(),
    )


def _plan(form: AnnounceForm) -> list[str]:
    """Say what recording will do, as far as the form is sound."""
    if not form.is_valid():
        return []
    new = _new(form)
    plan = [f"{new.title}, {format_day_long(new.day)}" + (f", {new.place}" if new.place else "")]
    opds = len(new.opds)
    plan.append(ngettext("%d OPD diundang.", "%d OPD diundang.", opds) % opds)
    if new.invited:
        plan.append(_("Undangan lain: %s.") % "; ".join(new.invited))
    if new.agenda:
        plan.append(_("Agenda: %s.") % "; ".join(new.agenda))
    if new.series:
        plan.append(_("Bagian dari seri %s.") % new.series.nama)
    return plan
