from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.day import (
    DayTextError,
    find_month,
    format_day,
    format_day_long,
    format_period,
    parse_day,
)
from pamong.kernel.period import Period

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "18/3/2019",
        "18-03-2019",
        "18.3.2019",
        "18 Mar 2019",
        "18 mar. 2019",
        "18-Mar-2019",
        "18 MARET 2019",
        "2019-03-18",
        "Senin, 18 Maret 2019",
        "Senin 18/3/2019",
        "  18  Maret   2019 ",
    ],
)
def test_every_usual_form_is_read(text):
    assert parse_day(text) == date(2019, 3, 18)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("18/3/19", "tahun 1919 atau 2019"),
        ("18 Mar 19", "tahun 1919 atau 2019"),
        ("18/3/219", "empat angka"),
        ("31/2/2019", "tidak ada dalam kalender"),
        ("18/13/2019", "tidak ada dalam kalender"),
        ("18 Foo 2019", 'bulan "Foo"'),
        ("18 Ma 2019", 'bulan "Ma"'),
        ("Selasa, 18 Maret 2019", "hari Senin"),
        ("Besok, 18 Maret 2019", "hari Senin"),
        ("kemarin", "18/3/2019"),
        ("18/3-2019", "18/3/2019"),
        ("", "18/3/2019"),
    ],
)
def test_what_is_not_certain_is_refused_and_the_sentence_says_why(text, sentence):
    with pytest.raises(DayTextError, match=sentence):
        parse_day(text)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Pebruari", 2),
        ("Agt", 8),
        ("Agust.", 8),
        ("Nop", 11),
        ("des", 12),
        ("Ju", None),
        ("", None),
    ],
)
def test_months_go_by_old_spellings_and_abbreviations(word, month):
    assert find_month(word) == month


@given(DAYS)
def test_what_is_written_is_read_back(day):
    assert parse_day(format_day(day)) == parse_day(format_day_long(day)) == day


def test_friday_is_read_with_and_without_its_apostrophe():
    assert parse_day("Jum'at, 1/10/2021") == parse_day("Jumat, 1 Oktober 2021")


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        (date(2020, 9, 26), date(2020, 12, 5), "26 September–5 Desember 2020"),
        (date(2019, 6, 3), date(2019, 6, 7), "3–7 Juni 2019"),
        (date(2018, 4, 10), date(2019, 2, 12), "10 April 2018–12 Februari 2019"),
        (date(2019, 3, 18), date(2019, 3, 18), "18 Maret 2019"),
        (date(2019, 2, 13), None, "sejak 13 Februari 2019"),
    ],
)
def test_a_period_is_written_with_its_last_day(first, last, written):
    assert format_period(Period.inclusive(first, last)) == written
