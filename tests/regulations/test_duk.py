"""The order of the DUK: each measure counts only where those before it are equal."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.kernel.golongan import GOLONGAN_PNS, parse_golongan
from pamong.law.library import rule
from pamong.law.rule import BeforeFirstVersionError
from pamong.regulations.duk.ordering import (
    RULE,
    Apart,
    Measure,
    Seniority,
    apart,
    course_level,
    in_order,
    key_of,
    post_level,
    ties,
    version_on,
)

GINO = Seniority(
    golongan=parse_golongan("III/d"),
    golongan_on=date(1977, 10, 1),
    post=604,
    post_on=date(1978, 4, 1),
    service_months=175,
    course=3,
    course_on=date(1976, 5, 1),
    education=10,
    graduated_in=1962,
    born_on=date(1940, 1, 1),
)
HIGHER = {
    Measure.GOLONGAN: {"golongan": parse_golongan("IV/a")},
    Measure.GOLONGAN_ON: {"golongan_on": date(1977, 4, 1)},
    Measure.POST: {"post": 702},
    Measure.POST_ON: {"post_on": date(1978, 3, 31)},
    Measure.SERVICE: {"service_months": 176},
    Measure.COURSE: {"course": 4},
    Measure.COURSE_ON: {"course_on": date(1976, 4, 30)},
    Measure.EDUCATION: {"education": 12},
    Measure.GRADUATED: {"graduated_in": 1961},
    Measure.AGE: {"born_on": date(1939, 12, 31)},
}
days = st.dates(date(1975, 1, 1), date(1975, 1, 3))
seniorities = st.builds(
    Seniority,
    golongan=st.sampled_from(GOLONGAN_PNS[-3:]),
    golongan_on=days,
    post=st.none() | st.integers(600, 602),
    post_on=st.none() | days,
    service_months=st.none() | st.integers(0, 2),
    course=st.integers(0, 2),
    course_on=st.none() | days,
    education=st.none() | st.integers(0, 2),
    graduated_in=st.none() | st.integers(1970, 1971),
    born_on=st.none() | days,
)


@pytest.mark.parametrize("measure", Measure)
def test_who_is_higher_by_one_measure_alone_stands_first_and_it_is_named(measure):
    higher = replace(GINO, **HIGHER[measure])

    assert in_order([GINO, higher]) == [higher, GINO]
    assert apart(key_of(higher), key_of(GINO)) == Apart(measure)


@pytest.mark.parametrize("measure", list(Measure)[1:])
def test_a_measure_counts_only_where_those_before_it_are_equal(measure):
    before = list(Measure)[list(Measure).index(measure) - 1]
    by_the_later = replace(GINO, **HIGHER[measure])
    by_the_earlier = replace(GINO, **HIGHER[before])

    assert in_order([by_the_later, by_the_earlier])[0] is by_the_earlier


def test_the_example_of_the_circular_more_service_stands_before_less():
    husein = replace(GINO, service_months=153)

    assert in_order([husein, GINO]) == [GINO, husein]


def test_who_has_a_measure_on_record_stands_before_whom_it_is_not_of():
    without = replace(GINO, service_months=None)

    assert apart(key_of(GINO), key_of(without)) == Apart(Measure.SERVICE, is_unrecorded=True)


def test_two_alike_in_everything_are_a_tie():
    assert apart(key_of(GINO), key_of(replace(GINO))) is None
    assert ties([key_of(GINO), key_of(GINO)]) == [False, True]


def test_the_day_of_a_course_says_nothing_of_whom_no_course_is_on_record():
    one, other = (replace(GINO, course=0, course_on=day) for day in (None, date(1970, 1, 1)))

    assert apart(key_of(one), key_of(other)) is None


@given(st.lists(seniorities, max_size=8))
def test_the_order_is_total_and_stable(rows):
    ordered = in_order(rows)

    assert sorted(map(id, ordered)) == sorted(map(id, rows))
    assert in_order(ordered) == ordered
    for one, other in pairwise(ordered):
        assert key_of(one) <= key_of(other)
        if key_of(one) == key_of(other):
            assert [id(row) for row in rows].index(id(one)) < [id(row) for row in rows].index(
                id(other)
            )


@given(seniorities, seniorities)
def test_nobody_stands_both_before_and_behind_another(one, other):
    first, second = key_of(one), key_of(other)

    assert [first < second, second < first, apart(first, second) is None].count(True) == 1


@given(seniorities, seniorities)
def test_the_measure_that_is_named_is_the_first_in_which_two_differ(one, other):
    higher, lower = sorted((key_of(one), key_of(other)))
    told = apart(higher, lower)

    if told is not None:
        at = list(Measure).index(told.measure)
        assert higher[:at] == lower[:at]
        assert higher[at] < lower[at]


def test_the_law_names_the_measures_in_the_order_of_the_program():
    rows = rule(RULE).lists["ukuran"].rows

    assert [row["ukuran"] for row in rows] == list(Measure)
    assert [row["urut"] for row in rows] == list(range(1, len(Measure) + 1))


def test_since_7_april_2017_no_regulation_stands_behind_it():
    assert version_on(date(2017, 4, 7) - timedelta(days=1)).values["berdasar"] is True
    assert version_on(date(2017, 4, 7)).values["berdasar"] is False
    with pytest.raises(BeforeFirstVersionError):
        version_on(date(1980, 2, 10))


def test_an_unknown_post_has_no_level_and_an_echelon_orders_within_a_level():
    assert post_level("tidak_dikenal", "", "") is None
    assert post_level("jpt_pratama", "", "II.a") > post_level("jpt_pratama", "", "II.b")
    assert post_level("jpt_pratama", "", "II.b") > post_level("administrator", "", "III.a")
    assert post_level("fungsional", "ahli_madya", "") > post_level("fungsional", "ahli_muda", "")


@pytest.mark.parametrize(
    ("nama", "level"),
    [
        ("Pelatihan Kepemimpinan Nasional Tingkat II", 4),
        ("Diklatpim Tingkat III", 3),
        ("Pelatihan Kepemimpinan Pengawas", 2),
        ("Pelatihan Dasar CPNS", 1),
    ],
)
def test_the_level_of_a_course_is_read_from_its_name(nama, level):
    assert course_level(nama) == level
