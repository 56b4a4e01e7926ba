"""Which people and offices of the registry a draft means; whatever is not here yet is new.

A name means somebody who is already on record in the same government, never a namesake elsewhere.
"""

from dataclasses import dataclass, field

from django.db.models import Q

from pamong.apps.core.audit import Actor
from pamong.apps.core.models import Person
from pamong.apps.core.selectors import people_named
from pamong.apps.core.services import register_person
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda
from pamong.apps.organisasi.office_names import find_jabatan, office_key, office_kind
from pamong.apps.organisasi.services import create_jabatan
from pamong.kernel import wilayah
from pamong.kernel.person_name import sort_key

MADE_UP_MARK = "(rekaan)"


class NamesakesError(Exception):
    """Several people of one government bear the name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f'Ada lebih dari satu orang bernama "{name}" yang tercatat. Tulis nama lengkapnya.'
        )


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
    pemda: Pemda
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
    offices: dict[tuple[int, str], OfficeMeant] = field(default_factory=dict)

    def person(self, name: str) -> PersonMeant:
        """Return who ``name`` is.

        Raises:
            NamesakesError: several people on record in this government bear it.
        """
        bare = without_mark(name)
        key = sort_key(bare)
        if key not in self.people:
            self.people[key] = PersonMeant(bare, self._on_record(bare))
        return self.people[key]

    def office(self, text: str) -> OfficeMeant | None:
        """Return the office that ``text`` means; ``None`` where another government has it."""
        pemda = self._government_of(text)
        if pemda is None:
            return None
        key = office_key(without_mark(text), pemda)
        if (pemda.pk, key) not in self.offices:
            found = find_jabatan(without_mark(text), pemda)
            self.offices[pemda.pk, key] = OfficeMeant(
                nama=found.nama if found else _office_name(without_mark(text), pemda),
                kind=JabatanKind(found.kind) if found else office_kind(key),
                pemda=pemda,
                jabatan=found,
            )
        return self.offices[pemda.pk, key]

    def record_new(self, *, actor: Actor, reason: str) -> None:
        """Record the people and open the offices that are not here yet."""
        for meant in self.people.values():
            meant.person = meant.person or register_person(
                name=meant.name, is_made_up=self.pemda.is_made_up, actor=actor, reason=reason
            )
        for office in self.offices.values():
            office.jabatan = office.jabatan or create_jabatan(
                pemda=office.pemda,
                nama=office.nama,
                kind=office.kind,
                actor=actor,
                reason=reason,
            )

    def _on_record(self, name: str) -> Person | None:
        named = [person.pk for person in people_named(name)]
        here = list(
            Person.objects.filter(pk__in=named)
            .filter(
                Q(holdings__pemda=self.pemda)
                | Q(attestations__pemda=self.pemda)
                | Q(directives_given__directive__pemda=self.pemda)
            )
            .distinct()
            .order_by("id")[:2]
        )
        if len(here) > 1:
            raise NamesakesError(name)
        return here[0] if here else None

    def _government_of(self, office: str) -> Pemda | None:
        """Return whose office it is: the draft's own government, unless the text says another."""
        names = governments_in(without_mark(office))
        if not names or self.pemda.nama in names:
            return self.pemda
        return Pemda.objects.filter(is_resident=True, nama__in=names).order_by("id").first()


def governments_in(office: str) -> set[str]:
    """Return the full names of the governments that the end of an office's name may mean."""
    words = office.split()
    for start in range(1, len(words)):
        found = wilayah.find(" ".join(words[start:]))
        if found:
            return {place.full_name for place in found}
    return set()


def without_mark(text: str) -> str:
    """Return a name without the mark of made-up people."""
    return " ".join(text.replace(MADE_UP_MARK, " ").split())


def _office_name(text: str, pemda: Pemda) -> str:
    """Return the office without its government at the end: "Kepala BKD", as offices are stored."""
    for ending in (pemda.nama, pemda.short_name):
        bare = without_mark(ending)
        if text.casefold().endswith(f" {bare.casefold()}"):
            return text[: -len(bare)].strip()
    return text
