"""Who may do what with offices and papers, where the app below cannot know users.

Apps above this one say in ``policies.py`` of their own who may do what with their records.
"""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda

RECORDERS = (Role.OPERATOR, Role.BKD, Role.SEKDA)
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
