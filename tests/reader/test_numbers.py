import pytest

from pamong.reader.numbers import find_numbers
from pamong.reader.page import Page


def figures(text):
    return [(one.value.value, one.value.unit) for one in find_numbers(Page(text))]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Ada 4.000 ASN hadir.", ("4.000", "ASN")),
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

    assert found.value.what == "yang dilantik"
