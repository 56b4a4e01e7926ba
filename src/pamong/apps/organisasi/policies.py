"""What may be recorded by hand."""

from django.conf import settings

from pamong.apps.organisasi.models import Pemda


def can_record_by_hand(pemda: Pemda) -> bool:
    """Tell whether people may record tenures, leaves and decrees of ``pemda`` themselves.

    In a demonstration nothing is added to what the samples say of real office-holders; only a
    made-up government is there to try it (docs/explanation/real-people.md).
    """
    return pemda.is_made_up or not settings.PAMONG_DEMONSTRATION
