"""Which offices of the timeline are asked for; the choice stands in the address."""

from django.http import QueryDict

from pamong.apps.organisasi.on_record import OfficesAsked

EVERY_KIND = "semua"
"""What the address says for offices of every kind; without it, those who lead are shown."""


def asked_for(query: QueryDict) -> OfficesAsked:
    """Read the filter from the address."""
    kind = query.get("jenis", "")
    return OfficesAsked(
        kind="" if kind == EVERY_KIND else kind,
        words=query.get("cari", "").replace("\0", "").strip(),
        every_kind=kind == EVERY_KIND,
    )
