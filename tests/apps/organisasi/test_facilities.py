"""Facilities of office: in one hand on a day, by paper, and never told before their day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.support import registry
from tests.support.registry import REASON, WARNI

from pamong.apps.core.files import FileRefusedError, NewFile
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.services import FutureDayError
from pamong.apps.organisasi import custody
from pamong.apps.organisasi.by_decree import NotInOfficeError, OnlyFromSamplesError
from pamong.apps.organisasi.by_hand import recorded_by_hand
from pamong.apps.organisasi.custody import Asked
from pamong.apps.organisasi.facilities import (
    FacilityDaysError,
    FacilityNotFoundError,
    FacilityStillHeldError,
    FacilityWords,
    NewFacility,
    WordsNotInDocumentError,
    get_facility,
    record_facility_statement,
    register_facility,
    retire_facility,
)
from pamong.apps.organisasi.handing_over import (
    AlreadyHandedBackError,
    BastDiffersError,
    BastNotFoundError,
    BastText,
    FacilityInHandsError,
    FacilityNotThereError,
    HandedBackBeforeError,
    get_bast,
    hand_back,
    hand_over,
    keep_bast_paper,
)
from pamong.apps.organisasi.models import (
    Bast,
    Facility,
    FacilityHandover,
    FacilityKind,
    JabatanKind,
    LeaveKind,
)
from pamong.kernel.capacity import Capacity

TODAY = date(2025, 6, 2)
ACT = {"actor": WARNI, "reason": REASON}


def register(jabatan, nama="Rumah dinas Bupati", kind=FacilityKind.RUMAH_DINAS, **more):
    told = {"mark": "", "basis": "", "since": date(2020, 1, 1), **more}
    return register_facility(jabatan=jabatan, new=NewFacility(kind, nama, **told), **ACT)


def paper(number, day, side, **more):
    return BastText(number=number, day=day, other_side=side, **more)


def give(facility, person, sekda, *, on=date(2021, 3, 1), number="030/1"):
    return hand_over(
        facilities=[facility], person=person, paper=paper(number, on, sekda), day=TODAY, **ACT
    )


def take_back(facility, sekda, *, on, number="030/2"):
    return hand_back(
        handovers=list(facility.handovers.filter(returned_by=None))
        or list(facility.handovers.all()),
        paper=paper(number, on, sekda),
        day=TODAY,
        **ACT,
    )


@pytest.fixture
def house(bupati):
    return register(bupati)


@pytest.fixture
def led(siti, budi, bupati, sk):
    """Siti leads until Budi follows her."""
    registry.hold(siti, bupati, since=date(2021, 2, 26), until=date(2025, 2, 20), by=sk)
    registry.hold(budi, bupati, since=date(2025, 2, 20), by=sk)


def on(house, day):
    (answer,) = custody.custody([house], day=day)
    return answer


def test_a_facility_is_in_its_holders_hands_from_one_paper_until_the_other(
    house, led, siti, sekda
):
    give(house, siti, sekda)
    take_back(house, sekda, on=date(2024, 9, 24))

    assert on(house, date(2021, 2, 28)).hands == ()
    assert on(house, date(2021, 3, 1)).held.person == "Siti Rekayasari (rekaan)"
    assert on(house, date(2024, 9, 23)).held is not None
    last = on(house, date(2024, 9, 24))
    assert last.held is None
    assert last.last.returned.sentence == "menurut BAST 030/2 (24 September 2024)"
    assert last.last.returned.other_side == "Sekretaris Daerah"


def test_a_return_is_not_told_before_its_day(house, led, siti, sekda):
    give(house, siti, sekda)
    take_back(house, sekda, on=date(2024, 9, 24))

    assert on(house, date(2024, 9, 1)).held.returned is None


def test_the_next_holder_receives_it_on_the_day_on_which_it_came_back(
    house, led, siti, budi, sekda
):
    give(house, siti, sekda)
    take_back(house, sekda, on=date(2025, 2, 20))

    give(house, budi, sekda, on=date(2025, 2, 20), number="030/3")

    assert on(house, date(2025, 2, 20)).held.person == "Budi Contohadi (rekaan)"
    assert on(house, date(2025, 2, 19)).held.person == "Siti Rekayasari (rekaan)"


def test_what_somebody_has_is_not_handed_over_again(house, led, siti, sekda):
    give(house, siti, sekda)

    with pytest.raises(FacilityInHandsError, match=r"ada pada Siti .* sejak 1 Maret 2021"):
        give(house, siti, sekda, on=date(2022, 1, 3), number="030/9")


def test_the_database_itself_refuses_two_hands(house, led, siti, budi, sekda):
    bast = give(house, siti, sekda)

    with pytest.raises(IntegrityError, match="one_hand_a_facility"), transaction.atomic():
        FacilityHandover.objects.create(facility=house, person=budi, given_by=bast)


def test_the_days_are_those_of_the_papers_whoever_writes(house, led, siti, sekda):
    bast = give(house, siti, sekda)
    FacilityHandover.objects.update(starts_on=date(1999, 1, 1), ends_before=date(2000, 1, 1))

    Bast.objects.filter(pk=bast.pk).update(day=date(2021, 3, 15))

    row = FacilityHandover.objects.get()
    assert (row.starts_on, row.ends_before) == (date(2021, 3, 15), None)
    assert row.pemda_id == house.pemda_id


@pytest.mark.parametrize("day", [date(2021, 3, 1), date(2020, 5, 4)])
def test_handed_back_before_or_on_the_day_of_the_hand_over_is_refused(
    house, led, siti, sekda, day
):
    give(house, siti, sekda)

    with pytest.raises(HandedBackBeforeError, match="baru diserahkan kepada Siti"):
        take_back(house, sekda, on=day)


def test_handed_back_twice_is_refused_and_names_the_paper(house, led, siti, sekda):
    give(house, siti, sekda)
    take_back(house, sekda, on=date(2024, 9, 24))

    with pytest.raises(AlreadyHandedBackError, match="24 September 2024 menurut BAST 030/2"):
        take_back(house, sekda, on=date(2024, 9, 25), number="030/4")


def test_a_day_from_the_future_is_refused(house, led, siti, sekda):
    with pytest.raises(FutureDayError, match="Hari serah terima sesudah hari ini"):
        give(house, siti, sekda, on=date(2025, 6, 3))
    give(house, siti, sekda)
    with pytest.raises(FutureDayError):
        take_back(house, sekda, on=date(2025, 6, 3))


def test_the_database_itself_refuses_a_paper_from_the_future(contoh, sekda):
    with pytest.raises(IntegrityError, match="not_from_the_future"), transaction.atomic():
        Bast.objects.create(
            pemda=contoh, number="1", day=date(2025, 6, 3), with_jabatan=sekda, recorded_on=TODAY
        )


def test_a_paper_has_exactly_one_other_side(contoh, sekda):
    with pytest.raises(IntegrityError, match="names_the_other_side"), transaction.atomic():
        Bast.objects.create(pemda=contoh, number="1", day=TODAY, recorded_on=TODAY)


def test_whoever_is_not_in_the_office_receives_nothing(house, led, tono, sekda):
    with pytest.raises(NotInOfficeError, match=r"Tono Andaikata .* tidak tercatat memangku"):
        give(house, tono, sekda)
    assert not Bast.objects.exists()


def test_who_acts_may_receive_it(house, led, tono, bupati, sekda, sk):
    registry.hold(
        tono, bupati, Capacity.PJS, since=date(2024, 9, 25), until=date(2024, 11, 24), by=sk
    )

    give(house, tono, sekda, on=date(2024, 9, 25))

    assert on(house, date(2024, 10, 1)).held.person == "Tono Andaikata (rekaan)"


def test_before_it_belonged_to_the_office_nobody_receives_it(bupati, led, siti, sekda):
    car = register(bupati, "Mobil", FacilityKind.KENDARAAN, since=date(2022, 5, 1))

    with pytest.raises(FacilityNotThereError, match="terdaftar sejak 1 Mei 2022"):
        give(car, siti, sekda)


def test_one_paper_names_several_facilities(bupati, house, led, siti, sekda):
    car = register(bupati, "Mobil", FacilityKind.KENDARAAN)
    bast = hand_over(
        facilities=[house, car],
        person=siti,
        paper=paper("030/1", date(2021, 3, 1), sekda, condition="baik"),
        day=TODAY,
        **ACT,
    )

    assert [item.facility.nama for item in custody.items_of(bast)] == [
        "Rumah dinas Bupati",
        "Mobil",
    ]


def test_the_same_number_and_day_mean_the_same_paper(bupati, house, led, siti, sekda):
    car = register(bupati, "Mobil", FacilityKind.KENDARAAN)

    assert give(house, siti, sekda) == give(car, siti, sekda)
    assert Bast.objects.count() == 1


def test_a_paper_of_somebody_else_or_with_another_side_is_refused(
    bupati, house, led, siti, kepala_bkd, sekda
):
    car = register(bupati, "Mobil", FacilityKind.KENDARAAN)
    give(house, siti, sekda)

    with pytest.raises(BastDiffersError, match="030/1 tanggal 1 Maret 2021 sudah tercatat"):
        give(car, siti, kepala_bkd)
    assert not car.handovers.exists()


def test_a_paper_without_a_number_is_refused(house, led, siti, sekda):
    with pytest.raises(RefusedError, match="Nomor BAST kosong"):
        give(house, siti, sekda, number="  ")


def test_a_name_is_given_once_at_a_time(bupati, house):
    with pytest.raises(RefusedError, match="sudah terdaftar"):
        register(bupati)
    retire_facility(facility=house, last_day=date(2023, 12, 31), **ACT)

    assert register(bupati, since=date(2024, 1, 1)).pk


def test_a_facility_in_hands_is_not_retired(house, led, siti, sekda):
    give(house, siti, sekda)

    with pytest.raises(FacilityStillHeldError, match="Catat dulu pengembaliannya"):
        retire_facility(facility=house, last_day=date(2024, 1, 1), **ACT)


def test_a_facility_does_not_end_before_it_begins(house):
    with pytest.raises(FacilityDaysError):
        retire_facility(facility=house, last_day=date(2019, 12, 31), **ACT)


def test_what_is_retired_is_no_longer_there(contoh, house):
    retire_facility(facility=house, last_day=date(2023, 12, 31), **ACT)

    assert list(custody.facilities(contoh, day=date(2023, 12, 31))) == [house]
    assert list(custody.facilities(contoh, day=date(2024, 1, 1))) == []


def test_what_begins_later_is_not_told(contoh, house):
    assert list(custody.facilities(contoh, day=date(2019, 12, 31))) == []


@pytest.fixture
def away(bupati, house, led, siti, sekda, sk):
    """Siti is on campaign leave, and hands back what she has on the day after it."""
    car = register(bupati, "Mobil", FacilityKind.KENDARAAN, mark="BH 1 X")
    register(sekda, "Mobil Sekda", FacilityKind.KENDARAAN)
    for number, facility in (("1", house), ("2", car)):
        give(facility, siti, sekda, number=number)
        take_back(facility, sekda, on=date(2024, 11, 24), number=f"{number}/k")
    registry.leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=sk)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Asked(), ["Rumah dinas Bupati", "Mobil", "Mobil Sekda"]),
        (Asked(kind="kendaraan"), ["Mobil", "Mobil Sekda"]),
        (Asked(words="BH 1"), ["Mobil"]),
        (Asked(words="siti reka"), ["Mobil", "Rumah dinas Bupati"]),
        (Asked(words="bupati contoh"), ["Mobil", "Rumah dinas Bupati"]),
        (Asked(words="zzz"), []),
        (Asked(hands="pemegang"), ["Mobil", "Rumah dinas Bupati"]),
        (Asked(hands="cuti"), ["Mobil", "Rumah dinas Bupati"]),
        (Asked(hands="belum"), ["Mobil Sekda"]),
        (Asked(hands="kembali"), []),
        (Asked(hands="antah"), ["Rumah dinas Bupati", "Mobil", "Mobil Sekda"]),
    ],
)
def test_facilities_are_found_as_they_were_on_the_day(contoh, away, asked, found):
    rows = custody.facilities(contoh, day=date(2024, 10, 1), asked=asked)

    assert sorted(row.nama for row in rows) == sorted(found)


def test_another_governments_facilities_are_not_among_them(contoh, misal, house):
    register(registry.leading(misal, JabatanKind.KEPALA_DAERAH), "Rumah dinas lain")

    assert [row.nama for row in custody.facilities(contoh, day=TODAY)] == ["Rumah dinas Bupati"]
    with pytest.raises(FacilityNotFoundError):
        get_facility(misal, str(house.public_id))


def test_what_is_held_during_a_campaign_leave_says_so_with_its_source(
    house, bupati, led, siti, sekda, sk
):
    give(house, siti, sekda)
    registry.leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=sk)

    assert on(house, date(2024, 9, 24)).leave is None
    assert on(house, date(2024, 9, 25)).leave == (
        "cuti kampanye 25 September–23 November 2024, berdasarkan SK 821.2/001/2019 "
        "(1 Februari 2019)"
    )


def test_another_leave_asks_for_nothing_back(house, bupati, led, siti, sekda, sk):
    give(house, siti, sekda)
    registry.leave(
        siti, bupati, since=date(2024, 9, 25), until=date(2024, 9, 26), by=sk,
        kind=LeaveKind.SAKIT,
    )  # fmt: skip

    assert on(house, date(2024, 9, 25)).leave is None


def test_an_office_tells_the_same_of_its_facilities_in_one_query(
    bupati, house, away, django_assert_num_queries
):
    day = date(2024, 10, 1)
    leaves = list(bupati.leaves.select_related("decree", "document"))
    with django_assert_num_queries(1):
        told = custody.custody_of_office(bupati, day=day, leaves=leaves)

    rows = Facility.objects.filter(jabatan=bupati).order_by("nama")
    assert told == custody.custody(list(rows), day=day)
    assert {row.held.person for row in told} == {"Siti Rekayasari (rekaan)"}
    assert all(row.leave for row in told)


def test_what_somebody_has_is_found_by_person(contoh, house, led, siti, budi, sekda):
    give(house, siti, sekda)

    held = custody.facilities_held_by(siti.pk, contoh, day=date(2022, 1, 1))

    assert [row.nama for row in held] == ["Rumah dinas Bupati"]
    assert custody.facilities_held_by(siti.pk, contoh, day=date(2021, 1, 1)) == []
    assert custody.facilities_held_by(budi.pk, contoh, day=date(2022, 1, 1)) == []


def test_the_signed_paper_is_kept_and_one_that_is_none_is_refused(house, led, siti, sekda):
    bast = give(house, siti, sekda)
    scan = NewFile("bast.pdf", b"%PDF-1.4 rekaan")

    keep_bast_paper(bast=bast, file=scan, day=TODAY, **ACT)

    assert get_bast(bast.pemda, str(bast.public_id)).paper.name == "bast.pdf"
    with pytest.raises(FileRefusedError):
        keep_bast_paper(bast=bast, file=NewFile("bast.pdf", b"MZ\x00"), day=TODAY, **ACT)


def test_a_paper_of_another_government_is_not_there(house, led, siti, sekda, misal):
    bast = give(house, siti, sekda)

    with pytest.raises(BastNotFoundError):
        get_bast(misal, str(bast.public_id))


def state(jabatan, person, document, words):
    said = FacilityWords(
        document=document,
        day=date(2020, 9, 23),
        says="akan meninggalkan rumah dinas selama cuti",
        words=words,
    )
    return record_facility_statement(jabatan=jabatan, person=person, said=said, **ACT)


@pytest.fixture
def report(db):
    text = "Bupati pamit.\nSelama cuti ia meninggalkan\n  rumah dinas."
    return registry.document("uji-fasilitas", day=date(2020, 9, 23), text=text)


def test_a_statement_is_told_as_its_document_s_and_moves_nothing(house, siti, bupati, report):
    state(bupati, siti, report, "Selama cuti ia meninggalkan rumah dinas")

    assert custody.statements(bupati.pemda, day=date(2020, 9, 22)) == []
    told = custody.statements(bupati.pemda, day=date(2020, 9, 23), jabatan=bupati)
    assert [row.sentence for row in told] == [
        (
            "Menurut dokumen uji-fasilitas, bupati menyatakan akan meninggalkan rumah dinas "
            "selama cuti. Berita acara serah terimanya belum dimasukkan ke sistem ini."
        )
    ]
    assert not FacilityHandover.objects.exists()


def test_a_statement_says_once_its_paper_is_here(house, led, siti, bupati, sekda, report):
    state(bupati, siti, report, "Selama cuti ia meninggalkan rumah dinas")
    give(house, siti, sekda)
    take_back(house, sekda, on=date(2024, 9, 24))

    (before,) = custody.statements(bupati.pemda, day=date(2024, 9, 23))
    (after,) = custody.statements(bupati.pemda, day=date(2024, 9, 24))
    assert before.sentence.endswith("belum dimasukkan ke sistem ini.")
    assert after.sentence.endswith("tercatat di bawah.")


def test_words_that_are_not_in_the_document_are_refused(siti, bupati, report):
    with pytest.raises(WordsNotInDocumentError, match="tidak ada di dokumen uji-fasilitas"):
        state(bupati, siti, report, "tidak menyerahkan mobil")


def test_the_same_statement_is_recorded_once(siti, bupati, report):
    state(bupati, siti, report, "rumah dinas")

    with pytest.raises(RefusedError, match="sudah tercatat dari dokumen yang sama"):
        state(bupati, siti, report, "meninggalkan rumah dinas")


def test_in_a_demonstration_nothing_is_recorded_by_hand_of_real_people(contoh, settings):
    settings.PAMONG_DEMONSTRATION = True
    contoh.is_made_up = False

    with pytest.raises(OnlyFromSamplesError):
        recorded_by_hand(contoh, lambda: pytest.fail("it was done"))


def test_after_a_hand_over_the_law_looks_at_it_again(house, led, siti, sekda):
    ProcrastinateJob.objects.all().delete()

    bast = give(house, siti, sekda)

    job = ProcrastinateJob.objects.get()
    assert job.args["pemda_id"] == house.pemda_id
    told = {"table": "fasilitas_jabatan", "column": "fasilitas_id", "keys": [bast.given.get().pk]}
    assert told in job.args["touched"]
