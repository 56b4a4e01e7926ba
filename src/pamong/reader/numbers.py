"""Figures that a text claims: the value as written, its magnitude and unit, and what it counts."""

import re
from dataclasses import replace
from functools import cache

from pamong.reader.draft import Figure, Span
from pamong.reader.found import Found, distinct
from pamong.reader.knowledge import alternatives, table, words
from pamong.reader.page import Page

_MOST_WHAT_WORDS = 6


def find_numbers(page: Page) -> list[Found[Figure]]:
    """Return the figures of the body, each once; days, hours and citations are none."""
    days = [day.span for day in page.days]
    found: dict[tuple[str, str], Found[Figure]] = {}
    for match in _figure().finditer(page.lower):
        if not _counts(page, match) or any(start <= match.start() < end for start, end in days):
            continue
        one = _found(page, match)
        key = (one.value.value, one.value.unit.lower())
        known = found.get(key)
        spans = distinct((*known.spans, *one.spans)) if known else one.spans
        told = known if known and known.value.what else one
        found[key] = replace(told, spans=spans)
    return list(found.values())


def _counts(page: Page, match: re.Match[str]) -> bool:
    """Tell whether it counts something or has a magnitude: a bare number is no claim."""
    behind = match.string[: match.start()].split()[-1:]
    names_something = bool(behind) and behind[0].strip(".,(") in words("numbers", "not_behind")
    if match["spelled"]:
        return match["counted"] is not None and not names_something
    is_noun = _noun_of(page, match) is not None
    counts = match["money"] or match["magnitude"] or match["unit"] or match["counted"] or is_noun
    return bool(counts) and not names_something


def _noun_of(page: Page, match: re.Match[str]) -> str | None:
    """Return the word behind a figure that no list knows, where it can be a unit.

    It is no word of the small ones, stands on the same line in small letters, and behind no year.
    """
    word = page.body[slice(*match.span("noun"))] if match["noun"] else ""
    is_small = word.islower() and word not in words("numbers", "no_unit")
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["value"] or "") is not None
    return word if is_small and not is_year and "\n" not in match[0] else None


def _found(page: Page, match: re.Match[str]) -> Found[Figure]:
    parts = [match["magnitude"] and page.body[slice(*match.span("magnitude"))]]
    what_from = match.end()
    if match["money"]:
        parts.append("rupiah")
    elif match["counted"]:
        parts.append("orang")
        what_from = match.start("counted")
    elif match["unit"]:
        parts.append(page.body[slice(*match.span("unit"))])
    else:
        parts.append(_noun_of(page, match))
    spelled: dict[str, str] = table("numbers")["spelled"]
    value = spelled[match["spelled"]] if match["spelled"] else match["value"]
    unit = " ".join(part for part in parts if part)
    figure = Figure(value, unit, _what(page, (match.start(), what_from)))
    return Found(figure, (match.span(),), "Angka ini tertulis di teks.")


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
        r"(?<![\w.,/(-])(?:(?P<money>rp\.?\s?)?"
        r"(?P<value>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
        rf"|(?P<spelled>{alternatives(listed['spelled'])}))(?![\w/])"
        rf"(?:\s+(?P<magnitude>{alternatives(listed['magnitudes'])})(?!\w))?"
        rf"(?:\s+(?:(?P<counted>{alternatives(listed['people'])})|"
        rf"(?P<unit>{alternatives(listed['units'])})|(?P<noun>[a-z]{{3,}}))(?!\w))?(?![\w/])"
    )
