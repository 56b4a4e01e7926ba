"""The names, offices and words of a draft, once its new people and offices are on record."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pamong.apps.core.models import Document, Person
from pamong.apps.forums.matching import Matcher
from pamong.apps.forums.planning import Plan
from pamong.apps.organisasi.models import Jabatan, Pemda

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Recorded:
    """A plan that is being written: whom and which office each of its names means."""

    document: Document
    pemda: Pemda
    plan: Plan
    matcher: Matcher

    @property
    def speaks_on(self) -> date | None:
        """The day on which the document speaks."""
        return self.plan.draft.date or self.document.published_on

    def person(self, name: str | None) -> Person | None:
        """Return the record of somebody whom the draft names."""
        return self.matcher.person(name).person if name else None

    def office(self, text: str | None) -> Jabatan | None:
        """Return the record of an office that the draft names, if its government is here."""
        meant = self.matcher.office(text) if text else None
        return meant.jabatan if meant else None

    def office_of(self, name: str | None) -> tuple[Jabatan | None, str]:
        """Return the office and the capacity by which this document calls somebody."""
        meant = self.matcher.person(name) if name else None
        for row in self.plan.attestations:
            if row.person is meant:
                return row.office.jabatan, row.capacity
        return None, ""

    def words(self, pointer: str) -> str:
        """Return the words of the document that a value came from."""
        evidence = self.plan.draft.evidence.get(pointer)
        spans = evidence.spans if evidence else ()
        return " … ".join(self.document.text[start:end] for start, end in spans)


def there(row: Row | None) -> Row:
    """Return what the plan has settled or recorded by now."""
    if row is None:
        raise AssertionError("the plan was not settled before it was written")
    return row
