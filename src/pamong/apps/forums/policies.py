"""Who may do what with documents, forums, directives, lists and confidential statements."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import is_staff
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Opd, Pemda

REVIEWERS = (Role.OPERATOR, Role.BKD_ADMIN, Role.BKD, Role.SEKDA, Role.AJUDAN)
TRUSTED = (Role.OPERATOR, Role.SEKDA, Role.AJUDAN)


def can_review_documents(access: Access, pemda: "Pemda") -> bool:
    """Tell whether documents of ``pemda`` may be brought in, reviewed, confirmed or set aside.

    - operator, admin and analis BKD, sekda, ajudan kepala daerah
    """
    return access.is_any(REVIEWERS, pemda)


def can_record_forums(access: Access, pemda: "Pemda") -> bool:
    """Tell whether forums, roll calls, minutes and answers of ``pemda`` may be put down by hand.

    Whoever may announce a forum may also call it off, take that back and correct its particulars.

    - operator, admin and analis BKD, sekda, ajudan kepala daerah
    - in a demonstration of a made-up government only
    """
    return access.is_any(REVIEWERS, pemda) and can_record_by_hand(pemda)


def can_settle_directives(access: Access, pemda: "Pemda") -> bool:
    """Tell whether terms, OPDs, repeats, series and lists of directives may be set in ``pemda``.

    It adds nothing to what a document says, so it is open in a demonstration too.

    - operator, admin and analis BKD, sekda, ajudan kepala daerah
    """
    return access.is_any(REVIEWERS, pemda)


def can_see_roll_call(access: Access, pemda: "Pemda") -> bool:
    """Tell whether invitations and roll calls of ``pemda`` are shown.

    - everybody who works there; a resident sees what a document claims
    """
    return is_staff(access, pemda)


def can_see_confidential(access: Access, pemda: "Pemda") -> bool:
    """Tell whether words of people without a name are shown; others see that there are some.

    - operator, sekda, ajudan kepala daerah
    """
    return access.is_any(TRUSTED, pemda)


def can_leave_confidential(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may leave words without a name at a forum of ``pemda``.

    - everybody who works there; in a demonstration at a made-up government only
    """
    return is_staff(access, pemda) and can_record_by_hand(pemda)


def can_see_all_sheets(access: Access, pemda: "Pemda") -> bool:
    """Tell whether the tables of all OPDs of ``pemda`` are shown, compiled.

    - operator, admin and analis BKD, sekda, ajudan kepala daerah: the office of the giver
    """
    return access.is_any(REVIEWERS, pemda)


def can_fill_sheet(access: Access, opd: "Opd") -> bool:
    """Tell whether rows may be written into the table of ``opd``.

    - its head and whoever works there; the operator for an OPD without an account
    """
    return access.works_in(opd) or access.is_any((Role.OPERATOR,), opd.pemda)


def can_complete_sheet(access: Access, opd: "Opd") -> bool:
    """Tell whether the table of ``opd`` may be called complete, or opened again.

    - its head; the operator for an OPD without an account
    """
    return access.leads(opd) or access.is_any((Role.OPERATOR,), opd.pemda)
