"""Figures that a text claims: the value as written, its magnitude and unit, and what it counts."""

import re
from functools import cache

from pamong.reader.draft import Figure, Span
from pamong.reader.found import Found
from pamong.reader.knowledge import alternatives, table, words
from pamong.reader.page import Page

_MOST_WHAT_WORDS = 6


def find_numbers(page: Page) -> list[Found[Figure]]:
    """Return the figures of the body in its order; days, hours and citations are none."""
    days = [day.span for day in page.days]
    return [
        _found(page, match)
        for match in _figure().finditer(page.lower)
        if _counts(match) and not any(start <= match.start() < end for start, end in days)
    ]


def _counts(match: re.Match[str]) -> bool:
    """Tell whether it counts something or has a magnitude: a bare number is no claim."""
    behind = match.string[: match.start()].split()[-1:]
    names_something = bool(behind) and behind[0].strip(".,(") in words("numbers", "not_behind")
    return bool(match["money"] or match["magnitude"] or match["unit"]) and not names_something


def _found(page: Page, match: re.Match[str]) -> Found[Figure]:
    written = [
        page.body[slice(*match.span(part))] for part in ("magnitude", "unit") if match[part]
    ]
    unit = " ".join([*written, "rupiah"] if match["money"] else written)
    value = Figure(match["value"], unit, _what(page, match.span()))
    return Found(value, (match.span(),), "Angka ini tertulis di teks.")


def _what(page: Page, span: Span) -> str:
    """Return the words behind the figure up to the next mark."""
    sentence = page.sentence_at(span[0])
    behind = page.body[span[1] : sentence.end if sentence else span[1]]
    following = re.split(r"[.,;:()\"]", behind, maxsplit=1)[0].split()
    return " ".join(following[:_MOST_WHAT_WORDS])


@cache
def _figure() -> re.Pattern[str]:
    listed = table("numbers")
    return re.compile(
        r"(?<![\w.,/(-])(?P<money>rp\.?\s?)?(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
        rf"(?:\s+(?P<magnitude>{alternatives(listed['magnitudes'])})(?!\w))?"
        rf"(?:\s+(?P<unit>{alternatives(listed['units'])})(?!\w))?(?![\w/])"
    )
