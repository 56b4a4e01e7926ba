"""Reading findings."""

from datetime import date
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from pamong.apps.findings.models import Finding, FindingFamily, LawRun
from pamong.apps.organisasi.models import Pemda

URGENCY = (FindingFamily.MELANGGAR, FindingFamily.PERIKSA, FindingFamily.CATATAN)


class FindingNotFoundError(LookupError):
    """There is no such finding."""

    def __init__(self) -> None:
        super().__init__("Temuan ini tidak ada. Cari dari daftar temuan.")


def findings_on(pemda: Pemda, *, day: date) -> QuerySet[Finding]:
    """Return the findings of ``pemda`` that stood on ``day``, the gravest first.

    They are those of the latest run of each rule for that day or for one before; what began later
    is never told.
    """
    gravity = Case(
        *(When(family=family, then=Value(place)) for place, family in enumerate(URGENCY)),
        output_field=IntegerField(),
    )
    return (
        Finding.objects.filter(runs__in=runs_on(pemda, day=day))
        .filter(Q(since__lte=day) | Q(since=None))
        .select_related("run")
        .order_by(gravity, "-since", "id")
    )


def runs_on(pemda: Pemda, *, day: date) -> QuerySet[LawRun]:
    """Return the latest run of each rule for ``day`` or for a day before."""
    return (
        LawRun.objects.filter(pemda=pemda, as_of__lte=day)
        .order_by("rule_id", "-as_of", "-id")
        .distinct("rule_id")
    )


def days_judged(pemda: Pemda) -> list[date]:
    """Return the days for which ``pemda`` was judged, the earliest first."""
    days = LawRun.objects.filter(pemda=pemda).order_by("as_of").values_list("as_of", flat=True)
    return list(days.distinct())


def get_finding(public_id: UUID) -> Finding:
    """Return one finding with its run and government.

    Raises:
        FindingNotFoundError: there is none.
    """
    finding = Finding.objects.select_related("run", "pemda").filter(public_id=public_id).first()
    if finding is None:
        raise FindingNotFoundError
    return finding
