"""Promises: what a speaker says that he, or his side, will do.

An unnamed speaker's promise is kept without a name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pamong.kernel.day import MONTHS
from pamong.reader.directives import trim_gist
from pamong.reader.draft import DraftCommitment, Span
from pamong.reader.found import Found, distinct
from pamong.reader.kind import any_forum_word
from pamong.reader.knowledge import pattern_of, table
from pamong.reader.page import Page, Sentence
from pamong.reader.people import Cast
from pamong.reader.speaking import Speech, Utterance
from pamong.reader.topics import topic_of

_WILL = re.compile(r"(?<!\w)akan(?!\w)")
_FEW_WORDS = 3  # between the speaker and "akan"
_FUTURE_PASSIVE = re.compile(r"akan\s+di\s?\w{4,}")
# "sebelum akhir Oktober", "paling lambat bulan depan".
_PART_OF_YEAR = re.compile(
    r"\s+(?P<part>(?:(?:akhir|awal|pertengahan)\s+)?"
    rf"(?:bulan|tahun|pekan|minggu|{'|'.join(name.lower() for name in MONTHS)})"
    r"(?:\s+(?:depan|ini|\d{4}))?)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class _Promise:
    gist: Span
    reason: str


def find_commitments(page: Page, cast: Cast, speech: Speech) -> list[Found[DraftCommitment]]:
    """Return the promises in the order of the text; one speaker's on one topic are one."""
    merged: dict[tuple[str | None, str | None], Found[DraftCommitment]] = {}
    for sentence in page.sentences:
        utterance = speech.of(sentence)
        if sentence.is_headline or not (utterance.speaker or utterance.is_unnamed):
            continue
        for promise in _promises(page, cast, speech, utterance):
            found = _found(page, utterance, promise)
            key = (found.value.by, found.value.topic)
            known = merged.get(key)
            spans = distinct((*known.spans, *found.spans)) if known else found.spans
            merged[key] = Found((known or found).value, spans, (known or found).reason)
    return list(merged.values())


def _promises(page: Page, cast: Cast, speech: Speech, utterance: Utterance) -> Iterator[_Promise]:
    sentence = utterance.sentence
    quotes = speech.quotations_in(sentence)
    for quote in quotes:
        if match := pattern_of(_listed("first_person")).search(page.lower, *quote.span):
            yield _Promise((match.end(), quote.span[1]), f'Pembicara berkata "{match[0]}".')
    end = quotes[0].outer[0] if quotes else sentence.end
    if promise := _narrated(page, cast, utterance, (sentence.start, end)):
        yield promise


def _narrated(page: Page, cast: Cast, utterance: Utterance, span: Span) -> _Promise | None:
    if match := pattern_of(_listed("verbs")).search(page.lower, *span):
        return _Promise((match.end(), span[1]), f'Teks memakai kata "{match[0]}".')
    for will in _WILL.finditer(page.lower, *span):
        if _is_of_speaker(page, cast, utterance, will):
            return _Promise(
                (will.end(), span[1]), 'Pembicara menyatakan apa yang "akan" dilakukan.'
            )
    return None


def _is_of_speaker(page: Page, cast: Cast, utterance: Utterance, will: re.Match[str]) -> bool:
    """Tell whether the speaker, and no forum or thing, is what "akan" speaks of."""
    start = utterance.sentence.start
    before = page.lower[start : will.start()].split()
    behind = page.lower[will.end() : utterance.sentence.end].split(maxsplit=1)
    if not before or not behind or behind[0].strip(",.") in _promise_words("not_promised"):
        return False
    if before[-1] in _promise_words("subjects"):
        return True
    mentions = cast.mentions_in((start, will.start()))
    between = page.lower[mentions[-1].span[1] : will.start()] if mentions else ","
    if "," not in between and len(between.split()) < _FEW_WORDS:
        return mentions[-1].person is utterance.speaker
    is_passive = _FUTURE_PASSIVE.match(page.lower, will.start()) is not None
    clause = re.split(r"[,;:]", page.lower[start : will.start()])[-1]
    return is_passive and before[-1] != "yang" and not any_forum_word().search(clause)


def _found(page: Page, utterance: Utterance, promise: _Promise) -> Found[DraftCommitment]:
    text = page.body[slice(*promise.gist)]
    by = utterance.speaker.name if utterance.speaker and not utterance.is_unnamed else None
    value = DraftCommitment(
        by=by,
        to=None,
        gist=trim_gist(text),
        topic=topic_of(page.lower[slice(*promise.gist)])
        or topic_of(page.lower[slice(*utterance.sentence.span)]),
        due=_due(page, utterance.sentence, promise.gist),
    )
    return Found(value, (utterance.sentence.span,), promise.reason)


def _due(page: Page, sentence: Sentence, gist: Span) -> str | None:
    """Return the day until which it is promised, as written."""
    limit = pattern_of(_listed("due")).search(page.lower, *gist)
    if limit is None:
        return None
    days = page.days_in((limit.end(), sentence.end))
    if days:
        return page.body[slice(*days[0].span)]
    part = _PART_OF_YEAR.match(page.lower, limit.end(), sentence.end)
    return page.body[slice(*part.span("part"))] if part else None


def _listed(key: str) -> tuple[str, ...]:
    return tuple(table("directives")["promises"][key])


def _promise_words(key: str) -> frozenset[str]:
    return frozenset(_listed(key))
