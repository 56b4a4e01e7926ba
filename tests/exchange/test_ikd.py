"""The indicators of data quality: each broken, kept, or not to be told; scores by unit."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from pamong.exchange.ikd import INDICATORS, Dimension, PersonFacts, Scores, broken_by
from pamong.exchange.ikd.indicators import WEIGHTS

ON = date(2026, 10, 30)
GOOD = PersonFacts(
    person=1,
    unit=7,
    status="pns",
    nip="190502031927011001",
    born_on=date(1905, 2, 3),
    sex="l",
    cpns_on=date(1927, 1, 1),
    pns_on=date(1928, 1, 1),
    post="Arsiparis",
    post_kind="fungsional",
    post_since=date(1930, 1, 1),
    education="S-1/Sarjana",
    title="S.E.",
    has_degree=True,
    email="contoh@daerah.go.id",
    phone="081234567890",
    appraised_this_year=True,
    unit_is_active=True,
    functional_name_in_general_post=False,
    functional_without_appointment=False,
    structural_posts=0,
    is_active=True,
    pension_on=date(2030, 1, 1),
    is_on_unpaid_leave=False,
    secondment_kind_fits=True,
    nik_is_verified=True,
    education_suffices_for_echelon=True,
    education_suffices_for_function=True,
    rank_suffices_for_leader=True,
)
PPPK = replace(
    GOOD, status="pppk", nip="190502032021211001", cpns_on=None, pns_on=None,
    contract_from=date(2021, 3, 1), pppk_status_fits=True,
)  # fmt: skip
CPNS = replace(GOOD, status="cpns", pns_on=None)
BREACHES = {
    "COM-1": (GOOD, {"appraised_this_year": False}),
    "COM-2": (GOOD, {"post": ""}),
    "COM-3": (GOOD, {"education": ""}),
    "COM-4": (GOOD, {"pns_on": None}),
    "COM-5": (GOOD, {"title": ""}),
    "COM-6": (GOOD, {"email": "contoh@daerah"}),
    "COM-7": (GOOD, {"phone": ""}),
    "TIM-1": (GOOD, {"unit_is_active": False}),
    "TIM-2": (GOOD, {"functional_without_appointment": True}),
    "TIM-3": (CPNS, {}),
    "TIM-4": (GOOD, {"structural_posts": 2}),
    "TIM-5": (GOOD, {"pension_on": ON}),
    "TIM-6": (GOOD, {"is_on_unpaid_leave": True, "unpaid_leave_ends_before": ON}),
    "ACC-1": (GOOD, {"pns_on": date(1926, 12, 31)}),
    "ACC-2": (GOOD, {"secondment_kind_fits": False}),
    "ACC-3": (GOOD, {"post_kind": "struktural", "post_since": date(1928, 12, 31)}),
    "ACC-4": (PPPK, {"pppk_status_fits": False}),
    "ACC-5": (GOOD, {"nik_is_verified": False}),
    "ACC-6": (GOOD, {"education_suffices_for_echelon": False}),
    "ACC-7": (PPPK, {"contract_from": date(2022, 3, 1)}),
    "ACC-8": (GOOD, {"education_suffices_for_function": False}),
    "ACC-9": (GOOD, {"functional_name_in_general_post": True}),
    "ACC-10": (GOOD, {"rank_suffices_for_leader": False}),
    "CON-1": (GOOD, {"born_on": date(1905, 2, 4)}),
    "CON-2": (GOOD, {"cpns_on": date(1927, 2, 1)}),
    "CON-3": (GOOD, {"sex": "p"}),
    "CON-4": (GOOD, {"cpns_on": date(1926, 1, 1)}),
}
TOGETHER = {"ACC-7": {"CON-4"}, "CON-4": {"CON-2"}}
"""What one wrong day breaks besides."""


def codes(who):
    return {broken.indicator.code for broken in broken_by(who, ON)}


@pytest.mark.parametrize("who", [GOOD, PPPK], ids=["pns", "pppk"])
def test_a_record_in_order_breaks_nothing(who):
    assert codes(who) == set()


@pytest.mark.parametrize("code", INDICATORS)
def test_each_indicator_is_broken_by_what_it_looks_at(code):
    who, changes = BREACHES[code]

    assert codes(replace(who, **changes)) == {code} | TOGETHER.get(code, set())


def test_there_are_twenty_seven_in_four_dimensions():
    counts = dict.fromkeys(Dimension, 0)
    for indicator in INDICATORS.values():
        counts[indicator.dimension] += 1

    assert list(counts.values()) == [7, 6, 10, 4]
    assert sum(WEIGHTS.values()) == 1


def test_what_is_not_recorded_counts_neither_way():
    scores = Scores(ON)
    scores.see(GOOD)
    scores.see(replace(GOOD, nik_is_verified=None))
    scores.see(replace(GOOD, nik_is_verified=False))

    assert (scores.all.judged["ACC-5"], scores.all.broken["ACC-5"]) == (2, 1)


def test_a_day_before_the_limit_is_kept():
    eve = replace(GOOD, pension_on=date(2026, 10, 31))
    two_years = replace(GOOD, post_kind="struktural", post_since=date(1929, 1, 1))
    leaving = replace(GOOD, is_on_unpaid_leave=True, unpaid_leave_ends_before=date(2026, 10, 31))
    one_year = replace(
        CPNS, nip="190502032025102001", cpns_on=date(2025, 10, 30), sex="p",
    )  # fmt: skip

    assert [codes(who) for who in (eve, two_years, leaving)] == [set()] * 3
    assert "TIM-3" not in codes(one_year)
    assert "TIM-3" in codes(replace(one_year, cpns_on=date(2025, 10, 29)))


def test_the_index_weighs_the_dimensions_and_knows_each_unit():
    scores = Scores(ON)
    scores.see(GOOD)
    scores.see(replace(GOOD, person=2, unit=8, phone=""))

    assert scores.by_unit[7].index == Decimal("100.00")
    eight = scores.by_unit[8]
    assert eight.of(Dimension.COMPLETENESS) == Decimal("85.71")  # six of seven
    assert eight.index == Decimal("96.00")  # 100 - 0.28 * 14.29
    assert scores.all.index == Decimal("98.00")


def test_a_unit_of_nobody_has_no_index():
    assert Scores(ON).all.index is None
    assert Scores(ON).all.of(Dimension.ACCURACY) is None
