"""Who may see and act upon what the law found."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda

READERS = (Role.OPERATOR, Role.BKD, Role.SEKDA)


def can_see_findings(access: Access, pemda: "Pemda") -> bool:
    """Tell whether the findings of ``pemda`` may be read; they name people.

    - operator, analis BKD, sekda
    """
    return access.is_any(READERS, pemda)
