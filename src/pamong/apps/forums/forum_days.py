"""The forums of a span of days, for a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from pamong.apps.forums.forum_list import called_off_on, known_forums
from pamong.apps.organisasi.models import Pemda


@dataclass(frozen=True, slots=True)
class ForumDay:
    """One forum that is held or planned on a day."""

    public_id: UUID
    title: str
    day: date
    hour: time | None
    place: str


def forum_days(pemda: Pemda, *, first: date, last: date, day: date) -> Iterator[ForumDay]:
    """Yield the forums of a span that ``day`` knows of; those called off are left out."""
    rows = known_forums(pemda, day=day).filter(day__range=(first, last))
    for row in rows.filter(~called_off_on(day)).order_by("day", "pk"):
        yield ForumDay(row.public_id, row.title, row.day, row.hour, row.place)
