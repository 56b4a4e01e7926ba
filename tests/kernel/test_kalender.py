from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.kalender import (
    DayOff,
    DayOffKind,
    HolidayDecree,
    Kalender,
    WorkWeek,
    YearWithoutDecreeError,
    national_kalender,
)
from pamong.kernel.provenance import Confidence

YEARS = range(2018, 2027)
DAYS = st.dates(date(2019, 1, 1), date(2025, 12, 31))
WEEKS = st.sampled_from(WorkWeek)


def decree(*days, decided_on=None, removes=()):
    """Make a decree of the year 2030 that takes ``days`` off."""
    return HolidayDecree(
        year=2030,
        number="SKB 1/2029",
        decided_on=decided_on,
        source="rekaan",
        confidence=Confidence.CONFIRMED,
        sets=tuple(DayOff(day, "Hari rekaan", DayOffKind.LIBUR_NASIONAL) for day in days),
        removes=frozenset(removes),
    )


@pytest.mark.parametrize(
    ("second_day_of_eid", "first_workday"),
    [
        (date(2018, 6, 16), date(2018, 6, 21)),
        (date(2019, 6, 6), date(2019, 6, 10)),
        (date(2021, 5, 14), date(2021, 5, 17)),
        (date(2022, 5, 3), date(2022, 5, 9)),
        (date(2023, 4, 23), date(2023, 4, 26)),
        (date(2024, 4, 11), date(2024, 4, 16)),
        (date(2025, 4, 1), date(2025, 4, 8)),
    ],
)
def test_the_first_workday_after_eid_is_the_one_reported(second_day_of_eid, first_workday):
    assert national_kalender().first_working_day_after(second_day_of_eid) == first_workday


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2024, 4, 9), "Cuti bersama Hari Raya Idulfitri"),
        (date(2024, 4, 10), "Hari Raya Idulfitri"),
        (date(2019, 4, 17), "Hari Pemilihan Umum"),
        (date(2020, 12, 9), "Hari Pemilihan Kepala Daerah"),
        (date(2022, 7, 9), "Hari Raya Iduladha"),
        (date(2019, 3, 16), "Sabtu"),
        (date(2019, 3, 17), "Minggu"),
        (date(2019, 3, 18), None),
    ],
)
def test_a_day_off_is_named(day, reason):
    assert national_kalender().why_not(day) == reason


def test_saturday_is_worked_in_a_six_day_week_and_sunday_never():
    kalender = national_kalender()

    assert not kalender.is_working_day(date(2019, 3, 16))
    assert kalender.is_working_day(date(2019, 3, 16), WorkWeek.SIX)
    assert not kalender.is_working_day(date(2019, 3, 17), WorkWeek.SIX)
    assert not kalender.is_working_day(date(2019, 8, 17), WorkWeek.SIX)


@pytest.mark.parametrize("year", [2017, 2027])
def test_a_year_without_a_decree_is_refused_even_on_a_sunday(year):
    sunday = next(day for day in (date(year, 1, n) for n in range(1, 8)) if day.weekday() == 6)

    with pytest.raises(YearWithoutDecreeError, match=f"tahun {year}"):
        national_kalender().is_working_day(sunday)


def test_a_count_that_runs_into_a_year_without_a_decree_is_refused():
    with pytest.raises(YearWithoutDecreeError, match="tahun 2027"):
        national_kalender().add_working_days(date(2026, 12, 30), 10)


def test_a_revision_counts_from_the_day_when_it_was_decided():
    kalender = national_kalender()
    removed = date(2020, 12, 28)

    assert not kalender.is_working_day(removed, known_on=date(2020, 11, 30))
    assert kalender.is_working_day(removed, known_on=date(2020, 12, 1))
    assert kalender.is_working_day(removed)
    assert kalender.why_not(date(2020, 5, 26), known_on=date(2020, 4, 8)) is not None
    assert kalender.why_not(date(2020, 5, 26), known_on=date(2020, 4, 9)) is None


def test_a_year_is_refused_before_its_first_decree_is_decided():
    with pytest.raises(YearWithoutDecreeError, match="ditetapkan pada 1 Januari 2023"):
        national_kalender().is_working_day(date(2024, 1, 2), known_on=date(2023, 1, 1))


def test_a_calendar_is_made_of_the_decrees_given():
    local = decree(date(2030, 1, 2))
    moved = decree(date(2030, 1, 3), decided_on=date(2029, 6, 1), removes=[date(2030, 1, 2)])
    kalender = Kalender((local, moved))

    assert list(kalender.days_off(2030)) == [date(2030, 1, 3)]
    assert list(kalender.days_off(2030, known_on=date(2029, 5, 31))) == [date(2030, 1, 2)]


def test_counting_leaves_out_the_first_day_and_takes_in_the_last():
    kalender = national_kalender()

    assert kalender.working_days_between(date(2019, 3, 15), date(2019, 3, 18)) == 1
    assert kalender.working_days_between(date(2019, 3, 18), date(2019, 3, 18)) == 0
    assert kalender.working_days_between(date(2019, 3, 18), date(2019, 3, 15)) == -1
    assert kalender.add_working_days(date(2019, 3, 15), 1) == date(2019, 3, 18)
    assert kalender.add_working_days(date(2019, 3, 18), -1) == date(2019, 3, 15)
    assert kalender.add_working_days(date(2019, 3, 16), 0) == date(2019, 3, 16)


@given(DAYS, st.integers(-100, 100), WEEKS)
def test_counting_undoes_adding(day, count, week):
    kalender = national_kalender()

    reached = kalender.add_working_days(day, count, week)

    assert kalender.working_days_between(day, reached, week) == count
    assert count == 0 or kalender.is_working_day(reached, week)


@given(st.lists(DAYS, min_size=3, max_size=3).map(sorted), WEEKS)
def test_counts_of_two_parts_add_up(days, week):
    count = national_kalender().working_days_between
    first, second, third = days

    assert count(first, second, week) + count(second, third, week) == count(first, third, week)


@given(DAYS, WEEKS)
def test_a_working_day_is_exactly_one_that_nothing_speaks_against(day, week):
    kalender = national_kalender()

    assert kalender.is_working_day(day, week) == (kalender.why_not(day, week) is None)
    assert kalender.next_working_day(day, week) == kalender.first_working_day_after(
        day - timedelta(days=1), week
    )


@pytest.mark.parametrize("year", YEARS)
def test_every_year_names_its_decrees_their_sources_and_days_of_its_own(year):
    kalender = national_kalender()
    decrees = [decree for decree in kalender.decrees if decree.year == year]

    assert all(decree.number and decree.source for decree in decrees)
    assert all(decree.decided_on is not None for decree in decrees[1:])
    assert {off.day.year for decree in decrees for off in decree.sets} == {year}
    assert date(year, 8, 17) in kalender.days_off(year)


@pytest.mark.parametrize("year", YEARS)
def test_a_decree_changes_only_what_stands_before_it(year):
    standing = set()
    decided = date.min

    for decree in (decree for decree in national_kalender().decrees if decree.year == year):
        assert decree.removes <= standing
        standing -= decree.removes
        assert not standing & {off.day for off in decree.sets}
        standing |= {off.day for off in decree.sets}
        assert decided <= (decree.decided_on or decided)
        decided = decree.decided_on or decided
