"""The offices of a government over time: what is drawn, and the table behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from pamong.apps.organisasi.answers import Source
from pamong.apps.organisasi.as_of import attested_by, goes_stale_on, source_of
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda
from pamong.apps.organisasi.records import OfficeRecords, office_records
from pamong.apps.organisasi.titles import LEADING, office_title
from pamong.kernel.capacity import Capacity


class BarKind(StrEnum):
    """What a bar of the timeline stands for."""

    DEFINITIVE = "definitive"
    ACTING = "acting"
    LEAVE = "leave"
    ATTESTED = "attested"


@dataclass(frozen=True, slots=True)
class Bar:
    """One tenure, leave or attestation; ``last_day`` is inclusive, ``None`` where none is known.

    ``known_until`` is the last day on which an open tenure may be shown as is.
    """

    kind: BarKind
    person: str
    label: str
    start: date
    start_is_exact: bool
    last_day: date | None
    known_until: date | None
    source: Source


@dataclass(frozen=True, slots=True)
class Lane:
    """One office and its bars, oldest first."""

    jabatan_id: int
    public_id: UUID
    office: str
    kind: JabatanKind
    bars: tuple[Bar, ...]


def lanes(pemda: Pemda, *, day: date, jabatan: Sequence[Jabatan] | None = None) -> list[Lane]:
    """Return the leading offices and every office of which something had begun by ``day``.

    By rank and name; nothing that begins later is told. With ``jabatan`` only those offices.
    """
    told = [lane(record, pemda, day) for record in office_records(pemda, jabatan=jabatan)]
    return [row for row in told if jabatan is not None or row.kind in LEADING or row.bars]


def lane(record: OfficeRecords, pemda: Pemda, day: date) -> Lane:
    """Return one office with what had begun by ``day``."""
    bars = (bar for bar in _bars(record) if bar.start <= day)
    return Lane(
        jabatan_id=record.jabatan.pk,
        public_id=record.jabatan.public_id,
        office=office_title(record.jabatan, pemda),
        kind=JabatanKind(record.jabatan.kind),
        bars=tuple(sorted(bars, key=lambda bar: (bar.start, bar.kind))),
    )


def _bars(record: OfficeRecords) -> Iterable[Bar]:
    for holding in record.holdings:
        stale_on = goes_stale_on(record, holding)
        capacity = Capacity(holding.capacity)
        yield Bar(
            kind=BarKind.ACTING if capacity.is_acting else BarKind.DEFINITIVE,
            person=holding.person.shown_name,
            label=capacity.label,
            start=holding.starts_on,
            start_is_exact=holding.starts_is_exact,
            last_day=holding.period.last_day,
            known_until=stale_on - timedelta(days=1) if stale_on else None,
            source=source_of(holding),
        )
    for leave in record.leaves:
        yield Bar(
            kind=BarKind.LEAVE,
            person=leave.person.shown_name,
            label=leave.get_kind_display(),
            start=leave.starts_on,
            start_is_exact=True,
            last_day=leave.period.last_day,
            known_until=None,
            source=source_of(leave),
        )
    for attested in record.attestations:
        yield Bar(
            kind=BarKind.ATTESTED,
            person=attested.person.shown_name,
            label=Capacity(attested.capacity).label,
            start=attested.day,
            start_is_exact=True,
            last_day=attested.day,
            known_until=None,
            source=attested_by(attested),
        )
