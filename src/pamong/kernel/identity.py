"""What NIP and NIK have in common: digits that say a sex, and findings of their checks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SEPARATORS = re.compile(r"[\s.\-]+")


class Sex(StrEnum):
    """The sex that a number records."""

    MALE = "l"
    FEMALE = "p"

    @property
    def label(self) -> str:
        """The word on forms."""
        return "laki-laki" if self is Sex.MALE else "perempuan"


class Severity(StrEnum):
    """What a finding does to a number: it cannot be right, or a person should look."""

    REFUSES = "refuses"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class NumberFinding:
    """One named check that a number does not pass, with a sentence for people."""

    code: str
    severity: Severity
    message: str


class IdentityNumberError(ValueError):
    """A NIP or NIK fails a check that refuses it; every finding is told at once."""

    def __init__(self, findings: tuple[NumberFinding, ...]) -> None:
        self.findings = findings
        super().__init__(" ".join(finding.message for finding in findings))


def refuse_if_needed(findings: tuple[NumberFinding, ...]) -> None:
    """Raise an ``IdentityNumberError`` with the findings that refuse, if there is one."""
    refusing = tuple(found for found in findings if found.severity is Severity.REFUSES)
    if refusing:
        raise IdentityNumberError(refusing)


def bare_digits(text: str) -> str:
    """Return a number without the spaces, dots and hyphens that people put between its parts."""
    return _SEPARATORS.sub("", text)


def find_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def refuses(code: str, message: str) -> NumberFinding:
    """Make a finding that the number cannot be right."""
    return NumberFinding(code, Severity.REFUSES, message)


def warns(code: str, message: str) -> NumberFinding:
    """Make a finding that a person should look at."""
    return NumberFinding(code, Severity.WARNS, message)
