"""Whom the registry knows: the holder of an office that stands alone, the owner of a bare name.

The text comes first. The registry only adds what the text leaves out, and only where one person
alone can be meant on the day of the forum; the reason then says that it was the registry.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pamong.reader.knowledge import table
from pamong.reader.known import Known, KnownHolder
from pamong.reader.names import name_words
from pamong.reader.office_mentions import OfficeMention
from pamong.reader.person import Person
from pamong.reader.regions import Region


@dataclass(frozen=True, slots=True)
class Registry:
    """What is known, for one document: its government, and its day where the text writes it."""

    known: Known
    home: Region | None
    day: date | None = None

    def holder_of(self, office: OfficeMention) -> KnownHolder | None:
        """Return the one person who held an office, in the capacity that the text names."""
        title = office.title(self.home)
        acting = office.acting and office.acting.label
        return self._only(
            holder
            for holder in self.known.holders
            if holder.office == title and acting in {None, holder.capacity}
        )

    def called(self, name: str) -> KnownHolder | None:
        """Return the one office of the one person of the government who has this name."""
        home = self.home.full_name if self.home else None
        return self._only(
            holder
            for holder in self.known.holders
            if holder.region == home and is_called(holder, name)
        )

    def of_person(self, person: Person) -> Sequence[KnownHolder]:
        """Return the holdings, on any day, that a person of the text can mean."""
        office = person.office
        if office is None:
            found = self.called(person.written or person.name)
            return [found] if found else []
        title = office.title(self.home)
        return [
            holder
            for holder in self.known.holders
            if holder.office == title and is_called(holder, person.written or person.name)
        ]

    def _only(self, holders: Iterable[KnownHolder]) -> KnownHolder | None:
        there = [holder for holder in holders if self.day is None or holder.held_on(self.day)]
        people = {(holder.name, holder.office, holder.capacity) for holder in there}
        return there[0] if len(people) == 1 else None


def is_called(holder: KnownHolder, name: str) -> bool:
    """Tell whether a name is a part of the holder's, or of one that people call him by."""
    words = name_words(name)
    told = words - frozenset(table("names")["addresses"])
    return words <= name_words(holder.name) or any(
        words == name_words(called) or (told == words and words <= name_words(called))
        for called in holder.also_called
    )
