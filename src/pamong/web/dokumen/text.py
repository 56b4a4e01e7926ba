"""The text of a document cut at every place that a value of the draft points to."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

Span = tuple[int, int]
FURNITURE = "boilerplate_lines"
ABOUT_THE_WHOLE = {"is_forum", "topics"}
"""Parts that rest on words all over the text; underlining them would underline everything."""


class SpansUnreadableError(ValueError):
    """The places in the text came in another form than "12-40 55-60"."""

    def __init__(self, text: str) -> None:
        super().__init__(
            _("Letak kata %(text)s tidak dapat dibaca. Pilih kata-katanya sekali lagi.")
            % {"text": repr(text)}
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text from character ``start``; ``look`` says what it is to the draft."""

    start: int
    words: str
    look: str


def segments(text: str, evidence: Mapping[str, Any]) -> list[Segment]:
    """Cut ``text`` wherever a span begins or ends.

    Words that a value came from look "used", those of the page around the text "furniture-words".
    """
    used = _spans(text, evidence, lambda part: part not in ABOUT_THE_WHOLE | {FURNITURE})
    furniture = _spans(text, evidence, lambda part: part == FURNITURE)
    edges = sorted({0, len(text), *(edge for span in used + furniture for edge in span)})
    looks = dict.fromkeys(_covered(furniture, edges), "furniture-words")
    looks |= dict.fromkeys(_covered(used, edges), "used")
    return [
        Segment(start, text[start:end], looks.get(start, "")) for start, end in pairwise(edges)
    ]


def words_at(text: str, spans: Iterable[Span]) -> str:
    """Return the words of the spans, joined where they stand apart."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def written(spans: Iterable[Span]) -> str:
    """Write spans as a page carries them: "12-40 55-60"."""
    return " ".join(f"{start}-{end}" for start, end in spans)


def read_spans(text: str) -> list[list[int]] | None:
    """Read spans from a form; nothing written means that they stay as they are.

    Raises:
        SpansUnreadableError: they have another form.
    """
    if not text.strip():
        return None
    try:
        spans = [[int(edge) for edge in part.split("-")] for part in text.split()]
    except ValueError as error:
        raise SpansUnreadableError(text) from error
    if any(len(span) != 2 or span[0] >= span[1] for span in spans):
        raise SpansUnreadableError(text)
    return spans


def _spans(text: str, evidence: Mapping[str, Any], is_meant: Callable[[str], bool]) -> list[Span]:
    """Return the spans of some parts of the draft, as far as they lie in the text."""
    return [
        (start, end)
        for pointer, entry in evidence.items()
        if is_meant(pointer.split("/")[1])
        for start, end in entry["spans"]
        if 0 <= start < end <= len(text)
    ]


def _covered(spans: Iterable[Span], edges: list[int]) -> set[int]:
    """Return the edges at which a segment begins that some span covers."""
    return {edge for edge in edges if any(start <= edge < end for start, end in spans)}
