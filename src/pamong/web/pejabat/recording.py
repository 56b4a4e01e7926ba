"""What is recorded of an office by hand: a tenure or a leave by decree, the end of a tenure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext

from pamong.apps.core.refusals import RefusedError
from pamong.apps.forums.selectors import heard_in
from pamong.apps.organisasi.by_decree import (
    DecreeDaysError,
    NotInOfficeError,
    Recorded,
    end_tenure_by_hand,
    record_leave_by_decree,
    record_tenure_by_decree,
)
from pamong.apps.organisasi.clashes import LeaveOverlapsError, TenureClashError
from pamong.apps.organisasi.dossier import tenures
from pamong.apps.organisasi.people import NamesakesError
from pamong.apps.organisasi.timelines import lanes
from pamong.apps.organisasi.titles import POLITICAL
from pamong.kernel.day import format_day, format_period
from pamong.web.http import Request, actor_of
from pamong.web.pejabat.attempts import attempt, sent, status_of
from pamong.web.pejabat.desk import by_hand, head_of
from pamong.web.pejabat.forms import DecreeForm, EndForm, LeaveForm, TenureForm, typed

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Jabatan, JabatanHolding

REFUSALS = (
    DecreeDaysError,
    LeaveOverlapsError,
    NamesakesError,
    NotInOfficeError,
    RefusedError,
    TenureClashError,
)


@by_hand
def tenure(request: Request, jabatan: "Jabatan") -> HttpResponse:
    here = request.standpoint
    known = tenures(jabatan, day=here.day)
    form = TenureForm(
        sent(request),
        today=here.today,
        is_elected=jabatan.kind in POLITICAL,
        initial=_asked_for(request, known),
    )
    done = attempt(
        form,
        lambda: record_tenure_by_decree(
            jabatan=jabatan,
            tenure=form.tenure(),
            decree=form.decree(),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
            also=heard_in(jabatan.pemda),
        ),
        REFUSALS,
        _blame,
    )
    bare = [row for row in known if row.decree_id is None]
    return _recorded(request, jabatan, done) or _decree_page(request, jabatan, form, bare)


@by_hand
def leave(request: Request, jabatan: "Jabatan") -> HttpResponse:
    form = LeaveForm(sent(request), today=request.standpoint.today)
    done = attempt(
        form,
        lambda: record_leave_by_decree(
            jabatan=jabatan,
            leave=form.leave(),
            decree=form.decree(),
            day=request.standpoint.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
            also=heard_in(jabatan.pemda),
        ),
        REFUSALS,
        _blame,
    )
    return _recorded(request, jabatan, done) or _decree_page(request, jabatan, form)


@by_hand
def end(request: Request, jabatan: "Jabatan") -> HttpResponse:
    here = request.standpoint
    known = tenures(jabatan, day=here.day)
    chosen = {"tenure": request.GET.get("masa", "")}
    form = EndForm(sent(request), tenures=known, initial=chosen)
    done = attempt(
        form,
        lambda: end_tenure_by_hand(
            holding=form.holding(),
            last_day=form.cleaned_data["last_day"],
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        REFUSALS,
        _blame,
    )
    if done is None:
        context = {**head_of(jabatan), "form": form, "tenures": known}
        return render(request, "pejabat/end.html", context, status=status_of(form))
    told = {"row": done, "day": format_day(form.cleaned_data["last_day"])}
    messages.success(request, gettext("%(row)s: hari terakhir %(day)s dicatat.") % told)
    return _back(request, jabatan, done.starts_on)


def _blame(form: Form, error: Exception) -> None:
    """Put the sentence of a refusal where it belongs: at its field, or above the form."""
    if isinstance(error, DecreeDaysError):
        for field, sentence in error.problems.items():
            form.add_error(field, sentence)
    elif isinstance(error, NamesakesError | NotInOfficeError):
        form.add_error("name", str(error))
    else:
        form.add_error(None, str(error))
    if isinstance(error, TenureClashError) and isinstance(form, DecreeForm):
        form.in_the_way = error.holding


def _recorded(request: Request, jabatan: "Jabatan", done: Recorded | None) -> HttpResponse | None:
    """Go back to the office and say there what was done."""
    if done is None:
        return None
    messages.success(request, " ".join(_told(done, jabatan)))
    return _back(request, jabatan, done.row.starts_on)


def _told(done: Recorded, jabatan: "Jabatan") -> list[str]:
    what = {
        "row": f"{done.row}, {format_period(done.row.period)}",
        "decree": done.paper.decree,
        "title": done.paper.decree.title,
        "person": done.row.person,
        "pemda": jabatan.pemda,
    }
    if done.row_is_new:
        told = [gettext("%(row)s: dicatat berdasarkan %(decree)s.") % what]
    else:
        told = [gettext("%(decree)s dimasukkan: kini menjadi dasar %(row)s.") % what]
    if not done.paper.is_new:
        told.append(
            gettext('SK itu sudah tercatat, tentang "%(title)s"; itulah yang dipakai.') % what
        )
    if done.person_is_new:
        told.append(gettext("%(person)s dicatat sebagai orang baru di %(pemda)s.") % what)
    return told


def _decree_page(
    request: Request,
    jabatan: "Jabatan",
    form: DecreeForm,
    without_decree: Sequence["JabatanHolding"] = (),
) -> HttpResponse:
    (lane,) = lanes(jabatan.pemda, day=request.standpoint.day, jabatan=[jabatan])
    context = {
        **head_of(jabatan),
        "form": form,
        "people": list(dict.fromkeys(bar.person for bar in lane.bars)),
        "without_decree": without_decree,
        "is_leave": isinstance(form, LeaveForm),
    }
    return render(request, "pejabat/record.html", context, status=status_of(form))


def _asked_for(request: Request, known: Sequence["JabatanHolding"]) -> dict[str, str]:
    """Fill the form with the tenure for which the decree is to be entered."""
    wanted = request.GET.get("masa", "")
    row = next((row for row in known if str(row.public_id) == wanted), None)
    return typed(row) if row else {}


def _back(request: Request, jabatan: "Jabatan", first_day: date) -> HttpResponse:
    """Show the office on the day of the page, or on the first day that shows what was recorded."""
    here = request.standpoint
    there = replace(here, day=max(here.day, first_day))
    return HttpResponseRedirect(
        there.address("pejabat:office", here.government.slug, jabatan.public_id)
    )
