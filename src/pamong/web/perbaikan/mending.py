"""Answering a request by correcting the record: the form of the section beside what was asked."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.correcting import OwnRequestError, RequestClosedError
from pamong.apps.accounts.mending import (
    MendedEntry,
    MendedIdentity,
    answer_by_entry,
    answer_by_identity,
)
from pamong.apps.accounts.policies import can_answer_requests
from pamong.apps.accounts.record_access import can_keep_record
from pamong.apps.kepegawaian.errors import EntryNotFoundError
from pamong.apps.kepegawaian.identity import identity_of, plan_identity
from pamong.apps.kepegawaian.recording import find_entry, plan_correction, plan_entry
from pamong.apps.kepegawaian.sections import Section, UnknownSectionError
from pamong.apps.kepegawaian.sections import section as section_of
from pamong.kernel.day import format_day
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pegawai.entry_acts import offers_of, tried
from pamong.web.pegawai.forms import initial_of
from pamong.web.pegawai.plans import plan_sentences
from pamong.web.perbaikan.answering import ANSWERED, asked_for_here, back_to_list
from pamong.web.perbaikan.forms import IdentityForm, MendForm

if TYPE_CHECKING:
    from pamong.apps.accounts.models import CorrectionRequest


@require_http_methods(["GET", "HEAD", "POST"])
def mend(
    request: Request, public_id: UUID, section: str, number: int | None = None
) -> HttpResponse:
    """Correct one entry for a request, or record one that was not there; both are the answer."""
    asked = _take_up(request, public_id)
    about = _section(section)
    here = request.standpoint
    initial = _initial(asked, about, number) if number is not None else {}
    offers = offers_of(asked.pegawai, about, here=here)
    form = MendForm(sent(request), section=about, offers=offers, initial=initial)
    is_new = number is None
    told = {"section": about, "pegawai": asked.pegawai}

    def plan() -> Sequence[str]:
        values = form.values(whole=not is_new)
        if number is None:
            return plan_sentences(plan_entry(**told, values=values))  # type: ignore[arg-type]  # the two above
        seen = form.cleaned_data["seen"]
        return plan_sentences(plan_correction(**told, entry_id=number, values=values, seen=seen))  # type: ignore[arg-type]  # the same

    def act() -> object:
        values = form.values(whole=not is_new)
        return answer_by_entry(
            request=asked,
            mend=MendedEntry(
                about, number, values, form.cleaned_data["reason"], form.cleaned_data["seen"]
            ),
            at=timezone.now(),
            actor=actor_of(request.user),
        )

    title = _("Catat %s") if is_new else _("Koreksi %s")
    return _carry_out(request, form, _page(request, asked, title % about.title), plan, act)


@require_http_methods(["GET", "HEAD", "POST"])
def mend_identity(request: Request, public_id: UUID) -> HttpResponse:
    """Correct the name, the day of birth or a number for a request; it is the answer."""
    asked = _take_up(request, public_id)
    here, now = request.standpoint, identity_of(asked.pegawai)
    born = format_day(now.born_on) if now.born_on else ""
    names = {name: getattr(now, name) for name in ("nama", "gelar_depan", "gelar_belakang")}
    form = IdentityForm(sent(request), initial={**names, "born_on": born})

    def plan() -> Sequence[str]:
        changes = plan_identity(pegawai=asked.pegawai, new=form.new(), day=here.today)
        return [
            _("%(label)s: %(before)s menjadi %(after)s")
            % {"label": each.label, "before": each.before, "after": each.after}
            for each in changes
        ]

    def act() -> object:
        return answer_by_identity(
            request=asked,
            mend=MendedIdentity(form.new(), here.today, form.cleaned_data["reason"]),
            at=timezone.now(),
            actor=actor_of(request.user),
        )

    return _carry_out(request, form, _page(request, asked, _("Koreksi data diri")), plan, act)


def _take_up(request: Request, public_id: UUID) -> "CorrectionRequest":
    """Return the request of an address for whoever may answer it and write into the record."""
    asked = asked_for_here(request, public_id)
    demand(can_answer_requests(request.access, asked.pegawai.pemda))
    demand(can_keep_record(request.access, asked.pegawai))
    return asked


def _section(key: str) -> Section:
    try:
        return section_of(key)
    except UnknownSectionError as error:
        raise Http404(_("Bagian ini tidak ada dalam catatan pegawai.")) from error


def _initial(asked: "CorrectionRequest", section: Section, number: int) -> dict[str, object]:
    try:
        return initial_of(section, find_entry(section, asked.pegawai, number))
    except EntryNotFoundError as error:
        raise Http404(str(error)) from error


def _page(request: Request, asked: "CorrectionRequest", title: str) -> ActPage:
    here = request.standpoint
    back = here.address("perbaikan:show", asked.public_id)
    notes = [_("Yang benar menurut pemohon: %s") % asked.right]
    if asked.wrong:
        notes.insert(0, _("Yang tercatat menurut pemohon: %s") % asked.wrong)
    return ActPage(
        title=title,
        lead=_("%s. Koreksi ini sekaligus menjawab permintaannya.")
        % asked.pegawai.person.full_name,
        button=_("Perbaiki dan jawab"),
        back=back,
        crumbs=[
            (_("Permintaan perbaikan data"), back_to_list(here)),
            (_("Permintaan"), back),
        ],
        notes=notes,
    )


def _carry_out(
    request: Request,
    form: Form,
    page: ActPage,
    plan: Callable[[], Sequence[str]],
    act: Callable[[], object],
) -> HttpResponse:
    planned = tried(form, plan) if form.is_bound and form.is_valid() else None
    if planned is not None:
        shown = show_plan(request, form, page, planned)
        if shown is not None:
            return shown
    finished = (
        attempt(form, lambda: tried(form, act), OwnRequestError, RequestClosedError)
        if planned is not None
        else None
    )
    if finished is None:
        return show_act(request, form, page)
    return done(request, back_to_list(request.standpoint), str(ANSWERED))
