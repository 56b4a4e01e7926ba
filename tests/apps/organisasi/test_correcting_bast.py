"""A BAST is corrected: days, sides and facilities follow, the file stays, the law looks again."""

from dataclasses import replace
from datetime import date

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob
from tests.support import duties, registry
from tests.support.registry import REASON, WARNI

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.corrections import Difference
from pamong.apps.core.files import NewFile
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.services import FutureDayError
from pamong.apps.findings.gathering import rows_of
from pamong.apps.organisasi import custody
from pamong.apps.organisasi.bast_changes import bast_changes
from pamong.apps.organisasi.by_decree import NotInOfficeError
from pamong.apps.organisasi.correcting_bast import (
    BastCorrection,
    FacilityRetiredSinceError,
    HandedBackByOtherPaperError,
    NothingCorrectedInBastError,
    NothingLeftInBastError,
    ReturnedTogetherError,
    bast_text_of,
    correct_bast,
    plan_bast_correction,
)
from pamong.apps.organisasi.facilities import NewFacility, register_facility, retire_facility
from pamong.apps.organisasi.handing_over import (
    AlreadyHandedBackError,
    BastText,
    FacilityInHandsError,
    FacilityNotThereError,
    HandedBackBeforeError,
    hand_back,
    hand_over,
    keep_bast_paper,
)
from pamong.apps.organisasi.letters import letter_of
from pamong.apps.organisasi.models import Bast, FacilityHandover, FacilityKind

TODAY = date(2025, 6, 2)
ACT = {"actor": WARNI, "reason": REASON}
SITI = "Siti Rekayasari (rekaan)"
GIVEN, RETURNED = date(2021, 3, 5), date(2024, 9, 24)


def register(jabatan, nama):
    new = NewFacility(FacilityKind.KENDARAAN, nama, "", "", date(2021, 1, 4))
    return register_facility(jabatan=jabatan, new=new, **ACT)


def give(person, sekda, *rows, on=GIVEN, number="030/1"):
    paper = BastText(number, on, sekda)
    return hand_over(facilities=rows, person=person, paper=paper, day=TODAY, **ACT)


def take_back(sekda, *rows, on=RETURNED, number="030/2"):
    held = list(FacilityHandover.objects.filter(facility__in=rows, returned_by=None))
    return hand_back(handovers=held, paper=BastText(number, on, sekda), day=TODAY, **ACT)


def correct(bast, *, today=TODAY, receiver=None, dropped=(), **text):
    bast = Bast.objects.get(pk=bast.pk)
    new = BastCorrection(replace(bast_text_of(bast), **text), receiver, dropped)
    return correct_bast(bast=bast, new=new, day=today, **ACT)


def held_by(facility, day):
    (answer,) = custody.custody([facility], day=day)
    return answer.held.person if answer.held else None


@pytest.fixture
def holders(bupati, siti, budi, berita):
    registry.hold(siti, bupati, since=date(2021, 3, 1), until=date(2024, 10, 1), by=berita)
    registry.hold(budi, bupati, since=date(2024, 10, 1), by=berita)


@pytest.fixture
def car(bupati):
    return register(bupati, "Mobil dinas")


@pytest.fixture
def house(bupati):
    return register(bupati, "Rumah dinas")


@pytest.fixture
def given(holders, siti, sekda, car, house):
    return give(siti, sekda, car, house)


@pytest.fixture
def returned(given, sekda, car, house):
    return take_back(sekda, car, house)


def test_number_side_and_words_are_corrected_and_history_tells_before_and_after(
    given, sekda, contoh
):
    opd = duties.opd(contoh)
    correct(given, number="030/11", other_side=opd, condition="baik", basis="daftar aset")

    row = Bast.objects.get(pk=given.pk)
    assert (row.number, row.with_opd, row.with_jabatan) == ("030/11", opd, None)
    newest = next(each for each in bast_changes(row) if each.change.what == "diubah")
    assert newest.change.reason == REASON
    assert newest.differences == (
        Difference("Nomor", "030/1", "030/11"),
        Difference("Pihak lain (jabatan)", str(sekda), ""),
        Difference("Pihak lain (OPD)", "", "Dinas Uji"),
        Difference("Dasar lain", "", "daftar aset"),
        Difference("Keadaan", "", "baik"),
    )


def test_the_day_carries_all_its_facilities_and_what_the_law_reads(given, car, house, contoh):
    ProcrastinateJob.objects.all().delete()
    day = date(2021, 4, 1)

    correct(given, day=day)

    assert held_by(car, GIVEN) is held_by(house, GIVEN) is None
    assert held_by(car, day) == "Siti Rekayasari (rekaan)"
    rows = rows_of("fasilitas_jabatan", "pemda_id", {contoh.pk}, pemda_id=contoh.pk)
    assert rows.column("diserahkan_on").to_pylist() == [day, day]
    (job,) = ProcrastinateJob.objects.all()
    (touched,) = job.args["touched"]
    assert (touched["table"], len(touched["keys"])) == ("fasilitas_jabatan", 2)


def test_the_file_stays_with_the_paper(given):
    kept = keep_bast_paper(
        bast=given, file=NewFile("bast.pdf", b"%PDF-1.4 rekaan"), day=TODAY, **ACT
    )

    assert correct(given, number="030/9").paper == kept
    assert letter_of(Bast.objects.get(pk=given.pk)).paper_name == "bast.pdf"


def test_the_receiver_is_corrected_also_on_the_return(holders, given, returned, budi, bupati, car):
    registry.attest(budi, bupati, on=GIVEN, by=registry.document("uji-2", day=GIVEN))

    correct(given, receiver=budi)

    assert held_by(car, date(2022, 1, 1)) == "Budi Contohadi (rekaan)"
    letter = letter_of(Bast.objects.get(pk=returned.pk))
    assert letter.first.name == "Budi Contohadi (rekaan)"
    told = [each for each in bast_changes(given) if each.about == "Mobil dinas"]
    assert Difference("Pemegang", "Siti Rekayasari (rekaan)", "Budi Contohadi (rekaan)") in (
        difference for each in told for difference in each.differences
    )


def test_a_facility_that_was_never_handed_over_is_taken_off_and_history_keeps_it(
    given, car, house, contoh
):
    ProcrastinateJob.objects.all().delete()
    row = house.handovers.get()

    correct(given, dropped=[row])

    assert held_by(house, TODAY) is None
    assert held_by(car, TODAY) == "Siti Rekayasari (rekaan)"
    assert [item.nama for item in letter_of(given).items] == ["Mobil dinas"]
    told = [each for each in bast_changes(given) if each.about == "Rumah dinas"]
    assert told[0].change.what == "dihapus"
    assert told[0].differences == (Difference("Di BAST ini", "tercantum", "tidak tercantum"),)
    (job,) = ProcrastinateJob.objects.all()
    assert row.pk in job.args["touched"][0]["keys"]


def test_a_facility_that_never_came_back_is_in_hands_again(returned, car, house):
    correct(returned, dropped=[house.handovers.get()])

    assert held_by(house, TODAY) == "Siti Rekayasari (rekaan)"
    assert held_by(car, TODAY) is None
    assert [item.nama for item in letter_of(returned).items] == ["Mobil dinas"]


def test_a_plan_says_what_changes_and_writes_nothing(given, house, budi, contoh):
    text = replace(bast_text_of(given), number="030/7", condition="baik")
    new = BastCorrection(text, budi, [house.handovers.get()])

    assert plan_bast_correction(bast=given, new=new) == [
        'Nomor BAST: dari "030/1" menjadi "030/7".',
        'Keadaan: dari kosong menjadi "baik".',
        f"Penerima: dari {SITI} menjadi Budi Contohadi (rekaan), juga pada pengembaliannya.",
        f"Rumah dinas dikeluarkan: penyerahannya kepada {SITI} tidak lagi tercatat.",
    ]
    assert Bast.objects.get(pk=given.pk).number == "030/1"


@pytest.fixture
def unchanged(given):
    """Call it when the stage is set: nothing may differ after the test."""
    kept = []

    def rows():
        papers = Bast.objects.order_by("pk").values_list("number", "day", "with_jabatan")
        hands = FacilityHandover.objects.order_by("pk")
        return [*papers, *hands.values_list("person", "starts_on", "ends_before")]

    yield lambda: kept.extend(rows())
    assert kept
    assert kept == rows()


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ({}, NothingCorrectedInBastError, "Tidak ada yang berubah"),
        ({"day": date(2025, 6, 3)}, FutureDayError, "sesudah hari ini"),
        ({"day": date(2021, 1, 3)}, FacilityNotThereError, "terdaftar sejak 4 Januari 2021"),
        ({"day": date(2021, 2, 1)}, NotInOfficeError, "Siti Rekayasari"),
        ({"number": ""}, RefusedError, "Nomor BAST kosong"),
        ({"number": "n" * 121}, RefusedError, "terlalu panjang"),
        ({"number": "030/2", "day": RETURNED}, AlreadyHandedBackError, "24 September 2024"),
    ],
)
def test_what_cannot_be_is_refused_in_words(given, returned, unchanged, text, error, words):
    unchanged()
    with pytest.raises(error, match=words):
        correct(given, **text)


def test_a_return_stays_after_its_hand_over(given, returned, unchanged):
    unchanged()
    with pytest.raises(HandedBackBeforeError):
        correct(returned, day=GIVEN)


def test_a_number_and_day_of_another_paper_are_refused(
    given, returned, budi, sekda, car, unchanged
):
    give(budi, sekda, car, on=date(2024, 10, 2), number="030/3")
    unchanged()

    with pytest.raises(RefusedError, match="sudah tercatat"):
        correct(returned, number="030/3", day=date(2024, 10, 2))


def test_another_hand_stands_in_the_way(given, returned, budi, sekda, car, house, unchanged):
    third = give(budi, sekda, car, on=date(2024, 10, 2), number="030/3")
    registry.hold(
        budi, car.jabatan, since=date(2024, 9, 1), until=date(2024, 10, 1),
        by=registry.document("uji-3"), capacity="pjs",
    )  # fmt: skip
    unchanged()

    with pytest.raises(FacilityInHandsError, match="Siti"):
        correct(third, day=date(2024, 9, 20))
    with pytest.raises(FacilityInHandsError, match="Budi"):
        correct(returned, day=date(2024, 10, 5))
    with pytest.raises(FacilityInHandsError, match="Budi"):
        correct(returned, dropped=[car.handovers.order_by("starts_on")[0]])


def test_a_facility_that_came_back_is_first_taken_off_that_paper(
    given, returned, house, unchanged
):
    unchanged()
    with pytest.raises(HandedBackByOtherPaperError, match="Keluarkan dulu"):
        correct(given, dropped=[house.handovers.get()])


def test_a_facility_that_was_retired_stays_returned(given, returned, house, unchanged):
    retire_facility(facility=house, last_day=date(2024, 12, 31), **ACT)
    unchanged()

    with pytest.raises(FacilityRetiredSinceError, match="31 Desember 2024"):
        correct(returned, dropped=[house.handovers.get()])
    with pytest.raises(FacilityNotThereError):
        correct(returned, day=date(2025, 1, 2))


def test_one_facility_stays_on_the_paper(given, unchanged):
    unchanged()
    with pytest.raises(NothingLeftInBastError):
        correct(given, dropped=list(FacilityHandover.objects.all()))


def test_one_return_is_in_the_name_of_one_person(
    given, budi, sekda, bupati, car, house, unchanged
):
    registry.attest(budi, bupati, on=GIVEN, by=registry.document("uji-2", day=GIVEN))
    other = register(bupati, "Ajudan I")
    give(car.handovers.get().person, sekda, other, number="030/5")
    take_back(sekda, car, house, other)
    unchanged()

    with pytest.raises(ReturnedTogetherError, match="BAST 030/2"):
        correct(given, receiver=budi)


def test_a_receiver_holds_the_office_on_that_day(given, budi, unchanged):
    unchanged()
    with pytest.raises(NotInOfficeError, match="Budi"):
        correct(given, receiver=budi)


def test_a_correction_says_why(given):
    new = BastCorrection(replace(bast_text_of(given), number="030/7"))
    with pytest.raises(ReasonMissingError):
        correct_bast(bast=given, new=new, day=TODAY, actor=WARNI, reason=" ")
