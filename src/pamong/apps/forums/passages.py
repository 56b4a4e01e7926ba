"""The passage of a text that a correction rests on: its paragraphs, and the one before them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pamong.apps.forums.touches import Correction

Span = tuple[int, int]
LONGEST_LINE = 3000
AROUND = 1000
"""Of a text without line ends, so many characters on either side are its passage."""


def passage_of(text: str, spans: Iterable[Span]) -> str:
    """Return the paragraphs in which the spans lie, with the paragraph before them."""
    lines = list(_paragraphs(text))
    wanted: set[Span] = set()
    for start, end in spans:
        for number, line in enumerate(lines):
            if line[0] < end and start < line[1]:
                wanted |= {_near(line, start, end), *lines[max(number - 1, 0) : number]}
    return "\n\n".join(text[start:end].strip() for start, end in sorted(wanted))


def places_of(
    correction: Correction, as_read: Mapping[str, Any], content: Mapping[str, Any], text: str
) -> list[Span]:
    """Return the words that a correction rests on: by its evidence, or where they stand."""
    spans = [
        *_evidenced(as_read["evidence"], correction.was),
        *_evidenced(content["evidence"], correction.now),
    ]
    return spans or [
        place
        for value in _texts(correction.corrected)
        if (place := _find(text, value)) is not None
    ]


def _paragraphs(text: str) -> Iterator[Span]:
    place = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield (place, place + len(line))
        place += len(line)


def _near(line: Span, start: int, end: int) -> Span:
    if line[1] - line[0] <= LONGEST_LINE:
        return line
    return (max(line[0], start - AROUND), min(line[1], end + AROUND))


def _evidenced(evidence: Mapping[str, Any], pointer: str | None) -> list[Span]:
    """Return the spans of a value; those of its row where it has none itself."""
    if pointer is None:
        return []
    for place in (pointer, pointer.rpartition("/")[0]):
        known = [
            (start, end)
            for key, one in evidence.items()
            if place and (key == place or key.startswith(f"{place}/"))
            for start, end in one["spans"]
        ]
        if known:
            return known
    return []


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (part for part in value.values() if isinstance(part, str))


def _find(text: str, words: str) -> Span | None:
    start = text.casefold().find(words.casefold()) if words.strip() else -1
    return (start, start + len(words)) if start >= 0 else None
