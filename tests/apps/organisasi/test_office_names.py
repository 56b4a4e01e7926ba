"""The office that a text names, and the one that the registry knows."""

import pytest
from tests.support.registry import REASON, WARNI, leading, office

from pamong.apps.organisasi.governments import establish_typical_structure
from pamong.apps.organisasi.models import JabatanKind, Opd, Pemda
from pamong.apps.organisasi.office_names import (
    find_jabatan,
    is_office_of,
    office_alone,
    office_key,
    office_kind,
)
from pamong.apps.organisasi.titles import leading_titles, office_title

JAMBI = Pemda(nama="Provinsi Jambi", short_name="Jambi", level="provinsi")
KOTA_JAMBI = Pemda(nama="Kota Jambi", short_name="Jambi", level="kota")
SUMSEL = Pemda(nama="Provinsi Sumatera Selatan", short_name="Sumatera Selatan", level="provinsi")
BATU = Pemda(nama="Kota Batu", short_name="Batu", level="kota")
BOGOR = Pemda(nama="Kabupaten Bogor", short_name="Bogor", level="kabupaten")
CONTOH = Pemda(
    nama="Kabupaten Contoh (rekaan)",
    short_name="Contoh (rekaan)",
    level="kabupaten",
    is_made_up=True,
)


@pytest.mark.parametrize(
    ("one", "other", "pemda"),
    [
        ("Sekda", "Sekretaris Daerah Provinsi Jambi", JAMBI),
        ("Wagub Jambi", "Wakil Gubernur", JAMBI),
        ("Kepala BKD Provinsi Jambi", "kepala BKD", JAMBI),
        ("Kepala BKD Prov. Jambi", "kepala BKD", JAMBI),
        ("Gubernur Sumsel", "Gubernur", SUMSEL),
        ("Wakil Gubernur Sumatra Selatan", "Wakil Gubernur", SUMSEL),
        ("Wali Kota Jambi", "Walikota", KOTA_JAMBI),
        ("Wawali Kota Batu", "Wakil Wali Kota", BATU),
        ("Wakil Walikota Batu", "Wakil Wali Kota Batu", BATU),
        ("Kepala Dinas Sosial Kota Batu", "Kadis Sosial", BATU),
        ("Sekda Kota Jambi", "Sekretaris Daerah", KOTA_JAMBI),
        ("Bupati Contoh", "Bupati", CONTOH),
        ("Bupati Contoh (rekaan)", "Bupati", CONTOH),
        ("Kepala BKPSDM Kabupaten Contoh", "Kepala BKPSDM", CONTOH),
        ("Kepala Badan Kepegawaian", "Kaban Kepegawaian", JAMBI),
    ],
)
def test_two_ways_to_write_one_office_have_one_key(one, other, pemda):
    assert office_key(one, pemda) == office_key(other, pemda)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gubernur", "Wakil Gubernur"),
        ("Asisten I", "Asisten II"),
        ("Kepala BKD", "Sekretaris BKD"),
    ],
)
def test_different_offices_have_different_keys(one, other):
    assert office_key(one, JAMBI) != office_key(other, JAMBI)


@pytest.mark.parametrize(
    ("written", "alone", "pemda"),
    [
        ("Gubernur Sumsel", "Gubernur", SUMSEL),
        ("Wali Kota Jambi", "Wali Kota", KOTA_JAMBI),
        ("Kepala BKD Provinsi Jambi", "Kepala BKD", JAMBI),
        ("Asisten Administrasi Umum", "Asisten Administrasi Umum", JAMBI),
        ("Bupati Contoh (rekaan)", "Bupati", CONTOH),
    ],
)
def test_an_office_is_stored_without_its_government(written, alone, pemda):
    assert office_alone(written, pemda) == alone


@pytest.mark.parametrize(
    ("written", "pemda", "is_own"),
    [
        ("Gubernur Jambi", JAMBI, True),
        ("Gubernur Jambi", KOTA_JAMBI, False),
        ("Wali Kota Jambi", KOTA_JAMBI, True),
        ("Walikota Jambi", JAMBI, False),
        ("Walikota Bogor", BOGOR, False),
        ("Bupati Bogor", BOGOR, True),
        ("Bupati Kerinci", JAMBI, False),
        ("Kepala BKD Kabupaten Kerinci", JAMBI, False),
        ("Kepala Dinas Pendidikan Jambi", KOTA_JAMBI, True),
        ("Kepala Dinas Pendidikan", KOTA_JAMBI, True),
        ("Gubernur", BOGOR, False),
        ("Sekda", BOGOR, True),
        ("Bupati Contoh", CONTOH, True),
        ("Bupati Jember", CONTOH, False),
    ],
)
def test_whose_office_it_is_follows_from_its_title_and_its_ending(written, pemda, is_own):
    assert is_office_of(pemda, written) is is_own


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("gubernur", JabatanKind.KEPALA_DAERAH),
        ("wakil wali kota", JabatanKind.WAKIL_KEPALA_DAERAH),
        ("sekretaris daerah", JabatanKind.SEKDA),
        ("asisten administrasi umum", JabatanKind.ASISTEN),
        ("staf ahli bidang hukum", JabatanKind.STAF_AHLI),
        ("kepala dinas sosial", JabatanKind.KEPALA_OPD),
        ("inspektur", JabatanKind.KEPALA_OPD),
        ("camat rekaan", JabatanKind.LAIN),
        ("kepala bagian umum", JabatanKind.LAIN),
    ],
)
def test_the_kind_of_an_office_is_guessed_from_its_key(key, kind):
    assert office_kind(key) is kind


def test_the_head_of_an_opd_is_found_by_its_abbreviation(contoh):
    opd = Opd.objects.create(
        pemda=contoh, nama="Badan Kepegawaian Daerah", singkatan="BKD", jenis="badan", sort_key="b"
    )
    head = office(contoh, "Kepala Badan Kepegawaian Daerah", opd=opd)

    for written in ("Kepala BKD", "Kepala BKD Kabupaten Contoh", "Kaban Kepegawaian Daerah"):
        assert find_jabatan(written, contoh) == head


def test_an_office_is_looked_for_in_its_own_government_only(contoh, misal):
    office(misal, "Kepala Dinas Pasar")

    assert find_jabatan("Kepala Dinas Pasar", contoh) is None


def test_an_office_that_may_be_two_is_not_guessed(contoh):
    office(contoh, "Kepala Dinas Pasar")
    office(contoh, "Kadis Pasar")

    assert find_jabatan("Kepala Dinas Pasar", contoh) is None


def test_every_office_of_a_typical_structure_finds_itself_and_nobody_else(contoh, misal):
    for pemda in (contoh, misal):
        establish_typical_structure(pemda=pemda, actor=WARNI, reason=REASON)

        for jabatan in pemda.jabatan.all():
            assert find_jabatan(jabatan.nama, pemda) == jabatan


def test_leading_offices_are_called_by_the_short_name_and_others_by_the_full_one(misal):
    head = leading(misal, JabatanKind.KEPALA_DAERAH)
    sekda = leading(misal, JabatanKind.SEKDA)

    assert office_title(head, misal) == "Wali Kota Misal (rekaan)"
    assert office_title(sekda, misal) == "Sekretaris Daerah Kota Misal (rekaan)"


def test_every_level_has_three_leading_offices():
    for level in ("provinsi", "kabupaten", "kota"):
        kinds = [kind for kind, _ in leading_titles(level)]
        assert kinds == [
            JabatanKind.KEPALA_DAERAH,
            JabatanKind.WAKIL_KEPALA_DAERAH,
            JabatanKind.SEKDA,
        ]
