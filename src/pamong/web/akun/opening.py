"""Opening an account; its first password is on the screen once."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.account_acts import AccountNameError, UserNameTakenError
from pamong.apps.accounts.account_list import opds_to_choose
from pamong.apps.accounts.models import User
from pamong.apps.accounts.policies import can_administer_accounts
from pamong.apps.accounts.role_acts import (
    BeyondOwnPowerError,
    open_account_with_role,
    roles_to_give,
)
from pamong.kernel.day import format_day
from pamong.web.acts import ActPage, attempt, sent, show_act
from pamong.web.akun.desk import crumbs_to
from pamong.web.akun.forms import OpenForm
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of
from pamong.web.standpoint import look_from


@require_http_methods(["GET", "HEAD", "POST"])
def open_one(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_administer_accounts(request.access, here.government))
    form = OpenForm(
        sent(request),
        pemda=here.government,
        roles=roles_to_give(request.access, here.government),
        opds=opds_to_choose(here.government, day=here.today),
        day=here.today,
        initial={"first_day": format_day(here.today)},
    )
    opened = attempt(
        form,
        lambda: open_account_with_role(
            new=form.new_account(),
            by=request.access,
            at=timezone.now(),
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        AccountNameError,
        UserNameTakenError,
        BeyondOwnPowerError,
    )
    if opened is not None:
        return tell_password(request, opened.user, opened.password)
    crumbs = crumbs_to(request)
    page = ActPage(
        title=_("Akun baru"),
        lead=_("Seorang yang boleh masuk, dengan peran pertamanya. Kata sandi awalnya dibuatkan."),
        button=_("Buka akun"),
        back=crumbs[0][1],
        crumbs=crumbs,
    )
    return show_act(request, form, page)


def tell_password(request: Request, user: User, password: str) -> HttpResponse:
    """Show a first password, once: no browser keeps the page."""
    here = request.standpoint
    context = {
        "account_user": user,
        "password": password,
        "back": here.address("akun:show", here.government.slug, user.public_id),
        "crumbs": crumbs_to(request),
    }
    response = render(request, "akun/password.html", context)
    response["Cache-Control"] = "no-store"
    return response
