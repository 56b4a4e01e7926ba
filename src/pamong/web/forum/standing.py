"""Whether a forum is held, and when and where: called off, taken back, corrected."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.duties.resting import what_rests_on
from pamong.apps.forums.by_hand import OfficeElsewhereError
from pamong.apps.forums.calling_off import (
    ForumCalledOffError,
    ForumNeverPlannedError,
    ForumNotCalledOffError,
    ForumToldError,
    call_off_forum,
    reinstate_forum,
)
from pamong.apps.forums.correcting import (
    BehalfOfNobodyError,
    NothingCorrectedError,
    correct_forum,
    plan_correction,
)
from pamong.apps.forums.day_claims import DayContradictedError
from pamong.apps.forums.particulars import Particulars, particulars_of
from pamong.apps.organisasi.people import names_on_record
from pamong.web.acts import attempt, done, sent, show_act, show_plan
from pamong.web.forum.correction_form import CallOffForm, CorrectionForm, initial_of
from pamong.web.forum.desk import act_on, take_up_to_record
from pamong.web.http import Request, actor_of

if TYPE_CHECKING:
    from pamong.apps.forums.models import Forum
    from pamong.apps.forums.told import Following


@require_http_methods(["GET", "HEAD", "POST"])
def call_off(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    form = CallOffForm(sent(request))
    called_off = attempt(
        form,
        lambda: call_off_forum(
            forum=forum,
            follows=what_rests_on(forum),
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        ForumCalledOffError,
        ForumNeverPlannedError,
        ForumToldError,
    )
    page = act_on(
        request,
        forum,
        _("Batalkan forum"),
        _("Forum tetap di daftar dengan tanda dibatalkan. Tidak ada yang dihapus."),
        _("Batalkan forum"),
    )
    if called_off is None:
        return show_act(request, form, page)
    return done(request, page.back, _("%s dicatat batal.") % forum.title)


@require_http_methods(["GET", "HEAD", "POST"])
def reinstate(request: Request, public_id: UUID) -> HttpResponse:
    forum = take_up_to_record(request, public_id)
    form = CallOffForm(sent(request))
    taken_back = attempt(
        form,
        lambda: reinstate_forum(
            forum=forum,
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        ForumNotCalledOffError,
    )
    page = act_on(
        request,
        forum,
        _("Adakan kembali"),
        _("Pembatalannya tetap tercatat. Kalau harinya bergeser, perbaiki sesudah ini."),
        _("Adakan kembali"),
    )
    if taken_back is None:
        return show_act(request, form, page)
    return done(request, page.back, _("%s diadakan kembali.") % forum.title)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: Request, public_id: UUID) -> HttpResponse:
    """Correct the particulars; the plan says what changes and follows before it is written."""
    forum = take_up_to_record(request, public_id)
    form = CorrectionForm(sent(request), initial=initial_of(particulars_of(forum)))
    follows = what_rests_on(forum)
    page = act_on(
        request,
        forum,
        _("Perbaiki keterangan forum"),
        _("Ubah yang keliru. Riwayat menyimpan yang lama, yang baru, dan alasannya."),
        _("Simpan perbaikan"),
        people=names_on_record(forum.pemda, by=request.standpoint.today),
    )
    plan = attempt(form, lambda: _plan(request, forum, form.particulars(), follows), *REFUSALS)
    if plan is None:
        return show_act(request, form, page)
    if (planned := show_plan(request, form, page, plan)) is not None:
        return planned
    corrected = attempt(
        form,
        lambda: correct_forum(
            forum=forum,
            new=form.particulars(),
            follows=follows,
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if corrected is None:
        return show_act(request, form, page)
    return done(request, page.back, _("Keterangan forum diperbaiki."))


def _plan(
    request: Request, forum: "Forum", new: Particulars, follows: "list[Following]"
) -> list[str]:
    return plan_correction(forum=forum, new=new, follows=follows, day=request.standpoint.today)


REFUSALS = (
    BehalfOfNobodyError,
    DayContradictedError,
    NothingCorrectedError,
    OfficeElsewhereError,
)
