"""Which people and offices of the registry a draft means; whatever is not here yet is new.

A name means somebody who is already on record in the same government, never a namesake elsewhere.
An office of another government is left alone: its records are its own.
"""

from dataclasses import dataclass, field

from pamong.apps.core.audit import Actor
from pamong.apps.core.made_up import without_mark
from pamong.apps.core.models import Person
from pamong.apps.core.services import register_person
from pamong.apps.forums.selectors import heard_in
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda
from pamong.apps.organisasi.office_names import (
    find_jabatan,
    is_office_of,
    office_alone,
    office_key,
    office_kind,
)
from pamong.apps.organisasi.people import find_person
from pamong.apps.organisasi.services import create_jabatan
from pamong.kernel.person_name import parse_person_name, sort_key


@dataclass(slots=True)
class PersonMeant:
    """A name of the draft, and who it is; ``person`` is ``None`` until a new one is recorded."""

    name: str
    person: Person | None

    @property
    def is_new(self) -> bool:
        """Whether confirming records a new person."""
        return self.person is None


@dataclass(slots=True)
class OfficeMeant:
    """An office of the draft; ``jabatan`` is ``None`` until a new one is opened."""

    nama: str
    kind: JabatanKind
    jabatan: Jabatan | None

    @property
    def is_new(self) -> bool:
        """Whether confirming opens a new office."""
        return self.jabatan is None


@dataclass(slots=True)
class Matcher:
    """Matches the names and offices of one draft, each once."""

    pemda: Pemda
    people: dict[str, PersonMeant] = field(default_factory=dict)
    offices: dict[str, OfficeMeant] = field(default_factory=dict)

    def person(self, name: str) -> PersonMeant:
        """Return who ``name`` is.

        Raises:
            PersonNameError: it is empty, or holds titles only.
            NamesakesError: several people on record in this government bear it.
        """
        bare = without_mark(name)
        key = sort_key(parse_person_name(bare).nama)
        if key not in self.people:
            self.people[key] = PersonMeant(
                bare, find_person(bare, self.pemda, also=heard_in(self.pemda))
            )
        return self.people[key]

    def office(self, text: str) -> OfficeMeant | None:
        """Return the office that ``text`` means; ``None`` where another government has it."""
        if not is_office_of(self.pemda, text):
            return None
        key = office_key(text, self.pemda)
        if key not in self.offices:
            found = find_jabatan(text, self.pemda)
            self.offices[key] = OfficeMeant(
                nama=found.nama if found else office_alone(text, self.pemda),
                kind=JabatanKind(found.kind) if found else office_kind(key),
                jabatan=found,
            )
        return self.offices[key]

    def record_new(self, *, actor: Actor, reason: str) -> None:
        """Record the people and open the offices that are not here yet."""
        for meant in self.people.values():
            meant.person = meant.person or register_person(
                name=meant.name, is_made_up=self.pemda.is_made_up, actor=actor, reason=reason
            )
        for office in self.offices.values():
            office.jabatan = office.jabatan or create_jabatan(
                pemda=self.pemda,
                nama=office.nama,
                kind=office.kind,
                actor=actor,
                reason=reason,
            )
