"""Who may take note of a finding."""

from pamong.apps.core.audit import Actor
from pamong.apps.findings.models import Finding
from pamong.apps.organisasi.policies import can_record_by_hand


def can_acknowledge_finding(access: Actor, finding: Finding) -> bool:
    """Tell whether somebody may say that a finding is known, and why, or take that back.

    - Whoever is signed in. (Roles narrow it here, and nowhere else.)
    - In a demonstration, of a made-up government only: a reason is free text, and nothing is
      added to what the samples say of real office-holders.
    """
    return access.user_id is not None and can_record_by_hand(finding.pemda)
