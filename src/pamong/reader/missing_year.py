"""The year of a day that was written without one, ruled out and never guessed.

Everything that speaks for or against a year is weighed: the weekday, years elsewhere in the text,
the day of publication, words that did not exist yet, who held the office, and the days off. What
is left undecided stays undecided: the draft then holds no day, and all candidates.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from pamong.kernel.day import format_day, format_day_long
from pamong.kernel.kalender import YearWithoutDecreeError, national_kalender
from pamong.reader.clues import Clues, page_bounds, page_days
from pamong.reader.days import DayMention
from pamong.reader.draft import Candidate, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.page import Page

_HIJRI = re.compile(r"(?<!\d)(1[34]\d\d)\s?(?:H\b|[Hh]ijri)")
_HIJRI_EPOCH = date(622, 7, 19).toordinal()  # 1 Muharram 1, Gregorian
_HIJRI_YEAR = 354.3667  # days in the mean
_YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d{2}(?![\d/.]\d)")
_CREDIT_YEAR = re.compile(r"\([^()]*/\s?(20\d\d)\)")
_FRESH = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Option:
    """One day that may be meant, and what speaks against it."""

    day: date
    against: tuple[str, ...] = ()


def settle_year(page: Page, mentions: Sequence[DayMention], clues: Clues) -> Found[date | None]:
    """Return the one day that nothing speaks against; undecided ones are all candidates."""
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
    years = [day.year for day in page_bounds(page, clues)]
    return min(years) if years else _last_year_with_decree()


@cache
def _last_year_with_decree() -> int:
    return max(decree.year for decree in national_kalender().decrees)


def _weigh(page: Page, day: date, clues: Clues) -> _Option:
    reasons = (
        *_later_than_page(page, day, clues),
        *_outside_terms(page, day),
        *_before_cited(page, day),
        *_before_told_past(page, day),
        *_not_in_office(day, clues),
        *_day_off(day, clues),
    )
    return _Option(day, reasons)


def _later_than_page(page: Page, day: date, clues: Clues) -> Iterable[str]:
    latest = min(page_bounds(page, clues), default=None)
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


def _before_told_past(page: Page, day: date) -> Iterable[str]:
    past = [int(match["year"] or match["told"]) for match in _told_past().finditer(page.lower)]
    if past and day.year < max(past):
        yield f"teks menyebut tahun {max(past)} sudah lewat"


@cache
def _told_past() -> re.Pattern[str]:
    """Match "tahun 2022 lalu" and "sepanjang 2022": years that are over, or at least begun."""
    behind = alternatives(table("terms")["told_past"]["behind"])
    before = alternatives(table("terms")["told_past"]["before"])
    return re.compile(
        rf"(?<!\w)(?:(?:{before})\s+(?:tahun\s+)?(?P<year>20\d\d)(?!\d)"
        rf"|(?P<told>20\d\d)\s+(?:{behind})(?!\w))"
    )


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
    if by_page := _by_page(page, left, clues):
        return by_page
    mentioned = _mentioned_years(page)
    in_text = [option.day for option in left if option.day.year in mentioned]
    if len(in_text) == 1:
        return in_text[0], f"tahun {in_text[0].year} disebut di bagian lain teks"
    near = [day for option in left if _is_near(day := option.day, mentioned)]
    if len(near) == 1:
        return near[0], f"teks menyebut tahun di dekatnya ({_listed(near[0], mentioned)})"
    if left and (clues.published_on or page_days(page)):
        return left[-1].day, "itu hari terakhir yang cocok sebelum halaman terbit"
    return None, ""


def _by_page(page: Page, left: Sequence[_Option], clues: Clues) -> tuple[date, str] | None:
    """Choose the one day of the week before the page, or of the year in its credit."""
    of_page = [day for day in (clues.published_on, *page_days(page)) if day]
    fresh = [option.day for option in left if _is_fresh(option.day, of_page)]
    if len(fresh) == 1:
        return fresh[0], "itu hari terakhir yang cocok sebelum halaman terbit"
    signed = _signed_years(page)
    of_credit = [option.day for option in left if option.day.year in signed]
    if len(of_credit) == 1:
        return of_credit[0], f"halaman ditandai tahun {of_credit[0].year}"
    return None


def _is_fresh(day: date, of_page: Sequence[date]) -> bool:
    """Tell a day of the week before the page was made: news is no older."""
    return any(timedelta(0) <= made - day <= _FRESH for made in of_page)


def _signed_years(page: Page) -> set[int]:
    """Return the years in the credits of a page: "(hms/2020)"."""
    matches = (_CREDIT_YEAR.search(line.text) for line in page.furniture_lines)
    return {int(match[1]) for match in matches if match}


def hijri_years(hijri: int) -> tuple[int, int]:
    """Return the two years in which a year of the Islamic calendar begins and ends.

    Its days are the mean ones of the tabular calendar: a day or two off cannot change the year of
    a lebaran.

    >>> hijri_years(1444), hijri_years(1446)
    ((2022, 2023), (2024, 2025))
    """
    first_day = _HIJRI_EPOCH + round((hijri - 1) * _HIJRI_YEAR)
    return (
        date.fromordinal(first_day).year,
        date.fromordinal(first_day + round(_HIJRI_YEAR) - 1).year,
    )


def _is_near(day: date, mentioned: set[int]) -> bool:
    """Tell a day within a year of one that the text names: plans and reports are near.

    The weekday of a day comes back after five years at the soonest, so that one year tells.
    """
    return any(abs(day.year - year) <= 1 for year in mentioned)


def _listed(day: date, mentioned: set[int]) -> str:
    return ", ".join(str(year) for year in sorted(mentioned) if abs(day.year - year) <= 1)


def _mentioned_years(page: Page) -> set[int]:
    """Return the years that the body writes, apart from those of regulations."""
    cited = [match.span("year") for match in _citation().finditer(page.lower)]
    return {
        int(match[0])
        for match in _YEAR.finditer(page.body)
        if not any(start <= match.start() < end for start, end in cited)
    } | {
        *(m.full.year for m in page.days if m.full and not _in(m.span, cited)),
        *(year for match in _HIJRI.finditer(page.body) for year in hijri_years(int(match[1]))),
    }


def _in(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span[0] < end for start, end in others)


def _for_or_against(option: _Option) -> str:
    if not option.against:
        return "Hari dan tanggalnya cocok."
    return f"Tidak mungkin: {'; '.join(option.against)}."
