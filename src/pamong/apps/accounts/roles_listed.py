"""Giving roles by a list, as one act: every row is given, or none is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.account_list import Account
from pamong.apps.accounts.policies import can_administer
from pamong.apps.accounts.role_acts import (
    AnotherPersonError,
    BeyondOwnPowerError,
    NewRole,
    RoleGivenAlreadyError,
    give_role,
)
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import RefusedError

MOST = 500
"""Rows of a list; each is given while its asker waits."""


class AccountClosedError(ValueError):
    """Nobody signs in by the account."""

    def __init__(self) -> None:
        super().__init__(_("Akun ini ditutup. Buka lagi dulu, di halaman akun itu."))


@dataclass(frozen=True, slots=True)
class ListedRole:
    """One row: which account gets which role; ``row`` counts from 1, as people do."""

    row: int
    account: Account
    new: NewRole


REFUSALS = (
    AccountClosedError,
    AnotherPersonError,
    BeyondOwnPowerError,
    RefusedError,
    RoleGivenAlreadyError,
)
"""Why a row is not given."""


def refused_rows(
    roles: Iterable[ListedRole], *, by: Access, actor: Actor, reason: str
) -> Mapping[int, str]:
    """Return why rows would be refused, by their number; each is tried, and nothing is written."""
    refused: dict[int, str] = {}
    with transaction.atomic():
        for each in roles:
            try:
                with transaction.atomic():
                    _give(each, by, actor, reason)
            except REFUSALS as error:
                refused[each.row] = str(error)
        transaction.set_rollback(True)
    return refused


def give_listed(*, roles: Sequence[ListedRole], by: Access, actor: Actor, reason: str) -> int:
    """Give every role of a list, and return how many there are.

    Raises:
        AccountClosedError: nobody signs in by one of the accounts.
        AnotherPersonError: an account is somebody else in the records.
        BeyondOwnPowerError: a role, or what an account holds, reaches further than ``by``.
        RoleGivenAlreadyError: an account has its role in some of those days.
        RefusedError: a role lacks its OPD or unit, or takes none; or no reason is given.
    """
    with act("accounts.give_listed", actor=actor, reason=reason):
        for each in roles:
            _give(each, by, actor, reason)
    return len(roles)


def _give(each: ListedRole, by: Access, actor: Actor, reason: str) -> None:
    user = each.account.user
    if not can_administer(by, user.pk, each.account.grants_left):
        raise BeyondOwnPowerError
    if not user.is_active:
        raise AccountClosedError
    give_role(user=user, new=each.new, by=by, actor=actor, reason=reason)
