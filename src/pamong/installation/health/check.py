"""The form of what a check found."""

from dataclasses import asdict, dataclass
from enum import StrEnum


class State(StrEnum):
    """How it stands; ``bermasalah`` is the only one that ends ``pamong doctor`` with 1."""

    GOOD = "baik"
    LOOK = "perhatikan"
    BAD = "bermasalah"
    SKIPPED = "tidak diperiksa"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. ``advice`` is empty where nothing is to be done."""

    name: str
    title: str
    state: State
    finding: str
    advice: str = ""

    def to_json(self) -> dict[str, str]:
        """Return it as ``pamong doctor --json`` prints it; every key is always there."""
        return {key: str(value) for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Subject:
    """What several outcomes of one check have in common."""

    name: str
    title: str

    def good(self, finding: str) -> Check:
        """All is well."""
        return Check(self.name, self.title, State.GOOD, finding)

    def look(self, finding: str, advice: str) -> Check:
        """It works, but somebody should see to it."""
        return Check(self.name, self.title, State.LOOK, finding, advice)

    def bad(self, finding: str, advice: str) -> Check:
        """It does not work, or records are in danger."""
        return Check(self.name, self.title, State.BAD, finding, advice)

    def skipped(self, finding: str) -> Check:
        """It does not apply here, or cannot be looked at."""
        return Check(self.name, self.title, State.SKIPPED, finding)
