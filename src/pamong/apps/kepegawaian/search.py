"""Finding people of one government: by part of a name, with a typing mistake, by any number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Length

from pamong.apps.core.likeness import CANDIDATES, may_mean, most_alike
from pamong.apps.core.models import Person, PersonName
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.models import Attestation, JabatanHolding, Pemda
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.person_name import PersonNameError, parse_person_name, sort_key

LONGEST_NUMBER = 20
SHORTEST_NUMBER = 6
WIDE = 200
"""So many names that are alike are looked at, of whichever government, for those of one."""


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody on record: where employed and which offices held on the day that was asked."""

    name: str
    unit: str
    offices: tuple[tuple[str, str], ...]  # the public id of the office, and its title


def digits_of(words: str) -> str:
    """Return a number as it is kept, however it is grouped."""
    return "".join(character for character in words if character not in " .-")


def is_number(words: str) -> bool:
    """Tell whether ``words`` are part of a NIP or another number, however it is grouped."""
    digits = digits_of(words)
    return digits.isdecimal() and SHORTEST_NUMBER <= len(digits) <= LONGEST_NUMBER


def people_matching(
    pemda: Pemda,
    words: str,
    *,
    day: date,
    also_employed: bool,
    limit: int,
    numbered: Q | None = None,
) -> list[FoundPerson]:
    """Return people of ``pemda`` in whose name, or number, ``words`` are, letter by letter.

    ``words`` are a part of a name with or without titles, or, where ``also_employed``, a part of a
    number, also of one that was replaced; by a number only people of ``numbered`` are found, a
    condition on pegawai, as a hit would tell whose number it is. Nobody
    is told of whose records begin after ``day``.
    """
    here = _on_record(pemda, day, also_employed=also_employed)
    if is_number(words):
        held = (
            here.filter(identifiers__value__contains=digits_of(words)) if also_employed else None
        )
        if held is not None and numbered is not None:
            held = held.filter(pk__in=Pegawai.objects.filter(numbered).values("person"))
        return _told(list(held.distinct()[:limit]) if held is not None else [], pemda, day)
    key = name_key(words)
    return _told(_by_letter(here, key, limit), pemda, day) if key else []


def people_alike(
    pemda: Pemda, words: str, *, day: date, also_employed: bool, limit: int
) -> list[FoundPerson]:
    """Return people of ``pemda`` whom ``words`` may mean with a typing mistake."""
    key = name_key(words)
    if not key:
        return []
    near = Person.objects.filter(may_mean("sort_key", key)).values_list("pk", "sort_key")
    alike = most_alike(key, near[:CANDIDATES], limit=WIDE)
    here = _on_record(pemda, day, also_employed=also_employed).filter(pk__in=alike)
    people = {person.pk: person for person in here} if alike else {}
    return _told([people[pk] for pk in alike if pk in people][:limit], pemda, day)


def _on_record(pemda: Pemda, day: date, *, also_employed: bool) -> QuerySet[Person]:
    """Return those of whom a government has a record by ``day``, each with ``told_unit``."""
    placed = Placement.objects.on(day).filter(pegawai__pemda=pemda, pegawai__person=OuterRef("pk"))
    begun = {"pemda": pemda, "person": OuterRef("pk")}
    known = Q(Exists(JabatanHolding.objects.filter(starts_on__lte=day, **begun)))
    known |= Q(Exists(Attestation.objects.filter(day__lte=day, **begun)))
    if also_employed:
        known |= Q(Exists(Pegawai.objects.filter(starts_on__lte=day, **begun)))
    unit = placed.order_by("-starts_on", "-id").values("opd__nama")[:1]
    return Person.objects.filter(known).annotate(told_unit=Subquery(unit))


def _by_letter(here: QuerySet[Person], key: str, limit: int) -> list[Person]:
    """Find every word of ``key`` in the name, or in another recorded one, in any order."""
    found = here
    for word in key.split():
        other = PersonName.objects.filter(person=OuterRef("pk"), sort_key__contains=word)
        found = found.filter(Q(sort_key__contains=word) | Q(Exists(other)))
    return list(found.order_by(Length("sort_key"), "sort_key", "id")[:limit])


def _told(people: list[Person], pemda: Pemda, day: date) -> list[FoundPerson]:
    if not people:
        return []
    held: dict[int, list[tuple[str, str]]] = {}
    for row in _holdings(pemda, [person.pk for person in people], day):
        told = (str(row.jabatan.public_id), office_title(row.jabatan, pemda))
        held.setdefault(row.person_id, []).append(told)
    return [
        FoundPerson(
            name=person.shown_name,
            unit=person.told_unit or "",  # type: ignore[attr-defined]  # annotated
            offices=tuple(dict.fromkeys(held.get(person.pk, []))),
        )
        for person in people
    ]


def _holdings(pemda: Pemda, ids: list[int], day: date) -> Iterable[JabatanHolding]:
    """Return the tenures that began by the day, also those that ended: that is where one looks."""
    rows = JabatanHolding.objects.filter(pemda=pemda, person__in=ids, starts_on__lte=day)
    return rows.select_related("jabatan").order_by("-starts_on", "id")


def name_key(words: str) -> str:
    """Return what names are compared by; empty where nothing of a name is there."""
    try:
        return sort_key(parse_person_name(words).nama)
    except PersonNameError:
        return ""
