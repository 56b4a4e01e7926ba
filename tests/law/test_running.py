"""A desk for few rows: empty between runs, whatever was laid on it, with plans that stay."""

from datetime import date

import duckdb
import pyarrow as pa
import pytest

from pamong.law.running import _Desk

SQL = 'SELECT id, kata FROM "orang" JOIN "aturan-x/daftar" USING (id) ORDER BY id'
LISTED = {"aturan-x/daftar": pa.table({"id": range(300), "kata": [str(i) for i in range(300)]})}


def people(count):
    days = pa.array([date(2020, 1, 1)] * count, pa.date32())
    return {"orang": pa.table({"id": pa.array(range(count), pa.int64()), "lahir_on": days})}


def test_nothing_of_a_run_is_left_for_the_next_however_many_rows_it_had():
    desk = _Desk()

    for count in (3, 100, 1500, 0, 60, 2):
        assert desk.run(SQL, people(count), LISTED).num_rows == min(count, 300)


def test_a_list_that_is_another_takes_the_place_of_the_one_before():
    desk = _Desk()
    shorter = {name: table.slice(0, 10) for name, table in LISTED.items()}

    assert desk.run(SQL, people(100), LISTED).num_rows == 100
    assert desk.run(SQL, people(100), shorter).num_rows == 10


def test_a_run_that_fails_leaves_nothing_either():
    desk = _Desk()
    fails = "SELECT error('tidak') FROM orang"

    with pytest.raises(duckdb.Error):
        desk.run(fails, people(3), {})
    assert desk.run("SELECT * FROM orang", people(0), {}).num_rows == 0


def test_what_was_prepared_before_a_table_was_made_is_prepared_again_and_then_kept():
    desk = _Desk()
    desk.run(SQL, people(3), LISTED)
    desk.run("SELECT * FROM lain", {"lain": pa.table({"id": [1]})}, {})
    assert SQL not in desk._prepared

    desk.run(SQL, people(60), LISTED)
    kept = dict(desk._prepared)
    assert desk.run(SQL, people(3), LISTED).num_rows == 3
    assert desk._prepared == kept
