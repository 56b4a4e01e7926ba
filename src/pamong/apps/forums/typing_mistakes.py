"""Search with a typing mistake: which texts hold words that are nearly those asked for."""

from collections.abc import Iterable

from rapidfuzz import fuzz

NEAR = 80
"""Out of 100: one or two wrong letters in a word of eight."""

SHORTEST = 4  # letters; shorter words are near to everything


def nearest(words: str, texts: Iterable[tuple[int, str]]) -> list[int]:
    """Return the keys of the texts in which every word has one that is near, in their order.

    >>> nearest("netralitaz", [(1, "menjaga netralitas"), (2, "datang tepat waktu")])
    [1]
    """
    wanted = [word for word in words.casefold().split() if len(word) >= SHORTEST]
    if not wanted:
        return []
    return [
        key
        for key, text in texts
        if all(fuzz.partial_ratio(word, text.casefold(), score_cutoff=NEAR) for word in wanted)
    ]
