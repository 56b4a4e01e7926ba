"""The day of the forum: which mention means it, with candidates where mentions disagree.

A page's own date is not the forum's, but the forum is not later. Where the year is not written, it
is settled in ``missing_year``; where only a weekday is, in ``relative_day``.
"""

import re
from collections.abc import Sequence
from datetime import date

from pamong.kernel.day import WEEKDAYS, format_day
from pamong.reader.clues import Clues
from pamong.reader.days import DayMention, ranges
from pamong.reader.draft import Candidate
from pamong.reader.found import Found, distinct
from pamong.reader.genre import speech_head
from pamong.reader.kind import any_forum_word
from pamong.reader.knowledge import pattern_of, table
from pamong.reader.missing_year import settle_year
from pamong.reader.page import Page
from pamong.reader.relative_day import relative_day

_DAY_FIELD = re.compile(r"\W*(?:tanggal|tgl)\.?\s*:")
_EVENT_FIELD = re.compile(r"\W*(?:hari|pukul|jam|waktu|tempat|acara)\s*:")
_OPENING_SENTENCES = 4


def find_forum_day(page: Page, clues: Clues) -> Found[date | None] | None:
    """Return the day of the forum; its value is ``None`` where candidates stay undecided."""
    mentions = forum_mentions(page) or _of_speech(page)
    if not mentions:
        return relative_day(page, clues)
    written = [mention for mention in mentions if mention.full]
    if not written:
        return settle_year(page, mentions, clues)
    if (other := _disagreeing(written)) is not None:
        return _two_days(written[0], other)
    if misfit := written[0].misfit:
        return _wrong_weekday(written[0], *misfit)
    return _as_written(written)


def written_day(page: Page) -> date | None:
    """Return the day that the text writes in full, where it writes but one."""
    days = {mention.full for mention in forum_mentions(page) if mention.full}
    return next(iter(days)) if len(days) == 1 else None


def forum_mentions(page: Page) -> list[DayMention]:
    """Return the mentions that can mean the forum's day: those with a weekday or in brackets.

    The field of an invitation goes before them. Where there is none, the first plain day of the
    body that stands in no period or citation.
    """
    mentions = [m for m in page.days if page.sentence_at(m.span[0])]
    if in_form := [m for m in mentions if m.full and _is_of_form(page, m)]:
        return in_form[:1]
    marked = [m for m in mentions if m.weekday is not None or "(" in page.body[slice(*m.span)]]
    stretched = {day for pair in ranges(page.body, page.days) for day in pair}
    plain = [m for m in mentions if m.full and m not in stretched and _stands_for_event(page, m)]
    return marked or plain[:1]


def _of_speech(page: Page) -> list[DayMention]:
    """Return the day in the head of a speech: a speech is written for its day."""
    head = speech_head(page)
    return [day for day in page.days_in(head) if day.full] if head else []


def _is_of_form(page: Page, mention: DayMention) -> bool:
    """Tell the day of "Tanggal : …" that another field of the same event stands beside."""
    start = page.lower.rfind("\n", 0, mention.span[0]) + 1
    if _DAY_FIELD.match(page.lower, start, mention.span[0]) is None:
        return False
    before = page.lower.rfind("\n", 0, max(0, start - 1)) + 1
    behind = page.lower.find("\n", mention.span[1]) + 1
    beside = [before] * bool(start) + [behind] * bool(behind)
    return any(_EVENT_FIELD.match(page.lower, place) for place in beside)


def _stands_for_event(page: Page, mention: DayMention) -> bool:
    sentence = page.sentence_at(mention.span[0])
    text = page.lower[sentence.start : sentence.end] if sentence else ""
    events: list[str] = table("forums")["signs"]["held"]
    if pattern_of(tuple(events)).search(text) is not None:
        return True
    opening = [one for one in page.sentences if not one.is_headline][:_OPENING_SENTENCES]
    return sentence in opening and any_forum_word().search(text) is not None


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
