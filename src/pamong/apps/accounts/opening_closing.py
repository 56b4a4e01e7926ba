"""Closing together, or opening again, the accounts that one act opened."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import AccountOpening, OpeningStep, Role, RoleGrant, User
from pamong.apps.accounts.opening_many import can_open_many
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.apps.core.audit import Actor, act


@dataclass(frozen=True, slots=True)
class ClosingPlan:
    """How many accounts would be closed, how many of these are in use, and how many stay."""

    closes: int
    in_use: int
    stays: int


def plan_closing(row: AccountOpening, *, day: date) -> ClosingPlan:
    """Return what closing the accounts of an opening together would do on ``day``."""
    active = User.objects.filter(opened_by__opening=row, is_active=True)
    closes = _of_the_act_alone(active, row, day)
    number = closes.count()
    in_use = closes.exclude(last_login=None).count()
    return ClosingPlan(number, in_use, stays=active.count() - number)


def close_together(
    *, opening: AccountOpening, by: Access, day: date, actor: Actor, reason: str
) -> int:
    """Close the accounts of an opening, and return how many; who is in is out at once.

    Accounts that have another role by now stay: they are more than the act made of them. So does
    one's own.

    Raises:
        BeyondOwnPowerError: ``by`` may not open accounts in the government.
    """
    return _turn(opening, by, day, actor, reason, is_active=False)


def reopen_together(
    *, opening: AccountOpening, by: Access, day: date, actor: Actor, reason: str
) -> int:
    """Let the accounts of an opening sign in again, and return how many.

    Raises:
        BeyondOwnPowerError: ``by`` may not open accounts in the government.
    """
    return _turn(opening, by, day, actor, reason, is_active=True)


def _turn(
    opening: AccountOpening, by: Access, day: date, actor: Actor, reason: str, *, is_active: bool
) -> int:
    if not can_open_many(by, opening.pemda):
        raise BeyondOwnPowerError
    name = "accounts.reopen_together" if is_active else "accounts.close_together"
    with act(name, actor=actor, reason=reason):
        row = AccountOpening.objects.select_for_update().get(pk=opening.pk)
        opened = User.objects.filter(opened_by__opening=row, is_active=not is_active)
        users = _of_the_act_alone(opened, row, day).exclude(pk=by.user_id or 0)
        ids = list(users.select_for_update(of=["self"]).values_list("pk", flat=True))
        turned = User.objects.filter(pk__in=ids)
        number = turned.update(is_active=is_active, session_round=F("session_round") + 1)
        row.step = OpeningStep.OPENED if is_active else OpeningStep.CLOSED
        row.save(update_fields=["step"])
    return number


def _of_the_act_alone(users: QuerySet[User], row: AccountOpening, day: date) -> QuerySet[User]:
    """Keep the accounts that hold no role but the one that the opening gave."""
    given = Q(role=Role.PEGAWAI, pemda=row.pemda_id, person__isnull=False)
    not_over = Q(ends_before=None) | Q(ends_before__gt=day)
    others = RoleGrant.objects.filter(not_over, ~given, user=OuterRef("pk"))
    return users.filter(~Exists(others))
