"""Lists of parts that must all be there: which are lacking, and which nobody told of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pamong.law.stepping import Case


@dataclass(frozen=True, slots=True)
class Checklist:
    """The parts that are there, those that are not, and those that are not known."""

    there: tuple[str, ...]
    lacking: tuple[str, ...]
    unknown: tuple[str, ...]


def check(case: Case, names: Iterable[str]) -> Checklist:
    """Sort inputs by what was told of them: yes, no, nothing."""
    told = {name: case.told(name) for name in names}
    return Checklist(
        there=tuple(name for name, value in told.items() if value is True),
        lacking=tuple(name for name, value in told.items() if value is False),
        unknown=tuple(name for name, value in told.items() if value is None),
    )


def in_words(names: Iterable[str], words: Mapping[str, str]) -> str | None:
    """Write a list as people read it; ``None`` where it is empty."""
    return ", ".join(words[name] for name in names) or None
