"""The accounts of a government, and one of them."""

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.account_list import (
    AccountsAsked,
    Turn,
    accounts_page,
    as_accounts,
    changes_of,
)
from pamong.apps.accounts.factor_demand import can_demand_second_factor
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.opening_many import can_open_many
from pamong.apps.accounts.policies import can_administer_accounts
from pamong.apps.kepegawaian.search import digits_of, is_number
from pamong.web.akun.desk import may_act_on, take_account
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

PAGE = 30
LONGEST = 100


@require_http_methods(["GET", "HEAD", "POST"])
def account_list(request: Request, government: str) -> HttpResponse:
    """Show the list. Words stand in the address; a number may be a NIP, and never does."""
    here = look_from(request, government)
    demand(can_administer_accounts(request.access, here.government))
    asked = _asked(request.POST if request.method == "POST" else request.GET)
    by_number = is_number(asked.words)
    if (request.method == "POST") != by_number:
        told = {"cari": "" if by_number else asked.words, "peran": asked.role}
        told["keadaan"] = asked.state
        kept = {name: value for name, value in told.items() if value}
        return HttpResponseRedirect(here.address("akun:list", government, **kept))
    turn = Turn(_key(request, "setelah"), _key(request, "sebelum"))
    page = accounts_page(here.government, asked=asked, day=here.day, size=PAGE, turn=turn)
    context = {
        "asked": asked,
        "page": page,
        "rows": as_accounts(page.users, day=here.day),
        "by_number": by_number,
        "roles": Role.choices,
        "may_open_many": can_open_many(request.access, here.government),
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


def _asked(sent: QueryDict) -> AccountsAsked:
    told = {
        name: sent.get(name, "").replace("\0", "").strip()[:LONGEST]
        for name in ("cari", "peran", "keadaan")
    }
    words = told["cari"]
    role = told["peran"] if told["peran"] in Role.values else ""
    return AccountsAsked(digits_of(words) if is_number(words) else words, role, told["keadaan"])
