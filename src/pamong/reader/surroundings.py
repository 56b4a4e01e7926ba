"""What stands above, below and between the paragraphs of an article, told by its place.

Words alone do not know every button of every site. But an article has a first and a last
paragraph: a short line below the last one that is no sentence and no signature is furniture, as
are the titles below a list's header. Minutes, letters and speeches have no page around them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from pamong.reader.days import find_days
from pamong.reader.knowledge import alternatives, table, words
from pamong.reader.lines import Line, is_field
from pamong.reader.plaintext import to_lower

_LEAST_PARAGRAPH = 12  # words
_MOST_TAIL_WORDS = 14
_MOST_TITLE_WORDS = 18
_MOST_LINKS = 8
_MOST_SECTION_WORDS = 3  # of the name of a section above the headline
_LEAST_HEADLINE_WORDS = 5
_FIELDS = 2  # of an official document, or lines in capitals at its head
_HEAD_LINES = 4
_MOST_AROUND = 6  # words around the day of a page
_INNER_STOP = re.compile(r"(?:\S+\s+){6,}\S+[.!?]\"?\s")  # behind a whole sentence
_PLACE_AND_DAY = re.compile(r"[A-Z][A-Za-z. ]{2,30},\s*(?P<day>.{6,20})")


def around_article(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with what only its place betrays marked as furniture."""
    paragraphs = [i for i, line in enumerate(lines) if _is_paragraph(line)]
    if not paragraphs or _is_official(lines):
        return tuple(lines)
    first, last = paragraphs[0], paragraphs[-1]
    why = _of_links(lines) | _above(lines, first) | _below(lines, last)
    return tuple(
        line if line.furniture or i not in why else replace(line, furniture=why[i])
        for i, line in enumerate(lines)
    )


def _is_paragraph(line: Line) -> bool:
    return not line.furniture and line.is_sentence and line.word_count >= _LEAST_PARAGRAPH


def _is_official(lines: Sequence[Line]) -> bool:
    """Tell minutes, letters and speeches by their fields or by two head lines in capitals."""
    named = [line for line in lines if is_field(line)]
    capitals = [
        i
        for i, line in enumerate(lines)
        if line.text.isupper() and line.word_count > 1 and not line.furniture
    ]
    has_head = sum(i < _HEAD_LINES for i in capitals) >= _FIELDS
    return len(named) >= _FIELDS or has_head or len(capitals) > _FIELDS


def _of_links(lines: Sequence[Line]) -> dict[int, str]:
    """Return the titles that stand below the header of a list of links."""
    headers = re.compile(rf"\W*(?:{alternatives(table('furniture')['list_headers'])})\W*")
    found: dict[int, str] = {}
    for index, line in enumerate(lines):
        if not headers.fullmatch(to_lower(line.text)):
            continue
        for place in range(index + 1, min(index + 1 + _MOST_LINKS, len(lines))):
            below = lines[place]
            if below.is_sentence or below.word_count > _MOST_TITLE_WORDS:
                break
            found[place] = "list_headers"
    return found


def _above(lines: Sequence[Line], first: int) -> dict[int, str]:
    """Return names of sections above the headline, and the page's place and day below it."""
    head = [(i, line) for i, line in enumerate(lines[:first]) if not line.furniture]
    headlines = [i for i, line in head if line.word_count >= _LEAST_HEADLINE_WORDS]
    found = {
        i: "section"
        for i, line in head
        if headlines
        and i < headlines[0]
        and line.word_count <= _MOST_SECTION_WORDS
        and not line.is_sentence
    }
    return found | {
        i: "place_and_day" for i, line in head if _is_place_and_day(line) or _is_signed_day(line)
    }


def _is_signed_day(line: Line) -> bool:
    """Tell a day with words of a page around it: "oleh Admin, 6 Mei 2024 in Berita"."""
    days = [day for day in find_days(line.text) if day.full] if not line.is_sentence else []
    if not days:
        return False
    start, end = days[0].span
    around = re.findall(r"[^\W\d_]+", to_lower(f"{line.text[:start]} {line.text[end:]}"))
    said = [word for word in around if word in words("furniture", "whole_lines")]
    return bool(said) and len(around) <= _MOST_AROUND


def _is_place_and_day(line: Line) -> bool:
    match = _PLACE_AND_DAY.fullmatch(line.text)
    days = find_days(match["day"]) if match else ()
    return bool(match and days and days[0].full and days[0].span == (0, len(match["day"])))


def _below(lines: Sequence[Line], last: int) -> dict[int, str]:
    """Return the short lines behind the last paragraph that are neither sentence nor signature."""
    signs = re.compile(rf"(?:{alternatives(table('furniture')['signatures'])})\b", re.IGNORECASE)
    tail = range(last + 1, len(lines))
    if any(signs.match(lines[i].text) for i in tail):
        return {}
    return {
        i: "below"
        for i in tail
        if not lines[i].is_sentence
        and not _INNER_STOP.match(lines[i].text)
        and lines[i].word_count <= _MOST_TAIL_WORDS
        and lines[i].text[-1] not in ",:;"
        and not re.match(r"[-*•\d(]|[a-z][.)]", lines[i].text)
    }
