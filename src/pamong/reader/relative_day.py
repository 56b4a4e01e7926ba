"""A forum that is dated by its weekday alone, or by "hari ini", against the day of the page."""

import re
from datetime import date, timedelta
from functools import cache

from pamong.kernel.day import WEEKDAYS, find_weekday, format_day, format_day_long
from pamong.reader.clues import Clues, page_days
from pamong.reader.draft import Candidate
from pamong.reader.found import Found
from pamong.reader.knowledge import alternatives, table
from pamong.reader.page import Page

_FIRST_SENTENCES = 8  # when something happened is told at the beginning


def relative_day(page: Page, clues: Clues) -> Found[date | None] | None:
    """Return the last such weekday up to the day of the dateline or page; ``None`` without one."""
    published = _of_dateline(page) or clues.published_on or _only(page_days(page))
    if published is None:
        return None
    for sentence in [s for s in page.sentences if not s.is_headline][:_FIRST_SENTENCES]:
        match = _mention().search(page.lower, sentence.start, sentence.end)
        if match is None:
            continue
        day = _meant(match, published)
        reason = (
            f'Teks hanya menyebut "{match["word"]}"; dihitung dari tanggal halaman, '
            f"{format_day(published)}: {format_day_long(day)}."
        )
        candidate = Candidate(day.isoformat(), "Dihitung dari tanggal halaman.", (match.span(),))
        return Found(day, (match.span("word"),), reason, (candidate,))
    return None


def _of_dateline(page: Page) -> date | None:
    """Return the day in the dateline of a release: "Contoh, 13 Januari 2025 - …"."""
    days = page.days_in(page.dateline) if page.dateline else ()
    return days[0].full if days else None


def _only(days: list[date]) -> date | None:
    return days[0] if len(set(days)) == 1 else None


def _meant(match: re.Match[str], published: date) -> date:
    word = match["word"]
    days_before = table("terms")["relative"].get(" ".join(word.split()))
    if days_before is None:
        days_before = (published.weekday() - (find_weekday(word) or 0)) % 7
    return published - timedelta(days=days_before)


@cache
def _mention() -> re.Pattern[str]:
    """Match a weekday, or "hari ini", that no other word makes a recurrence or a plan."""
    weekdays = "|".join(name.lower().replace("jumat", "jum'?at") for name in WEEKDAYS)
    relative = alternatives(table("terms")["relative"])
    behind = alternatives(table("terms")["not_relative"]["behind"])
    before = "".join(rf"(?<!{word}\s)" for word in table("terms")["not_relative"]["before"])
    return re.compile(
        rf"(?<!\w){before}(?P<word>{weekdays}|{relative})(?!\w)(?!\s*\(?\d)(?!\s+(?:{behind}))"
    )
