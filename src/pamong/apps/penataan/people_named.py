"""People as plans name them: by number (NIP) or by name; nobody is guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.made_up import without_mark
from pamong.apps.core.models import PersonIdentifier
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Pemda
from pamong.kernel.person_name import PersonNameError, parse_person_name, sort_key


class PersonNotNamedError(LookupError):
    """A text names nobody who is employed on the day, or several people."""


@dataclass(frozen=True, slots=True)
class PeopleNamed:
    """Everybody whom some texts may mean, employed by one government on one day."""

    by_number: dict[str, Pegawai]
    by_name: dict[str, list[Pegawai]]

    def one(self, text: str) -> Pegawai:
        """Return whom a text means.

        Raises:
            PersonNotNamedError: nobody, or several.
        """
        known = self.by_number.get(text.replace(" ", ""))
        if known is not None:
            return known
        found = self.by_name.get(_name_key(text), [])
        if len(found) == 1:
            return found[0]
        if found:
            raise PersonNotNamedError(_("Ada %d pegawai bernama itu. Tulis NIP-nya.") % len(found))
        raise PersonNotNamedError(_("Tidak ada pegawai dengan NIP atau nama itu pada hari itu."))


def people_named(pemda: Pemda, texts: Iterable[str], *, day: date) -> PeopleNamed:
    """Return whom some texts may mean, in three queries."""
    told = list(texts)
    return PeopleNamed(
        _by_number(pemda, {text.replace(" ", "") for text in told}, day),
        _by_name(pemda, {_name_key(text) for text in told} - {""}, day),
    )


def _by_number(pemda: Pemda, numbers: Iterable[str], day: date) -> dict[str, Pegawai]:
    known = PersonIdentifier.objects.filter(value__in=list(numbers))
    person_of = dict(known.values_list("person_id", "value"))
    rows = Pegawai.objects.on(day).filter(pemda=pemda, person__in=person_of)
    return {person_of[row.person_id]: row for row in rows.select_related("person")}


def _by_name(pemda: Pemda, keys: Iterable[str], day: date) -> dict[str, list[Pegawai]]:
    rows = Pegawai.objects.on(day).filter(pemda=pemda, person__sort_key__in=list(keys))
    found: dict[str, list[Pegawai]] = {}
    for row in rows.select_related("person").order_by("id"):
        found.setdefault(row.person.sort_key, []).append(row)
    return found


def _name_key(text: str) -> str:
    try:
        return sort_key(parse_person_name(without_mark(text)).nama)
    except PersonNameError:
        return ""
