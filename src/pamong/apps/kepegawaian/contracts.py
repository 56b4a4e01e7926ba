"""The contracts of PPPK in force on a day, the first to end first."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from pamong.apps.kepegawaian.blocks import in_blocks, touched
from pamong.apps.kepegawaian.models import EmploymentKind, PerjanjianKerja
from pamong.apps.kepegawaian.roster import Roster

A_DAY = timedelta(days=1)
BY_CONTRACT = (EmploymentKind.PPPK, EmploymentKind.PARUH_WAKTU)


@dataclass(frozen=True, slots=True)
class RunningContract:
    """One contract; ``is_part_time`` is ``None`` where it is not on record."""

    pegawai_id: int
    starts_on: date
    last_day: date
    is_part_time: bool | None
    is_followed: bool
    """Whether a later contract is on record already."""


class Contracts:
    """The contracts of the people of a roster that are in force on its day, and not broken off."""

    def __init__(self, roster: Roster) -> None:
        rows = _running(roster.day)
        self._roster, self._rows = roster, rows.filter(pegawai__in=roster.people())

    def number_without(self) -> int:
        """Return how many work by a contract, and have none in force on record."""
        return sum(self._without(self._roster.of_kind(kind)) for kind in BY_CONTRACT)

    def by_year(self) -> list[tuple[int, int]]:
        """Return the years in which the last day of some lies, with how many."""
        years: Counter[int] = Counter()
        for ends_before, number in self._by_end:
            years[(ends_before - A_DAY).year] += number
        return sorted(years.items())

    def by_day(self, first: date, last: date) -> list[tuple[date, int]]:
        """Return the days of a span that are the last of some contract, with how many."""
        ending = self._rows.filter(ends_before__range=(first + A_DAY, last + A_DAY))
        ends = ending.order_by().values_list("ends_before").annotate(number=Count("pk"))
        return sorted(((day or date.max) - A_DAY, number) for day, number in ends)

    def on_days(self, days: Collection[date]) -> Iterator[tuple[int, date]]:
        """Yield the pegawai whose contract has one of the days as its last, and that day."""
        ending = self._rows.filter(ends_before__in=[day + A_DAY for day in days])
        for pegawai_id, ends in ending.order_by("ends_before", "pk").values_list(
            "pegawai_id", "ends_before"
        ):
            yield pegawai_id, (ends or date.max) - A_DAY

    def rows(self, *, year: int | None, start: int, size: int) -> Iterator[RunningContract]:
        """Yield those whose last day lies in a year, or all."""
        ends = [told for told in self._by_end if year in (None, (told[0] - A_DAY).year)]
        blocks = list(touched(in_blocks(ends), start, size))
        if not blocks:
            return
        later = PerjanjianKerja.objects.filter(
            pegawai=OuterRef("pegawai"), starts_on__gt=OuterRef("starts_on")
        )
        rows = self._rows.filter(ends_before__in=[block.key for block in blocks])
        ordered = rows.annotate(followed=Exists(later)).order_by(
            "ends_before", "pegawai__person__sort_key", "pk"
        )
        told = ordered.values_list(
            "pegawai_id", "starts_on", "ends_before", "is_part_time", "followed"
        )
        first = start - blocks[0].before
        for pegawai_id, starts_on, ends_before, is_part_time, is_followed in told[
            first : first + size
        ]:
            last_day = (ends_before or date.max) - A_DAY  # a constraint: every one has an end
            yield RunningContract(pegawai_id, starts_on, last_day, is_part_time, is_followed)

    def _without(self, roster: Roster) -> int:
        running = _running(roster.day).filter(pegawai=OuterRef("pk"))
        people = roster.people(at_once=True).filter(~Exists(running))
        return roster.remembered("no contract", people.count, also=(PerjanjianKerja,))

    @cached_property
    def _by_end(self) -> list[tuple[date, int]]:
        """The first days after the contracts, with how many: a page reads only its own."""
        return self._roster.remembered("contracts", self._counted, also=(PerjanjianKerja,))

    def _counted(self) -> list[tuple[date, int]]:
        ends = self._rows.order_by().values_list("ends_before").annotate(number=Count("pk"))
        return sorted((ends_before or date.max, number) for ends_before, number in ends)


def _running(day: date) -> QuerySet[PerjanjianKerja]:
    """Return the contracts in force on a day that are not broken off by then."""
    goes_on = Q(ended_on=None) | Q(ended_on__gt=day)
    return PerjanjianKerja.objects.on(day).filter(goes_on)
