"""What a kind of doubt is."""

from __future__ import annotations

from dataclasses import dataclass

from pamong.kernel.identity import Severity


@dataclass(frozen=True, slots=True)
class DoubtKind:
    """A kind of mistake: its code, what it does to the row, its sentence and the advice."""

    code: str
    severity: Severity
    message: str
    advice: str


def must(code: str, message: str, advice: str) -> DoubtKind:
    """Make a kind that refuses the row until the file is mended."""
    return DoubtKind(code, Severity.REFUSES, message, advice)


def ask(code: str, message: str, advice: str) -> DoubtKind:
    """Make a kind that a person decides about."""
    return DoubtKind(code, Severity.WARNS, message, advice)
