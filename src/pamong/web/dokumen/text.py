"""The text of a document cut at every place that a value of the draft points to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Span = tuple[int, int]


class SpansUnreadableError(ValueError):
    """The places in the text came in another form than "12-40 55-60"."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"Letak kata {text!r} tidak dapat dibaca. Pilih kata-katanya sekali lagi."
        )


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text from character ``start``; ``is_used`` where some value came from it."""

    start: int
    words: str
    is_used: bool


def segments(text: str, evidence: Mapping[str, Any]) -> list[Segment]:
    """Cut ``text`` so that every span is a whole number of segments."""
    spans = [tuple(span) for entry in evidence.values() for span in entry["spans"]]
    spans = [(start, end) for start, end in spans if 0 <= start < end <= len(text)]
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    used = _covered(spans, edges)
    return [Segment(start, text[start:end], start in used) for start, end in pairwise(edges)]


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
        pairs = [part.split("-") for part in text.split()]
        return [[int(start), int(end)] for start, end in pairs]
    except ValueError as error:
        raise SpansUnreadableError(text) from error


def _covered(spans: Iterable[Span], edges: list[int]) -> set[int]:
    """Return the edges at which a segment begins that some span covers."""
    return {edge for edge in edges if any(start <= edge < end for start, end in spans)}
