"""Scores in hundredths, as the rules on SAKIP count them: 6001 is 60,01."""

from __future__ import annotations


def in_words(score: int) -> str:
    """Write a score as people do.

    >>> in_words(6001)
    '60,01'
    """
    whole, rest = divmod(score, 100)
    return f"{whole},{rest:02}"
