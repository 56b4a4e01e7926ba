"""Judges a lake on DuckDB in the process: group after group, within a limit of memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from pamong.kernel.language import say
from pamong.law.compiling import SUBJECTS, duckdb_sql
from pamong.law.content import Problem
from pamong.law.fact_table import FactTable, fact_table
from pamong.law.judging import list_tables
from pamong.law.lake.engine import EngineError, quiet_outcomes, result_columns
from pamong.law.lake.folder import Lake
from pamong.law.lake.inspecting import Look, inspect
from pamong.law.reference import national_table
from pamong.law.results import Tally
from pamong.law.rule import Rule
from pamong.law.running import OFFLINE
from pamong.law.tables import arrow_schema

LIMITS = {"pegawai": 750_000, "kehadiran": 40_000_000, "": 20_000_000}
"""How many rows are laid out at once; what is over is judged after it."""

_TYPES = {pa.int64(): "BIGINT", pa.string(): "VARCHAR", pa.bool_(): "BOOLEAN", pa.date32(): "DATE"}
_RESULT = "hasil penilaian"


class MemoryTextError(ValueError):
    """A text does not say how much memory."""

    def __init__(self, text: str) -> None:
        super().__init__(say('"%(text)s" bukan ukuran memori; tulis seperti 3GB.', text=text))


class OnDuckDB:
    """The default engine. ``memory`` is what DuckDB may hold, like ``3GB``; the rest spills.

    Raises:
        MemoryTextError: ``memory`` is no such text.
    """

    name = "duckdb"

    def __init__(self, *, spill: Path, memory: str = "3GB", threads: int | None = None) -> None:
        if not re.fullmatch(r"[1-9]\d*\s*([KMGT]i?B)", memory, re.IGNORECASE):
            raise MemoryTextError(memory)
        self._config: Any = OFFLINE | {
            "memory_limit": memory,
            "temp_directory": str(spill),
            "preserve_insertion_order": False,
        }
        if threads is not None:
            self._config["threads"] = threads

    def batches(self, lake: Lake) -> list[tuple[str, ...]]:
        """Return groups that fit into memory together."""
        return lake.batches(LIMITS)

    @contextmanager
    def lay_out(self, lake: Lake, groups: tuple[str, ...]) -> Iterator[DuckDBDesk]:
        """Open a database of its own for some groups."""
        with duckdb.connect(":memory:", config=self._config) as connection:
            yield DuckDBDesk(connection, lake, groups)


@dataclass(slots=True)
class DuckDBDesk:
    """Some groups of a lake as views of a database."""

    connection: duckdb.DuckDBPyConnection
    lake: Lake
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        """Lay out the lake's tables; what the law has itself where the lake has none."""
        for name, parts in self.lake.parts.items():
            if parts:
                self._view(fact_table(name))
        if not self.lake.parts.get("kalender"):
            self.connection.register("kalender", national_table())

    def inspect(self, rules: Iterable[Rule]) -> list[Problem]:
        """Return what is wrong with the rows that some rules read (``Desk``)."""
        return inspect(Look(self.lake, self.groups, lambda sql: self._run(sql).fetchall()), rules)

    def judge(
        self,
        rule: Rule,
        as_of: date,
        folder: Path,
        *,
        every_row: bool,
        subjects: pa.Table | None = None,
    ) -> Tally:
        """Judge every subject, or those in ``subject_id`` of ``subjects`` (``Desk``)."""
        self._complete(rule)
        if subjects is not None:
            self.connection.register(SUBJECTS, subjects)
        sql = duckdb_sql(rule, as_of, narrowed=subjects is not None)
        columns = ", ".join(
            _cast(f'"{field.name}"', _sql_type(field.type), field.name)
            for field in result_columns(rule)
        )
        try:
            self._run(f'CREATE OR REPLACE TEMP TABLE "{_RESULT}" AS SELECT {columns} FROM ({sql})')
            tally = self._count()
            self._write(rule, folder, every_row=every_row)
            self._run(f'DROP TABLE "{_RESULT}"')
        except duckdb.OutOfMemoryException as error:
            told = say(
                "Memori untuk %(rule)s tidak cukup; beri lebih banyak dengan --memory: %(error)s",
                rule=rule.id,
                error=error,
            )
            raise EngineError(told) from error
        except duckdb.Error as error:
            told = say("DuckDB gagal pada %(rule)s: %(error)s", rule=rule.id, error=error)
            raise EngineError(told) from error
        return tally

    def _count(self) -> Tally:
        tally = Tally()
        counted = self._run(
            f'SELECT outcome, breach, count(*) FROM "{_RESULT}" GROUP BY ALL ORDER BY ALL'
        )
        for outcome, breach, number in counted.fetchall():
            tally.add(outcome, breach, number)
        return tally

    def _write(self, rule: Rule, folder: Path, *, every_row: bool) -> None:
        quiet = ", ".join(f"'{name}'" for name in quiet_outcomes(rule))
        seen = "" if every_row or not quiet else f"WHERE outcome NOT IN ({quiet})"
        target = folder / f"{self.groups[0] or 'semua'}.parquet"
        self._run(
            f'COPY (SELECT * FROM "{_RESULT}" {seen} ORDER BY subject_id) '
            f"TO '{_quoted(target)}' (FORMAT parquet, COMPRESSION zstd)"
        )

    def _complete(self, rule: Rule) -> None:
        """Lay out the lists of the law, and empty tables for what the lake does not have."""
        for name, table in list_tables(rule).items():
            self.connection.register(name, table)
        for name in rule.reads:
            if not self.lake.parts.get(name) and name != "kalender":
                self._run(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {_empty(fact_table(name))}')

    def _view(self, table: FactTable) -> None:
        parts = self.lake.of(table.name, self.groups)
        if not parts:
            self._run(f'CREATE OR REPLACE TEMP VIEW "{table.name}" AS {_empty(table)}')
            return
        there = frozenset.union(*(part.columns for part in parts))
        columns = ", ".join(
            _cast(f'"{name}"' if name in there else "NULL", type_, name)
            for name, type_ in _columns(table)
        )
        paths = ", ".join(f"'{_quoted(part.path)}'" for part in parts)
        same = all(part.columns == there for part in parts)
        self._run(
            f'CREATE OR REPLACE TEMP VIEW "{table.name}" AS SELECT {columns} FROM '
            f"read_parquet([{paths}], hive_partitioning=false, union_by_name={not same})"
        )

    def _run(self, sql: str) -> duckdb.DuckDBPyConnection:
        return self.connection.execute(sql)


def _columns(table: FactTable) -> list[tuple[str, str]]:
    return [(field.name, _sql_type(field.type)) for field in arrow_schema(table)]


def _cast(value: str, type_: str, name: str) -> str:
    return f'CAST({value} AS {type_}) AS "{name}"'


def _empty(table: FactTable) -> str:
    columns = ", ".join(_cast("NULL", type_, name) for name, type_ in _columns(table))
    return f"SELECT {columns} WHERE false"


def _sql_type(type_: pa.DataType) -> str:
    if pa.types.is_list(type_):
        return f"{_TYPES[type_.value_type]}[]"
    return _TYPES[type_]


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
