"""Page furniture, line by line: credits, captions, related links, share buttons, counters."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pamong.reader.knowledge import alternatives, table, words
from pamong.reader.lines import Line, bare_lines
from pamong.reader.plaintext import to_lower
from pamong.reader.surroundings import around_article

# A place, perhaps the page's name in brackets or capitals, then a dash, a colon or a bar.
DATELINE = re.compile(
    r"^[A-Z][\w.,'/ ]{1,40}(?:\([^)]{1,25}\))?(?:,?\s*[\w. /]{2,40})?"
    r"\s*(?:\s-|-\s|--|:\s|\|\s)\s*(?=\S)"
)
_HEAD_LINES = 6
_LONG_LINE = 50  # words; a longer line is a paragraph, whatever it contains
_LEAST_SENTENCE = 5  # words; a line that ends with a stop and has more of them is a sentence


def read_lines(plain: str) -> tuple[Line, ...]:
    """Return the lines that are not empty, each with the reason why it is furniture, if it is."""
    bare = bare_lines(plain)
    of_form = _day_of_form(bare)
    dateline = next((i for i, line in enumerate(bare) if _opens_article(line)), None)
    judged = [
        replace(line, furniture="" if i == of_form else _why_furniture(line, i, dateline))
        for i, line in enumerate(bare)
    ]
    return around_article(judged)


def _day_of_form(lines: Sequence[Line]) -> int | None:
    """Return the line of the day below the title of an agenda or minutes: it is no page's day."""
    titles: list[str] = [
        title
        for kind in table("papers")["kind"]
        if kind["name"] in table("papers")["measure"]["dated_by_head"]
        for title in kind["titles"]
    ]
    opens = re.compile(rf"(?:{alternatives(titles)})(?!\w)")
    head = lines[:_HEAD_LINES]
    is_form = any(line.text.isupper() and opens.match(to_lower(line.text)) for line in head)
    day = _shapes()["page_day"]
    return next((i for i, line in enumerate(head) if is_form and day.fullmatch(line.text)), None)


def _opens_article(line: Line) -> bool:
    return line.word_count > 12 and DATELINE.match(line.text) is not None


def _why_furniture(line: Line, place: int, dateline: int | None) -> str:
    for name, shape in _shapes().items():
        if shape.fullmatch(line.text):
            return name
    lowered = to_lower(line.text)
    if _starts("starts").match(lowered):
        return "starts"
    if _is_short_start(line, lowered):
        return "short_starts"
    if " ".join(re.findall(r"[^\W\d_]+", lowered)) in words("furniture", "whole_lines"):
        return "whole_lines"
    if line.word_count <= table("furniture")["mark_words"] and _has(lowered, "marks"):
        return "marks"
    return _why_caption(line, lowered, above_article=dateline is not None and 0 < place < dateline)


def _is_short_start(line: Line, lowered: str) -> bool:
    is_short = line.word_count <= table("furniture")["short_words"]
    is_sentence = line.text.endswith(".") and line.word_count >= _LEAST_SENTENCE
    return is_short and not is_sentence and _starts("short_starts").match(lowered) is not None


def _why_caption(line: Line, lowered: str, *, above_article: bool) -> str:
    if line.word_count > _LONG_LINE:
        return ""
    if _has(lowered, "captions") and '"' not in line.text:
        return "captions"
    describes = words("furniture", "caption_words") & set(lowered.split())
    return "caption_words" if above_article and describes and not line.is_title else ""


def _has(lowered: str, key: str) -> bool:
    return any(mark in lowered for mark in table("furniture")[key])


@cache
def _starts(key: str) -> re.Pattern[str]:
    return re.compile(
        rf"[^\w\"'(]{{0,3}}(?:{alternatives(table('furniture')[key])})(?:(?<=\W)|(?!\w))"
    )


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    shapes: dict[str, str] = table("furniture")["shapes"]
    return {name: re.compile(shape, re.IGNORECASE) for name, shape in shapes.items()}
