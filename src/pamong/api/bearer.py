"""Who asks: the token in the header ``Authorization``, what it is for, and how often it asks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from pamong.api.problems import NotAllowedError, NotHereError
from pamong.apps.accounts.access import Access
from pamong.apps.accounts.looking import Seen, keep_look
from pamong.apps.accounts.models import LookWay, TokenScope
from pamong.apps.accounts.tokens import TokenRefusedError, access_by_token, count_use, token_by
from pamong.apps.core.audit import Actor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pamong.apps.accounts.models import ApiToken
    from pamong.apps.organisasi.models import Pemda

EASTERNMOST = ZoneInfo("Asia/Jayapura")
"""Roles turn where the day begins first, as they do for pages."""


@dataclass(frozen=True, slots=True)
class Caller:
    """The token that asks, what it reaches, and the moment of the request."""

    token: "ApiToken"
    access: Access
    now: datetime

    @property
    def government(self) -> "Pemda":
        """The one government of the token."""
        return self.token.pemda

    @property
    def today(self) -> date:
        """What day it is in the government."""
        return self.now.astimezone(ZoneInfo(self.government.time_zone)).date()

    @property
    def actor(self) -> Actor:
        """Whom history names: the owner of the role, and the token that acted for him."""
        return Actor(label=self.access.label, user_id=self.access.user_id)


class Request(HttpRequest):
    """A request of which it is known who asks."""

    auth: Caller


class Bearer(HttpBearer):
    """Lets in a token that is for ``scope``."""

    def __init__(self, scope: TokenScope | None) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, _request: HttpRequest, token: str) -> Caller | None:
        """Return who asks; ``None`` where no such token holds today.

        Raises:
            TooManyRequestsError: it asks too often.
            NotAllowedError: it is not for this.
        """
        now = timezone.now().astimezone(UTC)
        day = now.astimezone(EASTERNMOST).date()
        try:
            found = token_by(token, day=day)
        except TokenRefusedError:
            return None
        count_use(found, at=now, day=day)
        if self.scope is not None and self.scope not in found.scopes:
            raise NotAllowedError(
                _("Token ini tidak untuk %s. Minta token dengan cakupan itu.") % self.scope.value
            )
        return Caller(found, access_by_token(found, day=day), now)


def place(request: Request, government: str) -> "Pemda":
    """Return the government in the address.

    Raises:
        NotHereError: the token is of another one.
    """
    found = request.auth.government
    if found.slug != government:
        raise NotHereError
    return found


def keep_seen(request: Request, people: "Iterable[int]", sections: "Collection[str]") -> None:
    """Keep that the owner of the token sees ``sections`` of people, by the ids of persons."""
    caller, match = request.auth, request.resolver_match
    page = f"API: {caller.token.name}" if match is None else f"API {match.url_name}"
    seen = Seen(sections, LookWay.API, page)
    keep_look(caller.access, caller.government, people, seen, at=caller.now)
