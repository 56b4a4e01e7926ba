"""A value together with the words that it was read from, as every part of the reader gives it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pamong.reader.draft import Candidate, Evidence, Span

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Found(Generic[Value]):
    """One value, its spans in the text, and why it was read so (an Indonesian sentence).

    ``parts`` is the evidence of single parts of a row, by their names: a conflict belongs there.
    """

    value: Value
    spans: tuple[Span, ...]
    reason: str
    candidates: tuple[Candidate, ...] = ()
    conflict: bool = False
    parts: Mapping[str, Evidence] = field(default_factory=dict)

    @property
    def evidence(self) -> Evidence:
        """The same without the value, as the draft's map of evidence holds it."""
        return Evidence(self.spans, self.reason, self.candidates, self.conflict)


def distinct(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in the order of the text, each once."""
    return tuple(sorted(set(spans)))
