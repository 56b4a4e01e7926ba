"""Who may do what with offices and papers, where the app below cannot know users.

Apps above this one say in ``policies.py`` of their own who may do what with their records.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda

RECORDERS = (Role.OPERATOR, Role.BKD, Role.SEKDA)
ADMINISTRATORS = (Role.OPERATOR, Role.BKD)
OF_THE_INSTALLATION = frozenset({Role.OPERATOR})
"""Roles that only somebody with the same role gives: they look after all governments here."""
STAFF = (*RECORDERS, Role.AJUDAN, Role.KEPALA_OPD, Role.ASN)


def can_record_offices(access: Access, pemda: "Pemda") -> bool:
    """Tell whether tenures, leaves and facilities of ``pemda`` may be recorded.

    - operator, analis BKD, sekda
    - in a demonstration of a made-up government only
    """
    return access.is_any(RECORDERS, pemda) and can_record_by_hand(pemda)


def is_staff(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody works for ``pemda``, so is no resident who reads what is public."""
    return access.is_any(STAFF, pemda)


def can_administer_accounts(access: Access, pemda: "Pemda") -> bool:
    """Tell whether accounts of ``pemda`` may be looked after.

    - operator, analis BKD
    """
    return access.is_any(ADMINISTRATORS, pemda)


def can_give(access: Access, given: Grant) -> bool:
    """Tell whether somebody may give or end a role.

    - one of his own roles administers accounts, and reaches at least as far: the same government
      (or all of them), the same OPD (or the whole government)
    - the operator's role: only the operator
    """
    return any(_reaches_as_far(own, given) for own in access.grants)


def can_administer(access: Access, user_id: int, grants: Iterable[RoleGrant]) -> bool:
    """Tell whether somebody may act on an account that holds ``grants``, now or later.

    - not on his own
    - he might have given every one of its roles
    """
    return user_id != access.user_id and all(
        can_give(access, Grant(Role(row.role), row.pemda_id, row.opd_id)) for row in grants
    )


def administered_accounts(pemda: "Pemda") -> QuerySet[User]:
    """Return the accounts that ``can_administer_accounts`` lets somebody see in ``pemda``.

    They are those that have, or had, a role in that government.
    """
    return User.objects.filter(Exists(RoleGrant.objects.filter(user=OuterRef("pk"), pemda=pemda)))


def _reaches_as_far(own: Grant, given: Grant) -> bool:
    if own.role not in ADMINISTRATORS:
        return False
    if given.role in OF_THE_INSTALLATION and own.role not in OF_THE_INSTALLATION:
        return False
    government = own.pemda_id is None or own.pemda_id == given.pemda_id
    return government and (own.opd_id is None or own.opd_id == given.opd_id)
