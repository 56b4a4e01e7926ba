"""What forms about an office offer to choose from: people, decrees, documents, keepers."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    Opd,
    Pemda,
)
from pamong.kernel.capacity import Capacity


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody on record in an office by a day, and in what capacity, the latest."""

    person: Person
    capacity: Capacity

    @property
    def label(self) -> str:
        """How lists name him or her: "Nama (definitif)"."""
        return f"{self.person.shown_name} ({self.capacity.label})"


def holders_of(jabatan: Jabatan, *, day: date) -> list[Holder]:
    """Return everybody who held an office, or was called by it, by ``day``; the latest first."""
    held = JabatanHolding.objects.filter(jabatan=jabatan, starts_on__lte=day)
    called = Attestation.objects.filter(jabatan=jabatan, day__lte=day)
    rows: list[tuple[date, JabatanHolding | Attestation]] = [
        *((row.starts_on, row) for row in held.select_related("person")),
        *((row.day, row) for row in called.select_related("person")),
    ]
    found: dict[int, Holder] = {}
    for _day, row in sorted(rows, key=lambda told: told[0], reverse=True):
        found.setdefault(row.person_id, Holder(row.person, Capacity(row.capacity)))
    return list(found.values())


def decrees_behind(jabatan: Jabatan, *, day: date) -> list[Decree]:
    """Return the decrees decided by ``day`` on which tenures and leaves of an office rest."""
    rests = Q(jabatanholding__jabatan=jabatan) | Q(officeleave__jabatan=jabatan)
    rows = Decree.objects.filter(rests, decided_on__lte=day)
    return list(rows.distinct().order_by("-decided_on", "number"))


def documents_of(pemda: Pemda) -> list[Document]:
    """Return the documents of a government, by their codes, without their texts."""
    return list(Document.objects.filter(owner=pemda.instansi).defer("text").order_by("kode"))


def keepers(pemda: Pemda) -> dict[str, Jabatan | Opd]:
    """Return who keeps things for a government: its sekda, then each OPD; by a key for forms."""
    sekda = Jabatan.objects.filter(pemda=pemda, kind=JabatanKind.SEKDA, ends_before=None)
    offices = {f"jabatan-{row.pk}": row for row in sekda}
    opd = {
        f"opd-{row.pk}": row
        for row in Opd.objects.filter(pemda=pemda, ends_before=None).order_by("sort_key")
    }
    return {**offices, **opd}
