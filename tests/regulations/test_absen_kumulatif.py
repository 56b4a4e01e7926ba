"""The absence ladder: its order, its population, and what it does not know."""

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import absences, absent, employee, judged, loaded_since, tables

from pamong import law
from pamong.kernel.kalender import national_kalender

RULE = law.rule("disiplin-absen-kumulatif")
ORDER = list(RULE.outcomes)
YEARS = st.sampled_from([2019, 2021, 2025])


def working_days(year):
    calendar = national_kalender()
    days = (date(year, 1, 1) + timedelta(offset) for offset in range(365))
    return [day for day in days if calendar.is_working_day(day)]


def severity(judgement):
    """The place of the outcome on the ladder of its version; the TOML lists them in order."""
    return ORDER.index(judgement.outcome.id)


@settings(max_examples=25)
@given(YEARS, st.integers(0, 50), st.integers(0, 30), st.randoms(use_true_random=False))
def test_more_absence_never_leads_to_a_lighter_penalty(year, count, extra, random):
    days = random.sample(working_days(year), count + extra)
    lighter = absent(days[:count], as_of=date(year, 12, 31))
    heavier = absent(days, as_of=date(year, 12, 31))

    assert severity(lighter) <= severity(heavier)


@settings(max_examples=25)
@given(YEARS, st.sets(st.integers(0, 364), max_size=60))
def test_the_ladder_counts_as_one_does_by_hand(year, offsets):
    days = [date(year, 1, 1) + timedelta(offset) for offset in sorted(offsets)]
    judgement = absent(days, as_of=date(year, 12, 31))
    counted = [day for day in days if day in working_days(year)]
    rungs = [rung for rung in judgement.version.values["rungs"] if rung["days"] <= len(counted)]

    assert {each.step.name: each.value for each in judgement.steps}["hari_absen"] == len(counted)
    if rungs and year != 2021:
        assert judgement.since == counted[rungs[-1]["days"] - 1]
    if not rungs:
        assert judgement.since is None


@settings(max_examples=8)
@given(st.sets(st.integers(0, 364), max_size=40), st.integers(0, 364))
def test_a_later_day_never_finds_a_rung_earlier(offsets, until):
    days = [date(2025, 1, 1) + timedelta(offset) for offset in offsets]
    asked = date(2025, 1, 1) + timedelta(until)
    then, later = absent(days, as_of=asked), absent(days, as_of=date(2025, 12, 31))

    assert severity(then) <= severity(later)
    if then.breach and then.outcome == later.outcome:
        assert then.since == later.since


@pytest.mark.parametrize(("loaded", "breach"), [(True, False), (False, None)])
def test_no_row_means_no_absence_only_where_attendance_is_loaded(loaded, breach):
    facts = {"presensi_cakupan": [loaded_since()] if loaded else []}

    assert absent([], as_of=date(2025, 12, 31), **facts).breach is breach


def test_what_is_not_loaded_is_said_with_the_last_day_that_is():
    coverage = [loaded_since() | {"ends_before": "2025-11-01"}]
    judgement = absent([], as_of=date(2025, 12, 31), presensi_cakupan=coverage)

    assert "Presensi unit ini baru dimuat lengkap sampai dengan 31 Oktober 2025." in (
        judgement.sentences
    )


def test_the_province_is_judged_in_one_pass_and_each_as_if_alone():
    people, days = 10_000, 20
    random = np.random.default_rng(1)
    start = np.datetime64("2025-01-01")
    chosen = np.argsort(random.random((people, 365)), axis=1)[:, :days]
    given = tables(RULE.id, {"presensi_cakupan": [loaded_since()]})
    given["pegawai"] = pa.Table.from_pylist(
        [employee(number) for number in range(1, people + 1)], given["pegawai"].schema
    )
    given["presensi"] = pa.table(
        {
            "pegawai_id": np.repeat(np.arange(1, people + 1), days),
            "hari": pa.array(start + chosen.ravel().astype("timedelta64[D]"), pa.date32()),
            "alasan_sah": random.random(people * days) < 0.5,
        }
    )
    judgements = law.judge(RULE, given, as_of=date(2025, 12, 31))

    assert len(judgements) == people
    assert judgements.table["breach"].null_count == 0
    for number in (1, 5000, 10_000):
        alone = law.judge(RULE, given, as_of=date(2025, 12, 31), subjects=[number])
        assert alone.of(number) == judgements.of(number)


def test_each_unit_stands_for_itself():
    facts = {
        "pegawai": [employee(1, unit_id=7), employee(2, unit_id=8), employee(3, unit_id=None)],
        "presensi": absences(1, [date(2025, 7, 1)]),
        "presensi_cakupan": [loaded_since() | {"unit_id": 7}],
    }
    breaches = [each.breach for each in judged(RULE.id, date(2025, 12, 31), **facts)]

    assert breaches == [False, None, None]
