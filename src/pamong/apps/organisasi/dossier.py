"""All that a page tells of one office on a day, from records that are loaded once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.core.selectors import Change, histories_of
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
    """One office: an answer a seat, its timeline, who is on leave, and who changed its records.

    The latest change comes first.
    """

    seats: tuple[OfficeAnswer, ...]
    lane: Lane
    leaves: tuple[OfficeLeave, ...]
    changes: tuple[RecordChange, ...]


def dossier(jabatan: Jabatan, *, day: date) -> Dossier:
    """Return what is known of an office on ``day``; of what begins later, not even a change."""
    (record,) = office_records(jabatan.pemda, jabatan=[jabatan])
    return Dossier(
        seats=tuple(answers(record, jabatan.pemda, day)),
        lane=lane(record, jabatan.pemda, day),
        leaves=tuple(row for row in record.leaves if day in row.period),
        changes=tuple(sorted(_changes(record, day), key=_newest_first)),
    )


def tenures(jabatan: Jabatan, *, day: date) -> list[JabatanHolding]:
    """Return the tenures of an office that had begun by ``day``, the latest first."""
    rows = JabatanHolding.objects.filter(jabatan=jabatan, starts_on__lte=day)
    return list(rows.select_related("person", "jabatan__pemda").order_by("-starts_on", "-id"))


def _changes(record: OfficeRecords, day: date) -> Iterable[RecordChange]:
    rows: list[Row] = [
        *(row for row in record.holdings if row.starts_on <= day),
        *(row for row in record.leaves if row.starts_on <= day),
        *(row for row in record.attestations if row.day <= day),
    ]
    return (RecordChange(_name(row), change) for row, change in histories_of(rows))


def _name(row: Row) -> str:
    """Return "masa jabatan Pjs Nama", "cuti kampanye Nama", "penyebutan Nama"."""
    if isinstance(row, JabatanHolding):
        return _("masa jabatan %(capacity)s %(person)s") % {
            "capacity": row.get_capacity_display(),
            "person": row.person,
        }
    if isinstance(row, OfficeLeave):
        return f"{row.get_kind_display()} {row.person}"
    return _("penyebutan %(person)s sebagai %(capacity)s") % {
        "person": row.person,
        "capacity": row.get_capacity_display(),
    }


def _newest_first(told: RecordChange) -> float:
    return -told.change.at.timestamp()
