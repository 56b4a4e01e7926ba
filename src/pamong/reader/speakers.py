"""Who takes part in a forum, as a draft writes it: speakers, attestations, and what is known."""

from collections.abc import Iterable, Sequence
from datetime import date

from pamong.kernel.capacity import Capacity
from pamong.reader.behalf import Behalf
from pamong.reader.draft import Candidate, DraftAttestation, Evidence, Speaker
from pamong.reader.found import Found, distinct
from pamong.reader.kind import kind_entry
from pamong.reader.known import Known, KnownHolder
from pamong.reader.names import name_words
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.regions import Region
from pamong.reader.speaking import Speech


def speakers_of(
    speech: Speech, cast: Cast, behalf: Behalf | None, kind: str | None
) -> tuple[Person, ...]:
    """Return who speaks or acts, in the order of the text, and who is read for.

    Where a forum is about offices that change hands, those who act in them take part as well.
    """
    found = dict.fromkeys([*speech.speakers, *(behalf.people if behalf else ())])
    if kind_entry(kind).get("parties"):
        acting = (p for p in cast.people if p.capacity and p.capacity.is_acting)
        found |= dict.fromkeys([*acting, *cast.handed_over])
    named = [person for person in found if not person.is_of_spouses]
    return tuple(sorted(named, key=lambda person: min(person.name_spans)))


def present_speaker(
    person: Person, known: Known, home: Region | None
) -> tuple[Speaker, dict[str, Evidence]]:
    """Return a speaker with the evidence of each part; a known holder gives the full name."""
    office, capacity = describe(person, home)
    holder = known_holder(person, known, home)
    named = distinct(person.name_spans)
    reason = "Nama ini disebut di teks."
    if holder is not None and holder.name != person.name:
        reason = f"Teks menulis {person.name}; menurut catatan di sini {holder.name}."
    name = Evidence(named, reason)
    spans = distinct(held.span for held in person.holdings)
    evidence = {"": name, "/name": name}
    if office is not None:
        evidence["/office"] = Evidence(spans, "Jabatan ini disebut bersama namanya.")
        evidence["/capacity"] = _capacity_evidence(person)
    return Speaker(holder.name if holder else person.name, office, capacity), evidence


def attest(cast: Cast, home: Region | None, day: date | None) -> list[Found[DraftAttestation]]:
    """Return who is called by which office of a regional government, or of a place in one.

    Chairs that go to spouses, and offices of the country, are no attestation here.
    """
    found = []
    iso_day = day.isoformat() if day else None
    for person in cast.people:
        office, capacity = describe(person, home)
        if office is None or capacity is None or not _is_of_region(person, home):
            continue
        value = DraftAttestation(person.name, office, capacity, iso_day)
        called = _capacity_evidence(person)
        spans = distinct([*called.spans, *person.name_spans])
        found.append(Found(value, spans, called.reason, parts={"capacity": called}))
    return found


def _is_of_region(person: Person, home: Region | None) -> bool:
    office = person.office
    is_local = office is not None and (office.head.of == "place" or office.region(home))
    return bool(is_local) and not person.is_of_spouses


def describe(person: Person, home: Region | None) -> tuple[str | None, str | None]:
    """Return the office and the capacity of a person as a draft writes them."""
    office, capacity = person.office, person.capacity
    return (office.title(home) if office else None, capacity.label if capacity else None)


def known_holder(person: Person, known: Known, home: Region | None) -> KnownHolder | None:
    """Return the one holder of the person's office whose name holds the words of the text."""
    holders = _known_as(person, known, home)
    names = {holder.name for holder in holders}
    return holders[0] if len(names) == 1 else None


def known_tenures(
    people: Iterable[Person], known: Known, home: Region | None
) -> tuple[tuple[KnownHolder, ...], ...]:
    """Return, for each person whom the registry knows, the tenures in the capacity of the text."""
    each = (
        tuple(
            holder
            for holder in _known_as(person, known, home)
            if person.capacity and holder.capacity == person.capacity.label
        )
        for person in people
    )
    return tuple(tenures for tenures in each if tenures)


def _known_as(person: Person, known: Known, home: Region | None) -> Sequence[KnownHolder]:
    office, _ = describe(person, home)
    return [
        holder
        for holder in known.holders
        if holder.office == office and person.key <= name_words(holder.name)
    ]


def _capacity_evidence(person: Person) -> Evidence:
    """Say how the text calls the person; two capacities are a conflict."""
    office = person.office
    same = [held for held in person.holdings if office and held.head == office.head]
    spans = distinct(held.span for held in same)
    if len(person.capacities) < 2:
        return Evidence(spans, _capacity_reason(person.capacities))
    candidates = tuple(
        Candidate(
            capacity.label,
            _capacity_reason((capacity,)),
            distinct(held.span for held in same if held.capacity is capacity),
        )
        for capacity in person.capacities
    )
    reason = "Teks menyebut lebih dari satu kedudukan untuk orang ini. Pilih yang benar."
    return Evidence(spans, reason, candidates, conflict=True)


def _capacity_reason(capacities: Sequence[Capacity]) -> str:
    if not capacities or not capacities[0].is_acting:
        return "Jabatan disebut tanpa Plt, Plh, Pj, atau Pjs."
    return f"Jabatan disebut sebagai {capacities[0].label} ({capacities[0].long_label})."
