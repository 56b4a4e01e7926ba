"""What the database itself refuses of offices, whoever writes, and how it is said to people."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.support.registry import REASON, WARNI, hold, leave

from pamong.apps.core.models import Decree
from pamong.apps.core.refusals import RefusedError
from pamong.apps.organisasi.models import Attestation, Jabatan, JabatanHolding, OfficeLeave
from pamong.apps.organisasi.services import (
    Grounds,
    Said,
    create_jabatan,
    record_attestation,
    record_leave,
    record_pilkada_participation,
    record_tenure,
)
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period, PeriodError

JANUARY, JULY = date(2020, 1, 1), date(2020, 7, 1)
ACTING = [capacity for capacity in Capacity if capacity.is_acting]


def record(who, jabatan, capacity=Capacity.DEFINITIF, *, since, until=None, by):
    return record_tenure(
        person=who,
        jabatan=jabatan,
        capacity=capacity,
        period=Period(since, until),
        grounds=Grounds(decree=by) if isinstance(by, Decree) else Grounds(document=by),
        actor=WARNI,
        reason=REASON,
    )


def test_the_database_refuses_two_definitive_holders_of_one_seat(siti, budi, kepala_bkd, sk):
    hold(siti, kepala_bkd, since=JANUARY, by=sk)

    with pytest.raises(IntegrityError, match="one_definitif_a_seat"), transaction.atomic():
        hold(budi, kepala_bkd, since=JULY, by=sk)


def test_the_service_says_what_to_do_about_a_second_definitive_holder(siti, budi, kepala_bkd, sk):
    record(siti, kepala_bkd, since=JANUARY, by=sk)

    with pytest.raises(RefusedError, match="sudah dipegang pejabat definitif") as refused:
        record(budi, kepala_bkd, since=JULY, by=sk)

    assert refused.value.constraint == "holding_one_definitif_a_seat"
    assert JabatanHolding.objects.count() == 1


def test_the_next_holder_may_begin_on_the_day_after_the_last(siti, budi, kepala_bkd, sk):
    hold(siti, kepala_bkd, since=JANUARY, until=JULY, by=sk)

    assert hold(budi, kepala_bkd, since=JULY, by=sk).pk


@pytest.mark.parametrize("first", ACTING)
@pytest.mark.parametrize("second", ACTING)
def test_the_database_refuses_two_acting_holders(first, second, siti, budi, kepala_bkd, sk):
    hold(siti, kepala_bkd, first, since=JANUARY, until=JULY, by=sk)

    with pytest.raises(IntegrityError, match="one_acting_an_office"), transaction.atomic():
        hold(budi, kepala_bkd, second, since=date(2020, 6, 30), by=sk)


def test_the_service_says_what_to_do_about_a_second_acting_holder(siti, budi, kepala_bkd, sk):
    record(siti, kepala_bkd, Capacity.PLT, since=JANUARY, by=sk)

    with pytest.raises(RefusedError, match="Sudah ada yang melaksanakan tugas"):
        record(budi, kepala_bkd, Capacity.PLH, since=JULY, by=sk)


def test_the_database_refuses_one_person_twice_in_an_office_in_whatever_capacity(
    siti, kepala_bkd, sk
):
    hold(siti, kepala_bkd, since=JANUARY, by=sk)

    with pytest.raises(IntegrityError, match="one_person_an_office"), transaction.atomic():
        hold(siti, kepala_bkd, Capacity.PLT, since=JULY, by=sk)


def test_one_person_cannot_take_two_of_many_seats(siti, asisten, sk):
    record(siti, asisten, since=JANUARY, by=sk)

    with pytest.raises(RefusedError, match="sudah tercatat pada jabatan yang sama"):
        record(siti, asisten, since=JULY, by=sk)


def test_the_database_refuses_a_tenure_that_rests_on_nothing(siti, kepala_bkd):
    with pytest.raises(IntegrityError, match="rests_on_something"), transaction.atomic():
        hold(siti, kepala_bkd, since=JANUARY, by=None)


def test_the_service_asks_for_what_a_tenure_rests_on(siti, kepala_bkd):
    with pytest.raises(RefusedError, match="harus bersandar pada SK atau dokumen"):
        record(siti, kepala_bkd, since=JANUARY, by=None)


@pytest.mark.parametrize("until", [JANUARY, date(2019, 12, 31)])
def test_the_database_refuses_a_tenure_that_ends_before_it_starts(until, siti, kepala_bkd, sk):
    with pytest.raises(IntegrityError, match="ends_after_start"), transaction.atomic():
        hold(siti, kepala_bkd, since=JANUARY, until=until, by=sk)

    assert not JabatanHolding.objects.exists()


def test_a_period_that_ends_before_it_starts_cannot_even_be_asked_for(siti, kepala_bkd, sk):
    with pytest.raises(PeriodError, match="berakhir sebelum sempat dimulai"):
        record(siti, kepala_bkd, since=JULY, until=JANUARY, by=sk)


def test_a_definitive_holder_on_leave_beside_one_acting_is_normal(siti, budi, bupati, berita):
    hold(siti, bupati, since=JANUARY, by=berita)
    leave(siti, bupati, since=JULY, until=date(2020, 12, 6), by=berita)

    hold(budi, bupati, Capacity.PJS, since=JULY, until=date(2020, 12, 6), by=berita)

    assert JabatanHolding.objects.on(date(2020, 8, 1)).count() == 2


def test_acting_ends_none_of_his_own_posts(budi, kepala_bkd, sekda, sk):
    own = record(budi, kepala_bkd, since=JANUARY, by=sk)

    record(budi, sekda, Capacity.PLT, since=JULY, until=date(2020, 10, 1), by=sk)

    own.refresh_from_db()
    assert own.ends_before is None
    assert set(JabatanHolding.objects.on(JULY).values_list("jabatan__nama", flat=True)) == {
        "Kepala BKD",
        "Sekretaris Daerah",
    }


def test_an_office_of_many_seats_takes_several_holders(siti, budi, tono, asisten, sk):
    for somebody in (siti, budi, tono):
        hold(somebody, asisten, since=JANUARY, by=sk)

    assert JabatanHolding.objects.on(JULY).filter(jabatan=asisten).count() == 3


def test_whoever_writes_cannot_lie_about_the_seat_or_the_government(siti, asisten, misal, sk):
    row = JabatanHolding.objects.create(
        person=siti,
        jabatan=asisten,
        capacity=Capacity.DEFINITIF,
        starts_on=JANUARY,
        decree=sk,
        seat_is_single=True,
        pemda=misal,
    )

    row.refresh_from_db()

    assert not row.seat_is_single
    assert row.pemda == asisten.pemda


def test_an_office_that_loses_seats_is_refused_while_several_hold_it(siti, budi, asisten, sk):
    hold(siti, asisten, since=JANUARY, by=sk)
    hold(budi, asisten, since=JANUARY, by=sk)

    with pytest.raises(IntegrityError, match="one_definitif_a_seat"), transaction.atomic():
        Jabatan.objects.filter(pk=asisten.pk).update(is_single_seat=True)


def test_an_office_that_becomes_single_guards_its_seat_from_then_on(siti, budi, asisten, sk):
    hold(siti, asisten, since=JANUARY, by=sk)

    Jabatan.objects.filter(pk=asisten.pk).update(is_single_seat=True)

    with pytest.raises(IntegrityError, match="one_definitif_a_seat"), transaction.atomic():
        hold(budi, asisten, since=JULY, by=sk)


def test_a_leave_is_recorded_once_at_a_time(siti, bupati, berita):
    leave(siti, bupati, since=JANUARY, until=JULY, by=berita)

    with pytest.raises(IntegrityError, match="leave_once_at_a_time"), transaction.atomic():
        leave(siti, bupati, since=date(2020, 6, 1), by=berita)


def test_a_leave_that_rests_on_nothing_is_refused_with_a_sentence(siti, bupati):
    with pytest.raises(RefusedError, match="Cuti harus bersandar pada SK atau dokumen"):
        record_leave(
            person=siti,
            jabatan=bupati,
            kind="cuti_kampanye",
            period=Period(JANUARY, JULY),
            grounds=Grounds(),
            actor=WARNI,
            reason=REASON,
        )

    assert not OfficeLeave.objects.exists()


def test_a_document_attests_the_same_thing_once(siti, bupati, berita):
    said = {"person": siti, "jabatan": bupati, "capacity": Capacity.DEFINITIF}
    said |= {"said": Said(berita, JANUARY), "actor": WARNI, "reason": REASON}
    record_attestation(**said)

    with pytest.raises(RefusedError, match="sudah tercatat dari dokumen yang sama"):
        record_attestation(**said)

    assert Attestation.objects.get().pemda == bupati.pemda


def test_a_government_has_one_office_that_leads(contoh):
    with pytest.raises(RefusedError, match="sudah mempunyai jabatan itu"):
        create_jabatan(
            pemda=contoh, nama="Bupati lain", kind="kepala_daerah", actor=WARNI, reason=REASON
        )


def test_two_governments_may_name_an_office_alike(contoh, misal):
    rows = [
        create_jabatan(pemda=pemda, nama="Camat Rekaan", kind="lain", actor=WARNI, reason=REASON)
        for pemda in (contoh, misal)
    ]

    assert len({row.pk for row in rows}) == 2


def test_participation_in_an_election_is_recorded_once(contoh):
    fact = {"pemda": contoh, "pilkada": "2024", "participates": True, "source": "rekaan"}
    record_pilkada_participation(**fact, actor=WARNI, reason=REASON)

    with pytest.raises(RefusedError, match="Keikutsertaan pada pilkada ini sudah tercatat"):
        record_pilkada_participation(**fact | {"participates": False}, actor=WARNI, reason=REASON)
