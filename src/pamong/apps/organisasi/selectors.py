"""Reading governments, their offices, and what is known of their holders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from pamong.apps.core.models import Person
from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    Pemda,
)
from pamong.apps.organisasi.office_names import squeezed
from pamong.apps.organisasi.titles import office_title


class PemdaNotFoundError(LookupError):
    """No government that keeps its records here goes by that name."""

    def __init__(self, name: str, resident: Iterable[str]) -> None:
        known = ", ".join(resident) or _("belum ada")
        super().__init__(
            _('Pemerintah daerah "%(name)s" tidak dikelola di sini. Yang ada: %(known)s.')
            % {"name": name, "known": known}
        )


class JabatanNotFoundError(LookupError):
    """There is no such office."""

    def __init__(self) -> None:
        super().__init__(_("Jabatan ini tidak ada. Cari dari daftar pejabat."))


@dataclass(frozen=True, slots=True)
class HolderOnRecord:
    """Somebody in an office, as the reader wants to know it; ``last_day`` is inclusive.

    ``also_called`` are the nicknames, former names and other spellings on record.
    """

    name: str
    office: str
    region: str
    capacity: str
    starts_on: date
    last_day: date | None
    also_called: tuple[str, ...] = ()


def resident_pemda() -> QuerySet[Pemda]:
    """Return the governments that keep their records here, by name."""
    return Pemda.objects.filter(is_resident=True).order_by("nama")


def get_pemda(slug: str) -> Pemda:
    """Return a resident government by the name in its address.

    Raises:
        PemdaNotFoundError: there is none.
    """
    found = resident_pemda().filter(slug=slug).first()
    if found is None:
        raise PemdaNotFoundError(slug, resident_pemda().values_list("nama", flat=True))
    return found


def find_resident(name: str) -> Pemda:
    """Return a resident government by any name or spelling that people use.

    Raises:
        PemdaNotFoundError: none of that name keeps its records here, or several do.
    """
    resident = resident_pemda()
    exact = resident.filter(nama__iexact=name.strip()).first()
    if exact is not None:
        return exact
    meant = list(resident.filter(spellings__key=squeezed(name))[:2])
    if len(meant) != 1:
        raise PemdaNotFoundError(name, resident.values_list("nama", flat=True))
    return meant[0]


def get_jabatan(pemda: Pemda, public_id: str) -> Jabatan:
    """Return one office of ``pemda``.

    Raises:
        JabatanNotFoundError: there is none.
    """
    found = (
        Jabatan.objects.filter(pemda=pemda, public_id=public_id)
        .select_related("pemda__instansi")
        .first()
    )
    if found is None:
        raise JabatanNotFoundError
    return found


def holders_on_record() -> list[HolderOnRecord]:
    """Return every tenure and attestation of the resident governments, oldest first."""
    tenures = [
        HolderOnRecord(
            name=row.person.nama,
            office=office_title(row.jabatan, row.jabatan.pemda),
            region=row.jabatan.pemda.nama,
            capacity=row.capacity,
            starts_on=row.starts_on,
            last_day=row.period.last_day,
            also_called=_other_names(row.person),
        )
        for row in JabatanHolding.objects.select_related("person", "jabatan__pemda")
        .prefetch_related("person__other_names")
        .order_by("starts_on", "id")
    ]
    attested = [
        HolderOnRecord(
            name=row.person.nama,
            office=office_title(row.jabatan, row.jabatan.pemda),
            region=row.jabatan.pemda.nama,
            capacity=row.capacity,
            starts_on=row.day,
            last_day=row.day,
            also_called=_other_names(row.person),
        )
        for row in Attestation.objects.select_related("person", "jabatan__pemda")
        .prefetch_related("person__other_names")
        .order_by("day", "id")
    ]
    return tenures + attested


def _other_names(person: Person) -> tuple[str, ...]:
    return tuple(sorted(other.nama for other in person.other_names.all()))
