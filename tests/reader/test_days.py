from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.day import WEEKDAYS, format_day_long
from pamong.reader.days import find_days


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Rabu malam (23/9) di pendopo", "Rabu, 23 September"),
        ("Rabu, (25/09/2024).", "Rabu, 25 September 2024"),
        ("Senin (18/3) pagi", "Senin, 18 Maret"),
        ("Selasa 8 April 2025", "Selasa, 8 April 2025"),
        ("Jum'at (1/10/2021)", "Jumat, 1 Oktober 2021"),
        ("Senin (29/8/16)", "Senin, 29 Agustus 2016"),
        ("13 Feb 2019", "13 Februari 2019"),
        ("5 Desember tahun 2020", "5 Desember 2020"),
        ("Sat. Dec 14th, 2019", "14 Desember 2019"),
        ("25 September", "25 September"),
        ("Senin (9/24)", "Senin, 24 September"),
    ],
)
def test_days_are_read_as_pages_write_them(text, written):
    (day,) = find_days(text)

    assert day.written == written


@pytest.mark.parametrize(
    "text", ["UU 5/2014", "pasal 3/4", "bus 12/7 berangkat", "31/2/2020", "1446 H", "pukul 07.30"]
)
def test_numbers_that_are_no_days_are_left_alone(text):
    assert find_days(text) == ()


def test_the_bracket_belongs_to_the_words_of_the_day():
    text = "Apel Selasa (9/4)."
    (day,) = find_days(text)

    assert text[slice(*day.span)] == "Selasa (9/4)"


@given(day=st.dates(date(2001, 1, 1), date(2040, 12, 31)))
def test_a_day_written_in_full_is_read_back_and_fits_its_weekday(day):
    (found,) = find_days(f"Rapat pada {format_day_long(day)} di aula")

    assert found.full == day
    assert found.misfit is None


@given(day=st.dates(date(2001, 1, 1), date(2030, 12, 31)))
def test_a_day_without_a_year_fits_its_own_year_and_only_years_with_that_weekday(day):
    (found,) = find_days(f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month})")

    years = list(found.years_that_fit(range(2001, 2031)))

    assert day.year in years
    assert all(found.in_year(year).weekday() == day.weekday() for year in years)


def test_a_weekday_that_does_not_fit_offers_the_days_nearby_that_do():
    (found,) = find_days("Selasa (15/1/2025)")

    assert found.misfit == (date(2025, 1, 15), 1)
    assert next(found.days_with_weekday_near()) == date(2025, 1, 14)


ENGLISH = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
MONTHS = [*enumerate((*ENGLISH, "October", "November", "December"), start=1)]


@pytest.mark.parametrize(
    ("written", "month"),
    [(f"{name} 7, 2022", number) for number, name in MONTHS]
    + [("7 Nopember 2022", 11), ("7 Pebruari 2022", 2), ("7 Agst 2022", 8)],
)
def test_every_spelling_of_a_month_that_is_taken_has_its_number(written, month):
    assert [day.full for day in find_days(f"pada {written} itu")] == [date(2022, month, 7)]


@pytest.mark.parametrize(
    "written",
    ["Senin-Selasa (12-13/8/2019)", "Senin-Selasa, 12-13 Agustus 2019", "12 dan 13 Agustus 2019"],
)
def test_of_a_stretch_of_days_the_first_counts(written):
    assert find_days(f"pada {written} itu")[0].full == date(2019, 8, 12)
