"""A made-up lake on both engines: what was planted is found, no near miss, and both agree."""

import json
from datetime import date

import pyarrow.parquet as pq
import pytest

from pamong import law
from pamong.law.lake import audit_lake, compare_planted, open_lake
from pamong.law.lake.on_duckdb import OnDuckDB
from pamong.law.lake.on_spark import SparkDesk
from pamong.law.results import SUMMARY
from pamong.synth import Order, make_lake

DAY = date(2026, 10, 30)
RULES = law.rules_of(law.Kind.RULE)


@pytest.fixture(scope="module")
def lake(tmp_path_factory):
    """Twelve thousand made-up people in forty governments, with every scenario planted."""
    folder = tmp_path_factory.mktemp("himpunan") / "rekaan"
    make_lake(Order(asn=12_000, pemda=40, seed=7, with_attendance=True), folder)
    return open_lake(folder)


@pytest.fixture(scope="module")
def on_duckdb(lake, tmp_path_factory):
    """The lake judged by every rule on DuckDB, everybody written."""
    place = tmp_path_factory.mktemp("hasil")
    engine = OnDuckDB(spill=place / "singgah")
    out = place / "duckdb"
    told = audit_lake(RULES.values(), lake, engine, as_of=DAY, out=out, every_row=True)
    return out, {each.rule.id: each for each in told}


def test_all_that_was_planted_is_found_and_nothing_else(lake, on_duckdb):
    out, told = on_duckdb

    compared = compare_planted(lake.folder, out, told)

    assert compared.planted > 400
    assert compared.agrees, (compared.mismatches, compared.besides)
    assert {each["rule"] for each in json.loads((out / SUMMARY).read_text("utf-8"))["rules"]} == {
        *told
    }


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_spark_says_the_same_of_everybody(rule, lake, on_duckdb, session, tmp_path):
    out, told = on_duckdb
    if rule.id not in told:
        pytest.skip(f"a made-up lake has nobody that {rule.id} concerns")

    tally = SparkDesk(session, lake, lake.groups).judge(rule, DAY, tmp_path, every_row=True)

    assert tally == told[rule.id].tally
    there, here = (
        pq.read_table(place).sort_by("subject_id") for place in (tmp_path, out / rule.id)
    )
    assert there.select(here.column_names).to_pylist() == here.to_pylist()
