"""The salary tables: their sums, their order, and what a person reads in them."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pamong import law
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK

PNS, PPPK = law.rule("gaji-pokok-pns"), law.rule("gaji-pokok-pppk")
ROOMS = [str(each) for each in GOLONGAN_PNS]
GOLONGAN = [str(each) for each in GOLONGAN_PPPK]
DAY = date(2024, 6, 1)

#: How many cells a column has and their sum, counted by hand from the tables of 2024.
PNS_SUMS = {
    "I/a": (14, 29095500),
    "I/b": (13, 29018800),
    "I/c": (13, 30246700),
    "I/d": (13, 31525900),
    "II/a": (18, 51074000),
    "II/b": (16, 48645500),
    "II/c": (16, 50703500),
    "II/d": (16, 52848200),
    "III/a": (17, 61393800),
    "III/b": (17, 63990900),
    "III/c": (17, 66697400),
    "III/d": (17, 69518700),
    "IV/a": (17, 72459500),
    "IV/b": (17, 75524500),
    "IV/c": (17, 78719200),
    "IV/d": (17, 82049000),
    "IV/e": (17, 85519600),
}
PPPK_SUMS = {
    "I": (14, 33459200),
    "II": (13, 33371300),
    "III": (13, 34783100),
    "IV": (13, 36254400),
    "V": (18, 58734100),
    "VI": (16, 55942100),
    "VII": (16, 58308400),
    "VIII": (16, 60774600),
    "IX": (17, 70602100),
    "X": (17, 73588700),
    "XI": (17, 76701400),
    "XII": (17, 79945900),
    "XIII": (17, 83327600),
    "XIV": (17, 86852100),
    "XV": (17, 90526200),
    "XVI": (17, 94355400),
    "XVII": (17, 98346800),
}
TABLES = pytest.mark.parametrize(
    ("rule", "key", "ladder", "sums"),
    [
        pytest.param(PNS, "golongan_ruang", ROOMS, PNS_SUMS, id="pns"),
        pytest.param(PPPK, "golongan", GOLONGAN, PPPK_SUMS, id="pppk"),
    ],
)
YEARS = st.integers(0, 45)


def column(rule, key, value, name="gaji_2024"):
    return [row for row in rule.lists[name].rows if row[key] == value]


def salary(rule, years, **facts):
    facts = {"masa_kerja_golongan": years} | facts
    judgement = law.judge_case(rule, facts, as_of=DAY)
    return {each.step.name: each.value for each in judgement.steps}


@TABLES
def test_every_column_has_as_many_cells_and_the_sum_that_the_table_has(rule, key, ladder, sums):
    cells = {value: [row["rupiah"] for row in column(rule, key, value)] for value in ladder}

    assert {value: (len(own), sum(own)) for value, own in cells.items()} == sums
    assert sum(map(len, cells.values())) == len(rule.lists["gaji_2024"].rows)


@TABLES
def test_a_row_holds_until_the_next_one_and_the_last_without_end(rule, key, ladder, sums):
    for value in ladder:
        rows = column(rule, key, value)
        for row, later in pairwise(rows):
            assert row["sampai_mkg"] == later["mkg"] - 1
        assert rows[-1]["sampai_mkg"] is None


@TABLES
def test_rows_lie_two_years_apart_but_for_a_first_year(rule, key, ladder, sums):
    for value in ladder:
        steps = [later["mkg"] - row["mkg"] for row, later in pairwise(column(rule, key, value))]
        assert set(steps[1:]) == {2}
        assert steps[0] == (1 if value in ("II/a", "V") else 2)


@TABLES
def test_more_years_never_pay_less(rule, key, ladder, sums):
    for value in ladder:
        amounts = [row["rupiah"] for row in column(rule, key, value)]
        assert amounts == sorted(set(amounts))


@TABLES
def test_a_higher_rank_never_pays_less_on_the_same_line(rule, key, ladder, sums):
    for lower, higher in pairwise(ladder):
        below = {row["mkg"]: row["rupiah"] for row in column(rule, key, lower)}
        above = {row["mkg"]: row["rupiah"] for row in column(rule, key, higher)}
        for years in below.keys() & above.keys():
            assert below[years] < above[years]


@pytest.mark.parametrize(
    ("rule", "key", "earlier"),
    [(PNS, "golongan_ruang", "gaji_2019"), (PPPK, "golongan", "gaji_2020")],
    ids=["pns", "pppk"],
)
def test_what_was_seen_of_the_table_before_is_eight_per_cent_lower_in_the_same_row(
    rule, key, earlier
):
    """Both tables rose by about 8 per cent; a wrong figure or a wrong line would stand out."""
    for row in rule.lists[earlier].rows:
        (now,) = [each for each in column(rule, key, row[key]) if each["mkg"] == row["mkg"]]
        assert now["sampai_mkg"] == row["sampai_mkg"]
        assert abs(now["rupiah"] * 100 - row["rupiah"] * 108) < row["rupiah"] // 50


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ROOMS), YEARS, st.integers(0, 20))
def test_whoever_serves_longer_never_gets_less(room, years, more):
    now = salary(PNS, years, golongan_ruang=room, status="pns")["gaji_dibayar"]
    later = salary(PNS, years + more, golongan_ruang=room, status="pns")["gaji_dibayar"]

    assert now is None or now <= later


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(ROOMS), YEARS)
def test_on_probation_one_never_gets_more_than_four_fifths(room, years):
    full = salary(PNS, years, golongan_ruang=room, status="pns")["gaji_dibayar"]
    part = salary(PNS, years, golongan_ruang=room, status="cpns")["gaji_dibayar"]

    assert (full is None) is (part is None)
    assert full is None or part * 5 <= full * 4


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(GOLONGAN), YEARS)
def test_whoever_is_paid_by_the_table_is_found_to_be(golongan, years):
    told = salary(PPPK, years, golongan=golongan)
    if told["gaji_pokok"] is None:
        assert years < told["baris_pertama"]
        return
    facts = {
        "golongan": golongan,
        "masa_kerja_golongan": years,
        "gaji_tercatat": told["gaji_pokok"],
    }

    assert law.judge_case(PPPK, facts, as_of=DAY).breach is False


def test_the_rank_names_are_those_of_the_ladder():
    rows = law.rule("pangkat-golongan").lists["pangkat"].rows

    assert [(row["golongan_ruang"], row["pangkat"]) for row in rows] == [
        (str(each), each.pangkat) for each in GOLONGAN_PNS
    ]
    assert [row["urutan"] for row in rows] == list(range(1, len(rows) + 1))
