"""The accounts of a government: a list to search, one of them, and what was done to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Grant
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.policies import administered_accounts
from pamong.apps.core.selectors import histories_of
from pamong.apps.organisasi.dossier import RecordChange
from pamong.apps.organisasi.models import Opd

if TYPE_CHECKING:
    from uuid import UUID

    from pamong.apps.organisasi.models import Pemda

OPEN, CLOSED = "buka", "tutup"
STATES = (OPEN, CLOSED)


class AccountNotFoundError(LookupError):
    """No such account has a role in the government."""

    def __init__(self) -> None:
        super().__init__(_("Akun itu tidak ada pada pemerintah daerah ini."))


@dataclass(frozen=True, slots=True)
class AccountsAsked:
    """Which accounts are asked for."""

    words: str = ""
    role: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class HeldRole:
    """One role of an account; ``number`` is its place among all that the account ever had."""

    row: RoleGrant
    number: int
    is_on: bool
    is_over: bool

    @property
    def where(self) -> str:
        """Over what it holds, the narrowest last."""
        scope = [str(part) for part in (self.row.opd, self.row.pemda) if part is not None]
        return ", ".join(scope) or _("semua pemerintah daerah di sini")

    @property
    def label(self) -> str:
        """What the role is called."""
        return str(Role(self.row.role).label)

    @property
    def reach(self) -> Grant:
        """What it lets somebody reach."""
        return Grant(Role(self.row.role), self.row.pemda_id, self.row.opd_id)


@dataclass(frozen=True, slots=True)
class Account:
    """An account with its roles on a day."""

    user: User
    roles: tuple[HeldRole, ...]

    @classmethod
    def on(cls, day: date, user: User, rows: Iterable[RoleGrant]) -> Self:
        """Tell what an account holds on ``day``."""
        held = [
            HeldRole(
                row,
                number,
                is_on=day in row.period,
                is_over=row.ends_before is not None and row.ends_before <= day,
            )
            for number, row in enumerate(rows, start=1)
        ]
        return cls(user, tuple(held))

    @property
    def roles_on(self) -> tuple[HeldRole, ...]:
        """The roles of the day."""
        return tuple(role for role in self.roles if role.is_on)

    @property
    def grants_left(self) -> tuple[RoleGrant, ...]:
        """The roles that are not over."""
        return tuple(role.row for role in self.roles if not role.is_over)


def accounts(pemda: "Pemda", *, asked: AccountsAsked, day: date) -> QuerySet[User]:
    """Return the accounts of a government that are asked for, by name."""
    found = administered_accounts(pemda)
    if asked.words:
        found = found.filter(Q(nama__icontains=asked.words) | Q(username__icontains=asked.words))
    if asked.role:
        held = RoleGrant.objects.on(day).filter(user=OuterRef("pk"), pemda=pemda, role=asked.role)
        found = found.filter(Exists(held))
    if asked.state in STATES:
        found = found.filter(is_active=asked.state == OPEN)
    return found.order_by("nama", "id")


def as_accounts(users: Iterable[User], *, day: date) -> list[Account]:
    """Tell the roles of ``users``: one query for all of them."""
    found = list(users)
    prefetch_related_objects(found, GRANTS)
    return [Account.on(day, user, user.grants.all()) for user in found]


def get_account(pemda: "Pemda", public_id: "UUID", *, day: date) -> Account:
    """Return one account of a government.

    Raises:
        AccountNotFoundError: no such account has, or had, a role there.
    """
    users = administered_accounts(pemda).filter(public_id=public_id)
    found = as_accounts(users, day=day)
    if not found:
        raise AccountNotFoundError
    return found[0]


def own_account(user_id: int, *, day: date) -> Account:
    """Return the account of whoever is signed in."""
    (found,) = as_accounts(User.objects.filter(pk=user_id), day=day)
    return found


def opds_to_choose(pemda: "Pemda", *, day: date) -> list[Opd]:
    """Return the OPDs of a government on a day, as a role can be given in them."""
    in_force = Q(ends_before=None) | Q(ends_before__gt=day)
    return list(Opd.objects.filter(in_force, pemda=pemda).order_by("sort_key"))


def changes_of(account: Account) -> list[RecordChange]:
    """Return what was done to an account and its roles, newest first."""
    rows: list[User | RoleGrant] = [account.user, *(role.row for role in account.roles)]
    return [RecordChange(_about(row), change) for row, change in histories_of(rows)]


GRANTS = Prefetch("grants", RoleGrant.objects.select_related("pemda", "opd").order_by("id"))


def _about(row: User | RoleGrant) -> str:
    if isinstance(row, RoleGrant):
        return _("peran %s") % Role(row.role).label
    return _("akun")
