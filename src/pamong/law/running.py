"""Runs the SQL of a rule on DuckDB in the process: in memory, offline, empty between runs.

Many rows are looked at where they lie: each run has a connection to an empty database and
registers Arrow tables with it. Few rows go to a desk: a database whose tables stay and whose
statements are prepared, as planning takes longer than running there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import Any

import duckdb
import pyarrow as pa

OFFLINE: Any = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
_SMALL = 2_000
"""With more rows than these a second thread brings more than planning costs."""
_FEW = 50
_MOST_RUNS = 300
"""A desk is given up after so many runs: what was in memory once is not all tidied up."""
_MOST_PREPARED = 100


def run_sql(sql: str, tables: Mapping[str, pa.Table], lasting: Mapping[str, pa.Table]) -> pa.Table:
    """Return what a statement gives over some tables.

    ``lasting`` are tables that stay the same from run to run: the calendar, lists of the law.
    """
    if sum(table.num_rows for table in tables.values()) <= _SMALL:
        with _desk() as desk:
            return desk.run(sql, tables, lasting)
    with _database(os.getpid()).cursor() as connection:
        for name, table in {**tables, **lasting}.items():
            connection.register(name, table)
        return connection.execute(sql).to_arrow_table()


def day_literal(day: date) -> str:
    """Write a day as SQL."""
    return f"DATE '{day.isoformat()}'"


@cache
def _database(process: int) -> duckdb.DuckDBPyConnection:  # noqa: ARG001  a fork has its own
    return duckdb.connect(":memory:", config=OFFLINE)


class _Desk:
    """A database for few rows. One thread uses it at a time."""

    def __init__(self) -> None:
        self._connection = duckdb.connect(":memory:", config=OFFLINE | {"threads": 1})
        # A plan is kept while rows come and go, so nothing in it may rest on those of one moment.
        # Joins with lists of words pay over many rows; over few they are most of what a run costs.
        self._connection.execute("SET disabled_optimizers = 'statistics_propagation, in_clause'")
        self._lasting: dict[str, pa.Table] = {}
        self._known: set[str] = set()
        self._prepared: dict[str, str] = {}
        self._runs = 0

    @property
    def is_worn(self) -> bool:
        """Whether it is time for another one."""
        return self._runs >= _MOST_RUNS or len(self._prepared) >= _MOST_PREPARED

    def run(
        self, sql: str, tables: Mapping[str, pa.Table], lasting: Mapping[str, pa.Table]
    ) -> pa.Table:
        """Lay the rows out, run the statement, and clear the rows away."""
        self._runs += 1
        for name, table in lasting.items():
            if self._lasting.get(name) is not table:
                self._make(name, table)
                self._connection.execute(f'DELETE FROM "{name}"')  # noqa: S608  a name of ours
                self._lay(name, table)
                self._lasting[name] = table
        for name, table in tables.items():
            self._make(name, table)
        plan = self._plan(sql)
        # Taken back as a whole: to delete the rows of each table costs a statement a table.
        self._connection.begin()
        try:
            for name, table in tables.items():
                self._lay(name, table)
            return self._connection.execute(f"EXECUTE {plan}").to_arrow_table()
        finally:
            self._connection.rollback()

    def _plan(self, sql: str) -> str:
        name = self._prepared.get(sql)
        if name is None:
            name = f"plan_{len(self._prepared)}"
            self._connection.execute(f"PREPARE {name} AS {sql}")
            self._prepared[sql] = name
        return name

    def _make(self, name: str, table: pa.Table) -> None:
        if name not in self._known:
            self._connection.from_arrow(table.schema.empty_table()).create(f'"{name}"')
            self._known.add(name)
            # What was prepared before a table was made is planned anew at each EXECUTE.
            for plan in self._prepared.values():
                self._connection.execute(f"DEALLOCATE {plan}")
            self._prepared.clear()

    def _lay(self, name: str, table: pa.Table) -> None:
        if 0 < table.num_rows <= _FEW:
            columns = [column.to_pylist() for column in table.columns]
            row = f"({', '.join('?' * table.num_columns)})"
            values = [value for row_of in zip(*columns, strict=True) for value in row_of]
            places = ", ".join([row] * table.num_rows)
            self._connection.execute(f'INSERT INTO "{name}" VALUES {places}', values)  # noqa: S608
        elif table.num_rows:
            # Not registered: what was prepared would be planned anew, as after a new table.
            self._connection.from_arrow(table).insert_into(f'"{name}"')

    def close(self) -> None:
        """Let go of everything."""
        self._connection.close()


@cache
def _free(process: int) -> list[_Desk]:  # noqa: ARG001  a fork has its own
    return []


@contextmanager
def _desk() -> Iterator[_Desk]:
    """Take a free desk, or a new one; what failed on it is not used again."""
    free = _free(os.getpid())
    try:
        desk = free.pop()
    except IndexError:
        desk = _Desk()
    try:
        yield desk
    except BaseException:
        desk.close()
        raise
    if desk.is_worn:
        desk.close()
    else:
        free.append(desk)
