"""Who takes part in a forum, as a draft writes it: speakers, attestations, and what is known."""

from collections.abc import Iterable, Sequence
from datetime import date

from pamong.kernel.capacity import Capacity
from pamong.reader.behalf import Behalf
from pamong.reader.draft import Candidate, DraftAttestation, Evidence, Span, Speaker
from pamong.reader.found import Found, distinct
from pamong.reader.kind import kind_entry
from pamong.reader.known import KnownHolder
from pamong.reader.people import Cast
from pamong.reader.person import Person
from pamong.reader.recognising import Registry
from pamong.reader.regions import Region
from pamong.reader.speaking import Speech


def speakers_of(
    speech: Speech,
    cast: Cast,
    behalf: Behalf | None,
    kind: str | None,
    chair: Person | None = None,
) -> tuple[Person, ...]:
    """Return who speaks or acts, is read for or in the chair, in the order of the text.

    Where a forum is about offices that change hands, those who act in them take part as well.
    """
    found = dict.fromkeys([*speech.speakers, *(behalf.people if behalf else ())])
    found |= dict.fromkeys([chair] if chair else [])
    if kind_entry(kind).get("parties"):
        acting = (
            person
            for person in cast.people
            if person.capacity and person.capacity.is_acting and not speech.only_attends(person)
        )
        found |= dict.fromkeys([*acting, *cast.handed_over])
    named = [person for person in found if not person.is_of_spouses]
    return tuple(sorted(named, key=lambda person: min(person.name_spans)))


def present_speaker(person: Person, registry: Registry) -> tuple[Speaker, dict[str, Evidence]]:
    """Return a speaker with the evidence of each part.

    A known holder gives the full name, and the office that the text leaves out.
    """
    office, capacity = describe(person, registry.home)
    holder = known_holder(person, registry)
    named = distinct(person.name_spans)
    name = Evidence(named, _name_reason(person, holder))
    spans = distinct(held.span for held in person.holdings)
    evidence = {"": name, "/name": name}
    if office is not None:
        evidence["/office"] = _office_evidence(person, registry.home, spans)
        evidence["/capacity"] = _capacity_evidence(person)
    elif holder is not None:
        office, capacity = holder.office, holder.capacity
        known = Evidence(named, f"Menurut catatan di sini {holder.name} menjabat {office}.")
        evidence |= {"/office": known, "/capacity": known}
    return Speaker(holder.name if holder else person.name, office, capacity), evidence


def _name_reason(person: Person, holder: KnownHolder | None) -> str:
    if person.from_registry:
        return f"Teks hanya menyebut jabatannya; menurut catatan di sini dijabat {person.name}."
    written = person.written or person.name
    if holder is not None and holder.name != written:
        return f"Teks menulis {written}; menurut catatan di sini {holder.name}."
    return "Nama ini disebut di teks."


def _office_evidence(person: Person, home: Region | None, spans: tuple[Span, ...]) -> Evidence:
    """Say from which words the office is; a second office of the person is a candidate."""
    offices = {held.title(home): held for held in person.holdings}
    heads = {held.head.name for held in person.holdings}
    reason = "Jabatan ini disebut bersama namanya."
    if len(heads) < 2:
        return Evidence(spans, reason)
    candidates = tuple(
        Candidate(title, f"Teks juga menyebutnya {title}.", (held.span,))
        for title, held in offices.items()
    )
    return Evidence(spans, reason, candidates)


def attest(cast: Cast, home: Region | None, day: date | None) -> list[Found[DraftAttestation]]:
    """Return who is called by which office of a regional government, or of a place in one.

    Chairs that go to spouses, and offices of the country, are no attestation here.
    """
    found = []
    iso_day = day.isoformat() if day else None
    for person in cast.people:
        office, capacity = describe(person, home)
        is_told = not person.from_registry
        if not is_told or office is None or capacity is None or not _is_of_region(person, home):
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


def known_holder(person: Person, registry: Registry) -> KnownHolder | None:
    """Return the one known holder whom the words of the text mean."""
    holders = registry.of_person(person)
    names = {holder.name for holder in holders}
    return holders[0] if len(names) == 1 else None


def known_tenures(
    people: Iterable[Person], registry: Registry
) -> tuple[tuple[KnownHolder, ...], ...]:
    """Return, for each person whom the registry knows, the tenures in the capacity of the text.

    Whom it knows of single days alone may well have held the office on others.
    """
    each = (
        tuple(
            holder
            for holder in registry.of_person(person)
            if person.capacity and holder.capacity == person.capacity.label
        )
        for person in people
        if not person.from_registry
    )
    return tuple(
        tenures
        for tenures in each
        if tenures and not any(tenure.is_attested_only for tenure in tenures)
    )


def _capacity_evidence(person: Person) -> Evidence:
    """Say how the text calls the person; two capacities are a conflict."""
    office = person.office
    same = [held for held in person.holdings if office and held.head.name == office.head.name]
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
