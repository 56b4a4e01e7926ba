"""Tenures, leaves and campaigns whose days the text states; no first or last day is invented."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from pamong.kernel.capacity import Capacity
from pamong.kernel.day import find_month
from pamong.reader.days import DayMention, ranges
from pamong.reader.draft import DraftPeriod, Span
from pamong.reader.found import Found
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.person import Mention, Person
from pamong.reader.regions import Region
from pamong.reader.speaking import Speech

_NEAR_DAYS = 200  # between a forum and the beginning of a stretch that it speaks of without a year
_MONTH_YEAR = re.compile(
    r"(?<!\w)(?:sejak|mulai|dari)\s+(?P<from>(?:[A-Z][a-z]+\s+)?\d{4})"
    r"(?:\s+(?:sampai(?:\s+dengan)?|hingga|-)\s+(?P<until>(?:[A-Z][a-z]+\s+)?\d{4}))?",
)


@dataclass(frozen=True, slots=True)
class _Range:
    """First and last day (or month, or year) as ISO text, and where they stand."""

    start: str | None
    end: str | None
    span: Span


def find_periods(
    page: Page, cast: Cast, speech: Speech, home: Region | None, day: date | None = None
) -> list[Found[DraftPeriod]]:
    """Return the periods of the body in its order, with whose they are where the text says so.

    ``day`` is that of the forum: a stretch without any year lies beside it.
    """
    found = []
    for sentence in page.sentences:
        start = sentence.start
        for stretch in _ranges(page, sentence, day):
            if period := _describe(page, cast, speech, home, (sentence, start, stretch)):
                found.append(period)
            start = stretch.span[1]
    return found


def _ranges(page: Page, sentence: Sentence, day: date | None) -> Iterator[_Range]:
    days = page.days_in(sentence.span)
    paired: set[DayMention] = set()
    found = []
    for first, last in (*ranges(page.body, days), *_ended(page, days)):
        if last.full:
            paired |= {first, last}
            found.append(_between(first, last))
        elif first.year is None and day is not None and (pair := _around(first, last, day)):
            paired |= {first, last}
            start, end = pair
            found.append(_Range(_iso(start), _iso(end), (first.span[0], last.span[1])))
    found += [
        _Range(one.full.isoformat(), None, one.span)
        for one in days
        if one not in paired and one.full and _begins(page, sentence, one)
    ]
    found += _by_month(page, sentence)
    yield from sorted(found, key=lambda stretch: stretch.span)


def _ended(page: Page, days: Sequence[DayMention]) -> Iterator[tuple[DayMention, DayMention]]:
    """Yield days that a word of ending joins: "sejak 4 Mei 2019 dan purnatugas 1 Juli 2024"."""
    for first, last in pairwise(days):
        if _ending().fullmatch(page.lower, first.span[1], last.span[0]) and first.full:
            yield first, last


def _around(first: DayMention, last: DayMention, day: date) -> tuple[date, date] | None:
    """Return two days without a year beside the day of the forum: the next such stretch."""
    start = first.in_year(day.year)
    end = last.in_year(day.year)
    if start and end and end < start:
        end = last.in_year(day.year + 1)
    is_near = start is not None and abs((start - day).days) <= _NEAR_DAYS
    return (start, end) if start and end and is_near else None


def _between(first: DayMention, last: DayMention) -> _Range:
    start = first.full or first.in_year(last.year or 0)
    span = (first.span[0], last.span[1])
    return _Range(_iso(start), _iso(last.full), span)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _by_month(page: Page, sentence: Sentence) -> Iterator[_Range]:
    """Yield "sejak September 2023 sampai 2025": periods that are known by month or year."""
    for match in _MONTH_YEAR.finditer(page.body, sentence.start, sentence.end):
        start, end = _iso_month(match["from"]), match["until"] and _iso_month(match["until"])
        yield _Range(start, end, match.span())


def _iso_month(text: str) -> str:
    *month, year = text.split()
    number = find_month(month[0]) if month else None
    return f"{year}-{number:02}" if number else year


def _begins(page: Page, sentence: Sentence, day: DayMention) -> bool:
    """Tell whether a verb of taking office, and no weekday, stands before a lone day."""
    words = tuple(table("periods")["begins"])
    before = page.lower[sentence.start : day.span[0]]
    matches = list(pattern_of(words).finditer(before))
    return day.weekday is None and bool(matches) and len(before) - matches[-1].end() < 40


def _describe(
    page: Page,
    cast: Cast,
    speech: Speech,
    home: Region | None,
    place: tuple[Sentence, int, _Range],
) -> Found[DraftPeriod] | None:
    sentence, start, stretch = place
    kind = _kind(page, sentence, start, stretch)
    if kind is None:
        return None
    before = cast.mentions_in((sentence.start, stretch.span[0]))
    person = _whose(before, speech, sentence)
    if kind == "campaign":
        return _found(DraftPeriod("masa kampanye", stretch.start, stretch.end), stretch)
    if kind == "span":
        named = _spans().search(page.lower, sentence.start, stretch.span[0])
        what = " ".join(named["what"].split()) if named else "masa"
        return _found(DraftPeriod(what, stretch.start, stretch.end), stretch)
    near = [m for m in cast.mentions_in((start, stretch.span[0])) if m.office]
    office = near[-1].office if near else person and person.office
    is_leave = kind == "leave"
    capacity = _capacity(page.lower[start : stretch.span[0]], near, person, is_leave=is_leave)
    title = office.title(home) if office else None
    period = DraftPeriod(
        what=_leave_name(page) if is_leave else _tenure_name(capacity, title),
        start=stretch.start,
        end=stretch.end,
        office=title,
        name=person.name if person else None,
        kind=kind,
        capacity=capacity,
    )
    return _found(period, stretch)


def _kind(page: Page, sentence: Sentence, start: int, stretch: _Range) -> str | None:
    """Return what the nearest word before the days says that they are; else the one behind."""
    if stretch.end and _spans().search(page.lower, sentence.start, stretch.span[0]):
        return "span"
    if stretch.end and _leads_since().search(page.lower, sentence.start, stretch.span[0]):
        return "tenure"
    before = list(_signs().finditer(page.lower, start, stretch.span[0]))
    if not before and start != sentence.start:
        before = list(_signs().finditer(page.lower, sentence.start, start))
    behind = _signs().search(page.lower, stretch.span[1], sentence.end)
    match = before[-1] if before else behind
    if match is None:
        return None
    return next(kind for kind, text in match.groupdict().items() if text)


@cache
def _ending() -> re.Pattern[str]:
    words = alternatives(table("periods")["ends"])
    return re.compile(
        rf"[\s,]*(?:dan|lalu|hingga|kemudian|sampai)?\s*(?:{words})(?:\s+\w+){{0,2}}\s+"
    )


@cache
def _spans() -> re.Pattern[str]:
    """Match what lasts for the days behind it: "masa tanggap darurat … berlaku"."""
    spans = alternatives(table("periods")["spans"])
    return re.compile(rf"(?<!\w)(?P<what>{spans})(?!\w)(?:\s+\w+){{0,4}}\s*$")


@cache
def _leads_since() -> re.Pattern[str]:
    """Match "memimpin Contoh sejak": who leads a government from a day on holds an office."""
    forums = alternatives(["apel", "rapat", "rakor", "upacara", "musyawarah", "sidang"])
    return re.compile(rf"(?<!\w)memimpin\s+(?!(?:{forums})\b)(?:[\w-]+\s+){{1,3}}sejak\s*$")


@cache
def _signs() -> re.Pattern[str]:
    signs: dict[str, list[str]] = table("periods")["signs"]
    parts = (rf"(?P<{kind}>{alternatives(phrases)})" for kind, phrases in signs.items())
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def _whose(before: Sequence[Mention], speech: Speech, sentence: Sentence) -> Person | None:
    """Return the person named before the days; else who speaks of "his" leave."""
    named = [m.person for m in before if m.person]
    return named[-1] if named else speech.of(sentence).speaker


def _capacity(
    text: str, near: list[Mention], person: Person | None, *, is_leave: bool
) -> str | None:
    if pattern_of(("definitif",)).search(text):
        return Capacity.DEFINITIF.label
    office = near[-1].office if near else None
    if office and office.acting:
        return office.acting.label
    known = person.capacity if person and (office is None or person.holds(office)) else None
    return known.label if known and (office or is_leave or known.is_acting) else None


def _tenure_name(capacity: str | None, title: str | None) -> str:
    if capacity == Capacity.DEFINITIF.label:
        return f"{title or 'jabatan'} {capacity}"
    return " ".join(part for part in (capacity, title) if part) or "masa jabatan"


def _leave_name(page: Page) -> str:
    """Name the leave as the document does: of a campaign, where it speaks of one."""
    return "cuti kampanye" if "kampanye" in page.lower else "cuti"


def _found(period: DraftPeriod, stretch: _Range) -> Found[DraftPeriod]:
    return Found(period, (stretch.span,), "Hari-harinya tertulis di teks.")
