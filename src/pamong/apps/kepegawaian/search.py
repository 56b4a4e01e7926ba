"""Finding people of one government: by part of a name, with a typing mistake, by any number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.db.models.functions import Length

from pamong.apps.core.likeness import CANDIDATES, may_mean, most_alike
from pamong.apps.core.models import Person
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.models import JabatanHolding, Pemda
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.person_name import PersonNameError, parse_person_name, sort_key

LONGEST_NUMBER = 20
SHORTEST_NUMBER = 6


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
    """Return people of ``pemda`` whom ``words`` may mean, those found letter by letter first.

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
    if not key:
        return []
    found = _by_letter(here, key, limit) or _by_likeness(here, key, limit)
    return _told(found, pemda, day)


def _on_record(pemda: Pemda, day: date, *, also_employed: bool) -> QuerySet[Person]:
    known = Q(
        pk__in=JabatanHolding.objects.filter(pemda=pemda, starts_on__lte=day).values("person")
    ) | Q(attestations__pemda=pemda, attestations__day__lte=day)
    if also_employed:
        employed = Pegawai.objects.filter(pemda=pemda, starts_on__lte=day)
        known |= Q(pk__in=employed.values("person"))
    return Person.objects.filter(known)


def _by_letter(here: QuerySet[Person], key: str, limit: int) -> list[Person]:
    """Find every word of ``key`` in the name, or in another recorded one, in any order."""
    found = here
    for word in key.split():
        found = found.filter(Q(sort_key__contains=word) | Q(other_names__sort_key__contains=word))
    return list(found.order_by(Length("sort_key"), "sort_key", "id").distinct()[:limit])


def _by_likeness(here: QuerySet[Person], key: str, limit: int) -> list[Person]:
    near = here.filter(may_mean("sort_key", key)).distinct()[:CANDIDATES]
    return most_alike(key, ((person, person.sort_key) for person in near), limit=limit)


def _told(people: list[Person], pemda: Pemda, day: date) -> list[FoundPerson]:
    if not people:
        return []
    ids = [person.pk for person in people]
    units = dict(
        Placement.objects.on(day)
        .filter(pegawai__pemda=pemda, pegawai__person__in=ids)
        .values_list("pegawai__person_id", "opd__nama")
    )
    held: dict[int, list[tuple[str, str]]] = {}
    for row in _holdings(pemda, ids, day):
        told = (str(row.jabatan.public_id), office_title(row.jabatan, pemda))
        held.setdefault(row.person_id, []).append(told)
    return [
        FoundPerson(
            name=person.shown_name,
            unit=units.get(person.pk, ""),
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
