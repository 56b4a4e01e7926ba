"""One suite for both engines: every rule says the same on DuckDB and on Spark, column by column.

What is judged are the rules' own cases, many in one lake, and a made-up lake with its scenarios.
"""

from datetime import date

import pyarrow.parquet as pq
import pytest
from tests.support.lakes import cases_by_day, facts_of_cases, write_table

from pamong import law
from pamong.law.lake import open_lake
from pamong.law.lake.engine import result_columns
from pamong.law.lake.on_duckdb import OnDuckDB
from pamong.law.lake.on_spark import SparkDesk

RULES = law.rules_of(law.Kind.RULE)


def days_that_show_most(rule) -> list[date]:
    """Choose days whose cases reach every outcome under every version, as few as will do."""
    days = cases_by_day(rule)
    shows = {
        day: {(case.expect.get("outcome"), rule.version_on(day).id) for _, case in cases}
        for day, cases in days.items()
    }
    chosen: list[date] = []
    left = set().union(*shows.values())
    while left:
        best = max(shows, key=lambda day: (len(shows[day] & left), day))
        chosen.append(best)
        left -= shows[best]
    return chosen


def judged_by(desk, rule, day, folder):
    folder.mkdir()
    tally = desk.judge(rule, day, folder, every_row=True)
    table = pq.read_table(folder)
    assert table.num_rows == tally.judged
    return table.select(result_columns(rule).names).sort_by("subject_id").to_pylist(), tally


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_of_its_cases_on_spark_what_it_says_on_duckdb(rule, session, tmp_path):
    compared = 0
    for day in days_that_show_most(rule):
        folder = tmp_path / f"{day}"
        for name, table in facts_of_cases(rule, cases_by_day(rule)[day]).items():
            write_table(folder, name, table)
        lake = open_lake(folder)
        with OnDuckDB(spill=tmp_path / "spill").lay_out(lake, lake.groups) as desk:
            here, counted = judged_by(desk, rule, day, tmp_path / f"{day}-duckdb")
        spark = SparkDesk(session, lake, lake.groups)
        there, counted_there = judged_by(spark, rule, day, tmp_path / f"{day}-spark")

        assert there == here, f"{rule.id} on {day}"
        assert counted_there == counted
        compared += len(here)

    assert compared
