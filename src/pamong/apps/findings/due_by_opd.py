"""In which year something falls due in which OPD, as a table of a chart counts it."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, FilteredRelation, Q, QuerySet
from django.db.models.functions import ExtractYear

from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.kepegawaian.nominatif import with_opd


def due_by_opd(
    rule_id: str, people: QuerySet[Pegawai], *, day: date
) -> Mapping[tuple[int, int], int]:
    """Return how many of some people have what ``rule_id`` counts fall due, by OPD and year.

    The OPD is where somebody works on ``day``. Whoever is placed nowhere is not in it.
    """
    placements = with_opd(Placement.objects.on(day).filter(pegawai__in=people), day)
    due = FilteredRelation("pegawai__due_days", condition=Q(pegawai__due_days__rule_id=rule_id))
    rows = placements.alias(due=due).filter(due__isnull=False).order_by()
    counted = rows.values_list("opd_now", ExtractYear("due__due_on"))
    told = counted.annotate(number=Count("pegawai", distinct=True))
    return {(opd, year): number for opd, year, number in told}
