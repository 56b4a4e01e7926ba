"""Tokens as lists show them, and the roles that a token may be given of."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.accounts.models import ApiToken, Role, RoleGrant, TokenScope
from pamong.apps.accounts.seeing import SEES
from pamong.apps.kepegawaian.field_classes import FieldClass

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from pamong.apps.organisasi.models import Pemda

SCOPES = tuple(TokenScope.choices)
OPEN = FieldClass.OPEN


class TokenNotFoundError(LookupError):
    """There is no such token, or it is not among those that are looked after."""

    def __init__(self) -> None:
        super().__init__(_("Token ini tidak ada."))


@dataclass(frozen=True, slots=True)
class ToldToken:
    """One token on a day: what it is for, until when, and when it was used last."""

    row: ApiToken
    day: date

    @property
    def is_revoked(self) -> bool:
        """Whether it was taken back."""
        return self.row.revoked_on is not None

    @property
    def holds(self) -> bool:
        """Whether it may be used: it is in its days, and so is the role behind it."""
        grant = self.row.grant
        is_open = grant.user.is_active and self.day in grant.period
        return is_open and self.row.holds_on(self.day)

    @property
    def scopes(self) -> "list[StrOrPromise]":
        """What it is for, in words."""
        return [TokenScope(each).label for each in self.row.scopes if each in TokenScope.values]

    @property
    def classes(self) -> "list[StrOrPromise]":
        """The classes of fields that it sees beside the open ones."""
        return [FieldClass(each).label for each in self.row.classes if each != OPEN]

    @property
    def last_used_on(self) -> date | None:
        """The day on which it was used last."""
        use = getattr(self.row, "use", None)
        return use.last_used_on if use else None

    @property
    def role(self) -> str:
        """The role that it uses."""
        return str(Role(self.row.grant.role).label)


def own_tokens(user_id: int, *, day: date) -> list[ToldToken]:
    """Return the tokens that use roles of a user, the newest first."""
    return [ToldToken(row, day) for row in _tokens(Q(grant__user=user_id))]


def integrator_tokens(pemda: "Pemda", *, day: date) -> list[ToldToken]:
    """Return the tokens of integrators of ``pemda``, the newest first."""
    mine = Q(pemda=pemda, grant__role=Role.INTEGRATOR)
    return [ToldToken(row, day) for row in _tokens(mine)]


def get_own_token(user_id: int, public_id: UUID) -> ApiToken:
    """Return one token of a user.

    Raises:
        TokenNotFoundError: there is none.
    """
    return _only(_tokens(Q(grant__user=user_id, public_id=public_id)))


def get_integrator_token(pemda: "Pemda", public_id: UUID) -> ApiToken:
    """Return one token of an integrator of ``pemda``.

    Raises:
        TokenNotFoundError: there is none.
    """
    mine = Q(pemda=pemda, grant__role=Role.INTEGRATOR, public_id=public_id)
    return _only(_tokens(mine))


def own_grants(user_id: int, pemda: "Pemda", *, day: date) -> list[RoleGrant]:
    """Return the roles of a user in ``pemda`` on ``day`` that a token may use."""
    rows = RoleGrant.objects.on(day).filter(Q(pemda=pemda) | Q(pemda=None), user=user_id)
    return list(rows.select_related("user", "pemda", "opd", "unit").order_by("pk"))


def integrator_grants(pemda: "Pemda", *, day: date) -> list[RoleGrant]:
    """Return the integrators of ``pemda`` on ``day`` who may sign in, by name."""
    rows = RoleGrant.objects.on(day).filter(pemda=pemda, role=Role.INTEGRATOR)
    active = rows.filter(user__is_active=True).select_related("user", "pemda", "opd", "unit")
    return list(active.order_by("user__nama", "pk"))


def classes_to_give(grants: list[RoleGrant]) -> "list[tuple[str, StrOrPromise]]":
    """Return the classes beside the open one that at least one of some roles sees."""
    seen = frozenset().union(*(SEES[Role(each.role)] for each in grants))
    return [(each.value, each.label) for each in FieldClass if each in seen and each != OPEN]


def _tokens(wanted: Q) -> QuerySet[ApiToken]:
    rows = ApiToken.objects.filter(wanted).select_related("grant__user", "pemda", "use")
    return rows.order_by("-starts_on", "-pk")


def _only(rows: QuerySet[ApiToken]) -> ApiToken:
    found = rows.first()
    if found is None:
        raise TokenNotFoundError
    return found
