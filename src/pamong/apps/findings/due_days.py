"""When what the law counts falls due for each pegawai: kept by the run, read by the lists.

Only the latest day that was judged is kept; a run for an earlier one changes nothing here.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow.compute as pc
from django.db import connection
from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from pamong import law
from pamong.apps.core.remembered import remembered
from pamong.apps.findings.models import DueDay, LawRun
from pamong.apps.kepegawaian.blocks import in_blocks, touched
from pamong.apps.kepegawaian.models import EmploymentKind, Pegawai
from pamong.apps.kepegawaian.roster import TOLD_BY
from pamong.apps.organisasi.models import Pemda

PENSION, KGB, PROMOTION = "bup-pns", "kgb", "pangkat-reguler"
KEPT: Mapping[str, tuple[str, ...]] = {
    PENSION: ("bup", "pasal", "mencapai_on"),
    KGB: ("golongan", "mkg_tahun", "langkah", "beritahu_on"),
    PROMOTION: ("golongan", "golongan_berikut", "genap_on"),
}
"""The rules whose days are kept, and what is kept of their steps."""
CONCERNED: Mapping[str, tuple[EmploymentKind, ...]] = {
    PENSION: (EmploymentKind.PNS,),
    KGB: (EmploymentKind.PNS, EmploymentKind.CPNS),
    PROMOTION: (EmploymentKind.PNS,),
}
"""Of whom each of them gives a day, if all that it looks at is on record."""
COPY = (
    "COPY findings_dueday (pemda_id, rule_id, pegawai_id, due_on, outcome, as_of, told) FROM STDIN"
)


@dataclass(frozen=True, slots=True)
class DueOf:
    """What falls due for one pegawai; ``told`` as the rule told it."""

    pegawai_id: int
    due_on: date
    outcome: str
    told: Mapping[str, Any]


def keep_due_days(run: LawRun, judged: law.Judgements) -> None:
    """Keep when it falls due for whom ``run`` judged, instead of what was kept of them before."""
    steps = KEPT.get(run.rule_id)
    kept = DueDay.objects.filter(pemda=run.pemda, rule_id=run.rule_id)
    if steps is None or kept.filter(as_of__gt=run.as_of).exists():
        return
    if run.subjects is not None:
        kept = kept.filter(pegawai__in=run.subjects)
    kept.delete()
    rows = judged.table.filter(pc.field("due_on").is_valid())
    with connection.cursor() as cursor, cursor.copy(COPY) as copy:
        for row in rows.to_pylist():
            told = json.dumps({step: row[step] for step in steps}, default=str)
            copy.write_row(
                (
                    *(run.pemda_id, run.rule_id, row["subject_id"]),
                    *(row["due_on"], row["outcome"], run.as_of, told),
                )
            )


class DueDays:
    """What falls due by one rule for the people that a condition holds for."""

    def __init__(self, pemda: Pemda, rule_id: str, people: QuerySet[Pegawai]) -> None:
        self._every = DueDay.objects.filter(pemda=pemda, rule_id=rule_id)
        self._runs = LawRun.objects.filter(pemda=pemda, rule_id=rule_id, subjects=None)
        self._rows = self._every.filter(pegawai__in=people)

    def counted_on(self) -> date | None:
        """Return the day for which the law last counted; ``None`` where it never did."""
        return remembered("counted on", self._every, self._last, told_by=(LawRun,))

    def _last(self) -> date | None:
        told: date | None = self._every.aggregate(day=Max("as_of"))["day"]
        # A run that gave nobody a day has counted as well.
        return told or self._runs.aggregate(day=Max("as_of"))["day"]

    def number_without(self, people: QuerySet[Pegawai]) -> int:
        """Return for how many of ``people`` no day is kept."""
        rows = self.without(people)
        return remembered("without a day", rows, rows.count, told_by=(*TOLD_BY, LawRun))

    def without(self, people: QuerySet[Pegawai]) -> QuerySet[Pegawai]:
        """Keep those of ``people`` of whom no day is kept."""
        return people.filter(~Exists(self._every.filter(pegawai=OuterRef("pk"))))

    def by_outcome(self) -> dict[str, int]:
        """Return how many days there are of each outcome."""
        return remembered("due by outcome", self._rows, self._told_so, told_by=(*TOLD_BY, LawRun))

    def _told_so(self) -> dict[str, int]:
        told = self._rows.order_by().values_list("outcome").annotate(number=Count("pk"))
        return dict(told)

    def by_year(self) -> list[tuple[int, int]]:
        """Return the years in which something falls due, with how many."""
        years: Counter[int] = Counter()
        for day, number in self._by_day:
            years[day.year] += number
        return sorted(years.items())

    def by_day(self, first: date, last: date) -> list[tuple[date, int]]:
        """Return the days of a span on which something falls due, with how many."""
        days = self._rows.filter(due_on__range=(first, last)).order_by().values_list("due_on")
        return sorted(days.annotate(number=Count("pk")))

    def on_days(self, days: Collection[date]) -> Iterator[DueOf]:
        """Yield those that fall due on some days, the first to fall due first."""
        rows = self._rows.filter(due_on__in=days).order_by("due_on", "pegawai")
        for row in rows:
            yield DueOf(row.pegawai_id, row.due_on, row.outcome, row.told)

    def rows(self, *, year: int | None, start: int, size: int) -> Iterator[DueOf]:
        """Yield those of a year, or all, the first to fall due first."""
        days = [told for told in self._by_day if year in (None, told[0].year)]
        blocks = list(touched(in_blocks(days), start, size))
        if not blocks:
            return
        rows = self._rows.filter(due_on__in=[block.key for block in blocks])
        rows = rows.order_by("due_on", "pegawai__person__sort_key", "pegawai")
        first = start - blocks[0].before
        for row in rows[first : first + size]:
            yield DueOf(row.pegawai_id, row.due_on, row.outcome, row.told)

    @cached_property
    def _by_day(self) -> list[tuple[date, int]]:
        """The days on which something falls due, with how many: a page reads only its own."""
        return remembered("due days", self._rows, self._counted, told_by=(*TOLD_BY, LawRun))

    def _counted(self) -> list[tuple[date, int]]:
        days = self._rows.order_by().values_list("due_on").annotate(number=Count("pk"))
        return sorted(days)
