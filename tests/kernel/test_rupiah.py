import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.rupiah import RupiahTextError, format_rupiah, parse_rupiah


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Rp1.000.000", 1_000_000),
        ("Rp 1.000.000,00", 1_000_000),
        ("Rp. 1.000.000,-", 1_000_000),
        ("IDR 1000000", 1_000_000),
        ("1000000", 1_000_000),
        ("1,5 juta", 1_500_000),
        ("Rp500 ribu", 500_000),
        ("Rp 2,25 Miliar", 2_250_000_000),
        ("3 triliun", 3_000_000_000_000),
        ("1,234 juta", 1_234_000),
        ("-Rp2.500", -2_500),
        ("Rp0", 0),
    ],
)
def test_amounts_are_read_as_people_write_them(text, amount):
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("1,000", "pemisah ribuan atau desimal"),
        ("1.5 juta", "titik sebagai pemisah ribuan"),
        ("1,000,000", "titik sebagai pemisah ribuan"),
        ("1.00", "titik sebagai pemisah ribuan"),
        ("Rp1.000,50", "bukan rupiah bulat"),
        ("1,2345678 juta", "bukan rupiah bulat"),
        ("5 dolar", "tulis seperti"),
        ("Rp", "tulis seperti"),
        ("", "tulis seperti"),
    ],
)
def test_what_can_mean_two_amounts_or_none_is_refused(text, sentence):
    with pytest.raises(RupiahTextError, match=sentence):
        parse_rupiah(text)


@given(st.integers(-(10**15), 10**15))
def test_what_is_written_is_read_back(amount):
    assert parse_rupiah(format_rupiah(amount)) == amount
