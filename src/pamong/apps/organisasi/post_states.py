"""What one post was over time: its name, place, class, need, echelon and lowest golongan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pamong.apps.organisasi.models import Jabatan, PostState
from pamong.apps.organisasi.structure_reading import post_as
from pamong.apps.organisasi.structure_values import PostAs
from pamong.apps.organisasi.unit_tree import unit_names


@dataclass(frozen=True, slots=True)
class PostThen:
    """A post as it is on a day, where it stands, and what it was and will be, newest first.

    ``coming`` is a change on record for a later day.
    """

    now: PostAs
    place: str
    states: Sequence[PostState]
    coming: PostState | None


def post_then(jabatan: Jabatan, *, day: date) -> PostThen:
    """Return a post on a day with its history; nothing of what begins later but that it will."""
    rows = list(
        PostState.objects.filter(jabatan=jabatan).select_related("opd", "decree").order_by("pk")
    )
    rows.sort(key=lambda row: row.starts_on or date.min, reverse=True)
    begun = [row for row in rows if row.starts_on is None or row.starts_on <= day]
    later = [row for row in rows if row not in begun]
    runs = [row for row in begun if row.ends_before is None or row.ends_before > day]
    now = post_as(jabatan, runs[0] if runs else None)
    unit = unit_names([now.unit], day=day).get(now.unit or 0, "") if now.unit else ""
    opd = jabatan.opd.nama if jabatan.opd else ""
    return PostThen(now, unit or opd, begun, later[-1] if later else None)
