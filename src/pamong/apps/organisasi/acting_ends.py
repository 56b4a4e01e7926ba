"""Acting terms in offices by the day on which they end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from pamong.apps.organisasi.models import JabatanHolding, Pemda
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.capacity import Capacity

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ActingEnd:
    """The last day of one acting term; ``number`` tells it from others in the same office."""

    number: int
    office: UUID
    title: str
    capacity: str
    holder: str
    last_day: date


def acting_ends(pemda: Pemda, *, first: date, last: date, day: date) -> Iterator[ActingEnd]:
    """Yield the acting terms whose last day lies in a span, of those begun by ``day``."""
    rows = JabatanHolding.objects.filter(
        pemda=pemda, starts_on__lte=day, ends_before__range=(first + A_DAY, last + A_DAY)
    ).exclude(capacity=Capacity.DEFINITIF)
    for row in rows.select_related("person", "jabatan").order_by("ends_before", "pk"):
        yield ActingEnd(
            row.pk,
            row.jabatan.public_id,
            office_title(row.jabatan, pemda),
            Capacity(row.capacity).label,
            row.person.shown_name,
            (row.ends_before or date.max) - A_DAY,
        )
