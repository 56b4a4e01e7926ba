"""What a cell becomes, for every kind of column: a value, or a doubt by its code."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.conftest import NIP, ON

from pamong.exchange.fields import FIELD_KINDS, Standpoint, field_reader

NIK = "3201010101900001"
CASES = [
    ("text", " Contoh\xa0Rekaan ", "Contoh Rekaan"),
    ("text", "'0123", "0123"),
    ("text", 2019.0, "2019"),
    ("text", 1.9901e17, "nomor-rusak-excel"),
    ("text", "1,99E+17", "nomor-rusak-excel"),
    ("text", "Kabupat\u00c3\u00a9n", "teks-rusak"),
    ("text", "Conto\ufffd", "teks-rusak"),
    ("text", "Dévi Ândi", "Dévi Ândi"),
    ("nip", f"'{NIP}", NIP),
    ("nip", "19050203 192701 1 001", NIP),
    ("nip", 1.90001011920011e17, "nip-rusak-excel"),
    ("nip", "1,90001E+17", "nip-rusak-excel"),
    ("nip", NIP[:-1], "nip-18-angka"),
    ("nip", NIP + "1", "nip-18-angka"),
    ("nip", NIP.replace("0", "O"), "nip-18-angka"),
    ("nip", "130123456", "nip-lama"),
    ("nip", "190013011920011001", "nip-tanggal-lahir"),
    ("nip", "190001011920001001", "nip-bulan-tmt"),
    ("nip", "190001011920015001", "nip-jenis-kelamin"),
    ("nip", "190001011920011000", "nip-nomor-urut"),
    ("nip", "190001011910011001", "nip-tmt-sebelum-18-tahun"),
    ("nip", "190001011920010001", "nomor-rekaan"),
    ("nip", "-", None),
    ("nik", NIK, NIK),
    ("nik", 3.20101010190000e15, "nik-rusak-excel"),
    ("nik", NIK[:-1], "nik-16-angka"),
    ("nik", "3201013201900001", "nik-tanggal-lahir"),
    ("nik", "3201010101900000", "nik-nomor-urut"),
    ("nik", "0001010101900001", "nomor-rekaan"),
    ("day", date(2019, 3, 18), date(2019, 3, 18)),
    ("day", datetime(2019, 3, 18, 7, 0), date(2019, 3, 18)),
    ("day", 43542.0, date(2019, 3, 18)),
    ("day", "18/3/2019", date(2019, 3, 18)),
    ("day", "18-03-2019", date(2019, 3, 18)),
    ("day", "18 Mar 2019", date(2019, 3, 18)),
    ("day", "18 Nopember 2019", date(2019, 11, 18)),
    ("day", "2019-03-18T00:00:00", date(2019, 3, 18)),
    ("day", "18-03-2019 00:00:00", date(2019, 3, 18)),
    ("day", "-", None),
    ("day", "NULL", None),
    ("day", "18-03-19", "hari-dua-angka"),
    ("day", "18 Mar 19", "hari-dua-angka"),
    ("day", "31/02/2019", "hari-tidak-ada"),
    ("day", "3/18/2019", "hari-tidak-ada"),
    ("day", "Maret 2019", "hari-bentuk"),
    ("day", "43542", "hari-serial"),
    ("day", 43542.5, "hari-bentuk"),
    ("day", time(7, 30), "hari-bentuk"),
    ("day", True, "hari-bentuk"),
    ("day", "00-00-0000", "hari-terlalu-lama"),
    ("day", "01-01-1900", "hari-terlalu-lama"),
    ("day", 0.0, "hari-terlalu-lama"),
    ("number", "1.234,5", Decimal("1234.5")),
    ("number", "12.5", Decimal("12.5")),
    ("number", 12.5, Decimal("12.5")),
    ("number", 100.0, Decimal(100)),
    ("number", "100.000", "angka-titik"),
    ("number", "1,234,567", "angka-bentuk"),
    ("number", "dua belas", "angka-bentuk"),
    ("number", True, "angka-bentuk"),
    ("whole", "20", 20),
    ("whole", "2,5", "angka-bentuk"),
    ("whole", -1.0, "angka-di-luar-batas"),
    ("years", "61", "angka-di-luar-batas"),
    ("rupiah", "Rp 3.154.400,-", 3154400),
    ("rupiah", "3.154.400", 3154400),
    ("rupiah", 3154400.0, 3154400),
    ("rupiah", "3154400.50", "angka-bentuk"),
    ("rupiah", "Rp tiga juta", "angka-bentuk"),
    ("rupiah", "-5", "angka-di-luar-batas"),
    ("months", "11", 11),
    ("months", 12.0, "masa-kerja-bulan"),
    ("month", "13", "angka-di-luar-batas"),
    ("year", 2019.0, 2019),
    ("year", "19", "tahun-tidak-mungkin"),
    ("year", "2027", "tahun-tidak-mungkin"),
    ("year", 2019.5, "tahun-tidak-mungkin"),
    ("flag", "Ya", True),
    ("flag", "0", False),
    ("flag", True, True),
    ("flag", "mungkin", "ya-atau-tidak"),
    ("sex", "Laki-laki", "l"),
    ("sex", "F", "p"),
    ("sex", "X", "jenis-kelamin"),
    ("golongan", "iii.d", "III/d"),
    ("golongan", "Penata Tk. I (III/d)", "III/d"),
    ("golongan", "9", "IX"),
    ("golongan", "V/a", "golongan-tidak-dikenal"),
    ("golongan", "III/a - III/b", "golongan-tidak-dikenal"),
    ("email", "contoh@daerah.go.id", "contoh@daerah.go.id"),
    ("email", "contoh@daerah", "surel-bentuk"),
    ("email", "a@b.id; c@d.id", "surel-bentuk"),
    ("phone", "0812-3456-7890", "081234567890"),
    ("phone", "+62 812 3456 7890", "+6281234567890"),
    ("phone", 81234567890.0, "telepon-bentuk"),
    ("name", "Contoh Rekaan", "Contoh Rekaan"),
    ("name", "Ja'far  Contoh", "Ja'far Contoh"),
    ("name", "C0ntoh", "nama-bentuk"),
    ("name", "123", "nama-bentuk"),
    ("nip_lama", "010123456", "010123456"),
]


def read(kind, cell, **more):
    return field_reader(kind, "kolom", Standpoint(ON, **more), codes="kedudukan_hukum")(cell)


@pytest.mark.parametrize(("kind", "cell", "expected"), CASES)
def test_a_cell_becomes_a_value_or_a_doubt(kind, cell, expected):
    value, troubles = read(kind, cell)

    told = troubles[0].code if troubles and value is None else value
    assert told == expected
    assert type(told) is type(expected)


def test_every_kind_of_column_has_a_case():
    assert {kind for kind, _, _ in CASES} | {"code"} == FIELD_KINDS


def test_a_day_to_come_is_read_and_told():
    value, troubles = read("day", "01-01-2027")

    assert value == date(2027, 1, 1)
    assert [trouble.code for trouble in troubles] == ["hari-mendatang"]


def test_a_day_that_may_be_ahead_is_no_doubt():
    reader = field_reader("day", "kolom", Standpoint(ON), may_be_ahead=True)

    assert reader("01-01-2027") == (date(2027, 1, 1), ())


def test_a_name_with_a_title_is_kept_as_it_stands():
    value, troubles = read("name", "Drs. Contoh Rekaan, M.Si.")

    assert value == "Drs. Contoh Rekaan, M.Si."
    assert troubles[0].told == {"titles": "Drs. M.Si."}


def test_an_old_age_at_the_appointment_is_asked_about():
    value, troubles = read("nip", "190001011940011001")

    assert value == "190001011940011001"
    assert troubles[0].code == "nip-usia"


def test_a_number_that_can_be_nobodys_is_taken_where_it_may_be():
    assert read("nip", "190001011920010001", takes_specimens=True)[1] == ()
    assert read("nik", "0001010101900001", takes_specimens=True)[1] == ()


@pytest.mark.parametrize(
    ("cell", "expected"), [("01", "01"), (1.0, "01"), ("1", None), ("Aktif", None)]
)
def test_a_code_is_one_of_its_list_and_a_typed_number_gets_its_zero_back(cell, expected):
    value, troubles = read("code", cell)

    assert value == expected
    assert bool(troubles) is (expected is None)


def test_the_name_of_a_code_stands_for_it_in_a_list_that_is_not_known_whole():
    read_status = field_reader("code", "status", Standpoint(ON), codes="status_pns")

    assert [read_status(cell)[0] for cell in ("P", "pns", "CPNS", "PPPK")] == [
        "P",
        "P",
        "C",
        "PPPK",
    ]


@given(
    st.one_of(
        st.text(), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.dates()
    )
)
def test_no_cell_stops_the_reading(cell):
    for kind in FIELD_KINDS:
        value, troubles = read(kind, cell)

        assert value is None or value != ""
        assert all(trouble.code for trouble in troubles)
