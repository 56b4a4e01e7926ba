"""The second factor that a government demands of some of its roles, with days to set it up."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role, RoleGrant, SecondFactorDemand, User
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import Pemda
from pamong.kernel.day import format_day

NAMED = 20


class DemandInThePastError(ValueError):
    """A second factor is demanded from a day that is over: nobody could still set it up."""

    def __init__(self, today: date) -> None:
        super().__init__(
            _("Hari mulainya sudah lewat. Pilih %s atau sesudahnya.") % format_day(today)
        )


class OwnFactorMissingError(ValueError):
    """Somebody demands of others what he has not set up himself."""

    def __init__(self) -> None:
        super().__init__(
            _("Anda sendiri belum memasang faktor kedua. Pasang dulu di halaman Akun saya.")
        )


class NotYoursToDemandError(PermissionError):
    """Somebody who is no admin BKD of the government sets what it demands."""

    def __init__(self) -> None:
        super().__init__(_("Hanya admin BKD pemerintah daerah ini yang mengatur faktor kedua."))


@dataclass(frozen=True, slots=True)
class Demand:
    """Of which roles a second factor is demanded from ``since`` on; without roles, of none."""

    roles: frozenset[Role]
    since: date


@dataclass(frozen=True, slots=True)
class DemandPlan:
    """What a demand would do: whom it leads to setting up a factor before anything else.

    ``names`` are the first of ``without``, by name; ``ready`` have one already.
    """

    demand: Demand
    without: int
    names: tuple[str, ...]
    ready: int


def can_demand_second_factor(access: Access, pemda: Pemda) -> bool:
    """Tell whether somebody may say of whom ``pemda`` demands a second factor.

    - admin BKD, by a role of his own
    """
    return any(
        grant.role is Role.BKD_ADMIN and grant.reaches(pemda) and not grant.owner
        for grant in access.grants
    )


def demand_of(pemda: Pemda) -> Demand | None:
    """Return what a government demands beside the installation; ``None`` where nothing."""
    row = SecondFactorDemand.objects.filter(pemda=pemda).first()
    return Demand(frozenset(map(Role, row.roles)), row.since) if row and row.roles else None


def demanded_everywhere() -> frozenset[Role]:
    """Return the roles of which the installation itself demands a second factor."""
    return frozenset(map(Role, settings.PAMONG_SECOND_FACTOR_ROLES))


def plan_demand(*, pemda: Pemda, demand: Demand, day: date) -> DemandPlan:
    """Return whom a demand would concern as of ``day``; nothing is written.

    Raises:
        DemandInThePastError: it begins before ``day``.
    """
    if demand.roles and demand.since < day:
        raise DemandInThePastError(day)
    held = RoleGrant.objects.on(max(day, demand.since)).filter(
        user=OuterRef("pk"), pemda=pemda, role__in=demand.roles
    )
    users = User.objects.filter(Exists(held), is_active=True)
    without = users.filter(second_factor_since=None)
    names = tuple(without.order_by("nama", "pk").values_list("nama", flat=True)[:NAMED])
    number = without.count()
    return DemandPlan(demand, number, names, users.count() - number)


def set_demand(
    *, pemda: Pemda, demand: Demand, day: date, by: Access, actor: Actor, reason: str
) -> None:
    """Demand a second factor of some roles of a government from a day on, or of none any more.

    Raises:
        NotYoursToDemandError: ``by`` is no admin BKD there.
        DemandInThePastError: it begins before ``day``.
        OwnFactorMissingError: it concerns ``by`` himself, who has none.
    """
    if not can_demand_second_factor(by, pemda):
        raise NotYoursToDemandError
    if demand.roles and demand.since < day:
        raise DemandInThePastError(day)
    if _concerns(demand.roles, by, pemda) and not _has_factor(by):
        raise OwnFactorMissingError
    with act("accounts.set_second_factor_demand", actor=actor, reason=reason), refusals():
        row = SecondFactorDemand.objects.select_for_update().filter(pemda=pemda).first()
        row = row or SecondFactorDemand(pemda=pemda)
        row.roles, row.since = sorted(demand.roles), demand.since
        row.save()


def _concerns(roles: Collection[Role], access: Access, pemda: Pemda) -> bool:
    return any(grant.role in roles and grant.reaches(pemda) for grant in access.grants)


def _has_factor(access: Access) -> bool:
    return User.objects.filter(pk=access.user_id or 0, second_factor_since__isnull=False).exists()
