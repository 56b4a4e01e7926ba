"""Merging a pair, what a merging did, and taking it back."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.penggabungan.carrying_out import EmployedElsewhereError, merge_pegawai
from pamong.apps.penggabungan.errors import (
    KeptApartError,
    LaterMergingError,
    MergedAlreadyError,
    MergingNotFoundError,
    UndecidedError,
    UndoneAlreadyError,
)
from pamong.apps.penggabungan.planning import plan_merge
from pamong.apps.penggabungan.policies import can_merge_pegawai, is_about_oneself
from pamong.apps.penggabungan.selectors import get_merging
from pamong.apps.penggabungan.telling import (
    consequences,
    opd_names,
    questions,
    same_in_both,
    told_rows,
)
from pamong.apps.penggabungan.undoing import plan_undo, undo_merge
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.ganda.forms import MergeForm, ReasonForm
from pamong.web.ganda.views import SWAP, take_up
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.pegawai.desk import IDENTITY
from pamong.web.seen import keep_seen
from pamong.web.standpoint import look_from

if TYPE_CHECKING:
    from pamong.apps.penggabungan.models import Merging

REFUSALS = (
    EmployedElsewhereError,
    KeptApartError,
    LaterMergingError,
    MergedAlreadyError,
    UndecidedError,
    UndoneAlreadyError,
)


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Ask what is so where two records differ, show what comes of it, and merge them."""
    _pair, stays, away = take_up(request, government, public_id)
    demand(not is_about_oneself(request.access, stays.person_id, away.person_id))
    here = request.standpoint
    asked = plan_merge(stays=stays, away=away, day=here.today)
    keep_seen(request, [stays.person_id, away.person_id], [IDENTITY])
    form = MergeForm(questions(asked, opd_names(asked)), sent(request))
    slug = here.government.slug
    query = {SWAP: str(stays.public_id)}
    back = here.address("ganda:pair", slug, public_id, **query)
    same = same_in_both(asked)
    page = ActPage(
        title=gettext("Gabungkan dua catatan"),
        lead=gettext("%(away)s digabung ke %(stays)s. Tidak ada yang dihapus; dapat dibatalkan.")
        % {"away": away.person.full_name, "stays": stays.person.full_name},
        button=gettext("Gabungkan"),
        back=back,
        crumbs=[
            (gettext("Tercatat ganda"), here.address("ganda:list", slug)),
            (gettext("Satu pasangan"), back),
        ],
        notes=[gettext("Sama pada keduanya, disimpan sekali: %s.") % "; ".join(same)]
        if same
        else [],
    )
    if form.is_bound and form.is_valid():
        plan = plan_merge(stays=stays, away=away, day=here.today, choices=form.choices())
        shown = show_plan(request, form, page, consequences(plan))
        if shown is not None:
            return shown
    made = attempt(
        form,
        lambda: merge_pegawai(
            stays=stays,
            away=away,
            choices=form.choices(),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if made is None:
        return show_act(request, form, page)
    address = here.address("ganda:done", slug, made.public_id)
    return done(request, address, gettext("Kedua catatan digabung."))


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show what a merging did, and what taking it back would do now."""
    merging = _take_up(request, government, public_id)
    plan = plan_undo(merging) if merging.undone_on is None else None
    context = {
        "merging": merging,
        "stays": merging.stays,
        "away": merging.away,
        "undo": plan,
        "aside": told_rows(plan.aside) if plan else [],
        "is_own": _is_own(request, merging),
    }
    return render(request, "ganda/done.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: Request, government: str, public_id: UUID) -> HttpResponse:
    """Show what taking a merging back does, and take it back."""
    merging = _take_up(request, government, public_id)
    demand(not _is_own(request, merging))
    here, form = request.standpoint, ReasonForm(sent(request))
    slug = here.government.slug
    address = here.address("ganda:done", slug, public_id)
    page = ActPage(
        title=gettext("Batalkan penggabungan"),
        lead=gettext(
            "%(away)s dan %(stays)s menjadi dua catatan lagi. Yang diubah sesudahnya tetap ada."
        )
        % {"away": merging.away.person.full_name, "stays": merging.stays.person.full_name},
        button=gettext("Batalkan penggabungan"),
        back=address,
        crumbs=[
            (gettext("Sudah digabung"), here.address("ganda:done-list", slug)),
            (gettext("Satu penggabungan"), address),
        ],
    )
    if form.is_bound and merging.undone_on is None:
        plan = plan_undo(merging)
        told = [gettext("%d baris kembali ke catatan asalnya.") % plan.back, *plan.sentences()]
        shown = show_plan(request, form, page, told)
        if shown is not None:
            return shown
    taken = attempt(
        form,
        lambda: undo_merge(
            merging=merging,
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        *REFUSALS,
    )
    if taken is None:
        return show_act(request, form, page)
    return done(request, address, gettext("Penggabungan dibatalkan; keduanya dua catatan lagi."))


def _take_up(request: Request, government: str, public_id: UUID) -> "Merging":
    here = look_from(request, government)
    demand(can_merge_pegawai(request.access, here.government))
    try:
        return get_merging(here.government, public_id)
    except MergingNotFoundError as error:
        raise Http404(str(error)) from error


def _is_own(request: Request, merging: "Merging") -> bool:
    people = merging.stays.person_id, merging.away.person_id
    return is_about_oneself(request.access, *people)
