"""Tokens: a list, giving one whose secret is on the screen once, and taking one back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pamong.apps.accounts.policies import can_administer_accounts
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.apps.accounts.token_list import (
    TokenNotFoundError,
    ToldToken,
    get_integrator_token,
    get_own_token,
    integrator_grants,
    integrator_tokens,
    own_grants,
    own_tokens,
)
from pamong.apps.accounts.tokens import (
    Issued,
    TokenRevokedAlreadyError,
    TokenTooWideError,
    can_issue_token,
    issue_token,
    revoke_token,
)
from pamong.web.acts import ActPage, attempt, done, sent, show_act
from pamong.web.akun.desk import crumbs_to
from pamong.web.gate import demand
from pamong.web.http import Request, actor_of, own_user
from pamong.web.standpoint import look_from
from pamong.web.token.forms import RevokeForm, TokenForm

if TYPE_CHECKING:
    from pamong.apps.accounts.models import ApiToken, RoleGrant


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where tokens are looked after: the addresses beside it, and the way to it."""

    request: Request
    space: str
    crumbs: Sequence[tuple[str, str]]
    arguments: tuple[str, ...] = ()

    def address(self, name: str, *args: object) -> str:
        """Return the address of a page of this shelf."""
        return self.request.standpoint.address(f"{self.space}{name}", *self.arguments, *args)

    @property
    def way(self) -> list[tuple[str, str]]:
        """The way to the list."""
        return [*self.crumbs, (_("Token API"), self.address("list"))]


@require_safe
def own(request: Request) -> HttpResponse:
    here = look_from(request)
    user_id = own_user(request).pk
    rows = own_tokens(user_id, day=here.today)
    may = bool(own_grants(user_id, here.government, day=here.today))
    return _list(_own_shelf(request), rows, may_give=may, is_own=True)


@require_http_methods(["GET", "HEAD", "POST"])
def give_own(request: Request) -> HttpResponse:
    here = look_from(request)
    grants = own_grants(own_user(request).pk, here.government, day=here.today)
    demand(bool(grants))
    names = [_role_of(each) for each in grants]
    return _give(_own_shelf(request), grants, names)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke_own(request: Request, public_id: UUID) -> HttpResponse:
    look_from(request)
    try:
        token = get_own_token(own_user(request).pk, public_id)
    except TokenNotFoundError as error:
        raise Http404(str(error)) from error
    return _revoke(_own_shelf(request), token)


@require_safe
def of_integrators(request: Request, government: str) -> HttpResponse:
    shelf = _shelf(request, government)
    here = request.standpoint
    rows = integrator_tokens(here.government, day=here.today)
    may = bool(integrator_grants(here.government, day=here.today))
    return _list(shelf, rows, may_give=may)


@require_http_methods(["GET", "HEAD", "POST"])
def give(request: Request, government: str) -> HttpResponse:
    shelf = _shelf(request, government)
    here = request.standpoint
    found = integrator_grants(here.government, day=here.today)
    grants = [each for each in found if can_issue_token(request.access, each)]
    names = [f"{each.user.nama} ({each.user.username})" for each in grants]
    return _give(shelf, grants, names)


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: Request, government: str, public_id: UUID) -> HttpResponse:
    shelf = _shelf(request, government)
    try:
        token = get_integrator_token(request.standpoint.government, public_id)
    except TokenNotFoundError as error:
        raise Http404(str(error)) from error
    return _revoke(shelf, token)


def _own_shelf(request: Request) -> Shelf:
    back = request.standpoint.address("saya:page")
    return Shelf(request, "token:own-", ((_("Akun saya"), back),))


def _shelf(request: Request, government: str) -> Shelf:
    here = look_from(request, government)
    demand(can_administer_accounts(request.access, here.government))
    return Shelf(request, "token:", crumbs_to(request), (here.government.slug,))


def _list(
    shelf: Shelf, rows: Sequence[ToldToken], *, may_give: bool, is_own: bool = False
) -> HttpResponse:
    context = {
        "rows": [
            {"token": each, "revoke_at": shelf.address("revoke", each.row.public_id)}
            for each in rows
        ],
        "crumbs": shelf.crumbs,
        "new_at": shelf.address("new") if may_give else "",
        "is_own": is_own,
    }
    return render(shelf.request, "token/list.html", context)


def _give(shelf: Shelf, grants: "Sequence[RoleGrant]", names: Sequence[str]) -> HttpResponse:
    request, here = shelf.request, shelf.request.standpoint
    form = TokenForm(
        sent(request), pemda=here.government, grants=grants, names=names, day=here.today
    )
    issued = attempt(
        form,
        lambda: issue_token(
            new=form.new_token(),
            by=request.access,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        ),
        BeyondOwnPowerError,
        TokenTooWideError,
    )
    if issued is not None:
        return _tell_secret(shelf, issued)
    page = ActPage(
        title=_("Token baru"),
        lead=_("Sistem lain masuk ke %s dengan token ini, tidak pernah lebih luas dari perannya.")
        % here.government.nama,
        button=_("Buat token"),
        back=shelf.address("list"),
        crumbs=shelf.way,
        notes=() if grants else (_("Buka dulu akun dengan peran integrator untuk sistem itu."),),
    )
    return show_act(request, form, page)


def _tell_secret(shelf: Shelf, issued: Issued) -> HttpResponse:
    """Show a secret, once: no browser keeps the page."""
    context = {"issued": issued, "back": shelf.address("list"), "crumbs": shelf.way}
    response = render(shelf.request, "token/secret.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _revoke(shelf: Shelf, token: "ApiToken") -> HttpResponse:
    request = shelf.request
    form = RevokeForm(sent(request))

    def act() -> bool:
        revoke_token(
            token=token,
            day=request.standpoint.today,
            by=request.access,
            actor=actor_of(request.user),
            reason=form.cleaned_data["reason"],
        )
        return True

    if attempt(form, act, BeyondOwnPowerError, TokenRevokedAlreadyError) is None:
        page = ActPage(
            title=_("Cabut token %s") % token.name,
            lead=_("Sistem yang memakainya tidak dapat masuk lagi, mulai permintaan berikutnya."),
            button=_("Cabut token"),
            back=shelf.address("list"),
            crumbs=shelf.way,
        )
        return show_act(request, form, page)
    return done(request, shelf.address("list"), _("Token %s dicabut.") % token.name)


def _role_of(grant: "RoleGrant") -> str:
    part = grant.opd or grant.unit
    return f"{grant.get_role_display()}, {part}" if part else str(grant.get_role_display())
