"""Of how many the next rise of pay is not sure, or not told at all, and what is on record."""

from collections.abc import Sequence
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


def pay_lacking(due: DueDays, people: Sequence[QuerySet[Pegawai]], *, day: date) -> PayLacking:
    """Count what lacks for the rises of some people, as the run for ``day`` left it.

    ``people`` are those of one list, apart by nothing but their status; there is one at least.
    """

    def count() -> tuple[int, int]:
        told = [_without(due, some, day) for some in people]
        return sum(every for every, _paid in told), sum(paid for _every, paid in told)

    # Those of one status stand for all: how they are asked for tells the list.
    asked, told_by = due.without(people[0]), (*TOLD_BY, LawRun, RiwayatGaji)
    every, paid = remembered(f"without a rise:{day}", asked, count, told_by=told_by)
    told = due.by_outcome()
    return PayLacking(
        estimated=told.get(BY_RANK, 0),
        not_whole=told.get(NOT_JUDGED, 0),
        unpaid=every - paid,
        paid=paid,
    )


def _without(due: DueDays, people: QuerySet[Pegawai], day: date) -> tuple[int, int]:
    """Return of how many no day is kept, and how many of them have pay on record on the day."""
    has_pay = Exists(RiwayatGaji.objects.filter(pegawai=OuterRef("pk"), starts_on__lte=day))
    rows = due.without(people)
    told = rows.aggregate(every=Count("pk"), paid=Count("pk", filter=has_pay))
    return told["every"], told["paid"]
