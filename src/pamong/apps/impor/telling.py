"""A doubt of an import in words, as whoever reads is told it."""

from pamong.apps.impor.kinds import ALL
from pamong.apps.impor.models import StagedDoubt
from pamong.kernel.language import say


def sentences_of(doubt: StagedDoubt) -> tuple[str, str]:
    """Return what is wrong, and what to do."""
    kind = ALL[doubt.code]
    return say(kind.message, **doubt.told), say(kind.advice, **doubt.told)
