"""What a document, and each directive in it, is about: the slugs of the data file."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from pamong.reader.draft import Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import table
from pamong.reader.page import Page

_STRONG, _HEADLINE = 2, 2
_LEAST_SCORE = 4  # of a document's topic: two strong words, or one in the headline
_LEAST_ASKED = 2  # of a topic that something is asked on: more than one weak word
_MOST_TOPICS = 8


def topic_of(clause: str) -> str | None:
    """Return the topic that most words of a clause speak of, in small letters; ``None`` if none.

    >>> topic_of("menjaga netralitas dan bekerja"), topic_of("mengucapkan salam")
    ('netralitas', None)
    """
    scores: Counter[str] = Counter()
    for slug, weight, _ in _hits(clause):
        scores[slug] += weight
    order = _order()
    return max(scores, key=lambda slug: (scores[slug], -order[slug])) if scores else None


def find_topics(page: Page, of_directives: Iterable[str]) -> list[Found[str]]:
    """Return the topics of a document, the weightiest first; those of its directives always."""
    asked = set(of_directives)
    scores: Counter[str] = Counter()
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    named = [body.span for body in page.bodies]
    for slug, weight, span in _hits(page.lower):
        if any(start <= span[0] < end for start, end in named):
            continue  # the name of a body is no topic
        sentence = page.sentence_at(span[0])
        scores[slug] += weight * (_HEADLINE if sentence and sentence.is_headline else 1)
        spans[slug].append(span)
    weighty = [slug for slug, score in scores.most_common() if score >= _LEAST_SCORE]
    said = (s for s in scores if s in asked and scores[s] >= _LEAST_ASKED)
    chosen = dict.fromkeys([*weighty[:_MOST_TOPICS], *said])
    return [Found(slug, distinct(spans[slug]), _reason(page, spans[slug])) for slug in chosen]


def main_topic(page: Page) -> str | None:
    """Return what a document is about more than about all else; ``None`` where nothing leads."""
    headline = [page.lower[slice(*one.span)] for one in page.sentences if one.is_headline]
    if topic := topic_of(" ".join(headline)):
        return topic
    found = find_topics(page, ())
    return found[0].value if found else None


def _reason(page: Page, spans: Iterable[Span]) -> str:
    words = dict.fromkeys(page.lower[start:end] for start, end in spans)
    listed = ", ".join(f'"{word}"' for word in list(words)[:5])
    return f"Teks memakai kata {listed}."


def _hits(lower: str) -> Iterable[tuple[str, int, Span]]:
    """Yield topic, weight and place of every word of a topic; one word may speak of several."""
    for match in _any_word().finditer(lower):
        written = " ".join(match[0].split())
        for slug, weight in _topics_of(written):
            yield slug, weight, match.span()


@cache
def _topics_of(written: str) -> tuple[tuple[str, int], ...]:
    exact = _by_word().get(written)
    if exact is not None:
        return exact
    stems = (listed for stem, listed in _by_stem().items() if written.startswith(stem))
    return next(stems, ())


@cache
def _by_word() -> dict[str, tuple[tuple[str, int], ...]]:
    return {word: tuple(hits) for word, hits in _listed().items() if not word.endswith("*")}


@cache
def _by_stem() -> dict[str, tuple[tuple[str, int], ...]]:
    return {word[:-1]: tuple(hits) for word, hits in _listed().items() if word.endswith("*")}


@cache
def _listed() -> dict[str, list[tuple[str, int]]]:
    listed: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    listed |= {word: [] for word in table("topics")["neutral"]}
    for topic in table("topics")["topic"]:
        for key, weight in (("strong", _STRONG), ("words", 1)):
            for word in topic[key]:
                listed[word].append((topic["slug"], weight))
    return listed


@cache
def _order() -> dict[str, int]:
    return {topic["slug"]: place for place, topic in enumerate(table("topics")["topic"])}


@cache
def _any_word() -> re.Pattern[str]:
    longest_first = sorted(_listed(), key=len, reverse=True)
    written = "|".join(
        re.escape(word.removesuffix("*")).replace(r"\ ", r"\s+")
        + (r"\w*" if word[-1] == "*" else "")
        for word in longest_first
    )
    return re.compile(rf"(?<!\w)(?:{written})(?!\w)")
