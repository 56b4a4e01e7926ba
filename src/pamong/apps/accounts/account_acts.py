"""Acts of an administrator on an account: opening, closing, a new way in; each with its reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.accounts.models import User
from pamong.apps.accounts.passwords import first_password
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals


class AccountNameError(ValueError):
    """A user name has letters that cannot be typed at every keyboard."""


class UserNameTakenError(ValueError):
    """Somebody signs in by that name already."""

    def __init__(self) -> None:
        super().__init__(_("Nama pengguna itu sudah dipakai. Pilih yang lain."))


@dataclass(frozen=True, slots=True)
class Opened:
    """An account and its first password, which is told once."""

    user: User
    password: str


NAME = RegexValidator(
    r"\A[a-z0-9][a-z0-9._-]{2,59}\Z",
    gettext_lazy(
        "Nama pengguna memakai 3 sampai 60 huruf kecil, angka, titik, tanda hubung atau garis "
        "bawah, dan diawali huruf atau angka."
    ),
)


def open_account(*, username: str, nama: str, at: datetime, actor: Actor, reason: str) -> Opened:
    """Open an account with a first password, which must be changed at the first sign-in.

    Raises:
        AccountNameError: the user name cannot be typed everywhere.
        UserNameTakenError: somebody signs in by that name.
    """
    try:
        NAME(username)
    except ValidationError as error:
        raise AccountNameError(error.message) from error
    with act("accounts.open_account", actor=actor, reason=reason), refusals():
        if User.objects.filter(username__iexact=username).exists():
            raise UserNameTakenError
        user = User(username=username, nama=nama)
        password = _give_first_password(user, at)
        user.save()
    return Opened(user, password)


def close_account(*, user: User, actor: Actor, reason: str) -> None:
    """Close an account: nobody signs in by it, and who has is out at once."""
    with _changing("accounts.close_account", user, actor, reason) as row:
        row.is_active = False
        row.session_round += 1


def reopen_account(*, user: User, actor: Actor, reason: str) -> None:
    """Let somebody sign in again."""
    with _changing("accounts.reopen_account", user, actor, reason) as row:
        row.is_active = True


def reset_password(*, user: User, at: datetime, actor: Actor, reason: str) -> str:
    """Give a new first password, which ends every session; return it, to be told once."""
    with _changing("accounts.reset_password", user, actor, reason) as row:
        return _give_first_password(row, at)


def reset_second_factor(*, user: User, actor: Actor, reason: str) -> None:
    """Take the second factor and its recovery codes off, and end every session."""
    with _changing("accounts.reset_second_factor", user, actor, reason) as row:
        Authenticator.objects.filter(user_id=row.pk).delete()
        row.second_factor_since = None
        row.session_round += 1


def sign_out_everywhere(*, user: User, actor: Actor, reason: str) -> None:
    """End every session of an account."""
    with _changing("accounts.sign_out_everywhere", user, actor, reason) as row:
        row.session_round += 1


def link_subject(*, user: User, subject: str, actor: Actor, reason: str) -> None:
    """Let the regional SSO open an account by ``subject``; empty takes the link off.

    Raises:
        RefusedError: another account is linked to it.
    """
    with _changing("accounts.link_subject", user, actor, reason) as row:
        row.sso_subject = subject.strip()
        row.session_round += 1


@contextmanager
def _changing(name: str, user: User, actor: Actor, reason: str) -> Iterator[User]:
    """Lend the row of an account to one act, and write it down after."""
    with act(name, actor=actor, reason=reason), refusals():
        row = User.objects.select_for_update().get(pk=user.pk)
        yield row
        row.save()


def _give_first_password(user: User, at: datetime) -> str:
    password = first_password()
    user.set_password(password)
    user.has_first_password = True
    user.password_set_at = at
    return password
