import pytest
from tests.reader.parts import Parts

from pamong.kernel.capacity import Capacity


def offices(text):
    return [(office.title(), office.capacity) for office in Parts(text).offices]


@pytest.mark.parametrize(
    ("text", "title", "capacity"),
    [
        ("Gubernur Jambi", "Gubernur Jambi", Capacity.DEFINITIF),
        ("Wagub Sumsel", "Wakil Gubernur Sumatera Selatan", Capacity.DEFINITIF),
        ("Penjabat Sementara (Pjs) Bupati Jember", "Bupati Jember", Capacity.PJS),
        ("Pjs. Bupati Jember", "Bupati Jember", Capacity.PJS),
        ("Plt Walikota Kediri", "Wali Kota Kediri", Capacity.PLT),
        (
            "Pelaksana Harian Sekda Provinsi Jambi",
            "Sekretaris Daerah Provinsi Jambi",
            Capacity.PLH,
        ),
        ("Sekkab Jember", "Sekretaris Daerah Kabupaten Jember", Capacity.DEFINITIF),
        ("Kepala BKD Provinsi Jambi", "Kepala BKD Provinsi Jambi", Capacity.DEFINITIF),
        ("Kadis Kesehatan Jember", "Kepala Dinas Kesehatan Kabupaten Jember", Capacity.DEFINITIF),
        ("Asisten I Sekda Aceh", "Asisten I Sekda Provinsi Aceh", Capacity.DEFINITIF),
        ("Ketua KPU Kota Kediri", "Ketua KPU Kota Kediri", Capacity.DEFINITIF),
    ],
)
def test_an_office_is_read_with_capacity_unit_and_government(text, title, capacity):
    assert offices(f"Menurut {text}, acara selesai.") == [(title, capacity)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kepala Dinas Ketahanan Umpama Kabupaten Jember", "Dinas Ketahanan Umpama"),
        ("Kepala Dinas Ketahanan Umpama, Drs. Rekaan Contoh", "Dinas Ketahanan Umpama"),
        ("Kepala Dinas Kesehatan Rekaan Contoh, M.Si", "Dinas Kesehatan"),
        ("Kepala Dinas Kesehatan Rekaan Contoh, dan camat", "Dinas Kesehatan"),
    ],
)
def test_a_unit_of_unknown_words_ends_at_its_government_or_before_a_name(text, unit):
    assert Parts(f"Menurut {text} hadir.").offices[0].unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Kantor Gubernur Jambi ramai",
        "para Bupati hadir",
        "mantan Bupati Jember hadir",
        "Bupati terpilih hadir",
        "selama bupati definitif cuti",
        "Bupati/Wali Kota hadir",
        "Kepala Dinas hadir",
        "Kepala OPD hadir",
        "kepala itu pusing",
    ],
)
def test_buildings_groups_and_those_not_in_office_are_no_single_office(text):
    assert offices(text) == []


def test_a_short_form_in_brackets_names_the_office_from_there_on():
    parts = Parts("Asisten Administrasi Umum (A3) membacakan sambutan. Lalu A3 pulang.")

    assert [office.unit for office in parts.offices] == ["Administrasi Umum"] * 2


def test_the_place_of_a_camat_is_one_that_the_text_introduces():
    parts = Parts("Warga Kecamatan Contoh Dalam berkumpul. Camat Contoh Dalam berpesan.")

    assert [office.title() for office in parts.offices] == ["Camat Contoh Dalam"]


@pytest.mark.parametrize("office", ["Menteri Sosial", "Kepala BKN"])
def test_offices_of_the_country_belong_to_no_government(office):
    parts = Parts(f"{office} hadir di kantor Pemerintah Provinsi Jambi.")

    assert parts.offices[0].title(parts.home.value) == office


def test_home_fills_in_the_government_that_an_office_leaves_out():
    parts = Parts("Gubernur membuka rapat Pemerintah Provinsi Jambi.")

    assert parts.offices[0].title(parts.home.value) == "Gubernur Jambi"


def test_a_leader_without_a_government_is_of_the_one_that_the_sentence_names():
    parts = Parts("Untuk Jember, nota diterima Wakil Bupati Rekaan Contoh.")
    province = parts.gazetteer.named("Provinsi Jawa Timur").only

    assert parts.offices[0].title(province) == "Wakil Bupati Jember"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Kepala Badan Kepegawaian, Pendidikan dan Pelatihan (BKPP) Jember, Rekaan Contoh",
            "Kepala Badan Kepegawaian, Pendidikan dan Pelatihan Kabupaten Jember",
        ),
        ("Kepala Dikcontoh Kabupaten Jember, Rekaan", "Kepala Dikcontoh Kabupaten Jember"),
        (
            "Kepala Perwakilan Bank Contoh Provinsi Jambi Rekaan",
            "Kepala Perwakilan Bank Contoh Provinsi Jambi",
        ),
        ("Camat Tegalcontoh, Rekaan Misalnya, S.IP", "Camat Tegalcontoh"),
        ("Danramil Tegalcontoh Kapten Inf Rekaan Misalnya", "Danramil Tegalcontoh"),
        ("Staf Ahli Bupati Bidang Hukum", "Staf Ahli Bupati Bidang Hukum"),
    ],
)
def test_units_and_places_that_nobody_listed_are_read_to_their_end(text, title):
    assert Parts(text).offices[0].title() == title


def test_a_short_form_behind_a_government_shortens_the_government():
    parts = Parts("Bupati Hulu Sungai Tengah (HST) Rekaan Contoh hadir. Bupati HST pulang.")

    assert [office.title() for office in parts.offices] == ["Bupati Hulu Sungai Tengah"] * 2


def test_the_post_that_somebody_is_sworn_into_is_one_office():
    (office,) = Parts("dilantik sebagai Sekretaris Daerah Kota Metro definitif hari itu").offices

    assert office.title() == "Sekretaris Daerah Kota Metro"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Wali Kota Administrasi Jakarta Barat", "Wali Kota Jakarta Barat"),
        ("Kepala Kantor Regional VII BKN Palembang", "Kepala Kantor Regional VII BKN Palembang"),
        ("Kepala Kejaksaan Negeri Jember", "Kepala Kejaksaan Negeri Jember"),
        ("Kajari Jember", "Kajari Jember"),
        ("Wakil Menteri Dalam Negeri", "Wakil Menteri Dalam Negeri"),
        ("Inspektur Kabupaten Jember", "Inspektur Kabupaten Jember"),
        ("Penjabat Sekretaris Daerah (Pj. Sekda) Jember", "Sekretaris Daerah Kabupaten Jember"),
        ("Camat Andaian Kabupaten Jember", "Camat Andaian"),
    ],
)
def test_an_office_is_written_as_its_kind_is(text, title):
    assert offices(text)[0][0] == title
