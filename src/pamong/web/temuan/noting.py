"""Taking note of a finding, and taking that back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext

from pamong import law
from pamong.apps.core.refusals import RefusedError
from pamong.apps.duties.policies import can_follow_up_findings
from pamong.apps.findings.errors import (
    AlreadyAcknowledgedError,
    LookAgainError,
    NotAcknowledgedError,
    NotAllowedError,
    NotStandingError,
)
from pamong.apps.findings.life import State
from pamong.apps.findings.policies import (
    can_acknowledge_finding,
    can_see_finding,
)
from pamong.apps.findings.selectors import (
    FindingNotFoundError,
    FindingOnDay,
    finding_on,
    get_finding,
)
from pamong.apps.findings.services import acknowledge_finding, withdraw_acknowledgement
from pamong.apps.findings.shown import shown_judgement
from pamong.kernel.day import format_day
from pamong.web.aturan.names import is_english, title_of
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of, posts_from
from pamong.web.standpoint import look_from
from pamong.web.temuan.facts import tables_of
from pamong.web.temuan.forms import AcknowledgeForm, WithdrawForm
from pamong.web.temuan.life import told_life
from pamong.web.tindak_lanjut.showing import of_sources

REFUSALS = (AlreadyAcknowledgedError, NotAcknowledgedError, NotStandingError, RefusedError)


@dataclass(frozen=True, slots=True)
class Desk:
    """One finding as the page shows it, with the form that was sent, if any."""

    seen: FindingOnDay
    form: forms.Form | None = None
    status: int = 200


@posts_from("temuan:show")
def acknowledge(request: Request, public_id: UUID) -> HttpResponse:
    form = AcknowledgeForm(request.POST)
    return _do(request, public_id, form, _acknowledge)


@posts_from("temuan:show")
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    form = WithdrawForm(request.POST)
    return _do(request, public_id, form, _withdraw)


def shown(request: Request, desk: Desk) -> HttpResponse:
    """Show a finding as it is on the day of the page."""
    seen, here = desk.seen, request.standpoint
    frozen = seen.standing.judgement if seen.standing else {}
    told = shown_judgement(request.access, seen.finding, frozen, day=here.day)
    mine = can_acknowledge_finding(request.access, seen.finding)
    context: dict[str, Any] = {
        "finding": seen.finding,
        "seen": seen,
        "told": told,
        "title": _title(seen.finding.rule_id, told.get("title", "")),
        "facts": tables_of(told.get("facts", {}), here.day),
        "life": told_life(seen, here.day),
        "may_note": mine,
        "has_rule": seen.finding.rule_id in law.rules(),
        "form": desk.form or _form_for(seen),
        "duties": of_sources(request, seen.finding.pemda, [seen.finding.public_id]),
        "may_make": can_follow_up_findings(request.access, seen.finding.pemda),
        "make_address": here.address("tindak_lanjut:from-finding", seen.finding.public_id),
    }
    return render(request, "temuan/show.html", context, status=desk.status)


def _title(rule_id: str, frozen: str) -> str:
    """Return what the finding is called: as it was told, or in English by the rule of today."""
    rule = law.rules().get(rule_id)
    return title_of(rule) if rule and is_english() else frozen


def _form_for(seen: FindingOnDay) -> forms.Form:
    return WithdrawForm() if seen.state is State.DIKETAHUI else AcknowledgeForm()


def _do(
    request: Request,
    public_id: UUID,
    form: forms.Form,
    act: Callable[[Request, FindingOnDay, forms.Form], str],
) -> HttpResponse:
    """Do what was sent and say so on the page, or show there what stands in the way."""
    try:
        here = look_from(request, get_finding(public_id).pemda.slug)
    except FindingNotFoundError as error:
        raise Http404(str(error)) from error
    seen = finding_on(public_id, day=here.today)
    demand(can_see_finding(request.access, seen.finding, day=here.today))
    if not here.is_today:
        form.add_error(
            None,
            gettext("Halaman ini menunjukkan tanggal lain. Kembali ke hari ini, lalu ulangi."),
        )
    elif form.is_valid():
        try:
            messages.success(request, act(request, seen, form))
        except NotAllowedError as error:
            form.add_error(None, str(error))
            return shown(request, Desk(seen, form, status=403))
        except LookAgainError as error:
            form.add_error("look_again_on", str(error))
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            return HttpResponseRedirect(here.address("temuan:show", public_id))
    return shown(request, Desk(finding_on(public_id, day=here.day), form, status=422))


def _acknowledge(request: Request, seen: FindingOnDay, form: forms.Form) -> str:
    _demand_the_role(request, seen)
    noted = acknowledge_finding(
        finding=seen.finding,
        day=request.standpoint.today,
        look_again_on=form.cleaned_data["look_again_on"],
        actor=actor_of(request.user),
        reason=form.cleaned_data["reason"],
    )
    return gettext("Temuan ini ditandai diketahui sampai dilihat lagi pada %(day)s.") % {
        "day": format_day(form.cleaned_data["look_again_on"] or noted.starts_on)
    }


def _demand_the_role(request: Request, seen: FindingOnDay) -> None:
    if not can_acknowledge_finding(request.access, seen.finding):
        raise NotAllowedError(seen.finding.pemda)


def _withdraw(request: Request, seen: FindingOnDay, form: forms.Form) -> str:
    _demand_the_role(request, seen)
    withdraw_acknowledgement(
        finding=seen.finding,
        day=request.standpoint.today,
        actor=actor_of(request.user),
        reason=form.cleaned_data["reason"],
    )
    return gettext("Tanda diketahui dibatalkan; temuan ini terbuka lagi.")
