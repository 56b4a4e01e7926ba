"""Finding what is written with a mistake: narrowed by the database, then ordered by likeness.

The embedded server has no trigram index. Three-letter pieces of the words that are looked for
leave a few hundred candidates of a government, and those are compared here.
"""

from collections.abc import Iterable
from functools import reduce
from operator import and_, or_
from typing import TypeVar

from django.db.models import F, Q, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from rapidfuzz import fuzz, process

Row = TypeVar("Row")

PIECE, LONG_PIECE = 3, 4
KEEPS_A_PIECE = 7
"""From so many letters on, a word with two of them exchanged keeps a piece of the right one."""
ALIKE = 78
"""From this share on (of 100) words are alike: one letter wrong, left out, or two exchanged."""
CANDIDATES = 3000


def may_mean(field: str, key: str) -> Q:
    """Return the condition that ``field`` shares a piece with ``key``; a short key has none.

    A piece of every word that is long enough to keep one through a mistake, or else of any word.
    """
    words = [word for word in key.split() if len(word) >= PIECE]
    shares = {
        word: reduce(or_, (Q(_holds(field, piece)) for piece in _pieces(word))) for word in words
    }
    sure = [condition for word, condition in shares.items() if len(word) >= KEEPS_A_PIECE]
    return reduce(and_, sure) if sure else reduce(or_, shares.values(), Q(pk__in=[]))


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
    best = 0.0
    for word in words:
        fits = max(_of_a_word(word, other) for other in others)
        if score_cutoff is not None and fits < score_cutoff:
            return 0
        best += fits
    return best / len(words)


def _of_a_word(word: str, other: str) -> float:
    """Compare a word with another one, or with the beginning of a longer one."""
    return max(fuzz.ratio(word, other), fuzz.ratio(word, other[: len(word)]))


def _holds(field: str, piece: str) -> GreaterThan:
    """Return what LIKE would say; to look for a few letters this is quicker by a third."""
    return GreaterThan(StrIndex(F(field), Value(piece)), 0)


def _pieces(word: str) -> list[str]:
    """Return pieces of a word of which one is left by a mistake, or by two in a very long one.

    In a long word they lie side by side, with a letter between where there are but two: letters
    that are exchanged then spoil one of them.
    """
    size = LONG_PIECE if len(word) > 2 * LONG_PIECE else PIECE
    last = len(word) - size
    many = len(word) // size if len(word) >= KEEPS_A_PIECE else last + 1
    starts = [round(place * last / (many - 1)) for place in range(many)] if many > 1 else [0]
    return list(dict.fromkeys(word[start : start + size] for start in starts))
