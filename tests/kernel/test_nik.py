from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.identity import IdentityNumberError, Severity, Sex
from pamong.kernel.nik import Nik, check_nik, compare_with_nip, parse_nik
from pamong.kernel.nip import parse_nip

# No number here can be anybody's: specimens (region 00), or regions that do not exist.
MAN, WOMAN = "0001010101900001", "0001014101900001"


def codes(text):
    return [found.code for found in check_nik(text)]


def test_the_day_plus_forty_is_a_woman():
    assert parse_nik(MAN).sex is Sex.MALE
    assert parse_nik(WOMAN).sex is Sex.FEMALE
    assert parse_nik(MAN).birth_dates == parse_nik(WOMAN).birth_dates


def test_the_year_has_no_century():
    assert parse_nik(MAN).birth_dates == (date(1990, 1, 1), date(2090, 1, 1))
    assert parse_nik("0001012902000001").birth_dates == (date(2000, 2, 29),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (MAN, []),
        (WOMAN, []),
        ("000101 010190 0001", []),
        ("0001013112900001", []),
        ("0001017112900001", []),
        ("", ["nik-16-angka"]),
        ("000101010190000", ["nik-16-angka"]),
        ("00010101019O0001", ["nik-16-angka"]),
        ("0001010001900001", ["nik-tanggal-lahir"]),
        ("0001013201900001", ["nik-tanggal-lahir"]),
        ("0001014001900001", ["nik-tanggal-lahir"]),
        ("0001017201900001", ["nik-tanggal-lahir"]),
        ("0001010113900001", ["nik-tanggal-lahir"]),
        ("0001013002900001", ["nik-tanggal-lahir"]),
        ("0001010101900000", ["nik-nomor-urut"]),
        ("0001010100900000", ["nik-tanggal-lahir", "nik-nomor-urut"]),
    ],
)
def test_each_check_has_its_name(text, expected):
    assert codes(text) == expected


def test_the_region_is_no_check_and_00_is_a_specimen():
    abroad = parse_nik("9999990101900001")

    assert parse_nik(MAN).is_specimen
    assert abroad.is_abroad
    assert not abroad.is_specimen
    assert codes("9199990101900001") == []


def test_a_number_that_cannot_be_right_is_refused():
    with pytest.raises(IdentityNumberError, match="bukan tanggal lahir"):
        Nik("0001013201900001")


def test_a_difference_from_the_nip_warns():
    found = compare_with_nip(parse_nik(WOMAN), parse_nip("209101012115031001"))

    assert [(each.code, each.severity) for each in found] == [
        ("nik-nip-tanggal-lahir-berbeda", Severity.WARNS),
        ("nik-nip-jenis-kelamin-berbeda", Severity.WARNS),
    ]
    assert compare_with_nip(parse_nik(MAN), parse_nip("209001012115031001")) == ()
    assert compare_with_nip(parse_nik(WOMAN), parse_nip("199001012015030001")) == ()


@given(st.dates(date(1930, 1, 1), date(2029, 12, 31)), st.booleans(), st.integers(1, 9999))
def test_a_well_made_number_is_read_back(born, is_woman, serial):
    day = born.day + 40 * is_woman

    nik = parse_nik(f"000101{day:02}{born:%m%y}{serial:04}")

    assert born in nik.birth_dates
    assert (nik.sex is Sex.FEMALE) == is_woman
