"""Reading findings."""

from datetime import date
from uuid import UUID

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from pamong.apps.findings.models import Finding, FindingFamily, FindingStatus
from pamong.apps.organisasi.models import Pemda

URGENCY = (FindingFamily.MELANGGAR, FindingFamily.PERIKSA, FindingFamily.CATATAN)


class FindingNotFoundError(LookupError):
    """There is no such finding."""

    def __init__(self) -> None:
        super().__init__("Temuan ini tidak ada. Cari dari daftar temuan.")


def findings_on(pemda: Pemda, *, day: date) -> QuerySet[Finding]:
    """Return the open findings of ``pemda`` that had begun by ``day``, the gravest first.

    A finding without a first day is told only from the day on which the law was run.
    """
    gravity = Case(
        *(When(family=family, then=Value(place)) for place, family in enumerate(URGENCY)),
        output_field=IntegerField(),
    )
    return (
        Finding.objects.filter(pemda=pemda, status=FindingStatus.OPEN)
        .filter(Q(since__lte=day) | Q(since=None, run__as_of__lte=day))
        .select_related("run")
        .order_by(gravity, "-since", "id")
    )


def get_finding(public_id: UUID) -> Finding:
    """Return one finding with its run and government.

    Raises:
        FindingNotFoundError: there is none.
    """
    finding = Finding.objects.select_related("run", "pemda").filter(public_id=public_id).first()
    if finding is None:
        raise FindingNotFoundError
    return finding
