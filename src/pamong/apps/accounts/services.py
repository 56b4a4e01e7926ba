"""Acts on users and their roles."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.selectors import UserNotFoundError
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.models import Person
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja


class ScopeElsewhereError(ValueError):
    """The OPD or unit of a role belongs to another government than the role."""

    def __init__(self, part: Opd | UnitKerja, pemda: Pemda | None) -> None:
        super().__init__(
            _("%(part)s bukan bagian dari %(pemda)s. Pilih OPD atau unit pemerintah daerah itu.")
            % {"part": part, "pemda": pemda or _("pemerintah daerah yang dipilih")}
        )


@dataclass(frozen=True, slots=True)
class Scope:
    """Over what a role holds; ``person`` is whom the user is in the records."""

    pemda: Pemda | None = None
    opd: Opd | None = None
    person: Person | None = None
    unit: UnitKerja | None = None

    def check(self) -> None:
        """Refuse a part of another government.

        Raises:
            ScopeElsewhereError: the OPD or the unit is no part of the government.
        """
        for part in (self.opd, self.unit):
            if part is not None and part.pemda_id != (self.pemda and self.pemda.pk):
                raise ScopeElsewhereError(part, self.pemda)


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
        ScopeElsewhereError: the OPD or unit of ``scope`` is another government's.
        RefusedError: the role needs a government, an OPD, a unit or a person that ``scope`` does
            not name, or takes no unit.
    """
    scope.check()
    with act("accounts.ensure_role", actor=actor, reason=reason), refusals():
        user = User.objects.select_for_update().filter(username=username).first()
        if user is None:
            raise UserNotFoundError(username)
        over = {
            "pemda": scope.pemda,
            "opd": scope.opd,
            "unit": scope.unit,
            "person": scope.person,
        }
        if not RoleGrant.objects.on(since).filter(user=user, role=role, **over).exists():
            RoleGrant.objects.create(user=user, role=role, starts_on=since, **over)
