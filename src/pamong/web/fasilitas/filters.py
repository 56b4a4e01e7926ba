"""Which facilities are asked for; the choice stands in the address."""

from uuid import UUID

from django.http import QueryDict

from pamong.apps.organisasi.custody import HANDS_LABELS, Asked, Hands

HANDS = tuple((hands.value, HANDS_LABELS[hands]) for hands in Hands)


def asked_for(query: QueryDict) -> Asked:
    """Read the filter from the address; what is no address of an office asks for none."""
    return Asked(
        words=query.get("cari", "").replace("\0", "").strip(),
        kind=query.get("jenis", ""),
        office=_office(query.get("jabatan", "")),
        hands=query.get("di", ""),
    )


def _office(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        return ""
