"""Finding what is written with a mistake: narrowed by the database, then ordered by likeness.

The embedded server has no trigram index. Three-letter pieces of the words that are looked for
leave a few hundred candidates of a government, and those are compared here.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Q
from rapidfuzz import fuzz, process

Row = TypeVar("Row")

PIECE = 3
ALIKE = 78
"""From this share on (of 100) words are alike: one letter wrong, left out, or two exchanged."""
CANDIDATES = 3000


def may_mean(field: str, key: str) -> Q:
    """Return the condition that ``field`` shares a piece with ``key``; a short key has none."""
    found = [Q(**{f"{field}__contains": piece}) for piece in _pieces(key)]
    return reduce(or_, found, Q(pk__in=[]))


def most_alike(key: str, rows: Iterable[tuple[Row, str]], *, limit: int) -> list[Row]:
    """Return the rows whose text is alike to ``key``, the most alike first."""
    by_place = list(rows)
    found = process.extract(
        key,
        [text for _, text in by_place],
        scorer=_likeness,
        score_cutoff=ALIKE,
        limit=limit,
    )
    return [by_place[place][0] for _, _, place in found]


def _likeness(key: str, text: str, *, score_cutoff: float | None = None) -> float:
    """Compare ``key`` with whole words of ``text``: each word with the one that it fits best."""
    words, others = key.split(), text.split()
    if not words or not others:
        return 0
    best = [max(_of_a_word(word, other) for other in others) for word in words]
    worst = min(best)
    return 0 if score_cutoff is not None and worst < score_cutoff else sum(best) / len(best)


def _of_a_word(word: str, other: str) -> float:
    """Compare a word with another one, or with the beginning of a longer one."""
    return max(fuzz.ratio(word, other), fuzz.ratio(word, other[: len(word)]))


def _pieces(key: str) -> list[str]:
    words = [word for word in key.split() if len(word) >= PIECE]
    return list(
        dict.fromkeys(
            word[start : start + PIECE] for word in words for start in range(len(word) - PIECE + 1)
        )
    )
