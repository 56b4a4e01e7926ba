"""Periods of legal validity.

A period is half-open, ``[start, end)``: its first day counts, its end day does not, and
``end=None`` means "still running". A decree (SK) states only the first day (TMT); the end of one
tenure is the TMT of the next, so with half-open periods no day is lost or counted twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pamong.kernel.language import say

ONE_DAY = timedelta(days=1)


class PeriodError(ValueError):
    """A period would end before, or on, its first day."""

    def __init__(self, start: date, end: date) -> None:
        self.start = start
        self.end = end
        super().__init__(
            say(
                "Masa ini berakhir sebelum sempat dimulai: mulai %(start)s, hari terakhir "
                "%(last)s. Periksa kedua tanggalnya.",
                start=f"{start:%d-%m-%Y}",
                last=f"{end - ONE_DAY:%d-%m-%Y}",
            )
        )


@dataclass(frozen=True, slots=True)
class Period:
    """A run of whole days, from ``start`` (counted) to ``end`` (not counted; ``None`` = open).

    >>> leave = Period.inclusive(date(2020, 9, 26), date(2020, 12, 5))
    >>> leave.days, leave.last_day.isoformat(), date(2020, 12, 6) in leave
    (71, '2020-12-05', False)
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise PeriodError(self.start, self.end)

    @classmethod
    def inclusive(cls, first_day: date, last_day: date | None) -> Period:
        """Make a period from the two days that people write; both of them count."""
        return cls(first_day, None if last_day is None else last_day + ONE_DAY)

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Period) -> bool:
        """Tell whether some day lies in both periods."""
        return (self.end is None or other.start < self.end) and (
            other.end is None or self.start < other.end
        )

    def contains_period(self, other: Period) -> bool:
        """Tell whether every day of ``other`` lies in this period."""
        if self.start > other.start:
            return False
        return self.end is None or (other.end is not None and other.end <= self.end)

    def intersection(self, other: Period) -> Period | None:
        """Return the days that lie in both periods; ``None`` where there are none."""
        if not self.overlaps(other):
            return None
        ends = [end for end in (self.end, other.end) if end is not None]
        return Period(max(self.start, other.start), min(ends, default=None))

    @property
    def last_day(self) -> date | None:
        """The last day that counts, as people write it on paper ("s.d. 31 Desember 2026")."""
        return None if self.end is None else self.end - ONE_DAY

    @property
    def days(self) -> int | None:
        """How many calendar days the period has; ``None`` while it runs."""
        return None if self.end is None else (self.end - self.start).days
