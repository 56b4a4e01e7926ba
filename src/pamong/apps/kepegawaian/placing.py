"""Where a pegawai works on a day, for whoever asks of many at once."""

from collections.abc import Collection
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from pamong.apps.kepegawaian.models import Placement


def placement_of(day: date, *, field: str) -> Subquery:
    """Return, for a queryset of pegawai, a field of the placement in force on ``day``."""
    rows = Placement.objects.filter(pegawai=OuterRef("pk"), starts_on__lte=day)
    held = rows.filter(Q(ends_before=None) | Q(ends_before__gt=day))
    return Subquery(held.values(field)[:1])


def placements_on(
    pegawai_ids: Collection[int], *, day: date | None = None
) -> dict[int, Placement]:
    """Return the placement of each pegawai on ``day``, else the last one begun, with its OPD.

    Without a day, the last of all. Who has none yet on ``day`` is told the first one to come, so
    that somebody who is appointed for next month is found in the OPD of next month.
    """
    rows = Placement.objects.filter(pegawai__in=pegawai_ids).select_related("opd", "unit")
    found: dict[int, Placement] = {}
    for row in rows.order_by("starts_on"):
        if row.pegawai_id not in found or day is None or row.starts_on <= day:
            found[row.pegawai_id] = row
    return found
