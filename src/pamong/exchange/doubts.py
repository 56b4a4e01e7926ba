"""What can be wrong or doubtful in a file: every kind with its sentence and what to do.

A doubt that *refuses* must be mended in the file; one that *warns* is for a person to decide.
Sentences are filled when they are told, so that each reader gets them in their language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pamong.exchange.kinds import KINDS, DoubtKind
from pamong.exchange.places import Place
from pamong.kernel.identity import Severity
from pamong.kernel.language import say


@dataclass(frozen=True, slots=True)
class Trouble:
    """A doubt that has no place yet: its kind, and what its sentence tells."""

    code: str
    told: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """Something wrong or doubtful in a file. Reading goes on; a person decides."""

    place: Place
    code: str
    text: str
    """What the file says there, untouched."""
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> DoubtKind:
        """Which kind of doubt it is."""
        return KINDS[self.code]

    @property
    def severity(self) -> Severity:
        """Whether it must be mended, or a person may accept it."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """What is wrong."""
        return say(self.kind.message, **self.told)

    @property
    def advice(self) -> str:
        """What to do."""
        return say(self.kind.advice, **self.told)
