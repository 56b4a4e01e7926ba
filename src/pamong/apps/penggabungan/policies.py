"""Who may see who is recorded twice, and merge."""

from typing import TYPE_CHECKING

from pamong.apps.accounts.access import Access
from pamong.apps.accounts.record_access import KEEPERS
from pamong.apps.organisasi.policies import can_record_by_hand

if TYPE_CHECKING:
    from pamong.apps.organisasi.models import Pemda


def can_merge_pegawai(access: Access, pemda: "Pemda") -> bool:
    """Tell whether records of ``pemda`` may be compared, kept apart, merged and taken apart.

    - admin and analis BKD: whoever keeps the records, and sees the numbers in them
    - in a demonstration of a made-up government only
    """
    return access.is_any(KEEPERS, pemda) and can_record_by_hand(pemda)


def is_about_oneself(access: Access, *person_ids: int) -> bool:
    """Tell whether one of the two records is the user's own, which another has to decide."""
    return not access.person_ids.isdisjoint(person_ids)
