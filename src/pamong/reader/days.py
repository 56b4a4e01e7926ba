"""Every day that a text mentions: "Rabu malam (23/9)", "18 Maret 2019", "Dec 14th, 2019"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

from pamong.kernel.day import MONTHS, WEEKDAYS, find_month, find_weekday
from pamong.reader.draft import Span

# Every spelling of a month that the pattern takes begins with one of these.
_MONTH_STEMS = (
    {"jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "me": 5, "jun": 6}
    | {"jul": 7, "ag": 8, "aug": 8, "sep": 9, "oct": 10, "okt": 10, "nov": 11, "nop": 11}
    | {"dec": 12, "des": 12}
)
_MONTH = (
    "jan(?:uari|uary)?|[fp]eb(?:ruari|ruary)?|mar(?:et|ch)?|apr(?:il)?|me?i|may|jun[ie]?|jul[iy]?|"
    "ag(?:ustus|s?t)|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|no[vp](?:ember)?|de[sc](?:ember)?"
)
_WEEKDAYS = "senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
# Of a stretch of days the first one counts: "Senin-Selasa (12-13/8/2019)".
_WEEKDAY = rf"(?P<weekday>{_WEEKDAYS})(?:\s?(?:-|/|&|dan|s/d|hingga|sampai)\s?(?:{_WEEKDAYS}))?"
_HOUR = r"(?:\s+(?:dini hari|pagi|siang|sore|petang|malam))?"
# Both marks are the same: "09.30 - 10.15" are hours of a programme.
_NUMERIC = (
    r"(?P<d1>\d{1,2})(?:\s?[-&]\s?\d{1,2}(?=/\d{1,2}/\d))?"
    r"\s?(?P<joint>[/.-])\s?(?P<m1>\d{1,2})\s?(?P=joint)\s?(?P<y1>\d{4}|\d{2})(?![\d])"
)
_NO_YEAR = (
    r"(?:(?<=\()|(?<=\(\s))(?P<d2>\d{1,2})(?:\s?[-&]\s?\d{1,2}(?=/\d{1,2}\)))?"
    r"\s?[/-]\s?(?P<m2>\d{1,2})(?=\s?\))"
)
_NAMED = (
    rf"(?P<d3>\d{{1,2}})(?:\s?(?:-|&|dan|s/d)\s?\d{{1,2}})?\s+(?P<m3>{_MONTH})\b\.?"
    r"(?:,?\s+(?:tahun\s+)?(?P<y3>\d{4})(?!\d))?"
)
_ENGLISH = rf"(?P<m4>{_MONTH})\b\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})"
_DAY = re.compile(
    rf"(?:(?<!\w){_WEEKDAY}{_HOUR}[\s,/]*(?:tanggal\s+)?\(?\s?)?"
    rf"(?<![\w/.,])(?:{_NUMERIC}|{_NO_YEAR}|{_NAMED}|{_ENGLISH})",
    re.IGNORECASE,
)
_RANGE_JOINT = re.compile(
    r"\s*(?:-|s\.?\s?d\.?|s/d|sampai(?:\s+dengan)?|hingga)\s*(?:tanggal\s+)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DayMention:
    """One day as the text writes it; ``year`` is ``None`` where it is not written.

    ``is_swapped`` says that the month stood first, as on an American page.
    """

    day: int
    month: int
    year: int | None
    weekday: int | None
    span: Span
    is_swapped: bool = False

    @property
    def full(self) -> date | None:
        """The day where its year is written and the calendar has it."""
        return None if self.year is None else self.in_year(self.year)

    @property
    def misfit(self) -> tuple[date, int] | None:
        """The day written in full and its weekday, where the two do not fit together."""
        day = self.full
        if day is None or self.weekday is None or day.weekday() == self.weekday:
            return None
        return (day, self.weekday)

    def in_year(self, year: int) -> date | None:
        """Return this day and month in ``year``; ``None`` where the calendar has none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    def years_that_fit(self, years: range) -> Iterator[int]:
        """Yield the years in which the day exists and falls on its weekday."""
        for year in years:
            day = self.in_year(year)
            if day and (self.weekday is None or day.weekday() == self.weekday):
                yield year

    def days_with_weekday_near(self, reach: int = 6) -> Iterator[date]:
        """Yield the days around the written one, nearest first, that have its weekday."""
        written = self.full
        if written is not None and self.weekday is not None:
            near = (written + timedelta(days=shift) for shift in range(-reach, reach + 1))
            fitting = [day for day in near if day.weekday() == self.weekday]
            yield from sorted(fitting, key=lambda day: abs((day - written).days))

    @property
    def written(self) -> str:
        """The day and month in words, with weekday and year where the text has them."""
        weekday = "" if self.weekday is None else f"{WEEKDAYS[self.weekday]}, "
        year = "" if self.year is None else f" {self.year}"
        return f"{weekday}{self.day} {MONTHS[self.month - 1]}{year}"


def find_days(plain: str) -> tuple[DayMention, ...]:
    """Return every day that the text mentions, in its order; impossible ones are left out."""
    read = (_read(match) for match in _DAY.finditer(plain))
    return tuple(mention for mention in read if mention is not None)


def ranges(body: str, days: Sequence[DayMention]) -> Iterator[tuple[DayMention, DayMention]]:
    """Yield the days that a dash, "sampai" or "hingga" joins to a stretch."""
    for first, last in pairwise(days):
        if _RANGE_JOINT.fullmatch(body, first.span[1], last.span[0]):
            yield first, last


def _read(match: re.Match[str]) -> DayMention | None:
    group = match.groupdict()
    form = next(form for form in "1234" if group[f"d{form}"])
    day, month = int(group[f"d{form}"]), _month_number(group[f"m{form}"])
    is_swapped = month > 12 >= day
    if is_swapped:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    weekday = find_weekday(group["weekday"]) if group["weekday"] else None
    year = _full_year(group.get(f"y{form}"))
    closes = match.string.startswith(")", match.end()) and "(" in match[0]
    span = (match.start(), match.end() + closes)
    mention = DayMention(day, month, year, weekday, span, is_swapped)
    return mention if mention.in_year(year or 2000) else None


@cache
def _month_number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return find_month(word) or next(
        number for stem, number in _MONTH_STEMS.items() if word.lower().startswith(stem)
    )


def _full_year(digits: str | None) -> int | None:
    """Return the year; two digits are of this century, as forums with a page of their own are."""
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
