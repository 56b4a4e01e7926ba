"""Names that are spelled in several ways: one key for all spellings of a name.

The key serves to propose, never to decide: *Muhamad Jusuf* and *Mohammad Yusuf* have one key and
may still be two people. Old spelling (oe, dj, tj, sj), doubled letters, and the many ways to write
*Muhammad* are made alike; nothing is left out.
"""

from __future__ import annotations

import re

_MUHAMMAD = frozenset({"m", "md", "mhd", "moh", "mohd", "moch", "mochd", "muh", "muhd", "much"})
_MUHAMMAD_WRITTEN = re.compile(r"m[ou](?:h|ch)a?m+[ae]d")
_OLD = (
    ("oe", "u"),
    ("tj", "c"),
    ("dj", "j"),
    ("nj", "ny"),
    ("sj", "sy"),
    ("ch", "kh"),
    ("j", "y"),
    ("ph", "f"),
    ("v", "f"),
    ("dh", "d"),
    ("th", "t"),
    ("q", "k"),
    ("z", "s"),
)
"""One after the other: *j* is *y* in old spelling, so both are made one."""
_DOUBLED = re.compile(r"([a-z])\1+")


def spelling_key(key: str) -> str:
    """Return what all spellings of a name have in common; ``key`` is that of ``sort_key``.

    >>> spelling_key("muhamad jusuf") == spelling_key("moh yusuf")
    True
    >>> spelling_key("soekarno") == spelling_key("sukarno"), spelling_key("siti") == "sita"
    (True, False)
    """
    return " ".join(_of_a_word(word) for word in key.split())


def _of_a_word(word: str) -> str:
    if word in _MUHAMMAD or _MUHAMMAD_WRITTEN.fullmatch(word):
        return "muhamad"
    for old, new in _OLD:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)
