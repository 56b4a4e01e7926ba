"""In which year something falls due in which OPD, as a table of a chart counts it."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, FilteredRelation, Q, QuerySet
from django.db.models.functions import ExtractYear

from pamong.apps.core.remembered import remembered
from pamong.apps.findings.models import LawRun
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.kepegawaian.nominatif import with_opd
from pamong.apps.kepegawaian.roster import TOLD_BY


def due_by_opd(
    rule_id: str, people: QuerySet[Pegawai], *, day: date, years: range
) -> Mapping[tuple[int, int], int]:
    """Return how many of some people have what ``rule_id`` counts fall due, by OPD and year.

    The OPD is where somebody works on ``day``. Whoever is placed nowhere is not in it.
    """
    told_by = (*TOLD_BY, LawRun)
    name = f"due by OPD:{rule_id}:{day}:{years}"
    return remembered(name, people, lambda: _counted(rule_id, people, day, years), told_by=told_by)


def _counted(
    rule_id: str, people: QuerySet[Pegawai], day: date, years: range
) -> Mapping[tuple[int, int], int]:
    placements = with_opd(Placement.objects.on(day).filter(pegawai__in=people), day)
    due = FilteredRelation("pegawai__due_days", condition=Q(pegawai__due_days__rule_id=rule_id))
    rows = placements.alias(due=due).filter(
        due__due_on__gte=date(years.start, 1, 1), due__due_on__lt=date(years.stop, 1, 1)
    )
    counted = rows.order_by().values_list("opd_now", ExtractYear("due__due_on"))
    told = counted.annotate(number=Count("pk"))  # one placement a day, one due day a rule
    return {(opd, year): number for opd, year, number in told}
