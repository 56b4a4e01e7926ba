"""Reading users and their roles."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role, RoleGrant, User


class UserNotFoundError(LookupError):
    """Nobody signs in by that name."""

    def __init__(self, username: str) -> None:
        super().__init__(_('Pengguna "%s" tidak ada. Periksa nama penggunanya.') % username)


def find_user(username: str) -> User:
    """Return who signs in by a name.

    Raises:
        UserNotFoundError: nobody does.
    """
    user = User.objects.filter(username=username).first()
    if user is None:
        raise UserNotFoundError(username)
    return user


def access_of(user_id: int, *, label: str, day: date) -> Access:
    """Return what a user may reach on ``day``; one whose account was closed reaches nothing."""
    rows = RoleGrant.objects.filter(user_id=user_id, user__is_active=True).order_by("id")
    return access_by(rows, user_id=user_id, label=label, day=day)


def access_by(rows: Iterable[RoleGrant], *, user_id: int, label: str, day: date) -> Access:
    """Return what a user reaches on ``day`` by all his roles, which are at hand already."""
    return Access(
        user_id=user_id,
        label=label,
        grants=tuple(
            Grant(Role(row.role), row.pemda_id, row.opd_id, row.person_id)
            for row in rows
            if day in row.period
        ),
    )
