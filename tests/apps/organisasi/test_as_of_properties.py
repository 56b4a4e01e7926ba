"""Whatever is on record, an answer tells nothing that begins later, and covers what it claims."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.organisasi.answers import OfficeAnswer, Standing
from pamong.apps.organisasi.as_of import STALE_AFTER, answer
from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    OfficeLeave,
    Pemda,
)
from pamong.apps.organisasi.records import OfficeRecords, is_acting
from pamong.kernel.capacity import Capacity

FIRST = date(2018, 1, 1)
PEMDA = Pemda(pk=1, nama="Kabupaten Contoh (rekaan)", short_name="Contoh (rekaan)")
PEOPLE = [
    Person(pk=number, nama=nama, is_made_up=True)
    for number, nama in enumerate(("Siti Rekayasari", "Budi Contohadi", "Tono Andaikata"), start=1)
]
PAPER = Document(pk=1, kode="uji-1")

days = st.integers(0, 2600).map(lambda number: FIRST + timedelta(days=number))
people = st.sampled_from(PEOPLE)
capacities = st.sampled_from(list(Capacity))


@st.composite
def tenures(draw: st.DrawFn, jabatan: Jabatan) -> list[JabatanHolding]:
    """Draw tenures that the database would take: in each capacity one after the other."""
    rows = []
    for is_definitive in (True, False):
        begin = draw(days)
        for _ in range(draw(st.integers(0, 3))):
            end = begin + timedelta(days=draw(st.integers(1, 900)))
            is_open = draw(st.booleans())
            rows.append(
                JabatanHolding(
                    person=draw(people),
                    jabatan=jabatan,
                    capacity=Capacity.DEFINITIF
                    if is_definitive
                    else draw(capacities.filter(lambda capacity: capacity.is_acting)),
                    starts_on=begin,
                    ends_before=None if is_open else end,
                    decree=Decree(pk=1, number="1", decided_on=begin)
                    if draw(st.booleans())
                    else None,
                    document=PAPER,
                    stated_on=draw(st.none() | days),
                )
            )
            if is_open:
                break
            begin = end + timedelta(days=draw(st.integers(0, 400)))
    return sorted(rows, key=lambda row: row.starts_on)


@st.composite
def records(draw: st.DrawFn) -> OfficeRecords:
    kind = draw(st.sampled_from([JabatanKind.KEPALA_DAERAH, JabatanKind.SEKDA]))
    jabatan = Jabatan(pk=1, nama="Jabatan Rekaan", kind=kind, pemda=PEMDA)
    attested = draw(st.lists(st.tuples(people, capacities, days), max_size=5))
    leaves = draw(st.lists(st.tuples(people, days, st.integers(1, 120)), max_size=2))
    return OfficeRecords(
        jabatan,
        holdings=draw(tenures(jabatan)),
        attestations=[
            Attestation(person=who, jabatan=jabatan, capacity=capacity, day=day, document=PAPER)
            for who, capacity, day in sorted(attested, key=lambda row: row[2])
        ],
        leaves=[
            OfficeLeave(
                person=who,
                jabatan=jabatan,
                kind="cuti_kampanye",
                starts_on=day,
                ends_before=day + timedelta(days=length),
                document=PAPER,
            )
            for who, day, length in sorted(leaves, key=lambda row: row[1])
        ],
    )


def cut(record: OfficeRecords, day: date) -> OfficeRecords:
    """Return what had begun by ``day``."""
    return OfficeRecords(
        record.jabatan,
        holdings=[row for row in record.holdings if row.starts_on <= day],
        attestations=[row for row in record.attestations if row.day <= day],
        leaves=[row for row in record.leaves if row.starts_on <= day],
    )


def told(found: OfficeAnswer) -> list:
    return list(filter(None, (found.holder, found.acting, found.last_known)))


@given(record=records(), day=days)
def test_nothing_that_begins_later_is_told(record, day):
    found = answer(record, PEMDA, day=day)

    begins = [holder.start or holder.source.day for holder in told(found)]
    begins += [found.leave.start] if found.leave else []
    assert all(begin <= day for begin in begins)


@given(record=records(), day=days)
def test_every_holder_is_covered_by_a_tenure_or_an_attestation(record, day):
    found = answer(record, PEMDA, day=day)

    for holder in told(found):
        held = any(
            row.person_id == holder.person_id
            and row.capacity == holder.capacity
            and day in row.period
            for row in record.holdings
        )
        said = any(
            row.person_id == holder.person_id
            and row.capacity == holder.capacity
            and row.day <= day
            for row in record.attestations
        )
        assert held if holder.start else said


@given(record=records(), day=days)
def test_nobody_is_shown_as_is_on_the_strength_of_an_old_text(record, day):
    found = answer(record, PEMDA, day=day)

    for holder in filter(None, (found.holder, found.acting)):
        assert holder.standing is not Standing.LAST_KNOWN
        if holder.start is None:
            assert day - holder.source.day <= STALE_AFTER


@given(record=records(), day=days)
def test_the_holder_is_one_person_and_whoever_acts_is_another_capacity(record, day):
    found = answer(record, PEMDA, day=day)

    if found.acting:
        assert found.holder.capacity is Capacity.DEFINITIF
        assert found.acting.capacity.is_acting
    assert not (found.holder and found.last_known)
    assert bool(found.notes) or found.holder is not None


@given(record=records(), day=days)
def test_a_definitive_tenure_with_a_stated_end_is_always_told_on_its_days(record, day):
    held = [
        row
        for row in record.holdings
        if not is_acting(row) and row.ends_before and day in row.period
    ]

    found = answer(record, PEMDA, day=day)

    assert not held or found.holder.person_id == held[0].person_id


@given(record=records(), day=days)
def test_later_records_can_only_confirm_an_open_tenure_and_add_nobody(record, day):
    known_then, known_now = (answer(part, PEMDA, day=day) for part in (cut(record, day), record))

    assert {holder.person_id for holder in told(known_now)} <= {
        row.person_id for row in (*cut(record, day).holdings, *cut(record, day).attestations)
    }
    if known_now.holder is None:
        assert known_then.holder is None
