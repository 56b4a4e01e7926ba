"""Finding people by name: somebody on record in one government, never a namesake elsewhere."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.core.made_up import without_mark
from pamong.apps.core.models import Person
from pamong.apps.core.selectors import people_named
from pamong.apps.organisasi.models import Attestation, Jabatan, JabatanHolding, OfficeLeave, Pemda


class NamesakesError(Exception):
    """Several people of one government bear the name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _('Ada lebih dari satu orang bernama "%(name)s" yang tercatat. Tulis nama lengkapnya.')
            % {"name": name}
        )


def ids_in_office(pemda: Pemda, *, by: date = date.max) -> QuerySet[Any, Any]:
    """Return the keys of who held, was called by, or took leave from an office of ``pemda``.

    ``by`` is the last day on which that may have begun.
    """
    called = Attestation.objects.filter(pemda=pemda, day__lte=by)
    away = OfficeLeave.objects.filter(pemda=pemda, starts_on__lte=by)
    held = JabatanHolding.objects.filter(pemda=pemda, starts_on__lte=by)
    first, *others = (rows.values_list("person_id", flat=True) for rows in (held, called, away))
    return first.union(*others)


def find_person(name: str, pemda: Pemda, *, also: Q | None = None) -> Person | None:
    """Return who of ``pemda`` bears ``name``; ``None`` where nobody on record does.

    On record is whoever held, was called by, or took leave from one of its offices. ``also`` is
    a condition on people by which apps above this one know others, such as speakers at forums.

    Raises:
        PersonNameError: the name is empty, or holds titles only.
        NamesakesError: several people on record bear it.
    """
    bare = without_mark(name)
    on_record = (
        Q(holdings__pemda=pemda) | Q(attestations__pemda=pemda) | Q(leaves__pemda=pemda)
    ) | (also or Q(pk__in=[]))
    here = list(
        Person.objects.filter(pk__in=[person.pk for person in people_named(bare)])
        .filter(on_record)
        .distinct()
        .order_by("id")[:2]
    )
    if len(here) > 1:
        raise NamesakesError(bare)
    return here[0] if here else None


def names_on_record(pemda: Pemda, *, by: date) -> list[str]:
    """Return, in order, the names of whom something had begun by a day in offices of ``pemda``."""
    people = Person.objects.filter(pk__in=ids_in_office(pemda, by=by)).only("nama", "is_made_up")
    return sorted({person.shown_name for person in people})


def is_in_office(person: Person, jabatan: Jabatan, day: date) -> bool:
    """Tell whether somebody holds the office on ``day``, or some text calls him by it."""
    return (
        JabatanHolding.objects.on(day).filter(person=person, jabatan=jabatan).exists()
        or Attestation.objects.filter(person=person, jabatan=jabatan).exists()
    )
