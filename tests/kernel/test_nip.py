from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.identity import IdentityNumberError, Severity, Sex
from pamong.kernel.nip import AsnKind, Nip, check_nip, compare_with_person, parse_nip

# No number here can be anybody's: specimens (sex digit 0), or births still to come.
SPECIMEN = "199001012015030001"
BORN_2090 = "20900101211503"
BIRTHS = st.dates(date(2060, 1, 1), date(2090, 12, 31))


def codes(text):
    return [found.code for found in check_nip(text)]


def test_a_number_of_a_pns_tells_birth_appointment_and_serial():
    nip = parse_nip("19900101 201503 0 001")

    assert nip == Nip(SPECIMEN)
    assert nip.kind is AsnKind.PNS
    assert nip.birth_date == date(1990, 1, 1)
    assert (nip.appointed_year, nip.appointed_month) == (2015, 3)
    assert nip.grouped == "19900101 201503 0 001"


def test_digits_13_and_14_above_12_mark_a_pppk():
    nip = parse_nip("198512312022210001")

    assert nip.kind is AsnKind.PPPK
    assert nip.appointed_month is None
    assert nip.appointed_year == 2022


def test_sex_digit_0_is_a_specimen_without_sex():
    assert parse_nip(SPECIMEN).is_specimen
    assert parse_nip(SPECIMEN).sex is None


@pytest.mark.parametrize(("digit", "sex"), [("1", Sex.MALE), ("2", Sex.FEMALE)])
def test_the_sex_digit_tells_the_sex(digit, sex):
    nip = parse_nip(BORN_2090 + digit + "999")

    assert nip.sex is sex
    assert not nip.is_specimen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["nip-18-angka"]),
        ("19900101201503000", ["nip-18-angka"]),
        ("1990010120150300011", ["nip-18-angka"]),
        ("19900101201503O001", ["nip-18-angka"]),
        ("١٩٩٠٠١٠١٢٠١٥٠٣٠٠٠١", ["nip-18-angka"]),
        ("131234567", ["nip-lama"]),
        ("199002302015030001", ["nip-tanggal-lahir"]),
        ("199001012015000001", ["nip-bulan-tmt"]),
        ("199001012015033001", ["nip-jenis-kelamin"]),
        ("199001012015030000", ["nip-nomor-urut"]),
        (
            "199013012015003000",
            ["nip-tanggal-lahir", "nip-bulan-tmt", "nip-jenis-kelamin", "nip-nomor-urut"],
        ),
        ("199001012007120001", ["nip-tmt-sebelum-18-tahun"]),
        ("199001312008010001", []),
        ("198003012015030001", []),
        ("197903012015030001", ["nip-usia-di-atas-35"]),
        ("197903022015030001", []),
        ("196803022015030001", ["nip-usia-di-atas-35"]),
        ("196803012015030001", ["nip-usia-di-atas-46"]),
        ("196001012022210001", []),
        (SPECIMEN, []),
    ],
)
def test_each_check_has_its_name(text, expected):
    assert codes(text) == expected


def test_an_unusual_age_warns_and_an_impossible_number_refuses():
    old = check_nip("196803012015030001")

    assert [found.severity for found in old] == [Severity.WARNS]
    assert parse_nip("196803012015030001").appointed_year == 2015
    with pytest.raises(IdentityNumberError, match="sebelum umur 18 tahun") as refused:
        parse_nip("199001012007120001")
    assert [found.code for found in refused.value.findings] == ["nip-tmt-sebelum-18-tahun"]


def test_a_difference_from_the_persons_record_warns_and_never_refuses():
    nip = parse_nip(BORN_2090 + "1001")

    found = compare_with_person(nip, birth_date=date(2091, 1, 1), sex=Sex.FEMALE)

    assert [(each.code, each.severity) for each in found] == [
        ("nip-tanggal-lahir-berbeda", Severity.WARNS),
        ("nip-jenis-kelamin-berbeda", Severity.WARNS),
    ]
    assert compare_with_person(nip, birth_date=date(2090, 1, 1), sex=Sex.MALE) == ()
    assert compare_with_person(nip, birth_date=date(2090, 1, 1), sex=None) == ()


def test_a_specimens_sex_is_compared_with_nothing():
    assert compare_with_person(Nip(SPECIMEN), birth_date=date(1990, 1, 1), sex=Sex.MALE) == ()


@given(
    BIRTHS, st.integers(19, 34), st.integers(1, 12), st.sampled_from("012"), st.integers(1, 999)
)
def test_a_well_made_number_is_read_back(born, age, month, sex, serial):
    digits = f"{born:%Y%m%d}{born.year + age}{month:02}{sex}{serial:03}"

    nip = parse_nip(digits)

    assert check_nip(digits) == ()
    assert parse_nip(nip.grouped) == nip
    assert nip.birth_date == born
    assert nip.is_specimen == (sex == "0")


@given(st.text(max_size=25))
def test_any_text_is_either_read_or_refused_with_a_sentence(text):
    findings = check_nip(text)

    assert all(found.message.endswith(".") for found in findings)
    if any(found.severity is Severity.REFUSES for found in findings):
        with pytest.raises(IdentityNumberError):
            parse_nip(text)
    else:
        assert parse_nip(text).grouped
