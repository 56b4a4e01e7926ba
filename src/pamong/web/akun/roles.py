"""Giving a role to an account, and ending one."""

from datetime import timedelta

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from pamong.apps.accounts.account_list import Account, opds_to_choose
from pamong.apps.accounts.role_acts import (
    AnotherPersonError,
    BeyondOwnPowerError,
    RoleEndedError,
    RoleGivenAlreadyError,
    end_role,
    give_role,
    roles_to_give,
)
from pamong.kernel.day import format_day
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.akun.desk import address_of, crumbs_to, on_account
from pamong.web.akun.forms import EndRoleForm, RoleForm
from pamong.web.http import Request, actor_of


@on_account
def give(request: Request, account: Account) -> HttpResponse:
    here = request.standpoint
    form = RoleForm(
        sent(request),
        pemda=here.government,
        roles=roles_to_give(request.access, here.government),
        opds=opds_to_choose(here.government, day=here.today),
        day=here.today,
        initial={"first_day": format_day(here.today)},
    )
    given = attempt(
        form,
        lambda: give_role(
            user=account.user,
            new=form.new_role(),
            by=request.access,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        AnotherPersonError,
        BeyondOwnPowerError,
        RoleGivenAlreadyError,
    )
    back = address_of(request, account)
    if given is None:
        page = ActPage(
            title=_("Beri peran"),
            lead=_("Peran berlaku pada hari-harinya, di lingkup yang dipilih, dan tidak lebih."),
            button=_("Beri peran"),
            back=back,
            crumbs=crumbs_to(request, account),
        )
        return show_act(request, form, page)
    told = {"role": given.get_role_display(), "name": account.user.nama}
    return done(request, back, _("Peran %(role)s diberikan kepada %(name)s.") % told)


@on_account
def end(request: Request, account: Account, number: int) -> HttpResponse:
    held = next((role for role in account.roles if role.number == number), None)
    if held is None or held.is_over:
        raise Http404(_("Peran itu tidak ada pada akun ini, atau sudah berakhir."))
    form = EndRoleForm(sent(request), initial={"last_day": format_day(request.standpoint.today)})

    def act() -> bool:
        end_role(
            grant=held.row,
            ends_before=form.cleaned_data["last_day"] + timedelta(days=1),
            by=request.access,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    back = address_of(request, account)
    if attempt(form, act, BeyondOwnPowerError, RoleEndedError) is None:
        page = ActPage(
            title=_("Akhiri peran %s") % held.label,
            lead=_("Sesudah hari terakhirnya, %(name)s tidak lagi dapat memakai peran ini.")
            % {"name": account.user.nama},
            button=_("Akhiri peran"),
            back=back,
            crumbs=crumbs_to(request, account),
        )
        return show_act(request, form, page)
    return done(request, back, _("Hari terakhir peran %s dicatat.") % held.label)
