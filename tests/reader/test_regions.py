import pytest
from tests.reader.parts import Parts

from pamong.reader.page import Page
from pamong.reader.regions import Gazetteer


def regions(text):
    tokens = Page(text).tokens
    gazetteer = Gazetteer(tokens)
    found = (gazetteer.at(index) for index in range(len(tokens)))
    return [tuple(region.full_name for region in one.regions) for one in found if one]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pemprov Jambi", ("Provinsi Jambi",)),
        ("Kab. Jember", ("Kabupaten Jember",)),
        ("Tanjungpinang", ("Kota Tanjung Pinang",)),
        ("Sumsel", ("Provinsi Sumatera Selatan",)),
        ("Banjar", ("Kota Banjar", "Kabupaten Banjar")),
    ],
)
def test_governments_are_known_as_people_write_them(text, names):
    assert regions(f"Rapat di {text} hari ini")[0] == names


def test_words_in_small_letters_name_no_government():
    assert regions("batu itu dan pati padi") == []


def test_a_text_introduces_a_government_that_nobody_knows():
    assert regions("Pendopo Kabupaten Contoh, tempat Bupati Contoh") == [
        ("Kabupaten Contoh",),
        ("Kabupaten Contoh",),
        ("Kabupaten Contoh",),
    ]


def test_a_headline_alone_introduces_none():
    assert regions("Kabupaten Contoh Soroti Presensi") == []


def test_an_ambiguous_name_is_settled_by_the_level_of_the_office():
    parts = Parts("Wali Kota Kediri membuka rapat. Bupati Kediri menutup rapat.")

    assert [office.title() for office in parts.offices] == ["Wali Kota Kediri", "Bupati Kediri"]
    assert [office.regions[0].kind for office in parts.offices] == ["kota", "kabupaten"]
