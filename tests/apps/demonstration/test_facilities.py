"""Facilities of the demonstration: planted in Kabupaten Contoh, and only said of in Jambi."""

from datetime import date

import pytest

from pamong.apps.findings.gathering import gather
from pamong.apps.organisasi import custody
from pamong.apps.organisasi.chairs import chairs
from pamong.apps.organisasi.models import ExOfficioChair, Facility, FacilityHandover, Pemda

LEAVE_BEGINS = date(2024, 9, 25)


@pytest.fixture
def contoh(loaded) -> Pemda:
    return Pemda.objects.get(nama="Kabupaten Contoh (rekaan)")


@pytest.fixture
def jambi(loaded) -> Pemda:
    return Pemda.objects.get(nama="Provinsi Jambi")


def held_on(pemda, day):
    rows = custody.custody(list(custody.facilities(pemda, day=day)), day=day)
    return {row.nama.removesuffix(" Contoh (rekaan)"): row for row in rows if row.held}


def test_of_jambi_only_the_statement_of_its_document_is_told(jambi):
    (said,) = custody.statements(jambi, day=date(2020, 10, 1))

    assert said.sentence == (
        "Menurut dokumen 000, gubernur menyatakan akan meninggalkan rumah dinas dan tidak memakai "
        "fasilitas negara selama cuti. Berita acara serah terimanya belum dimasukkan ke sistem "
        "ini."
    )
    assert custody.statements(jambi, day=date(2020, 9, 22)) == []


def test_real_governments_have_no_facility_hand_over_or_chair_here(loaded):
    for model in (Facility, FacilityHandover, ExOfficioChair):
        assert not model.objects.filter(pemda__is_made_up=False).exists()


def test_on_the_first_day_of_the_leave_one_car_is_still_held(contoh):
    held = held_on(contoh, LEAVE_BEGINS)
    away = {name: row for name, row in held.items() if row.leave}

    assert set(away) == {"Mobil dinas Wakil Bupati"}
    assert set(held) - set(away) == {"Mobil dinas Sekretaris Daerah"}


def test_on_the_eve_the_house_came_back_and_the_day_before_it_had_not(contoh):
    assert "Rumah dinas Bupati" in held_on(contoh, date(2024, 9, 23))
    assert "Rumah dinas Bupati" not in held_on(contoh, date(2024, 9, 24))


def test_after_the_leave_it_is_handed_over_again(contoh):
    assert "Rumah dinas Bupati" in held_on(contoh, date(2024, 11, 25))


def test_the_law_is_told_of_them_and_that_they_are_complete(contoh):
    told = gather(["fasilitas_jabatan", "fasilitas_jabatan_cakupan"], pemda_ids=[contoh.pk])

    assert told["fasilitas_jabatan_cakupan"].num_rows == 1
    returned = {
        (row["nama"], row["dikembalikan_on"]) for row in told["fasilitas_jabatan"].to_pylist()
    }
    assert ("Rumah dinas Bupati Contoh (rekaan)", date(2024, 9, 24)) in returned
    assert ("Mobil dinas Wakil Bupati Contoh (rekaan)", date(2025, 2, 19)) in returned


def test_chairs_follow_the_offices_of_kabupaten_contoh(contoh):
    told = {row.name: row for row in chairs(contoh, day=date(2024, 10, 1))}

    pkk = told["Ketua TP PKK Kabupaten Contoh (rekaan)"]
    assert pkk.said.startswith("pasangan Bupati Contoh (rekaan), karena ")
    assert pkk.notes[-1].endswith("ikut beralih dalam keadaan ini: belum tercatat.")
    assert len(told) == 3


def test_each_term_of_the_elected_names_its_election(contoh):
    told = gather(["pemangku"], pemda_ids=[contoh.pk])["pemangku"].to_pylist()

    elected = {(row["starts_on"], row["pilkada"]) for row in told if row["pilkada"]}
    assert elected == {(date(2021, 2, 26), "2020"), (date(2025, 2, 20), "2024")}
