"""Who holds an office on a day.

An answer never claims more than its source. A tenure rests on a decree, or on a text that states
its days. An attestation holds for its own day and is "last attested" afterwards. An open tenure
goes stale after the term that the law gives, or, where it rests on a text, 180 days after the last
text that speaks of it; so does an attestation. Then it is shown as last known, never as is.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from pamong.apps.organisasi.answers import (
    Basis,
    HolderAnswer,
    LeaveAnswer,
    OfficeAnswer,
    Source,
    Standing,
)
from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    OfficeLeave,
    Pemda,
)
from pamong.apps.organisasi.records import OfficeRecords, office_records
from pamong.apps.organisasi.titles import LEADING, office_title
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day

STALE_AFTER = timedelta(days=180)
ELECTED_TERM_YEARS = 5
"""The term of an elected head and deputy. Source: UU 23/2014 Pasal 60(1); UU 10/2016 Pasal 162."""

NOT_PROOF = "Tidak tercatat di sini bukan berarti tidak ada."


def who(
    pemda: Pemda, *, day: date, jabatan: Sequence[Jabatan] | None = None
) -> list[OfficeAnswer]:
    """Answer for the leading offices, and for every office of which something is known by ``day``.

    Nothing that begins after ``day`` is told. With ``jabatan``, answer for those offices alone.
    """
    answers = [answer(record, pemda, day=day) for record in office_records(pemda, jabatan=jabatan)]
    return [
        found
        for found in answers
        if jabatan is not None
        or found.kind in LEADING
        or found.holder is not None
        or found.last_known is not None
    ]


def answer(record: OfficeRecords, pemda: Pemda, *, day: date) -> OfficeAnswer:
    """Answer for one office."""
    definitive, acting = _definitive(record, day), _acting(record, day)
    current = [found for found in (definitive, acting) if found and found.standing.is_current]
    stale = [found for found in (definitive, acting) if found and not found.standing.is_current]
    holder = current[0] if current else None
    stands_in = current[1] if len(current) > 1 else None
    leave = _leave_of(record, holder, day)
    return OfficeAnswer(
        jabatan_id=record.jabatan.pk,
        public_id=record.jabatan.public_id,
        office=office_title(record.jabatan, pemda),
        kind=JabatanKind(record.jabatan.kind),
        holder=holder,
        leave=leave,
        acting=stands_in,
        last_known=stale[0] if stale and holder is None else None,
        notes=tuple(_notes(record.jabatan, holder, leave, stands_in, day)),
    )


def source_of(row: JabatanHolding | OfficeLeave) -> Source:
    """Name the decree, or else the document, on which a tenure or a leave rests."""
    if row.decree is not None:
        return Source(Basis.DECREE, str(row.decree), row.decree.decided_on, row.words)
    if row.document is None:
        raise AssertionError(f"the database let {row!r} rest on nothing")
    stated_on = row.stated_on
    return Source(Basis.DOCUMENT, str(row.document), stated_on, row.words, row.document.public_id)


def attested_by(row: Attestation) -> Source:
    """Name the document that calls somebody by an office."""
    return Source(Basis.ATTESTATION, str(row.document), row.day, row.words, row.document.public_id)


def goes_stale_on(record: OfficeRecords, holding: JabatanHolding) -> date | None:
    """Return the first day on which an open tenure is no longer shown as is, if there is one."""
    if holding.ends_before is not None:
        return None
    days = []
    if holding.decree_id is None:
        days.append(record.confirmed_until(holding) + STALE_AFTER + timedelta(days=1))
    if record.jabatan.kind in {JabatanKind.KEPALA_DAERAH, JabatanKind.WAKIL_KEPALA_DAERAH}:
        days.append(_years_later(holding.starts_on, ELECTED_TERM_YEARS))
    return min(days, default=None)


def _definitive(record: OfficeRecords, day: date) -> HolderAnswer | None:
    tenures = [row for row in record.holdings if row.capacity == Capacity.DEFINITIF]
    held = _in_force(tenures, day)
    if held is not None:
        return _from_tenure(record, held, day)
    attested = [row for row in record.attestations if row.capacity == Capacity.DEFINITIF]
    return _from_attestation(_latest(attested, day, unless=tenures), day)


def _acting(record: OfficeRecords, day: date) -> HolderAnswer | None:
    """Find who acts; a definitive holder who takes or resumes the office ends it."""
    tenures = [row for row in record.holdings if row.capacity != Capacity.DEFINITIF]
    held = _in_force(tenures, day)
    if held is not None:
        return _from_tenure(record, held, day)
    attested = [row for row in record.attestations if row.capacity != Capacity.DEFINITIF]
    latest = _latest(attested, day, unless=tenures)
    if latest is None or _was_resumed(record, latest, day):
        return None
    return _from_attestation(latest, day)


def _in_force(tenures: Iterable[JabatanHolding], day: date) -> JabatanHolding | None:
    return next((row for row in tenures if day in row.period), None)


def _latest(
    attested: Iterable[Attestation], day: date, *, unless: Iterable[JabatanHolding]
) -> Attestation | None:
    """Return the latest attestation by ``day`` that no recorded tenure reaches or follows."""
    reached = [row for row in unless if row.starts_on <= day]
    open_ = [
        row
        for row in attested
        if row.day <= day
        and not any(held.ends_before is None or held.ends_before > row.day for held in reached)
    ]
    return open_[-1] if open_ else None


def _was_resumed(record: OfficeRecords, acting: Attestation, day: date) -> bool:
    """Tell whether a definitive holder is recorded or attested between ``acting`` and ``day``.

    Somebody who acts for a holder on leave acts until the leave is over.
    """
    if any(
        leave.starts_on <= acting.day and leave.ends_before and leave.ends_before <= day
        for leave in record.leaves
    ):
        return True
    taken = [row.starts_on for row in record.holdings if row.capacity == Capacity.DEFINITIF] + [
        row.day for row in record.attestations if row.capacity == Capacity.DEFINITIF
    ]
    return any(acting.day < begun <= day for begun in taken)


def _from_tenure(record: OfficeRecords, row: JabatanHolding, day: date) -> HolderAnswer:
    stale_on = goes_stale_on(record, row)
    is_stale = stale_on is not None and day >= stale_on
    return HolderAnswer(
        person_id=row.person_id,
        person=row.person.shown_name,
        capacity=Capacity(row.capacity),
        start=row.starts_on,
        start_is_exact=row.starts_is_exact,
        last_day=row.period.last_day,
        standing=Standing.LAST_KNOWN if is_stale else Standing.IN_OFFICE,
        source=source_of(row),
    )


def _from_attestation(row: Attestation | None, day: date) -> HolderAnswer | None:
    if row is None:
        return None
    standing = Standing.ATTESTED if row.day == day else Standing.LAST_ATTESTED
    return HolderAnswer(
        person_id=row.person_id,
        person=row.person.shown_name,
        capacity=Capacity(row.capacity),
        start=None,
        start_is_exact=False,
        last_day=None,
        standing=standing if day - row.day <= STALE_AFTER else Standing.LAST_KNOWN,
        source=attested_by(row),
    )


def _leave_of(record: OfficeRecords, holder: HolderAnswer | None, day: date) -> LeaveAnswer | None:
    for row in record.leaves:
        if holder and row.person_id == holder.person_id and day in row.period:
            return LeaveAnswer(
                kind=row.kind,
                label=row.get_kind_display(),
                start=row.starts_on,
                last_day=row.period.last_day,
                source=source_of(row),
            )
    return None


def _notes(
    jabatan: Jabatan,
    holder: HolderAnswer | None,
    leave: LeaveAnswer | None,
    acting: HolderAnswer | None,
    day: date,
) -> Iterable[str]:
    if holder is None:
        yield (
            f"Belum tercatat siapa yang memangku jabatan ini pada {format_day(day)}. {NOT_PROOF}"
        )
        return
    if holder.standing is Standing.LAST_ATTESTED and holder.source.day:
        yield (
            f"Terakhir disebut demikian pada {format_day(holder.source.day)} "
            f"({holder.source.label})."
        )
    if holder.source.basis is Basis.DOCUMENT:
        yield "Nomor SK belum dimasukkan."
    if leave is not None and acting is None:
        yield not_recorded_who_acts(jabatan.nama, leave)


def not_recorded_who_acts(office: str, leave: LeaveAnswer) -> str:
    """Say that nobody is recorded as acting during a leave, and that this proves nothing."""
    return (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas "
        f"{office.lower()} pada {leave.days}. {NOT_PROOF}"
    )


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, and no such day then: the term is over with the 28th
        return day.replace(year=day.year + years, month=3, day=1)
