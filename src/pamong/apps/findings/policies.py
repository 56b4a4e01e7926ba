"""Who may see what the law found, and take note of it."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.models import Role
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.findings.models import Finding
    from pamong.apps.organisasi.models import Pemda

READERS = (Role.OPERATOR, Role.BKD, Role.SEKDA)


def can_see_findings(access: Access, pemda: "Pemda") -> bool:
    """Tell whether the findings of ``pemda`` may be read; they name people.

    - operator, analis BKD, sekda
    """
    return access.is_any(READERS, pemda)


def can_simulate_law(access: Access, pemda: "Pemda") -> bool:
    """Tell whether somebody may ask what other figures of the law would come to for ``pemda``.

    A count of one in a small OPD names somebody, so that they are those who read findings:

    - operator, analis BKD, sekda
    """
    return can_see_findings(access, pemda)


def can_acknowledge_finding(access: Access, finding: "Finding") -> bool:
    """Tell whether somebody may say that a finding is known, and why, or take that back.

    - operator, analis BKD, sekda
    - in a demonstration, of a made-up government only: a reason is free text, and nothing is
      added to what the samples say of real office-holders
    """
    return access.is_any(READERS, finding.pemda) and can_record_by_hand(finding.pemda)
