"""Recording, correcting and withdrawing an entry of any section; each shows its plan first."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.kepegawaian.errors import EntryNotFoundError
from pamong.apps.kepegawaian.recording import (
    EntryPlan,
    correct_entry,
    find_entry,
    plan_correction,
    plan_entry,
    plan_withdrawal,
    record_entry,
    withdraw_entry,
)
from pamong.apps.kepegawaian.sections import Section, UnknownSectionError
from pamong.apps.kepegawaian.sections import section as section_of
from pamong.apps.kepegawaian.versions import version_of
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pegawai.desk import Desk, take_up
from pamong.web.pegawai.entry_acts import offers_of, tried
from pamong.web.pegawai.forms import EntryForm, ReasonForm, initial_of
from pamong.web.pegawai.plans import plan_sentences

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.kepegawaian.models import Entry


@require_http_methods(["GET", "HEAD", "POST"])
def record(request: Request, government: str, public_id: UUID, section: str) -> HttpResponse:
    desk, about = _keep(request, government, public_id, section)
    form = EntryForm(
        sent(request),
        section=about,
        offers=offers_of(desk.pegawai, about, here=request.standpoint),
    )
    page = _page(desk, about, _("Catat %s"), _("Catat"))

    def plan() -> EntryPlan:
        return plan_entry(section=about, pegawai=desk.pegawai, values=form.values(whole=False))

    def act() -> object:
        return record_entry(
            section=about,
            pegawai=desk.pegawai,
            values=form.values(whole=False),
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )

    return _carry_out(request, form, page, plan, act, _("%s dicatat.") % _named(about))


@require_http_methods(["GET", "HEAD", "POST"])
def correct(
    request: Request, government: str, public_id: UUID, section: str, number: int
) -> HttpResponse:
    desk, about = _keep(request, government, public_id, section)
    entry = _entry(desk, about, number)
    form = EntryForm(
        sent(request),
        section=about,
        offers=offers_of(desk.pegawai, about, here=request.standpoint),
        initial=initial_of(about, entry),
    )
    page = _page(desk, about, _("Koreksi %s"), _("Simpan koreksi"))
    told = {"section": about, "pegawai": desk.pegawai, "entry_id": number}

    def plan() -> EntryPlan:
        return plan_correction(
            **told,  # type: ignore[arg-type]  # the three above
            values=form.values(whole=True),
            seen=form.cleaned_data["seen"],
        )

    def act() -> object:
        return correct_entry(
            **told,  # type: ignore[arg-type]  # the same
            values=form.values(whole=True),
            seen=form.cleaned_data["seen"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )

    return _carry_out(request, form, page, plan, act, _("Koreksi disimpan."))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(
    request: Request, government: str, public_id: UUID, section: str, number: int
) -> HttpResponse:
    desk, about = _keep(request, government, public_id, section)
    told = {"section": about, "pegawai": desk.pegawai, "entry_id": number}
    _entry(desk, about, number)
    form = ReasonForm(sent(request), initial={"seen": version_of(about, number)})
    page = _page(desk, about, _("Cabut catatan: %s"), _("Cabut catatan"))

    def plan() -> EntryPlan:
        return plan_withdrawal(**told, seen=form.cleaned_data["seen"])  # type: ignore[arg-type]  # the three above

    def act() -> object:
        withdraw_entry(
            **told,  # type: ignore[arg-type]  # the same
            seen=form.cleaned_data["seen"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    return _carry_out(request, form, page, plan, act, _("Catatan dicabut; riwayatnya disimpan."))


def _keep(
    request: Request, government: str, public_id: UUID, section: str
) -> tuple[Desk, Section]:
    """Return the person and the section for whoever may write there, and sees all of it."""
    desk = take_up(request, government, public_id)
    demand(desk.may_keep)
    try:
        about = section_of(section)
    except UnknownSectionError as error:
        raise Http404(_("Bagian ini tidak ada dalam catatan pegawai.")) from error
    demand(all(about.class_of(column) in desk.seen for column in about.columns))
    return desk, about


def _entry(desk: Desk, section: Section, number: int) -> "Entry":
    """Return an entry that had begun by the day of the page."""
    try:
        entry = find_entry(section, desk.pegawai, number)
    except EntryNotFoundError as error:
        raise Http404(str(error)) from error
    begins = getattr(entry, section.begins)
    if begins is not None and begins > desk.request.standpoint.day:
        raise Http404(str(EntryNotFoundError()))
    return entry


def _carry_out(
    request: Request,
    form: Form,
    page: ActPage,
    plan: Callable[[], EntryPlan],
    act: Callable[[], object],
    sentence: str,
) -> HttpResponse:
    planned = tried(form, plan) if form.is_bound and form.is_valid() else None
    if planned is not None:
        shown = show_plan(request, form, page, plan_sentences(planned))
        if shown is not None:
            return shown
    finished = attempt(form, lambda: tried(form, act)) if planned is not None else None
    if finished is None:
        return show_act(request, form, page)
    return done(request, page.back, sentence)


def _page(desk: Desk, section: Section, title: str, button: "StrOrPromise") -> ActPage:
    here = desk.request.standpoint
    back = f"{desk.address('person')}#bagian-{section.key}"
    listed = here.address("pegawai:list", here.government.slug)
    return ActPage(
        title=title % section.title,
        lead=desk.pegawai.person.full_name,
        button=button,
        back=back,
        crumbs=[(_("Pegawai"), listed), (desk.pegawai.person.full_name, back)],
    )


def _named(section: Section) -> str:
    title = str(section.title)
    return title[:1].upper() + title[1:]
