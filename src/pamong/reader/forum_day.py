"""The day of the forum: which mention means it, and which year, with candidates and conflicts.

A page's own date is not the forum's, but the forum is not later. Where the year is not written,
everything that speaks for or against one is weighed: the weekday, years elsewhere in the text, the
day of publication, words that did not exist yet, who held the office, and the days off. What is
left undecided stays undecided: the draft then holds no day, and all candidates.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from pamong.kernel.day import WEEKDAYS, format_day, format_day_long
from pamong.kernel.kalender import YearWithoutDecreeError, national_kalender
from pamong.reader.days import DayMention, find_days, ranges
from pamong.reader.draft import Candidate, Span
from pamong.reader.found import Found, distinct
from pamong.reader.genre import speech_head
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.known import KnownHolder
from pamong.reader.page import Page

_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d{2}(?![\d/.]\d)")


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known besides the text: when it was published, who held the speakers' offices.

    ``not_after`` is the last day that can be meant, such as the day of reading; ``holders`` are
    the known tenures of each speaker.
    """

    published_on: date | None = None
    not_after: date | None = None
    holders: tuple[tuple[KnownHolder, ...], ...] = ()
    falls_on_days_off: bool = False


@dataclass(frozen=True, slots=True)
class _Option:
    """One day that may be meant, and what speaks against it."""

    day: date
    against: tuple[str, ...] = ()


def find_forum_day(page: Page, clues: Clues) -> Found[date | None] | None:
    """Return the day of the forum; its value is ``None`` where candidates stay undecided."""
    mentions = forum_mentions(page) or _of_speech(page)
    if not mentions:
        return None
    written = [mention for mention in mentions if mention.full]
    if not written:
        return _settle_year(page, mentions, clues)
    if (other := _disagreeing(written)) is not None:
        return _two_days(written[0], other)
    if misfit := written[0].misfit:
        return _wrong_weekday(written[0], *misfit)
    return _as_written(written)


def forum_mentions(page: Page) -> list[DayMention]:
    """Return the mentions that can mean the forum's day: those with a weekday or in brackets.

    Where there is none, the first plain day of the body that stands in no period or citation.
    """
    mentions = [m for m in page.days if page.sentence_at(m.span[0])]
    marked = [m for m in mentions if m.weekday is not None or "(" in page.body[slice(*m.span)]]
    stretched = {day for pair in ranges(page.body, page.days) for day in pair}
    plain = [m for m in mentions if m.full and m not in stretched and _stands_for_event(page, m)]
    return marked or plain[:1]


def _of_speech(page: Page) -> list[DayMention]:
    """Return the day in the head of a speech: a speech is written for its day."""
    head = speech_head(page)
    return [day for day in page.days_in(head) if day.full] if head else []


def page_days(page: Page) -> list[date]:
    """Return the days in page furniture: when the page was made, or looked at."""
    texts = (line.text for line in page.furniture_lines)
    return [day for text in texts for m in find_days(text) if (day := m.full)]


def _stands_for_event(page: Page, mention: DayMention) -> bool:
    sentence = page.sentence_at(mention.span[0])
    text = page.lower[sentence.start : sentence.end] if sentence else ""
    events: list[str] = table("forums")["signs"]["held"]
    return pattern_of(tuple(events)).search(text) is not None


# ── days that are written in full ──────────────────────────────────────────────────────────────


def _disagreeing(written: Sequence[DayMention]) -> DayMention | None:
    return next((m for m in written[1:] if m.full != written[0].full), None)


def _as_written(written: Sequence[DayMention]) -> Found[date | None]:
    first = written[0]
    spans = distinct(m.span for m in written)
    swapped = " Bulan ditulis sebelum tanggal." if first.is_swapped else ""
    return Found(first.full, spans, f"Tertulis lengkap di teks.{swapped}")


def _two_days(first: DayMention, other: DayMention) -> Found[date | None]:
    reason = "Teks menyebut dua tanggal berbeda untuk acara ini. Pilih salah satu."
    candidates = tuple(
        Candidate(m.full.isoformat(), f"Tertulis {m.written}.", (m.span,))
        for m in (first, other)
        if m.full
    )
    return Found(first.full, distinct((first.span, other.span)), reason, candidates, conflict=True)


def _wrong_weekday(mention: DayMention, written: date, number: int) -> Found[date | None]:
    weekday = WEEKDAYS[number]
    reason = (
        f"Tertulis hari {weekday}, tetapi {format_day(written)} jatuh pada hari "
        f"{WEEKDAYS[written.weekday()]}. Periksa mana yang benar."
    )
    others = list(mention.days_with_weekday_near())[:2]
    candidates = (
        Candidate(written.isoformat(), "Menurut angkanya.", (mention.span,)),
        *(
            Candidate(day.isoformat(), f"Hari {weekday} terdekat.", (mention.span,))
            for day in sorted(others)
        ),
    )
    return Found(written, (mention.span,), reason, candidates, conflict=True)


# ── days without a year ────────────────────────────────────────────────────────────────────────


def _settle_year(page: Page, mentions: Sequence[DayMention], clues: Clues) -> Found[date | None]:
    mention = mentions[0]
    spans = distinct(m.span for m in mentions if (m.day, m.month) == (mention.day, mention.month))
    years = range(table("terms")["window"]["first_year"], _last_year(page, clues) + 1)
    days = [mention.in_year(year) for year in mention.years_that_fit(years)]
    options = [_weigh(page, day, clues) for day in days if day]
    left = [option for option in options if not option.against]
    chosen, why = _choose(page, left, clues)
    candidates = tuple(
        Candidate(option.day.isoformat(), _for_or_against(option), spans) for option in options
    )
    if chosen is not None:
        reason = f"Tahun tidak tertulis; {format_day_long(chosen)} karena {why}."
        return Found(chosen, spans, reason, candidates if len(options) > 1 else ())
    reason = "Tahun tidak tertulis dan tidak dapat dipastikan dari teks. Pilih salah satu."
    return Found(None, spans, reason, candidates, conflict=True)


def _last_year(page: Page, clues: Clues) -> int:
    """Return the last year that can be meant; without any bound, the last with a decree."""
    bounds = [clues.published_on, clues.not_after, *page_days(page)]
    years = [day.year for day in bounds if day]
    return min(years) if years else _last_year_with_decree()


@cache
def _last_year_with_decree() -> int:
    return max(decree.year for decree in national_kalender().decrees)


def _weigh(page: Page, day: date, clues: Clues) -> _Option:
    reasons = (
        *_later_than_page(page, day, clues),
        *_outside_terms(page, day),
        *_before_cited(page, day),
        *_not_in_office(day, clues),
        *_day_off(day, clues),
    )
    return _Option(day, reasons)


def _later_than_page(page: Page, day: date, clues: Clues) -> Iterable[str]:
    bounds = [clues.published_on, clues.not_after, *page_days(page)]
    latest = min((bound for bound in bounds if bound), default=None)
    if latest is not None and day > latest:
        yield f"lebih baru daripada halamannya ({format_day(latest)})"


def _outside_terms(page: Page, day: date) -> Iterable[str]:
    for term in _terms():
        used = pattern_of(tuple(term["words"])).search(page.lower)
        if used is None:
            continue
        word = page.body[slice(*used.span())]
        if day < term["since"]:
            yield f'"{word}" baru ada sejak {format_day(term["since"])}'
        if "until" in term and day > term["until"]:
            yield f'"{word}" hanya ada sampai {format_day(term["until"])}'


@cache
def _terms() -> tuple[dict[str, Any], ...]:
    return tuple(table("terms")["term"])


def _before_cited(page: Page, day: date) -> Iterable[str]:
    years = [int(match["year"]) for match in _citation().finditer(page.lower)]
    if years and day.year < max(years):
        yield f"teks mengutip peraturan tahun {max(years)}"


@cache
def _citation() -> re.Pattern[str]:
    names = alternatives(table("terms")["cited"]["names"])
    return re.compile(
        rf"(?<!\w)(?:{names})\s[^.]{{0,40}}?(?:tahun\s+|/)(?P<year>(?:19|20)\d\d)(?!\d)"
    )


def _not_in_office(day: date, clues: Clues) -> Iterable[str]:
    for tenures in clues.holders:
        if not any(tenure.held_on(day) for tenure in tenures):
            holder = tenures[0]
            yield f"menurut catatan di sini {holder.name} saat itu bukan {holder.office}"


def _day_off(day: date, clues: Clues) -> Iterable[str]:
    """Say that nobody worked on a day; a year without a decree says nothing."""
    if clues.falls_on_days_off:
        return
    try:
        off = national_kalender().days_off(day.year).get(day)
    except YearWithoutDecreeError:
        return
    if off is not None:
        yield f"hari itu libur ({off.name})"


def _choose(page: Page, left: Sequence[_Option], clues: Clues) -> tuple[date | None, str]:
    if len(left) == 1:
        return left[0].day, "hanya hari itu yang cocok dengan semua petunjuk"
    mentioned = _mentioned_years(page)
    in_text = [option.day for option in left if option.day.year in mentioned]
    if len(in_text) == 1:
        return in_text[0], f"tahun {in_text[0].year} disebut di bagian lain teks"
    if left and (clues.published_on or page_days(page)):
        return left[-1].day, "itu hari terakhir yang cocok sebelum halaman terbit"
    return None, ""


def _mentioned_years(page: Page) -> set[int]:
    """Return the years that the body writes, apart from those of regulations."""
    cited = [match.span("year") for match in _citation().finditer(page.lower)]
    return {
        int(match[0])
        for match in _YEAR.finditer(page.body)
        if not any(start <= match.start() < end for start, end in cited)
    } | {m.full.year for m in page.days if m.full and not _in(m.span, cited)}


def _in(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] < end for start, end in others)


def _for_or_against(option: _Option) -> str:
    if not option.against:
        return "Hari dan tanggalnya cocok."
    return f"Tidak mungkin: {'; '.join(option.against)}."
