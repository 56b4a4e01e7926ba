"""The accounts of a government, and one of them."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pamong.apps.accounts.account_list import (
    AccountsAsked,
    Turn,
    accounts_page,
    as_accounts,
    changes_of,
)
from pamong.apps.accounts.factor_demand import can_demand_second_factor
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import can_administer_accounts
from pamong.web.akun.desk import may_act_on, take_account
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

PAGE = 30
LONGEST = 100


@require_safe
def account_list(request: Request, government: str) -> HttpResponse:
    here = look_from(request, government)
    demand(can_administer_accounts(request.access, here.government))
    asked = _asked(request)
    turn = Turn(_key(request, "setelah"), _key(request, "sebelum"))
    page = accounts_page(here.government, asked=asked, day=here.day, size=PAGE, turn=turn)
    context = {
        "asked": asked,
        "page": page,
        "rows": as_accounts(page.users, day=here.day),
        "roles": Role.choices,
        "may_demand": can_demand_second_factor(request.access, here.government),
    }
    template = "akun/list.html#rows" if request.htmx else "akun/list.html"
    return render(request, template, context)


@require_safe
def show(request: Request, government: str, public_id: UUID) -> HttpResponse:
    account = take_account(request, government, public_id)
    may_act = may_act_on(request, account)
    is_own = account.user.pk == request.user.pk
    context = {
        "account": account,
        "may_act": may_act,
        "is_own": is_own,
        # What others wrote about a role elsewhere is not for these eyes.
        "changes": changes_of(account) if may_act or is_own else [],
        "has_sso": settings.PAMONG_OIDC is not None,
    }
    return render(request, "akun/show.html", context)


def _key(request: Request, name: str) -> UUID | None:
    try:
        return UUID(request.GET.get(name, ""))
    except ValueError:
        return None


def _asked(request: Request) -> AccountsAsked:
    told = {
        name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST]
        for name in ("cari", "peran", "keadaan")
    }
    role = told["peran"] if told["peran"] in Role.values else ""
    return AccountsAsked(told["cari"], role, told["keadaan"])
