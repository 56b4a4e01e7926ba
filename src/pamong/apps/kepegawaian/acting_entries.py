"""Posts that somebody acts in as his own riwayat jabatan tells it, without an office on record.

What is moved in from elsewhere names a post by its words; the office may not stand in the
structure here, or its tenure may not be on record.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from pamong.apps.kepegawaian.models import Pegawai, Penugasan, RiwayatJabatan
from pamong.kernel.capacity import Capacity

ACTING = (Penugasan.PLT, Penugasan.PLH, Penugasan.PJ, Penugasan.PJS)
A_DAY = timedelta(days=1)
Days = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class ActingEntry:
    """One entry in force: whose, of which post; ``terms`` are all that he had in it."""

    entry_id: int
    pegawai_id: int
    public_id: UUID
    person_id: int
    person: str
    nama: str
    capacity: Capacity
    starts_on: date
    ends_before: date | None
    terms: Sequence[Days]

    @property
    def last_day(self) -> date | None:
        """The last day on record."""
        return self.ends_before - A_DAY if self.ends_before else None


def acting_entries(
    people: QuerySet[Pegawai], *, day: date, but: Collection[tuple[int, str]] = ()
) -> list[ActingEntry]:
    """Return the entries in force on a day by which some of ``people`` act in a post.

    ``but`` are persons with the capacity of a tenure of theirs: it tells the same.
    """
    rows = RiwayatJabatan.objects.filter(
        capacity__in=ACTING, starts_on__lte=day, pegawai__in=people
    ).select_related("pegawai__person")
    terms: dict[tuple[int, str, str], list[RiwayatJabatan]] = {}
    for row in rows.order_by("starts_on", "pk"):
        terms.setdefault((row.pegawai_id, row.capacity, row.nama.casefold()), []).append(row)
    return [
        _entry(found[-1], found)
        for found in terms.values()
        if found[-1].ends_before is None or found[-1].ends_before > day
        if (found[-1].pegawai.person_id, found[-1].capacity) not in but
    ]


def _entry(row: RiwayatJabatan, terms: Sequence[RiwayatJabatan]) -> ActingEntry:
    return ActingEntry(
        entry_id=row.pk,
        pegawai_id=row.pegawai_id,
        public_id=row.pegawai.public_id,
        person_id=row.pegawai.person_id,
        person=row.pegawai.person.full_name,
        nama=row.nama,
        capacity=Capacity(row.capacity),
        starts_on=row.starts_on,
        ends_before=row.ends_before,
        terms=[(each.starts_on, each.ends_before) for each in terms],
    )
