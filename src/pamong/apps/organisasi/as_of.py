"""Who holds an office on a day.

An answer never claims more than its source. A tenure rests on a decree, or on a text that states
its days. An attestation holds for its own day and is "last attested" afterwards. An open tenure
goes stale after the term that the law gives, when a later text calls somebody else by the office,
or, where it rests on a text or somebody acts, 180 days after the last text that speaks of it; so
does an attestation. Then it is shown as last known, never as is.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.core.models.grounded import Grounded
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
from pamong.apps.organisasi.records import OfficeRecords, is_acting, office_records
from pamong.apps.organisasi.titles import LEADING, office_title
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day

STALE_AFTER = timedelta(days=180)
"""How long a text speaks for the days after it, and how long somebody acts without a known end."""

ELECTED_TERM_YEARS = 5
"""The term of an elected head and deputy. Source: UU 23/2014 Pasal 60(1); UU 10/2016 Pasal 162."""

NOT_PROOF = gettext_lazy("Tidak tercatat di sini bukan berarti tidak ada.")


def who(
    pemda: Pemda, *, day: date, jabatan: Sequence[Jabatan] | None = None
) -> list[OfficeAnswer]:
    """Answer for the leading offices, and for every office of which something is known by ``day``.

    Nothing that begins after ``day`` is told. An office of many seats has one answer a person, and
    at least one. With ``jabatan``, answer for those offices alone.
    """
    return [
        found
        for record in office_records(pemda, jabatan=jabatan)
        for found in answers(record, pemda, day)
        if jabatan is not None or found.kind in LEADING or found.tells_somebody
    ]


def answers(record: OfficeRecords, pemda: Pemda, day: date) -> list[OfficeAnswer]:
    """Answer for an office: once for one seat, once a person for many."""
    if record.jabatan.is_single_seat:
        return [answer(record, pemda, day=day)]
    told = [answer(part, pemda, day=day) for part in record.by_person()]
    known = [found for found in told if found.tells_somebody]
    return known or [answer(OfficeRecords(record.jabatan), pemda, day=day)]


def answer(record: OfficeRecords, pemda: Pemda, *, day: date) -> OfficeAnswer:
    """Answer for one seat."""
    definitive, acting = _definitive(record, day), _acting(record, day)
    told = [found for found in (definitive, acting) if found]
    current = [found for found in told if found.standing.is_current]
    stale = [found for found in told if not found.standing.is_current]
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
        notes=(
            *_notes_on_holder(holder, day),
            *_notes_on_absence(record, holder, leave, stands_in, day),
        ),
    )


def source_of(row: Grounded) -> Source:
    """Name the decree, or else the document, on which a tenure or a leave rests.

    Words that a document said before the decree came are not put into the decree's mouth.
    """
    if row.decree is not None:
        words = "" if row.document_id else row.words
        return Source(Basis.DECREE, str(row.decree), row.decree.decided_on, words)
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
    said = record.confirmed_until(holding)
    days = [record.contradicted_on(holding, since=said)]
    if holding.decree_id is None or is_acting(holding):
        days.append(said + STALE_AFTER + timedelta(days=1))
    if is_acting(holding):
        days.append(record.resumed_on(since=said))
    elif record.jabatan.kind in {JabatanKind.KEPALA_DAERAH, JabatanKind.WAKIL_KEPALA_DAERAH}:
        days.append(_years_later(holding.starts_on, ELECTED_TERM_YEARS))
    return min(filter(None, days), default=None)


def _definitive(record: OfficeRecords, day: date) -> HolderAnswer | None:
    row = _best(record, day, acting=False)
    return _told(record, row, day) if row else None


def _acting(record: OfficeRecords, day: date) -> HolderAnswer | None:
    """Find who acts; a definitive holder who takes or resumes the office ends it."""
    row = _best(record, day, acting=True)
    if row is None or _was_resumed(record, row, day):
        return None
    return _told(record, row, day)


def _best(
    record: OfficeRecords, day: date, *, acting: bool
) -> JabatanHolding | Attestation | None:
    """Return the tenure in force, else the latest attestation, else the tenure gone stale."""
    begun = [row for row in record.holdings if row.starts_on <= day and is_acting(row) is acting]
    held = next((row for row in begun if day in row.period), None)
    if held is not None and not _is_stale(record, held, day):
        return held
    attested = [
        row
        for row in record.attestations
        if row.day <= day
        and is_acting(row) is acting
        and not any(_reaches(record, tenure, row.day) for tenure in begun)
    ]
    return attested[-1] if attested else held


def _reaches(record: OfficeRecords, tenure: JabatanHolding, day: date) -> bool:
    """Tell whether a tenure covers ``day`` or comes after it, so that it says more than a text."""
    until = tenure.ends_before or goes_stale_on(record, tenure)
    return until is None or until > day


def _is_stale(record: OfficeRecords, holding: JabatanHolding, day: date) -> bool:
    stale_on = goes_stale_on(record, holding)
    return stale_on is not None and day >= stale_on


def _was_resumed(record: OfficeRecords, row: JabatanHolding | Attestation, day: date) -> bool:
    if isinstance(row, JabatanHolding) and row.ends_before is not None:
        return False
    said = record.confirmed_until(row) if isinstance(row, JabatanHolding) else row.day
    resumed_on = record.resumed_on(since=said)
    return resumed_on is not None and resumed_on <= day


def _told(record: OfficeRecords, row: JabatanHolding | Attestation, day: date) -> HolderAnswer:
    if isinstance(row, JabatanHolding):
        return _from_tenure(row, is_stale=_is_stale(record, row, day))
    return _from_attestation(row, day)


def _from_tenure(row: JabatanHolding, *, is_stale: bool) -> HolderAnswer:
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


def _from_attestation(row: Attestation, day: date) -> HolderAnswer:
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
    if holder is None:
        return None
    for row in record.leaves:
        if row.person_id == holder.person_id and day in row.period:
            return _from_leave(row)
    return None


def _from_leave(row: OfficeLeave) -> LeaveAnswer:
    return LeaveAnswer(
        kind=row.kind,
        label=row.get_kind_display(),
        start=row.starts_on,
        last_day=row.period.last_day,
        source=source_of(row),
    )


def _notes_on_holder(holder: HolderAnswer | None, day: date) -> Iterable[str]:
    if holder is None:
        yield (
            _("Belum tercatat siapa yang memangku jabatan ini pada %(day)s. %(not_proof)s")
            % {"day": format_day(day), "not_proof": NOT_PROOF}
        )
    elif holder.standing is Standing.LAST_ATTESTED:
        yield _("Terakhir disebut demikian %(where)s.") % {"where": _where(holder)}
    elif holder.source.basis is Basis.DOCUMENT:
        yield _("Nomor SK belum dimasukkan.")


def _notes_on_absence(
    record: OfficeRecords,
    holder: HolderAnswer | None,
    leave: LeaveAnswer | None,
    acting: HolderAnswer | None,
    day: date,
) -> Iterable[str]:
    """Say who is away or acts, where the answer's own fields do not say it in full."""
    if leave is not None and acting is None:
        yield not_recorded_who_acts(record.jabatan.nama, leave)
    if acting is not None and acting.standing is Standing.LAST_ATTESTED:
        told = {"person": acting.person, "where": _where(acting)}
        yield _("%(person)s terakhir disebut melaksanakan tugas %(where)s.") % told
    for row in record.leaves:
        if day in row.period and (holder is None or row.person_id != holder.person_id):
            away = _from_leave(row)
            yield _("%(person)s tercatat %(leave)s dari jabatan ini, %(days)s, %(source)s.") % {
                "person": row.person.shown_name,
                "leave": away.label,
                "days": away.days,
                "source": away.source.sentence,
            }


def not_recorded_who_acts(office: str, leave: LeaveAnswer) -> str:
    """Say that nobody is recorded as acting during a leave, and that this proves nothing."""
    told = {"office": office_in_a_sentence(office), "days": leave.days, "not_proof": NOT_PROOF}
    if leave.last_day is None:
        return (
            _(
                "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas %(office)s "
                "%(days)s. %(not_proof)s"
            )
            % told
        )
    return (
        _(
            "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas %(office)s "
            "pada %(days)s. %(not_proof)s"
        )
        % told
    )


def _where(holder: HolderAnswer) -> str:
    """Return "pada 9 April 2019 (dokumen 004)"."""
    day = holder.source.day
    if day is None:
        return holder.source.sentence
    return _("pada %(day)s (%(source)s)") % {"day": format_day(day), "source": holder.source.label}


def office_in_a_sentence(office: str) -> str:
    """Return an office in small letters, but for its abbreviations: "kepala BKD"."""
    return " ".join(word if word.isupper() else word.lower() for word in office.split())


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February, and no such day then: the term is over with the 28th
        return day.replace(year=day.year + years, month=3, day=1)
