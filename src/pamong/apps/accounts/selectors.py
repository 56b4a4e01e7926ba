"""Reading users and their roles."""

from datetime import date

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role, RoleGrant


def access_of(user_id: int, *, label: str, day: date) -> Access:
    """Return what a user may reach on ``day``; one whose account was closed reaches nothing."""
    rows = (
        RoleGrant.objects.on(day)
        .filter(user_id=user_id, user__is_active=True)
        .order_by("id")
        .values_list("role", "pemda_id", "opd_id", "person_id")
    )
    return Access(
        user_id=user_id,
        label=label,
        grants=tuple(Grant(Role(role), *scope) for role, *scope in rows),
    )
