"""People, documents and decrees: what is kept of them, and what is refused with a sentence."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from tests.support.registry import REASON, WARNI, document

from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.services import (
    DuplicateDocumentError,
    FutureDayError,
    NewDocument,
    assign_owner,
    register_decree,
    register_document,
    register_person,
)
from pamong.kernel.person_name import PersonNameError

TODAY = date(2025, 6, 3)


def register(name, *, is_made_up=True):
    return register_person(name=name, is_made_up=is_made_up, actor=WARNI, reason=REASON)


def keep(**new):
    return register_document(
        new=NewDocument(**{"text": "Teks rekaan.", **new}), day=TODAY, actor=WARNI, reason=REASON
    )


def decide(contoh, **more):
    values = {
        "owner": contoh.instansi,
        "number": "821.2/1/2025",
        "title": "pengangkatan (rekaan)",
        "issued_by": "Bupati Contoh (rekaan)",
        "decided_on": date(2025, 6, 1),
        "effective_on": date(2025, 7, 1),
    }
    return register_decree(decree=Decree(**values | more), day=TODAY, actor=WARNI, reason=REASON)


@pytest.mark.parametrize(
    ("written", "nama", "before", "after"),
    [
        ("Ani", "Ani", "", ""),
        ("Dr.Drs.H.Rekaan Contoh,M.Hum", "Rekaan Contoh", "Dr. Drs. H.", "M.Hum."),
        ("Hj. Ani Rekawati, S.E., M.M.", "Ani Rekawati", "Hj.", "S.E., M.M."),
    ],
)
@pytest.mark.django_db
def test_a_name_is_one_string_with_its_titles_apart(written, nama, before, after):
    person = register(written)

    assert (person.nama, person.gelar_depan, person.gelar_belakang) == (nama, before, after)
    assert person.sort_key == nama.casefold()


@pytest.mark.django_db
def test_made_up_people_are_marked_wherever_they_are_shown():
    person, real = register("Drs. Ani Rekawati, M.Si."), register("Ani Rekawati", is_made_up=False)

    assert person.shown_name == str(person) == "Ani Rekawati (rekaan)"
    assert person.full_name == "Drs. Ani Rekawati, M.Si. (rekaan)"
    assert real.shown_name == real.full_name == "Ani Rekawati"


@pytest.mark.parametrize("written", ["", "  ", ","])
@pytest.mark.django_db
def test_a_person_without_a_name_is_refused(written):
    with pytest.raises(PersonNameError, match="Nama orang kosong"):
        register(written)

    with pytest.raises(IntegrityError, match="person_has_a_name"), transaction.atomic():
        Person.objects.create(nama="", sort_key="")


@pytest.mark.django_db
def test_a_text_is_kept_with_the_day_on_which_it_came():
    kept = keep(title="Judul", file_name="a.txt", published_on=TODAY)

    kept.refresh_from_db()
    assert (kept.kode, kept.text, kept.received_on) == ("D-1", "Teks rekaan.", TODAY)
    assert kept.owner is None


@pytest.mark.django_db
def test_a_text_is_kept_once_whatever_it_is_called():
    first = keep()

    with pytest.raises(DuplicateDocumentError, match="sama dengan dokumen D-1") as refused:
        keep(title="lain", kode="002")

    assert refused.value.existing == first


@pytest.mark.django_db
def test_an_empty_text_is_refused_with_a_sentence():
    with pytest.raises(RefusedError, match="Dokumen ini kosong"):
        keep(text="")

    assert not Document.objects.exists()


@pytest.mark.django_db
def test_a_text_from_tomorrow_is_refused_by_the_service_and_by_the_database():
    with pytest.raises(FutureDayError, match="Periksa kembali tanggalnya"):
        keep(published_on=date(2025, 6, 4))

    with pytest.raises(IntegrityError, match="document_not_from_the_future"), transaction.atomic():
        document("uji", day=date(2030, 1, 1))


@pytest.mark.django_db
def test_codes_of_samples_do_not_disturb_the_counting():
    keep(kode="003")
    keep(text="Teks kedua.")
    keep(text="Teks ketiga.", kode="D-9x")

    assert keep(text="Teks keempat.").kode == "D-2"


@pytest.mark.django_db
def test_a_code_that_is_taken_is_refused_with_a_sentence():
    keep(kode="003")

    with pytest.raises(RefusedError, match="Kode dokumen"):
        keep(text="Teks kedua.", kode="003")


def test_a_document_belongs_to_a_body_once_it_is_known(contoh):
    kept = keep()

    assign_owner(document=kept, owner=contoh.instansi, actor=WARNI, reason=REASON)

    kept.refresh_from_db()
    assert kept.owner == contoh.instansi


def test_a_decree_has_three_days(contoh):
    kept = decide(contoh)

    kept.refresh_from_db()
    assert kept.decided_on < kept.recorded_on == TODAY < kept.effective_on
    assert str(kept) == "SK 821.2/1/2025"


def test_a_decree_from_the_future_is_refused_with_a_sentence_and_not_kept(contoh):
    with pytest.raises(FutureDayError, match="Tanggal penetapan SK sesudah hari ini"):
        decide(contoh, decided_on=date(2025, 6, 4))

    assert not Decree.objects.exists()


def test_the_database_refuses_a_decree_from_the_future_too(contoh):
    with pytest.raises(IntegrityError, match="decree_not_from_the_future"), transaction.atomic():
        Decree.objects.create(
            owner=contoh.instansi,
            number="1",
            decided_on=date(2025, 6, 4),
            effective_on=date(2025, 6, 4),
            recorded_on=TODAY,
        )


@pytest.mark.parametrize("number", ["", "  "])
def test_a_decree_without_a_number_is_refused_with_a_sentence(number, contoh):
    with pytest.raises(RefusedError, match="Nomor SK kosong"):
        decide(contoh, number=number)


def test_a_decree_is_recorded_once_by_number_and_day(contoh, misal):
    decide(contoh)

    with pytest.raises(RefusedError, match="SK dengan nomor dan tanggal ini sudah tercatat"):
        decide(contoh)

    assert decide(contoh, decided_on=date(2024, 6, 1)).pk
    assert decide(misal).pk, "another body counts its own numbers"
