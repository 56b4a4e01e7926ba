"""Who may do what with documents, forums and directives."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda

REVIEWERS = (Role.OPERATOR, Role.BKD, Role.SEKDA, Role.AJUDAN)


def can_review_documents(access: Access, pemda: "Pemda") -> bool:
    """Tell whether documents of ``pemda`` may be brought in, reviewed, confirmed or set aside.

    - operator, analis BKD, sekda, ajudan kepala daerah
    """
    return access.is_any(REVIEWERS, pemda)
