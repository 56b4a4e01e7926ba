"""Passages of kept cases name nobody, however a name or number is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.person_name import sort_key
from pamong.reader import read
from pamong.reader.nameless import Nameless, names_of

NAMES = ("Hj. Siti Rekayasari, S.E., M.M. (rekaan)", "Budi Contohadi (rekaan)", "Bunga (rekaan)")
PEOPLE = ("siti", "rekayasari", "budi", "contohadi", "andaikata", "joko", "misalwati")
NEWS = (
    "Apel Pagi Kabupaten Contoh (rekaan)\n\nCONTOH – Bupati Contoh (rekaan), Siti Rekayasari "
    "(rekaan), memimpin apel pagi di halaman kantor bupati, Senin (9/9/2024). Rekayasari meminta "
    "seluruh OPD datang tepat waktu. “Kita harus hadir sebelum pukul delapan,” kata Siti.\n"
)


def nameless(text, names=NAMES):
    return Nameless(names)(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Contoh Siti Rekayasari memimpin apel.",
        "SITI REKAYASARI PIMPIN APEL",
        "siti rekayasari bilang, rekayasari hadir",
        "Rekayasari, kata Bu Siti, akan datang.",
        "Si\u200bti Reka\u00adyasari dan Ｓｉｔｉ",
        "S I T I memimpin apel.",
        "Reka-\nyasari memimpin apel.",
        "BupatiSiti memimpin apel.",
        "Śiti Rékayasari memimpin apel.",
        "#SitiRekayasari @siti_rekayasari #sitirekayasari",
        "siti.rekayasari@contoh.go.id, siti (at) contoh (dot) go (dot) id, siti at contoh dot go",
        "https://contoh.go.id/berita/siti-rekayasari www.contoh.id/siti contoh.go.id/siti",
        "Siti_Rekayasari dan siti/rekayasari",
        "Kepala Dinas Sosial Kabupaten Contoh Andaikata Misalwati hadir.",
        "Andaikata (tengah) dan Misalwati menandatangani.",
        "Hadir pak joko dan bu misalwati.",
        "Menurut Joko, apel itu baik.\nJoko: hadir semua.\n“Joko hadir,” katanya.",
        "H. Joko bin Andaikata binti Misalwati",
    ],
)
def test_no_name_is_left(text):
    told = nameless(text).casefold()

    assert not [name for name in PEOPLE if name in told]


@pytest.mark.parametrize(
    "number",
    [
        "0812 3456 7890",
        "0812-3456-7890",
        "0812.3456.7890",
        "+62 812/3456/7890",
        "(0741) 123456",
        "08.12.34.56.78",
        "081.234.567.890",
        "19800101 200501 1 001",
        "198001012005011001",
        "1980 01 01 2005 01 1 001",
        "1980.01.01.2005.01.1.001",
        "1980_0101_2005_01_1_001",
        "00 01 01 41 01 90 00 01",
        "0001014101900001",
        "０８１２３４５６７８９０",
        "٠٨١٢٣٤٥٦٧٨٩٠",
        "0812\u200b3456\u200b7890",
        "telepon 22333",
        "NIP. 1980",
        "WA: no. 4455",
        "nol delapan satu dua tiga empat lima enam tujuh",
        "nol-delapan-satu-dua-tiga-empat-lima",
    ],
)
def test_no_number_of_a_person_is_left(number):
    told = nameless(f"Sekretariat: {number}.")

    assert "[nomor]" in told
    assert not any(letter.isdigit() for letter in told)
    assert "delapan" not in told


@pytest.mark.parametrize(
    "kept",
    [
        "Senin (18/3/2019) pukul 07.30 WIB",
        "Rabu (25-09-2024), 08.00-09.30",
        "pada 26 September 2020",
        "anggaran 2019/2020 dan 2020-2024",
        "Rp1.500.000.000,00 untuk 1.250 ASN",
        "20 ribu ASN untuk 10 juta jiwa",
        "UU Nomor 5 Tahun 2014 Pasal 12",
        "Bupati Jember di Kabupaten Muaro Jambi",
        "Kepala BKD Provinsi Jambi",
    ],
)
def test_days_amounts_and_governments_stay(kept):
    assert kept in nameless(f"Disebut {kept}.")


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Hari Andaikata berkata.", "hari"),
        ("kata Hari kemarin", "hari"),
        ("Bima Andaikata berkata.", "bima"),
        ("M. Andaikata dan Andaikata R. hadir", " m."),
        ("dengan Bunga Lestari", "lestari"),
    ],
)
def test_a_word_or_place_that_is_borne_as_a_name_goes_with_it(written, left):
    assert left not in f" {nameless(written).casefold()}"


def test_a_government_beside_a_name_stays_and_the_name_goes():
    told = nameless("Wali Kota Bima, Andaikata, bersama Bupati Jember Joko.")

    assert "Wali Kota Bima, Fulan" in told
    assert "Bupati Jember Fulan" in told


def test_an_ordinary_word_stays_where_nobody_bears_it():
    told = Nameless(["Bunga Hari (rekaan)"])("Setiap hari ada bunga. Pada hari itu Bunga hadir.")

    assert "Setiap hari" in told
    assert "Bunga" not in told


def test_one_person_is_one_placeholder_in_every_text_of_a_case():
    replace = Nameless(NAMES)

    first, second = replace("Siti Rekayasari hadir."), replace("Rekayasari pulang, kata SITI.")

    given_name, surname = first.split()[:2]
    assert second == f"{surname} pulang, kata {given_name.upper()}."
    row = {"name": "Rekayasari", "n": 3, "of": ["Siti", None]}
    assert replace.value(row) == {"name": surname, "n": 3, "of": [given_name, None]}


def test_a_part_of_a_document_is_read_as_the_whole_of_it():
    whole = "Di Kabupaten Andaian (rekaan) ada apel. Kegiatan itu ramai; kegiatan rutin."
    replace = Nameless(NAMES, whole)

    assert replace("Kabupaten Andaian") == "Kabupaten Andaian"
    assert replace("Kegiatan rutin. Andaikata hadir.").startswith("Kegiatan rutin. Fulan")


def test_the_reader_reads_the_placeholders_as_it_read_the_names():
    before = read(NEWS)
    after = read(Nameless(names_of(before.to_json()))(NEWS))

    assert (after.forum_kind, after.date, after.place) == ("apel", before.date, before.place)
    assert [row.office for row in after.speakers] == [row.office for row in before.speakers]
    assert after.speakers[0].name.startswith("Fulanba Fulanbe")
    assert [row.topic for row in after.directives] == [row.topic for row in before.directives]
    assert after.quotes[0].speaker == after.speakers[0].name


def test_every_field_that_holds_a_name_is_known():
    row = {"name": "A b", "speaker": "C d", "by": "E f", "relayed_by": "G h"}
    parts = ("speakers", "attestations", "periods", "attendees", "quotes", "directives")
    content = {part: [row] for part in parts} | {
        "commitments": [row],
        "on_behalf_of": {"reader": "I j", "principal": "Gubernur"},
    }

    assert set(names_of(content)) == {"A b", "C d", "E f", "G h", "I j"}


@given(
    st.lists(st.sampled_from([*NAMES, "Joko Andaikata", "Misalwati"]), min_size=1, max_size=3),
    st.sampled_from(
        ["{} hadir.", "kata {}", "({})", "“{}”", "Bupati Contoh {}", "{}/{}", "{}\n{}"]
    ),
)
def test_a_known_name_is_nowhere_left(names, frame):
    bare = [name.replace(" (rekaan)", "") for name in names]
    text = " ".join(frame.replace("{}", name) for name in bare)

    told = f" {Nameless(names)(text).casefold()} "

    for name in names:
        for word in sort_key(name.replace("(rekaan)", "")).split():
            assert word not in told


@given(st.text(max_size=200))
def test_any_text_at_all_is_taken(text):
    replace = Nameless(NAMES)

    assert isinstance(replace(text), str)
