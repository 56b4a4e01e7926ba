"""Who may see what the law found, and take note of it."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.findings.models import Finding
    from pamong.apps.organisasi.models import Pemda

WORKERS = (Role.OPERATOR, Role.BKD_ADMIN, Role.BKD, Role.SEKDA)
READERS = (*WORKERS, Role.KEPALA_DAERAH, Role.INSPEKTORAT, Role.AUDITOR)


def can_see_findings(access: Access, pemda: "Pemda") -> bool:
    """Tell whether the findings of ``pemda`` may be read; they name people.

    - operator, admin and analis BKD, sekda, kepala daerah, inspektorat, auditor
    - those of a closed class only by whom sees the class (:func:`can_see_finding`)
    """
    return access.is_any(READERS, pemda)


def can_simulate_law(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may ask what other figures of the law would come to for ``pemda``.

    A count of one in a small OPD names somebody, so that they are those who work on findings:

    - operator, admin and analis BKD, sekda
    """
    return access.is_any(WORKERS, pemda)


def can_acknowledge_finding(access: Access, finding: "Finding") -> bool:
    """Tell whether somebody may say that a finding is known, and why, or take that back.

    - operator, admin and analis BKD, sekda
    - in a demonstration, of a made-up government only: a reason is free text, and nothing is
      added to what the samples say of real office-holders
    """
    return access.is_any(WORKERS, finding.pemda) and can_record_by_hand(finding.pemda)
