"""The retirement age: by hand, in order, and over a province."""

import time
from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import employee, judged, tables

from pamong import law

RULE = law.rule("bup-pns")
AS_OF = date(2026, 11, 25)
KINDS = ["pelaksana", "pengawas", "administrator", "jpt_pratama", "jpt_madya", "jpt_utama"]
BIRTHS = st.dates(date(1956, 1, 1), date(2000, 12, 31))


def post(starts_on, jenis="pelaksana", *, ends_before=None, number=1, **more):
    return {
        "riwayat_id": number,
        "pegawai_id": 1,
        "starts_on": starts_on,
        "ends_before": ends_before,
        "jenis": jenis,
        "nama": "Jabatan contoh",
    } | more


def judgement(born, *posts, as_of=AS_OF):
    facts = {"pegawai": [employee(1, lahir_on=born)], "riwayat_jabatan": posts}
    return judged(RULE.id, as_of, **facts).of(1)


def steps(judgement):
    return {each.step.name: each.value for each in judgement.steps}


def birthday(born, age):
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 2, 28)


@settings(max_examples=40, deadline=None)
@given(BIRTHS, st.sampled_from(KINDS))
def test_the_dates_are_those_that_one_counts_by_hand(born, kind):
    told = steps(judgement(born, post(born + timedelta(20 * 365), kind)))
    age = RULE.version("uu-20-2023").values["usia"][kind]
    reached = birthday(born, age)
    pension = date(reached.year + reached.month // 12, reached.month % 12 + 1, 1)

    assert (told["bup"], told["mencapai_on"], told["pensiun_on"]) == (age, reached, pension)


@settings(max_examples=30, deadline=None)
@given(BIRTHS, st.integers(1, 3000), st.sampled_from(KINDS))
def test_who_is_younger_never_retires_earlier_from_the_same_post(born, days, kind):
    older = steps(judgement(born, post(date(1980, 1, 1), kind)))
    younger = steps(judgement(born + timedelta(days), post(date(1980, 1, 1), kind)))

    assert older["pensiun_on"] <= younger["pensiun_on"]


@settings(max_examples=30, deadline=None)
@given(BIRTHS, st.dates(date(1995, 1, 1), AS_OF))
def test_a_promotion_to_jpt_helps_until_the_age_of_the_former_post_is_reached(born, promoted):
    before = post(date(1980, 1, 1), "administrator", ends_before=promoted)
    told = steps(judgement(born, before, post(promoted, "jpt_pratama", number=2)))

    assert told["bup"] == (60 if promoted <= birthday(born, 58) else 58)


@pytest.mark.parametrize("offset", [-40, -1, 0, 1, 40])
def test_once_found_a_breach_stays_with_the_same_first_day(offset):
    pension = date(2026, 6, 1)
    found = judgement(date(1968, 5, 10), post("2000-01-01"), as_of=pension + timedelta(offset))

    assert found.breach is (offset >= 0)
    assert found.since == (pension if offset >= 0 else None)


def test_the_sentence_tells_age_and_dates_and_the_article():
    sentences = judgement(date(1980, 5, 10), post("2000-01-01", "jpt_pratama")).sentences

    assert sentences[0] == "BUP-nya 60 tahun, tercapai pada 10 Mei 2040; pensiun TMT 1 Juni 2040."
    assert "BUP 60 tahun menurut UU 20/2023 Pasal 55." in sentences


@pytest.mark.parametrize(
    ("version", "clauses"),
    [
        ("uu-5-2014", []),
        ("pp-21-2014", ["pp-21-2014-pasal-3"]),
        ("pp-11-2017", ["pp-11-2017-pasal-354", "pp-11-2017-pasal-355"]),
        ("uu-20-2023", []),
    ],
)
def test_every_clause_begins_with_the_version_that_it_bends(version, clauses):
    applied = RULE.version(version)

    assert applied.values.get("peralihan", []) == clauses
    for clause in clauses:
        assert RULE.transitional[clause].period.start == applied.period.start


def test_every_condition_that_may_raise_an_age_is_a_fact_that_may_be_missing():
    conditions = {
        row["syarat"]
        for version in RULE.versions
        for row in version.values["khusus"]
        if "syarat" in row
    }
    conditions |= {
        clause.values["syarat"]
        for clause in RULE.transitional.values()
        if "syarat" in clause.values
    }

    assert conditions <= set(RULE.missing)
    for version in RULE.versions:
        named = {group for row in version.values["khusus"] for group in row["kelompok"]}
        assert named <= {row["kelompok"] for row in RULE.lists["kelompok"].rows}


def test_a_province_is_judged_in_one_pass_and_each_as_if_alone():
    people = 20_000
    random = np.random.default_rng(2)
    births = np.datetime64("1962-01-01") + random.integers(0, 12_000, people)
    starts = np.datetime64("2010-01-01") + random.integers(0, 6_000, people)
    given = tables(RULE.id, {})
    numbers = np.arange(1, people + 1)
    born = zip(numbers.tolist(), births.tolist(), strict=True)
    rows = [employee(number, lahir_on=day) for number, day in born]
    given["pegawai"] = pa.Table.from_pylist(rows, given["pegawai"].schema)
    given["riwayat_jabatan"] = pa.table(
        {
            "riwayat_id": np.arange(2 * people),
            "pegawai_id": np.concatenate([numbers, numbers]),
            "starts_on": pa.array(
                np.concatenate([np.full(people, np.datetime64("2000-01-01")), starts]), pa.date32()
            ),
            "ends_before": pa.array([*starts.tolist(), *[None] * people], pa.date32()),
            "jenis": ["pelaksana"] * people + ["administrator", "jpt_pratama"] * (people // 2),
            "jenjang": pa.nulls(2 * people, pa.string()),
            "nama": ["x"] * (2 * people),
        }
    )
    law.judge(RULE, given, as_of=AS_OF, subjects=[1])
    law.judge(RULE, given, as_of=AS_OF)
    began = time.perf_counter()
    judgements = law.judge(RULE, given, as_of=AS_OF)

    assert time.perf_counter() - began < 2
    assert len(judgements) == people
    for number in (1, 9_999, 20_000):
        alone = law.judge(RULE, given, as_of=AS_OF, subjects=[number])
        assert alone.of(number) == judgements.of(number)
