"""One account on the desk, for whoever may look after it."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pamong.apps.accounts.account_list import Account, AccountNotFoundError, get_account
from pamong.apps.accounts.policies import can_administer, can_administer_accounts
from pamong.web.gate import demand
from pamong.web.http import Request
from pamong.web.standpoint import look_from

Act = Callable[..., HttpResponse]


def take_account(request: Request, government: str, public_id: UUID) -> Account:
    """Return one account of a government.

    Raises:
        PermissionDenied: whoever asks looks after no accounts there.
        Http404: no such account has a role there.
    """
    here = look_from(request, government)
    demand(can_administer_accounts(request.access, here.government))
    try:
        return get_account(here.government, public_id, day=here.today)
    except AccountNotFoundError as error:
        raise Http404(str(error)) from error


def may_act_on(request: Request, account: Account) -> bool:
    """Tell whether whoever asks may act on an account."""
    return can_administer(request.access, account.user.pk, account.grants_left)


def on_account(act: Act) -> Act:
    """Let an act have the account of its address, from whoever may act on it."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(act)
    def view(request: Request, government: str, public_id: UUID, **more: int) -> HttpResponse:
        account = take_account(request, government, public_id)
        demand(may_act_on(request, account))
        return act(request, account, **more)

    return view


def address_of(request: Request, account: Account) -> str:
    """Return the address of the page of an account."""
    here = request.standpoint
    return here.address("akun:show", here.government.slug, account.user.public_id)


def crumbs_to(request: Request, account: Account | None = None) -> list[tuple[str, str]]:
    """Return the way from the list to an account."""
    here = request.standpoint
    way = [(_("Akun"), here.address("akun:list", here.government.slug))]
    return [*way, (account.user.nama, address_of(request, account))] if account else way
