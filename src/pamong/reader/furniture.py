"""Page furniture, line by line: credits, captions, related links, share buttons, counters."""

import re
from dataclasses import dataclass
from functools import cache

from pamong.reader.draft import Span
from pamong.reader.knowledge import alternatives, table, words
from pamong.reader.plaintext import to_lower

# A place, perhaps the page's name in brackets or capitals, then a dash, a colon or a bar.
DATELINE = re.compile(
    r"^[A-Z][\w.,'/ ]{1,40}(?:\([^)]{1,25}\))?(?:,?\s*[\w. /]{2,40})?"
    r"\s*(?:\s-|-\s|--|:\s|\|\s)\s*(?=\S)"
)
_LONG_LINE = 50  # words; a longer line is a paragraph, whatever it contains


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its outer spaces; ``furniture`` says why it is none of the text, or ""."""

    start: int
    end: int
    text: str
    furniture: str = ""

    @property
    def span(self) -> Span:
        """Its characters in the text."""
        return (self.start, self.end)

    @property
    def word_count(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def read_lines(plain: str) -> tuple[Line, ...]:
    """Return the lines that are not empty, each with the reason why it is furniture, if it is."""
    bare = tuple(
        Line(match.start(), match.end(), match[0]) for match in re.finditer(r"\S(?:.*\S)?", plain)
    )
    dateline = next((i for i, line in enumerate(bare) if _opens_article(line)), None)
    return tuple(
        Line(line.start, line.end, line.text, _why_furniture(line, i, dateline))
        for i, line in enumerate(bare)
    )


def _opens_article(line: Line) -> bool:
    return line.word_count > 12 and DATELINE.match(line.text) is not None


def _why_furniture(line: Line, place: int, dateline: int | None) -> str:
    for name, shape in _shapes().items():
        if shape.fullmatch(line.text):
            return name
    lowered = to_lower(line.text)
    if _starts("starts").match(lowered):
        return "starts"
    if line.word_count <= table("furniture")["short_words"] and _starts("short_starts").match(
        lowered
    ):
        return "short_starts"
    if line.word_count <= table("furniture")["mark_words"] and _has(lowered, "marks"):
        return "marks"
    return _why_caption(line, lowered, above_article=dateline is not None and 0 < place < dateline)


def _why_caption(line: Line, lowered: str, *, above_article: bool) -> str:
    if line.word_count > _LONG_LINE:
        return ""
    if _has(lowered, "captions") and '"' not in line.text:
        return "captions"
    describes = words("furniture", "caption_words") & set(lowered.split())
    if above_article and describes and not _is_headline(line):
        return "caption_words"
    return ""


def _is_headline(line: Line) -> bool:
    """Most of its words are capitalised."""
    return sum(word[0].isupper() for word in line.text.split()) * 3 > line.word_count * 2


def _has(lowered: str, key: str) -> bool:
    return any(mark in lowered for mark in table("furniture")[key])


@cache
def _starts(key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('furniture')[key])})(?:(?<=\W)|(?!\w))")


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    shapes: dict[str, str] = table("furniture")["shapes"]
    return {name: re.compile(shape, re.IGNORECASE) for name, shape in shapes.items()}
