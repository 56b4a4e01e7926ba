"""All that a page tells of one office on a day, from records that are loaded once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pamong.apps.core.selectors import Change, history_of
from pamong.apps.organisasi.answers import OfficeAnswer
from pamong.apps.organisasi.as_of import answers
from pamong.apps.organisasi.models import Attestation, Jabatan, JabatanHolding, OfficeLeave
from pamong.apps.organisasi.records import OfficeRecords, office_records
from pamong.apps.organisasi.timelines import Lane, lane

Row = JabatanHolding | OfficeLeave | Attestation


@dataclass(frozen=True, slots=True)
class RecordChange:
    """An entry of the history, and which record it is about, in words."""

    about: str
    change: Change


@dataclass(frozen=True, slots=True)
class Dossier:
    """One office: an answer a seat, its timeline, and who changed its records, newest first."""

    seats: tuple[OfficeAnswer, ...]
    lane: Lane
    changes: tuple[RecordChange, ...]


def dossier(jabatan: Jabatan, *, day: date) -> Dossier:
    """Return what is known of an office on ``day``; of what begins later, not even a change."""
    (record,) = office_records(jabatan.pemda, jabatan=[jabatan])
    return Dossier(
        seats=tuple(answers(record, jabatan.pemda, day)),
        lane=lane(record, jabatan.pemda, day),
        changes=tuple(sorted(_changes(record, day), key=_newest_first)),
    )


def tenures(jabatan: Jabatan, *, day: date) -> list[JabatanHolding]:
    """Return the tenures of an office that had begun by ``day``, the latest first."""
    rows = JabatanHolding.objects.filter(jabatan=jabatan, starts_on__lte=day)
    return list(rows.select_related("person", "jabatan__pemda").order_by("-starts_on", "-id"))


def _changes(record: OfficeRecords, day: date) -> Iterable[RecordChange]:
    yield from _told([row for row in record.holdings if row.starts_on <= day])
    yield from _told([row for row in record.leaves if row.starts_on <= day])
    yield from _told([row for row in record.attestations if row.day <= day])


def _told(rows: Sequence[Row]) -> Iterable[RecordChange]:
    about = {row.pk: _name(row) for row in rows}
    return (RecordChange(about[change.record_id], change) for change in history_of(rows))


def _name(row: Row) -> str:
    """Return "masa jabatan Pjs Nama", "cuti kampanye Nama", "penyebutan Nama"."""
    if isinstance(row, JabatanHolding):
        return f"masa jabatan {row.get_capacity_display()} {row.person}"
    if isinstance(row, OfficeLeave):
        return f"{row.get_kind_display()} {row.person}"
    return f"penyebutan {row.person} sebagai {row.get_capacity_display()}"


def _newest_first(told: RecordChange) -> float:
    return -told.change.at.timestamp()
