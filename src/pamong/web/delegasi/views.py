"""One's delegations: given and received, one more, and the way back."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.delegating import (
    DelegationNotFoundError,
    DelegationRefusedError,
    delegable_grants,
    delegate,
    delegations_of,
    get_delegation,
    plan_delegation,
    usual_receivers,
    withdraw_delegation,
)
from pamong.apps.accounts.policies import can_delegate
from pamong.web.acts import ActPage, attempt, done, sent, show_act, show_plan
from pamong.web.delegasi.forms import DelegationForm, WithdrawForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.standpoint import look_from


@require_safe
def own(request: Request) -> HttpResponse:
    here = look_from(request)
    user_id = request.access.user_id or 0
    rows = delegations_of(user_id)
    context = {
        "given": [row for row in rows if row.grant.user_id == user_id],
        "received": [row for row in rows if row.to_id == user_id],
        "may_give": bool(delegable_grants(user_id, day=here.today)),
        "today": here.today,
    }
    return render(request, "delegasi/own.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request) -> HttpResponse:
    here = look_from(request)
    grants = delegable_grants(request.access.user_id or 0, day=here.today)
    demand(bool(grants) and all(can_delegate(request.access, grant) for grant in grants))
    form = DelegationForm(sent(request), grants=grants, day=here.today)
    page = ActPage(
        title=_("Limpahkan peran"),
        lead=_("Orang lain memakai peran Anda selama Anda tidak di tempat."),
        button=_("Limpahkan"),
        back=here.address("delegasi:own"),
        crumbs=[(_("Pelimpahan wewenang"), here.address("delegasi:own"))],
        people=[each.nama for each in usual_receivers(grants, day=here.today)],
    )
    if form.is_valid():
        plan = attempt(
            form,
            lambda: plan_delegation(new=form.new(), day=here.today),
            DelegationRefusedError,
        )
        shown = show_plan(request, form, page, plan) if plan else None
        if shown is not None:
            return shown
    given = attempt(
        form,
        lambda: delegate(
            new=form.new(),
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        DelegationRefusedError,
    )
    if given is None:
        return show_act(request, form, page)
    return done(request, page.back, gettext("Peran dilimpahkan kepada %s.") % given.to.nama)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: Request, public_id: UUID) -> HttpResponse:
    here = look_from(request)
    try:
        row = get_delegation(public_id)
    except DelegationNotFoundError as error:
        raise Http404(str(error)) from error
    may = can_delegate(request.access, row.grant)
    if not may and row.to_id != request.user.pk:
        raise Http404(str(DelegationNotFoundError()))  # it is nobody else's business
    demand(may)
    form = WithdrawForm(sent(request))
    page = ActPage(
        title=_("Tarik pelimpahan"),
        lead=gettext("%(to)s tidak lagi memakai peran %(role)s, mulai hari ini.")
        % {"to": row.to.nama, "role": row.grant.get_role_display()},
        button=_("Tarik"),
        back=here.address("delegasi:own"),
        crumbs=[(_("Pelimpahan wewenang"), here.address("delegasi:own"))],
    )
    taken = attempt(
        form,
        lambda: withdraw_delegation(
            delegation=row,
            day=here.today,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        DelegationRefusedError,
    )
    if taken is None:
        return show_act(request, form, page)
    return done(request, page.back, gettext("Pelimpahan ditarik."))
