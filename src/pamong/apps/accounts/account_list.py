"""The accounts of a government: a list to search, one of them, and what was done to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Grant
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.models.user import Pieces
from pamong.apps.accounts.policies import administered_accounts
from pamong.apps.core.selectors import histories_of
from pamong.apps.organisasi.dossier import RecordChange
from pamong.apps.organisasi.models import Opd
from pamong.apps.organisasi.unit_tree import unit_names

if TYPE_CHECKING:
    from uuid import UUID

    from pamong.apps.organisasi.models import Pemda

OPEN, CLOSED = "buka", "tutup"
STATES = (OPEN, CLOSED)
PIECE = 3


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
class Turn:
    """To which page of a list: the one behind an account, or the one before; else the first."""

    after: "UUID | None" = None
    before: "UUID | None" = None


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """Some accounts by name, and whether there are more on either side."""

    users: list[User]
    has_before: bool = False
    has_after: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether these are all that were asked for."""
        return not (self.has_before or self.has_after)


@dataclass(frozen=True, slots=True)
class HeldRole:
    """One role of an account; ``number`` is its place among all that the account ever had."""

    row: RoleGrant
    number: int
    is_on: bool
    is_over: bool
    unit: str = ""

    @property
    def part(self) -> str:
        """The unit or the OPD that it is over, as it is called; empty where it is over none."""
        return self.unit or (str(self.row.opd) if self.row.opd is not None else "")

    @property
    def where(self) -> str:
        """Over what it holds, the narrowest first."""
        of_whom = (
            _("catatan %s") % self.row.person.full_name if self.row.person is not None else ""
        )
        scope = [part for part in (of_whom, self.part, str(self.row.pemda or "")) if part]
        return ", ".join(scope) or _("semua pemerintah daerah di sini")

    @property
    def label(self) -> str:
        """What the role is called."""
        return str(Role(self.row.role).label)

    @property
    def reach(self) -> Grant:
        """What it lets somebody reach."""
        return Grant(
            Role(self.row.role), self.row.pemda_id, self.row.opd_id, unit_id=self.row.unit_id
        )


@dataclass(frozen=True, slots=True)
class Account:
    """An account with its roles on a day."""

    user: User
    roles: tuple[HeldRole, ...]

    @classmethod
    def on(
        cls, day: date, user: User, rows: Iterable[RoleGrant], units: Mapping[int, str]
    ) -> Self:
        """Tell what an account holds on ``day``; ``units`` are the names of those it is over."""
        held = [
            HeldRole(
                row,
                number,
                is_on=day in row.period,
                is_over=row.ends_before is not None and row.ends_before <= day,
                unit=units.get(row.unit_id, "") if row.unit_id is not None else "",
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
        found = _called(found, asked.words)
    if asked.role:
        held = RoleGrant.objects.on(day).filter(user=OuterRef("pk"), pemda=pemda, role=asked.role)
        found = found.filter(Exists(held))
    if asked.state in STATES:
        found = found.filter(is_active=asked.state == OPEN)
    return found.order_by("nama", "id")


def _called(found: QuerySet[User], words: str) -> QuerySet[User]:
    """Keep whose name or user name holds ``words``; the index of pieces leaves few to look at."""
    letters = words.upper()
    pieces = sorted({letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1)})
    if pieces:
        some = found.alias(pieces=Pieces("nama", "username"))
        found = some.filter(pieces__contains=pieces)  # type: ignore[misc]  # an array, by its lookup
    return found.filter(Q(nama__icontains=words) | Q(username__icontains=words))


def accounts_page(
    pemda: "Pemda", *, asked: AccountsAsked, day: date, size: int, turn: Turn
) -> AccountsPage:
    """Return one page of the accounts that are asked for, by name.

    A page begins behind, or ends before, an account; an account that is no more turns to the
    first page. Nothing is counted: to count everybody takes longer than to show thirty.
    """
    rows = accounts(pemda, asked=asked, day=day)
    key = turn.before or turn.after
    at = User.objects.filter(public_id=key).values_list("nama", "id").first() if key else None
    if at is None:
        found = list(rows[: size + 1])
        return AccountsPage(found[:size], has_after=len(found) > size)
    nama, number = at
    if turn.before:
        back = rows.filter(nama__lte=nama).exclude(nama=nama, id__gte=number)
        found = list(back.order_by("-nama", "-id")[: size + 1])
        return AccountsPage(found[:size][::-1], has_before=len(found) > size, has_after=True)
    # Said like this, the index of names is entered where the page begins.
    found = list(rows.filter(nama__gte=nama).exclude(nama=nama, id__lte=number)[: size + 1])
    return AccountsPage(found[:size], has_before=True, has_after=len(found) > size)


def as_accounts(users: Iterable[User], *, day: date) -> list[Account]:
    """Tell the roles of ``users``: one query for all of them, one for the units they are over."""
    found = list(users)
    prefetch_related_objects(found, GRANTS)
    over = {row.unit_id for user in found for row in user.grants.all()} - {None}
    units = unit_names(over, day=day) if over else {}
    return [Account.on(day, user, user.grants.all(), units) for user in found]


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


GRANTS = Prefetch(
    "grants", RoleGrant.objects.select_related("pemda", "opd", "person").order_by("id")
)


def _about(row: User | RoleGrant) -> str:
    if isinstance(row, RoleGrant):
        return _("peran %s") % Role(row.role).label
    return _("akun")
