"""Acts on users and their roles."""

from dataclasses import dataclass
from datetime import date

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.selectors import UserNotFoundError
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.models import Person
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import Opd, Pemda


@dataclass(frozen=True, slots=True)
class Scope:
    """Over what a role holds; ``person`` is whom the user is in the records."""

    pemda: Pemda | None = None
    opd: Opd | None = None
    person: Person | None = None


def ensure_user(*, username: str, nama: str, password: str, actor: Actor) -> bool:
    """Create a user who may sign in, unless one of that name is there; tell whether it was new."""
    with act("accounts.ensure_user", actor=actor, reason="membuka akun"):
        if User.objects.filter(username=username).exists():
            return False
        user = User(username=username, nama=nama)
        user.set_password(password)
        user.save()
        return True


def set_password(*, username: str, password: str, actor: Actor) -> None:
    """Give a user a new password.

    Raises:
        UserNotFoundError: nobody signs in by that name.
    """
    with act("accounts.set_password", actor=actor, reason="mengganti kata sandi"):
        user = User.objects.select_for_update().filter(username=username).first()
        if user is None:
            raise UserNotFoundError(username)
        user.set_password(password)
        user.save(update_fields=["password"])


def ensure_role(
    *, username: str, role: Role, scope: Scope, since: date, actor: Actor, reason: str
) -> None:
    """Give a user a role from ``since`` on, unless that user has it over the same scope.

    Raises:
        UserNotFoundError: nobody signs in by that name.
        RefusedError: the role needs a government or an OPD that ``scope`` does not name.
    """
    with act("accounts.ensure_role", actor=actor, reason=reason), refusals():
        user = User.objects.select_for_update().filter(username=username).first()
        if user is None:
            raise UserNotFoundError(username)
        over = {"pemda": scope.pemda, "opd": scope.opd, "person": scope.person}
        if not RoleGrant.objects.on(since).filter(user=user, role=role, **over).exists():
            RoleGrant.objects.create(user=user, role=role, starts_on=since, **over)
