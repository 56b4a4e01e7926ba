"""The calendar of working days, made of the decrees that set holidays and cuti bersama.

Each year begins with a joint decree of three ministers (SKB), which later decrees change; what was
known on a day follows from the decrees decided by then. A year without a decree is refused, never
guessed. The Keppres that sets cuti bersama for ASN is an act of its own and not recorded here.

Source: a working day ("hari kerja") is a day of the agency's week that is neither a national
holiday nor cuti bersama (practice; UU 23/2014 Pasal 1 angka 50 and other acts call it "hari").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from pamong.kernel.day import WEEKDAYS, format_day
from pamong.kernel.language import say
from pamong.kernel.package_data import names_in, read_toml
from pamong.kernel.period import ONE_DAY
from pamong.kernel.provenance import Confidence


class YearWithoutDecreeError(LookupError):
    """No decree on the holidays of a year is recorded, or was decided by the day asked for."""

    def __init__(self, year: int, known_on: date | None) -> None:
        self.year = year
        self.known_on = known_on
        super().__init__(
            say(
                "Belum ada keputusan tentang hari libur dan cuti bersama tahun %(year)s di sistem "
                "ini, jadi hari kerjanya tidak dapat dihitung. Masukkan dahulu SKB tahun itu.",
                year=year,
            )
            if known_on is None
            else say(
                "Belum ada keputusan tentang hari libur dan cuti bersama tahun %(year)s yang "
                "sudah ditetapkan pada %(day)s di sistem ini, jadi hari kerjanya tidak dapat "
                "dihitung. Masukkan dahulu SKB tahun itu.",
                year=year,
                day=format_day(known_on),
            )
        )


class WorkWeek(StrEnum):
    """How many days of the week an agency works: Monday to Friday, or to Saturday."""

    FIVE = "lima_hari"
    SIX = "enam_hari"

    def has(self, day: date) -> bool:
        """Tell whether the weekday of ``day`` is one of the week's working days."""
        return day.weekday() < (5 if self is WorkWeek.FIVE else 6)


class DayOffKind(StrEnum):
    """Why a day is off for everybody."""

    LIBUR_NASIONAL = "libur_nasional"
    CUTI_BERSAMA = "cuti_bersama"


@dataclass(frozen=True, slots=True)
class DayOff:
    """One day that a decree takes off, by the name that it gives."""

    day: date
    name: str
    kind: DayOffKind


@dataclass(frozen=True, slots=True)
class HolidayDecree:
    """One decree on the days off of one year: the first, or a change of those before it."""

    year: int
    number: str
    decided_on: date | None
    source: str
    confidence: Confidence
    sets: tuple[DayOff, ...] = ()
    removes: frozenset[date] = frozenset()

    def is_known_on(self, day: date | None) -> bool:
        """Tell whether the decree was decided by ``day``; one without a date counts as known."""
        return day is None or self.decided_on is None or self.decided_on <= day


@dataclass(frozen=True, slots=True)
class Kalender:
    """Which days are working days, by the decrees given; those of one year in their order.

    ``known_on`` turns any question back to what was decided by that day.
    """

    decrees: tuple[HolidayDecree, ...]
    _memo: dict[tuple[int, date | None], Mapping[date, DayOff]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def days_off(self, year: int, known_on: date | None = None) -> Mapping[date, DayOff]:
        """Return the holidays and cuti bersama of a year by day, weekends apart.

        Raises:
            YearWithoutDecreeError: no decree for the year is recorded or known.
        """
        key = (year, known_on)
        if key not in self._memo:
            self._memo[key] = MappingProxyType(self._apply_decrees(year, known_on))
        return self._memo[key]

    def is_working_day(
        self, day: date, week: WorkWeek = WorkWeek.FIVE, known_on: date | None = None
    ) -> bool:
        """Tell whether ``day`` is a working day of the week given.

        Raises:
            YearWithoutDecreeError: no decree for the year is recorded or known.
        """
        return day not in self.days_off(day.year, known_on) and week.has(day)

    def why_not(
        self, day: date, week: WorkWeek = WorkWeek.FIVE, known_on: date | None = None
    ) -> str | None:
        """Name what makes ``day`` no working day: a holiday, "Sabtu", "Minggu"; ``None`` if it is.

        Raises:
            YearWithoutDecreeError: no decree for the year is recorded or known.

        >>> national_kalender().why_not(date(2024, 4, 9))
        'Cuti bersama Hari Raya Idulfitri'
        """
        off = self.days_off(day.year, known_on).get(day)
        if off is not None:
            return off.name
        return None if week.has(day) else WEEKDAYS[day.weekday()]

    def next_working_day(
        self, day: date, week: WorkWeek = WorkWeek.FIVE, known_on: date | None = None
    ) -> date:
        """Return ``day`` itself where it is a working day, else the first one after it.

        Raises:
            YearWithoutDecreeError: the search runs into a year without a decree.
        """
        while not self.is_working_day(day, week, known_on):
            day += ONE_DAY
        return day

    def first_working_day_after(
        self, day: date, week: WorkWeek = WorkWeek.FIVE, known_on: date | None = None
    ) -> date:
        """Return the first working day that is later than ``day``.

        Raises:
            YearWithoutDecreeError: the search runs into a year without a decree.

        >>> national_kalender().first_working_day_after(date(2025, 4, 1)).isoformat()
        '2025-04-08'
        """
        return self.next_working_day(day + ONE_DAY, week, known_on)

    def add_working_days(
        self, day: date, count: int, week: WorkWeek = WorkWeek.FIVE, known_on: date | None = None
    ) -> date:
        """Return the ``count``-th working day after ``day`` (before it, where negative).

        ``day`` itself is not counted, whatever it is; a count of 0 returns it unchanged.

        Raises:
            YearWithoutDecreeError: the count runs into a year without a decree.
        """
        step = ONE_DAY if count > 0 else -ONE_DAY
        missing = abs(count)
        while missing:
            day += step
            missing -= self.is_working_day(day, week, known_on)
        return day

    def working_days_between(
        self,
        after: date,
        until: date,
        week: WorkWeek = WorkWeek.FIVE,
        known_on: date | None = None,
    ) -> int:
        """Count the working days later than ``after``, up to ``until`` and with it.

        So it undoes ``add_working_days``. Negative where ``until`` is before ``after``: then the
        working days from ``until`` on that are earlier than ``after``.

        Raises:
            YearWithoutDecreeError: a year between the two has no decree.
        """
        if until < after:
            return -sum(self._working(until, after - ONE_DAY, week, known_on))
        return sum(self._working(after + ONE_DAY, until, week, known_on))

    def _working(
        self, first: date, last: date, week: WorkWeek, known_on: date | None
    ) -> Iterator[bool]:
        while first <= last:
            yield self.is_working_day(first, week, known_on)
            first += ONE_DAY

    def _apply_decrees(self, year: int, known_on: date | None) -> dict[date, DayOff]:
        decrees = [d for d in self.decrees if d.year == year and d.is_known_on(known_on)]
        if not decrees:
            raise YearWithoutDecreeError(year, known_on)
        days_off: dict[date, DayOff] = {}
        for decree in decrees:
            days_off = {day: off for day, off in days_off.items() if day not in decree.removes}
            days_off |= {off.day: off for off in decree.sets}
        return days_off


@cache
def national_kalender() -> Kalender:
    """Return the calendar of the national decrees that are carried with the kernel."""
    decrees: list[HolidayDecree] = []
    for name in names_in("libur"):
        decrees += _read_decrees(int(name.removesuffix(".toml")), read_toml(f"libur/{name}"))
    return Kalender(tuple(decrees))


def _read_decrees(year: int, table: Mapping[str, Any]) -> Iterable[HolidayDecree]:
    for row in table["decree"]:
        yield HolidayDecree(
            year=year,
            number=row["number"],
            decided_on=row.get("decided_on"),
            source=row["source"],
            confidence=Confidence(row["confidence"]),
            sets=tuple(
                DayOff(date.fromisoformat(day), name, kind)
                for kind in DayOffKind
                for day, name in row.get(kind.value, {}).items()
            ),
            removes=frozenset(row.get("removes", ())),
        )
