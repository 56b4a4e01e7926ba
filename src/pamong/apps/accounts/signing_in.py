"""What somebody does to his own way in: a new password, a second factor; and who must have one."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role, User
from pamong.apps.core.audit import Actor, act


class PasswordRefusedError(ValueError):
    """A new password is too easy to guess; the message says why."""


class WrongPasswordError(ValueError):
    """The present password was typed wrongly."""

    def __init__(self) -> None:
        super().__init__(_("Kata sandi yang sekarang tidak cocok. Periksa huruf besar dan kecil."))


class UnknownRoleError(Exception):
    """The settings demand a second factor of a role that does not exist."""

    def __init__(self, role: str) -> None:
        known = ", ".join(Role.values)
        super().__init__(
            f'Setelan PAMONG_SECOND_FACTOR_ROLES menyebut peran "{role}" yang tidak ada. '
            f"Peran yang ada: {known}."
        )


@dataclass(frozen=True, slots=True)
class NewPassword:
    """What somebody typed to change his password."""

    present: str
    wanted: str


def check_settings() -> None:
    """Refuse settings that name no role of ours.

    Raises:
        UnknownRoleError: the name of a role is not one.
    """
    for role in settings.PAMONG_SECOND_FACTOR_ROLES:
        if role not in Role.values:
            raise UnknownRoleError(role)


def demands_second_factor(access: Access) -> bool:
    """Tell whether one of the roles of the day may not be used without a second factor.

    The installation demands it of a role everywhere, a government of its own from a day on.
    """
    wanted_on = access.factor_wanted_on
    if wanted_on is not None and wanted_on <= access.today:
        return True
    return any(grant.role in settings.PAMONG_SECOND_FACTOR_ROLES for grant in access.grants)


def check_password_strength(user: User, password: str) -> None:
    """Refuse a password that is easy to guess.

    Raises:
        PasswordRefusedError: it is.
    """
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise PasswordRefusedError(" ".join(error.messages)) from error


def change_own_password(*, user_id: int, new: NewPassword, at: datetime, actor: Actor) -> User:
    """Change one's own password, which ends every other session; return the user as he is now.

    Raises:
        WrongPasswordError: the present password was typed wrongly.
        PasswordRefusedError: the new one is the old one, or easy to guess.
    """
    with act("accounts.change_own_password", actor=actor, reason="mengganti kata sandi sendiri"):
        user = User.objects.select_for_update().get(pk=user_id)
        if not user.check_password(new.present):
            raise WrongPasswordError
        if new.wanted == new.present:
            raise PasswordRefusedError(
                _("Kata sandi baru sama dengan yang lama. Pilih yang lain.")
            )
        check_password_strength(user, new.wanted)
        user.set_password(new.wanted)
        user.has_first_password = False
        user.password_set_at = at
        user.save(update_fields=["password", "has_first_password", "password_set_at"])
    return user


def second_factor_set(*, user_id: int, at: datetime, actor: Actor) -> None:
    """Keep that somebody has set up a second factor."""
    with act("accounts.second_factor_set", actor=actor, reason="memasang faktor kedua"):
        user = User.objects.select_for_update().get(pk=user_id)
        user.second_factor_since = at
        user.save(update_fields=["second_factor_since"])


def second_factor_taken_off(*, user_id: int, actor: Actor) -> None:
    """Keep that somebody took his second factor off."""
    with act("accounts.second_factor_taken_off", actor=actor, reason="melepas faktor kedua"):
        user = User.objects.select_for_update().get(pk=user_id)
        user.second_factor_since = None
        user.save(update_fields=["second_factor_since"])


def end_own_sessions(*, user_id: int, actor: Actor) -> User:
    """End every session of one's own; return the user, for whom the present one may go on."""
    with act("accounts.end_own_sessions", actor=actor, reason="keluar dari semua perangkat"):
        user = User.objects.select_for_update().get(pk=user_id)
        user.session_round += 1
        user.save(update_fields=["session_round"])
    return user
