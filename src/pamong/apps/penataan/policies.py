"""Who may plan and carry out a reorganisation or an appointment, and read the plans of them."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.policies import RECORDERS, can_record_offices

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda


def can_read_plans(access: Access, pemda: "Pemda") -> bool:
    """Tell whether the plans of ``pemda`` may be read; they name people before a decree does.

    - operator, analis BKD, sekda
    """
    return access.is_any(RECORDERS, pemda)


def can_carry_out_plans(access: Access, pemda: "Pemda") -> bool:
    """Tell whether plans of ``pemda`` may be drafted, carried out and taken back.

    - operator, analis BKD, sekda
    - in a demonstration of a made-up government only
    """
    return can_record_offices(access, pemda)
