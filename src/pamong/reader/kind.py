"""Whether a text is about a forum, and of which kind, by the words that name one."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pamong.reader.draft import Candidate, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, pattern_of, table
from pamong.reader.page import Page

_LEAST_SCORE = 3
_HEAD_LINES = 12
_ACT = 2
_WEEKDAY = re.compile(r"(?<!\w)(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)(?!\w)")
_CLOSE = 2  # a second kind within this factor of the best is shown as a candidate


@dataclass(slots=True)
class _Tally:
    score: int = 0
    spans: list[Span] = field(default_factory=list)


def find_forum_kind(page: Page, title: str | None = None) -> Found[str] | None:
    """Return the kind of the forum; ``None`` where the text is not about one."""
    tallies = {} if _is_order(page) else _tally(page, title)
    if not tallies:
        return None
    ranked = sorted(tallies, key=lambda kind: -tallies[kind].score)
    best = ranked[0]
    if tallies[best].score < _LEAST_SCORE or not _was_held(page):
        return None
    rivals = [kind for kind in ranked[1:] if tallies[kind].score * _CLOSE > tallies[best].score]
    candidates = tuple(
        Candidate(kind, _reason(page, tallies[kind]), distinct(tallies[kind].spans))
        for kind in (best, *rivals)
    )
    return Found(
        best,
        distinct(tallies[best].spans),
        _reason(page, tallies[best]),
        candidates if rivals else (),
    )


def kind_entry(name: str | None) -> dict[str, Any]:
    """Return what the data file says of a kind; empty for no kind."""
    return next((kind for kind in table("forums")["kind"] if kind["name"] == name), {})


def _tally(page: Page, title: str | None) -> dict[str, _Tally]:
    signs = table("forums")["signs"]
    tallies: defaultdict[str, _Tally] = defaultdict(_Tally)
    opening = next((s.paragraph for s in page.sentences if not s.is_headline), 0)
    for match in any_forum_word().finditer(page.lower):
        kind = _kind_of()[" ".join(match[0].split())]
        sentence = page.sentence_at(match.start())
        factor = 1
        if sentence and sentence.is_headline:
            factor = signs["headline"]
        elif sentence and sentence.paragraph == opening:
            factor = signs["opening"]
        tallies[kind].score += factor * _weight(kind, match[0])
        tallies[kind].spans.append(match.span())
    for match in any_forum_word().finditer((title or "").lower()):
        kind = _kind_of()[" ".join(match[0].split())]
        tallies[kind].score += signs["headline"] * _weight(kind, match[0])
    return tallies


def _weight(kind: str, written: str) -> int:
    """Return how surely a word names its kind: what is done at other forums too, less."""
    entry = kind_entry(kind)
    is_act = " ".join(written.split()) in entry.get("acts", ())
    return _ACT if is_act else int(entry["weight"])


def _is_order(page: Page) -> bool:
    """Tell a circular, an instruction or a decision by a head line in capitals."""
    orders = pattern_of(tuple(table("forums")["signs"]["orders"]))
    return any(
        line.text.isupper() and orders.match(line.text) for line in page.body_lines[:_HEAD_LINES]
    )


def _was_held(page: Page) -> bool:
    signs: list[str] = table("forums")["signs"]["held"]
    has_weekday = any(day.weekday is not None for day in page.days) or (
        _WEEKDAY.search(page.lower) is not None
    )
    return has_weekday or pattern_of(tuple(signs)).search(page.lower) is not None


def _reason(page: Page, tally: _Tally) -> str:
    words = dict.fromkeys(page.lower[start:end] for start, end in tally.spans)
    listed = ", ".join(f'"{word}"' for word in words)
    return f"Teks memakai kata {listed}." if words else "Judulnya menyebut acara itu."


@cache
def _kind_of() -> dict[str, str]:
    return {
        word: kind["name"]
        for kind in table("forums")["kind"]
        for word in (*kind["words"], *kind.get("acts", ()))
    }


@cache
def any_forum_word() -> re.Pattern[str]:
    """Return the pattern of every word that names a forum, in small letters."""
    return re.compile(rf"(?<!\w)(?:{alternatives(_kind_of())})(?!\w)")
