"""Sentences of a paragraph; abbreviations, initials and quotations do not end one."""

import re
from collections.abc import Iterator
from functools import cache

from pamong.kernel.person_name import back_titles, front_titles
from pamong.reader.draft import Span
from pamong.reader.knowledge import table

_STOP = re.compile(r"[.!?]+[\"')]*(?=\s+[\"'(]?[A-Z0-9])|\s*[;]\s+(?=[A-Z])")
_LAST_WORD = re.compile(r"[\w.]*\w$")


def split_sentences(plain: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences between two places, each without its outer spaces.

    A quotation stays whole, together with the words around it that say who spoke.
    """
    begin = start
    for stop in _STOP.finditer(plain, start, end):
        if stop.start() < begin or not _ends_sentence(plain, begin, stop):
            continue
        yield _trimmed(plain, begin, stop.end())
        begin = stop.end()
    if plain[begin:end].strip():
        yield _trimmed(plain, begin, end)


def _ends_sentence(plain: str, begin: int, stop: re.Match[str]) -> bool:
    quote_is_open = plain.count('"', begin, stop.end()) % 2 == 1
    if quote_is_open or _attribution_follows(plain, stop):
        return False
    word = _LAST_WORD.search(plain[begin : stop.start()])
    return word is None or stop[0][0] != "." or not _is_abbreviation(word[0])


def _attribution_follows(plain: str, stop: re.Match[str]) -> bool:
    """Tell whether a verb of saying follows a quotation that ended with a stop."""
    if '"' not in plain[stop.start() - 1 : stop.end()]:
        return False
    following = re.match(r"\s*(\w+)", plain[stop.end() :])
    return following is not None and _says(following[1].lower())


def _says(word: str) -> bool:
    verbs = table("saying")["after_quotation"]
    return word.removesuffix("nya") in verbs


def _is_abbreviation(word: str) -> bool:
    return (len(word) == 1 and word.isalpha()) or word.replace(".", "").lower() in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    titles = (*front_titles(), *back_titles())
    written = {title.replace(".", "").lower() for title in titles}
    return frozenset(written | set(table("words")["abbreviations"]))


def _trimmed(plain: str, start: int, end: int) -> Span:
    text = plain[start:end]
    return (start + len(text) - len(text.lstrip()), start + len(text.rstrip()))
