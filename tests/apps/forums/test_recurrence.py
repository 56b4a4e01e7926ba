"""Rules of recurrence: read, told, and reckoned forward."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.apps.forums.models import Every, ForumKind
from pamong.apps.forums.recurrence import Rule, fits, kind_of, name_for, next_day, read_rule


@pytest.mark.parametrize(
    ("text", "told", "name"),
    [
        ("tiap hari Senin", "setiap Senin", "Apel Senin"),
        ("tiap bulan", "setiap bulan", "Apel bulanan"),
        ("Senin pertama tiap bulan", "setiap Senin pertama dalam bulan", "Apel Senin pertama"),
        ("pada tahun mendatang", "setiap tahun", "Apel tahunan"),
        ("setiap pekan", "setiap minggu", "Apel mingguan"),
        ("setiap minggu", "setiap minggu", "Apel mingguan"),
    ],
)
def test_a_rule_is_read_and_told(text, told, name):
    rule = read_rule(text)

    assert rule.told() == told
    assert name_for(ForumKind.APEL, rule) == name


def test_what_says_no_rhythm_is_no_rule():
    assert read_rule("sewaktu-waktu") is None
    assert kind_of("laporan") is None
    assert kind_of("Rapat Koordinasi BKD") is ForumKind.RAKOR


def test_hosts_rotate_where_the_next_place_is_another_kabupaten():
    assert read_rule("tahun mendatang", around="di kabupaten/kota lainnya").rotates_host
    assert not read_rule("tahun mendatang", around="di aula yang sama").rotates_host


RULES = st.one_of(
    st.builds(Rule, st.just(Every.MINGGU), st.integers(0, 6)),
    st.builds(Rule, st.just(Every.BULAN), st.integers(0, 6), st.integers(1, 5)),
)


@given(RULES, st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_the_next_day_fits_and_none_between_does(rule, after):
    following = next_day(rule, after=after)

    assert following > after
    assert fits(rule, following)
    between = [after + timedelta(days=n) for n in range(1, (following - after).days)]
    assert not any(fits(rule, day) for day in between)


def test_a_rule_that_names_no_day_has_no_next_one():
    assert next_day(Rule(Every.TAHUN), after=date(2019, 4, 9)) is None
    assert fits(Rule(Every.TAHUN), date(2019, 4, 9))
