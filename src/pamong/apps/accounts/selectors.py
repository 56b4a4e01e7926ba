"""Reading users and their roles."""

from collections.abc import Iterable
from datetime import date

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role, RoleGrant


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
            Grant(Role(row.role), row.pemda_id, row.opd_id, row.person_id, row.unit_id)
            for row in rows
            if day in row.period
        ),
        today=day,
    )
