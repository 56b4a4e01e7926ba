from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.period import Period, PeriodError

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@st.composite
def periods(draw):
    start = draw(DAYS)
    length = draw(st.none() | st.integers(1, 4000))
    return Period(start, None if length is None else start + timedelta(days=length))


def test_the_first_day_counts_and_the_end_day_does_not():
    leave = Period(date(2020, 9, 26), date(2020, 12, 6))

    assert date(2020, 9, 26) in leave
    assert date(2020, 12, 5) in leave
    assert date(2020, 12, 6) not in leave
    assert date(2020, 9, 25) not in leave


def test_an_open_period_goes_on():
    tenure = Period(date(2019, 2, 13))

    assert date(2099, 1, 1) in tenure
    assert tenure.last_day is None
    assert tenure.days is None


@pytest.mark.parametrize("end", [date(2024, 1, 1), date(2023, 12, 31)])
def test_a_period_without_a_day_is_refused_with_a_sentence(end):
    with pytest.raises(PeriodError, match="berakhir sebelum sempat dimulai"):
        Period(date(2024, 1, 1), end)


def test_one_inclusive_day_is_a_period_of_one_day():
    assert Period.inclusive(date(2024, 1, 1), date(2024, 1, 1)).days == 1
    assert Period.inclusive(date(2024, 1, 1), None) == Period(date(2024, 1, 1))


def test_following_periods_do_not_overlap():
    first = Period(date(2018, 4, 10), date(2019, 2, 13))
    second = Period(date(2019, 2, 13))

    assert not first.overlaps(second)
    assert first.intersection(second) is None


@given(periods(), periods(), DAYS)
def test_a_day_lies_in_the_intersection_exactly_when_it_lies_in_both(one, other, day):
    shared = one.intersection(other)

    assert (day in one and day in other) == (shared is not None and day in shared)


@given(periods(), periods())
def test_overlap_is_mutual_and_means_a_shared_day(one, other):
    assert one.overlaps(other) == other.overlaps(one) == (one.intersection(other) is not None)


@given(periods(), periods())
def test_a_period_contains_another_exactly_when_they_share_the_whole_of_it(one, other):
    assert one.contains_period(other) == (one.intersection(other) == other)


@given(DAYS, st.integers(0, 4000))
def test_the_inclusive_last_day_comes_back(first_day, length):
    last_day = first_day + timedelta(days=length)

    period = Period.inclusive(first_day, last_day)

    assert period.last_day == last_day
    assert period.days == length + 1
