from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.number import NumberTextError, format_number, parse_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234,5", "1234.5"),
        ("1234,5", "1234.5"),
        ("0,05", "0.05"),
        ("-12.000", "-12000"),
        ("7", "7"),
    ],
)
def test_numbers_are_read_in_the_indonesian_form(text, number):
    assert parse_number(text) == Decimal(number)


@pytest.mark.parametrize("text", ["1.5", "1,234,567", "12.34,5", "1.2345", "", "satu", "1e3", "٣"])
def test_other_forms_are_refused(text):
    with pytest.raises(NumberTextError, match="koma sebagai pemisah desimal"):
        parse_number(text)


@given(st.decimals(-(10**9), 10**9, places=3))
def test_what_is_written_is_read_back(number):
    assert parse_number(format_number(number)) == number
    assert parse_number(format_number(number, places=3)) == number
