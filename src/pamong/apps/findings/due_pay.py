"""Of how many the next rise of pay is not sure, or not told at all, and what is on record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, QuerySet

from pamong.apps.core.remembered import remembered
from pamong.apps.findings.due_days import DueDays
from pamong.apps.findings.models import LawRun
from pamong.apps.kepegawaian.models import Pegawai, RiwayatGaji
from pamong.apps.kepegawaian.roster import TOLD_BY
from pamong.law.rule import NOT_JUDGED

BY_RANK = "menurut_pangkat"
"""The outcome of the rule that tells a day by the last decree on rank."""


@dataclass(frozen=True, slots=True)
class PayLacking:
    """How many days are estimated, how many told of a record that is not whole; who has none.

    Of whom no day is told, ``unpaid`` have no pay on record and ``paid`` have.
    """

    estimated: int
    not_whole: int
    unpaid: int
    paid: int


def pay_lacking(due: DueDays, people: Iterable[QuerySet[Pegawai]], *, day: date) -> PayLacking:
    """Count what lacks for the rises of some people, as the run for ``day`` left it."""
    told = due.by_outcome()
    without = [_without(due, some, day) for some in people]
    return PayLacking(
        estimated=told.get(BY_RANK, 0),
        not_whole=told.get(NOT_JUDGED, 0),
        unpaid=sum(every - paid for every, paid in without),
        paid=sum(paid for _every, paid in without),
    )


def _without(due: DueDays, people: QuerySet[Pegawai], day: date) -> tuple[int, int]:
    """Return of how many no day is kept, and how many of them have pay on record on the day."""
    rows = due.without(people)
    has_pay = Exists(RiwayatGaji.objects.filter(pegawai=OuterRef("pk"), starts_on__lte=day))

    def count() -> tuple[int, int]:
        told = rows.aggregate(every=Count("pk"), paid=Count("pk", filter=has_pay))
        return told["every"], told["paid"]

    told_by = (*TOLD_BY, LawRun, RiwayatGaji)
    return remembered(f"without a rise:{day}", rows, count, told_by=told_by)
