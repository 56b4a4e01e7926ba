"""Reading users and their roles."""

from collections.abc import Iterable
from datetime import date

from django.db.models import F, FilteredRelation, Q
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Delegation, Role, RoleGrant, User


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
    return access_by(roles_of(user_id), user_id=user_id, label=label, day=day)


def access_by(rows: Iterable[RoleGrant], *, user_id: int, label: str, day: date) -> Access:
    """Return what a user reaches on ``day`` by all his roles, which are at hand already.

    A delegated role holds on days on which both the delegation and the role itself do.
    """
    held = [
        row
        for row in rows
        if row.user.is_active and day in row.period and _is_handed(row, user_id, day)
    ]
    return Access(
        user_id=user_id,
        label=label,
        grants=tuple(
            Grant(
                Role(row.role),
                row.pemda_id,
                row.opd_id,
                row.person_id,
                row.unit_id,
                owner="" if row.user_id == user_id else row.user.nama,
            )
            for row in held
        ),
        today=day,
        factor_wanted_on=min(filter(None, map(_factor_wanted_on, held)), default=None),
    )


def roles_of(user_id: int) -> list[RoleGrant]:
    """Return the roles of a user and those that were delegated to him, of any day.

    What their governments demand of them comes along: it is one query, asked with every page.
    """
    # As one condition, "his or handed to him", the roles of everybody would be read.
    own = RoleGrant.objects.filter(user=user_id).order_by().values("pk")
    handed = Delegation.objects.filter(to=user_id).order_by().values("grant")
    rows = (
        RoleGrant.objects.alias(
            handed=FilteredRelation("delegations", condition=Q(delegations__to=user_id))
        )
        .filter(pk__in=own.union(handed, all=True))
        .annotate(
            handed_on=F("handed__starts_on"),
            handed_until=F("handed__ends_before"),
            withdrawn_on=F("handed__withdrawn_on"),
            factor_roles=F("pemda__second_factor_demand__roles"),
            factor_since=F("pemda__second_factor_demand__since"),
        )
    )
    return list(rows.select_related("user").order_by("id", "handed_on"))


def _factor_wanted_on(row: RoleGrant) -> date | None:
    """Return from which day on the government of a role demands a second factor of it."""
    since: date | None = getattr(row, "factor_since", None)
    return since if since is not None and row.role in getattr(row, "factor_roles", ()) else None


def _is_handed(row: RoleGrant, user_id: int, day: date) -> bool:
    if row.user_id == user_id:
        return True
    begins, ends, withdrawn = (
        getattr(row, name) for name in ("handed_on", "handed_until", "withdrawn_on")
    )
    return begins <= day < ends and (withdrawn is None or day < withdrawn)
