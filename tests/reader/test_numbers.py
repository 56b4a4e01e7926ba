import pytest

from pamong.reader.numbers import find_numbers
from pamong.reader.page import Page


def figures(text):
    return [(one.value.value, one.value.unit) for one in find_numbers(Page(text))]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Ada 4.000 ASN hadir.", ("4.000", "orang")),
        ("dari 10 juta penduduk", ("10", "juta penduduk")),
        ("sebanyak 20 ribu orang", ("20", "ribu orang")),
        ("pagu Rp84 miliar", ("84", "miliar rupiah")),
        ("gaji Rp3.203.600", ("3.203.600", "rupiah")),
        ("naik 2,5 persen", ("2,5", "persen")),
    ],
)
def test_a_figure_keeps_its_value_and_its_magnitude(text, figure):
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "Selasa (9/4)",
        "13 Feb 2019",
        "pukul 07.30 WIB",
        "UU Nomor 5 Tahun 2014",
        "eselon 2",
        "pada 2020",
    ],
)
def test_days_hours_and_citations_are_no_figures(text):
    assert figures(text) == []


def test_what_is_counted_stands_behind():
    (found,) = find_numbers(Page("Ada 43 pejabat yang dilantik, kata bupati."))

    assert found.value.what == "pejabat yang dilantik"


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("ada 48 usulan warga", ("48", "usulan")),
        ("sampah 1.700 ton per hari", ("1.700", "ton")),
        ("Enam Pjs bupati dikukuhkan", ("6", "orang")),
        ("hanya 60 persen yang hadir", ("60", "persen")),
    ],
)
def test_a_unit_that_no_list_knows_is_the_word_behind(text, figure):
    assert figures(text) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "di SMAN 1 Contoh",
        "pada November 2023 sebesar itu",
        "ada dua hal penting",
        "Ruang 1\nAcara",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(text):
    assert not figures(text)


def test_a_figure_that_comes_twice_is_one():
    assert figures("Ada 43 pejabat. Sebanyak 43 pejabat dilantik.") == [("43", "orang")]
