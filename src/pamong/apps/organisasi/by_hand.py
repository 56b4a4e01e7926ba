"""The door for what people record of an office by hand, apart from decrees."""

from collections.abc import Callable
from typing import TypeVar

from pamong.apps.organisasi.by_decree import OnlyFromSamplesError
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.policies import can_record_by_hand

Done = TypeVar("Done")


def recorded_by_hand(pemda: Pemda, work: Callable[[], Done]) -> Done:
    """Do ``work``, which records something of ``pemda``.

    Raises:
        OnlyFromSamplesError: a demonstration, and the government is not made up.
    """
    if not can_record_by_hand(pemda):
        raise OnlyFromSamplesError(pemda)
    return work()
