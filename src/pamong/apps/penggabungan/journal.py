"""What a merging wrote, so that it can be taken back row by row."""

from dataclasses import dataclass, field
from typing import Any

from pamong.apps.penggabungan.references import Reference


@dataclass(slots=True)
class MergeJournal:
    """Rows by reference that changed their owner, columns that changed, names that were made.

    ``had`` are the rows that ``stays`` had before: what it has beside those, and beside what came
    with the merging, was added since.
    """

    moved: dict[str, list[int]] = field(default_factory=dict)
    gave_way: dict[str, list[int]] = field(default_factory=dict)
    had: dict[str, list[int]] = field(default_factory=dict)
    changed: list[tuple[str, int, str, Any, Any]] = field(default_factory=list)
    """The model, the row, the column, and what it held before and after."""
    made: list[int] = field(default_factory=list)
    """Other names of the person that the merging added."""

    def note_moved(self, reference: Reference, pks: list[int]) -> None:
        """Note rows that went from ``away`` to ``stays``."""
        self.moved[reference.key] = sorted(pks)

    def note_gave_way(self, reference: Reference, pks: list[int]) -> None:
        """Note rows that went from ``stays`` to ``away``."""
        self.gave_way[reference.key] = sorted(pks)

    def to_json(self) -> dict[str, Any]:
        """Return the journal as a merging keeps it."""
        return {
            "moved": self.moved,
            "gave_way": self.gave_way,
            "had": self.had,
            "changed": [list(each) for each in self.changed],
            "made": self.made,
        }

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> "MergeJournal":
        """Read what a merging keeps."""
        changed = [
            (model, pk, column, before, after)
            for model, pk, column, before, after in told["changed"]
        ]
        return cls(told["moved"], told["gave_way"], told["had"], changed, told["made"])
