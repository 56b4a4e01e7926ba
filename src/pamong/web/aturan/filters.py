"""Which rules are asked for; the choice stands in the address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from pamong.law.source import Confidence
from pamong.web.aturan.names import field_label, subject_label
from pamong.web.aturan.shown import Entry

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Choices:
    """What the list can be narrowed to, as value and label."""

    fields: list[Choice]
    subjects: list[Choice]
    confidences: list[Choice]


@dataclass(frozen=True, slots=True)
class Group:
    """The rules of one field."""

    key: str
    label: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class RuleFilter:
    """A part of the title, and a field, a subject, a confidence; empty asks for everything."""

    words: str
    field: str
    subject: str
    confidence: str

    @classmethod
    def of(cls, query: QueryDict) -> "RuleFilter":
        """Read the filter from the address."""
        return cls(
            words=query.get("cari", "").strip(),
            field=query.get("bidang", ""),
            subject=query.get("tentang", ""),
            confidence=query.get("keyakinan", ""),
        )

    def choices(self, entries: Sequence[Entry]) -> Choices:
        """Return what there is to choose from."""
        return Choices(
            fields=_sorted((entry.field, field_label(entry.field)) for entry in entries),
            subjects=_sorted(
                (entry.subject, subject_label(entry.subject)) for entry in entries if entry.subject
            ),
            confidences=[(each.value, each.label) for each in Confidence],
        )

    def grouped(self, entries: Sequence[Entry]) -> list[Group]:
        """Return the rules that are asked for, field by field."""
        found = [entry for entry in entries if self._fits(entry)]
        fields = _sorted((entry.field, field_label(entry.field)) for entry in found)
        return [
            Group(field, label, [entry for entry in found if entry.field == field])
            for field, label in fields
        ]

    def _fits(self, entry: Entry) -> bool:
        text = f"{entry.title} {entry.rule_id} {entry.summary} {entry.basis}".casefold()
        return (
            all(word in text for word in self.words.casefold().split())
            and self.field in ("", entry.field)
            and self.subject in ("", entry.subject)
            and self.confidence in ("", entry.confidence)
        )


def _sorted(choices: Iterable[Choice]) -> list[Choice]:
    return sorted(set(choices), key=lambda choice: choice[1].casefold())
