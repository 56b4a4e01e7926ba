"""Giving and ending a role, as far as the own power goes."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.account_acts import Opened, open_account
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.policies import can_administer, can_give
from pamong.apps.accounts.services import Scope
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.models import Person
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import Pemda


class BeyondOwnPowerError(PermissionError):
    """Somebody gives or ends what reaches further than his own roles, or his own role."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Peran itu lebih luas dari peran Anda sendiri, atau akun ini akun Anda. Minta "
                "pengelola yang lingkupnya lebih luas."
            )
        )


class RoleGivenAlreadyError(ValueError):
    """The account has that role over that scope in some of those days."""

    def __init__(self) -> None:
        super().__init__(
            _("Akun ini sudah memegang peran itu pada hari-hari itu. Akhiri dulu yang lama.")
        )


class AnotherPersonError(ValueError):
    """The account opens the record of somebody else already."""

    def __init__(self, person: Person) -> None:
        super().__init__(
            _(
                "Akun ini sudah membuka catatan %s. Akhiri dulu peran itu, atau buka akun "
                "tersendiri untuk orang ini."
            )
            % person.full_name
        )


class RoleEndedError(ValueError):
    """A role is ended before it began, or after its end."""

    def __init__(self) -> None:
        super().__init__(
            _("Hari terakhir harus pada masa peran itu. Periksa hari pertama dan terakhirnya.")
        )


@dataclass(frozen=True, slots=True)
class NewRole:
    """A role to be given: over what, from when, and up to before when."""

    role: Role
    scope: Scope
    starts_on: date
    ends_before: date | None = None

    def as_grant(self) -> Grant:
        """Return what it would let somebody reach."""
        pemda, opd, unit = self.scope.pemda, self.scope.opd, self.scope.unit
        return Grant(
            self.role,
            pemda.pk if pemda else None,
            opd.pk if opd else None,
            unit_id=unit.pk if unit else None,
        )


def roles_to_give(by: Access, pemda: Pemda) -> list[Role]:
    """Return the roles that somebody may give in a government, somewhere."""
    scopes = {grant.opd_id for grant in by.grants}
    return [
        role
        for role in Role
        if any(can_give(by, Grant(role, pemda.pk, opd_id)) for opd_id in scopes)
    ]


def give_role(*, user: User, new: NewRole, by: Access, actor: Actor, reason: str) -> RoleGrant:
    """Give a role.

    Raises:
        BeyondOwnPowerError: it reaches further than what ``by`` administers.
        RoleGivenAlreadyError: the account has it in some of those days.
        AnotherPersonError: the account is somebody else in the records, now or later.
        ScopeElsewhereError: the OPD or unit is another government's.
        RefusedError: the role needs a government, an OPD or a unit that the scope does not name,
            or takes no unit.
    """
    new.scope.check()
    if user.pk == by.user_id or not can_give(by, new.as_grant()):
        raise BeyondOwnPowerError
    with act("accounts.give_role", actor=actor, reason=reason), refusals():
        User.objects.select_for_update().get(pk=user.pk)
        over = {
            "pemda": new.scope.pemda,
            "opd": new.scope.opd,
            "unit": new.scope.unit,
            "person": new.scope.person,
        }
        row = RoleGrant(
            user=user,
            role=new.role,
            starts_on=new.starts_on,
            ends_before=new.ends_before,
            **over,
        )
        same = RoleGrant.objects.filter(user=user, role=new.role, **over)
        if any(row.period.overlaps(other.period) for other in same):
            raise RoleGivenAlreadyError
        _demand_one_person(row)
        row.save()
        return row


def _demand_one_person(new: RoleGrant) -> None:
    """Refuse a second person for one account: each would read the whole record of the other."""
    if new.person is None:
        return
    rows = RoleGrant.objects.filter(user=new.user).exclude(person=None)
    others = rows.exclude(person=new.person).select_related("person")
    for other in others:
        if other.person is not None and new.period.overlaps(other.period):
            raise AnotherPersonError(other.person)


def end_role(
    *, grant: RoleGrant, ends_before: date, by: Access, actor: Actor, reason: str
) -> None:
    """Let a role end; who holds it has lost it from ``ends_before`` on.

    Raises:
        BeyondOwnPowerError: it reaches further than what ``by`` administers.
        RoleEndedError: the day is not in its days.
    """
    if not can_administer(by, grant.user_id, [grant]):
        raise BeyondOwnPowerError
    with act("accounts.end_role", actor=actor, reason=reason), refusals():
        row = RoleGrant.objects.select_for_update().get(pk=grant.pk)
        over = row.ends_before is not None and ends_before > row.ends_before
        if ends_before <= row.starts_on or over:
            raise RoleEndedError
        row.ends_before = ends_before
        row.save(update_fields=["ends_before"])


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account to be opened, and its first role."""

    username: str
    nama: str
    role: NewRole


def open_account_with_role(
    *, new: NewAccount, by: Access, at: datetime, actor: Actor, reason: str
) -> Opened:
    """Open an account together with its first role: every account is somebody's to look after.

    Raises:
        AccountNameError: the user name cannot be typed everywhere.
        BeyondOwnPowerError: the role reaches further than what ``by`` administers.
        UserNameTakenError: somebody signs in by that name.
        RefusedError: the role lacks its scope.
    """
    with act("accounts.open_account", actor=actor, reason=reason):
        opened = open_account(
            username=new.username, nama=new.nama, at=at, actor=actor, reason=reason
        )
        give_role(user=opened.user, new=new.role, by=by, actor=actor, reason=reason)
    return opened
