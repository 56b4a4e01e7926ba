"""Judges a lake on Apache Spark: the executors read, judge and write; nothing is collected.

An extra to install (docs/how-to/judge-on-spark.md). The lake and the results lie where the driver
and every worker see them under the same path: one machine, or a shared file system.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from pamong.kernel.language import say
from pamong.law.compiling import expression
from pamong.law.content import Problem
from pamong.law.fact_table import fact_table
from pamong.law.judging import list_tables
from pamong.law.lake.engine import EngineError, quiet_outcomes, result_columns
from pamong.law.lake.folder import Lake
from pamong.law.lake.inspecting import Look, inspect
from pamong.law.lake.spark_session import spark_errors, start_session
from pamong.law.lake.spark_watch import WorkerWatch
from pamong.law.reference import national_table
from pamong.law.results import Tally
from pamong.law.rule import Rule
from pamong.law.tables import arrow_schema

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TYPES = {
    pa.int64(): "bigint",
    pa.string(): "string",
    pa.bool_(): "boolean",
    pa.date32(): "date",
}
_ROWS_A_PARTITION = 250_000
_MOST_PARTITIONS = 200


class OnSpark:
    """Spark at ``master``: ``local[*]`` in this process, or ``spark://HOST:PORT``.

    ``settings`` are further settings of Spark, which win over ours. After ``patience`` seconds
    without any worker an audit ends.
    """

    name = "spark"

    def __init__(
        self,
        master: str = "local[*]",
        settings: Mapping[str, str] | None = None,
        *,
        patience: int = 60,
    ) -> None:
        self._master = master
        self._settings = dict(settings or {})
        self._patience = patience

    def batches(self, lake: Lake) -> list[tuple[str, ...]]:
        """Return all groups at once: Spark parts the work itself."""
        return [lake.groups]

    @contextmanager
    def lay_out(self, lake: Lake, groups: tuple[str, ...]) -> Iterator[SparkDesk]:
        """Start a session and make the tables of the lake known to it."""
        partitions = _partitions(lake, groups)
        session = start_session(self._master, partitions, self._settings)
        watch = WorkerWatch(session.sparkContext, self._patience)
        try:
            with watch:
                yield SparkDesk(session, lake, groups)
        except EngineError as error:
            if not watch.gave_up:
                raise
            told = say(
                "Spark di %(master)s tidak punya pekerja lagi sejak %(seconds)d detik; penilaian "
                "dihentikan.",
                master=self._master,
                seconds=self._patience,
            )
            raise EngineError(told) from error
        finally:
            session.stop()


class SparkDesk:
    """The tables of a lake as views of a Spark session."""

    def __init__(self, session: SparkSession, lake: Lake, groups: tuple[str, ...]) -> None:
        import ibis  # noqa: PLC0415  with its Spark backend, which needs the extra

        self._session = session
        self._lake = lake
        self._groups = groups
        self._connection: Any = ibis.pyspark.connect(session)
        self._views: dict[str, str] = {}

    def inspect(self, rules: Iterable[Rule]) -> list[Problem]:
        """Return what is wrong with the rows that some rules read (``Desk``)."""
        chosen = list(rules)
        for name in {name for rule in chosen for name in rule.reads}:
            self._fact(name)

        def run(sql: str) -> list[tuple[Any, ...]]:
            return [tuple(row) for row in self._session.sql(sql).collect()]

        with spark_errors(say("pemeriksaan isi tabel")):
            return inspect(Look(self._lake, self._groups, run, quote="`"), chosen)

    def judge(self, rule: Rule, as_of: date, folder: Path, *, every_row: bool) -> Tally:
        """Judge every subject in one pass of the executors (``Desk``)."""
        from pyspark.sql import Observation  # noqa: PLC0415  an extra
        from pyspark.sql import functions as f  # noqa: PLC0415

        judged = self._judged(rule, as_of)
        counts = Observation()
        known = (*rule.outcomes, "tidak_dapat_dinilai")
        kinds = [(name, breach) for name in dict.fromkeys(known) for breach in (True, False, None)]
        numbers = [
            f.count(
                f.when((f.col("outcome") == name) & f.col("breach").eqNullSafe(f.lit(breach)), 1)
            ).alias(f"{place}")
            for place, (name, breach) in enumerate(kinds)
        ]
        seen = judged.observe(counts, *numbers)
        quiet = quiet_outcomes(rule)
        if quiet and not every_row:
            seen = seen.where(~f.col("outcome").isin(quiet))
        with spark_errors(rule.id):
            seen.write.mode("append").parquet(str(folder))
            told = counts.get
            written = self._session.read.parquet(str(folder)).groupBy("outcome").count().collect()
        tally = Tally()
        for place, (name, breach) in enumerate(kinds):
            if told[f"{place}"]:
                tally.add(name, breach, told[f"{place}"])
        _expect_same(rule, tally, {row["outcome"]: row["count"] for row in written})
        return tally

    def _judged(self, rule: Rule, as_of: date) -> DataFrame:
        tables = {name: self._connection.table(self._fact(name)) for name in rule.reads}
        for name, table in list_tables(rule).items():
            tables[name] = self._connection.table(self._own(name, table))
        sql = self._connection.compile(expression(rule, tables, as_of))
        judged = self._session.sql(sql)
        return judged.selectExpr(
            *(
                f"CAST(`{field.name}` AS {_spark_type(field.type)}) AS `{field.name}`"
                for field in result_columns(rule)
            )
        )

    def _fact(self, name: str) -> str:
        """Make a fact table known under its name, once."""
        if name not in self._views:
            paths = [str(part.path) for part in self._lake.of(name, self._groups)]
            if name == "kalender" and not paths:
                return self._own(name, national_table())
            schema = ", ".join(
                f"`{field.name}` {_spark_type(field.type)}"
                for field in arrow_schema(fact_table(name))
            )
            if paths:
                rows = self._session.read.schema(schema).parquet(*paths)
            else:
                rows = self._session.createDataFrame([], schema)
            rows.createOrReplaceTempView(name)
            self._views[name] = name
        return self._views[name]

    def _own(self, name: str, table: pa.Table) -> str:
        """Make a table that the law carries itself known, once."""
        if name not in self._views:
            view = re.sub(r"\W", "_", name)
            schema = ", ".join(f"`{each.name}` {_spark_type(each.type)}" for each in table.schema)
            rows = [tuple(row.values()) for row in table.to_pylist()]
            self._session.createDataFrame(rows, schema).createOrReplaceTempView(view)
            self._views[name] = view
        return self._views[name]


def _partitions(lake: Lake, groups: tuple[str, ...]) -> int:
    """Return into how many pieces rows are parted: Spark's 200 cost seconds a rule on few rows."""
    most = max(lake.rows(name, groups) for name in lake.parts)
    return min(_MOST_PARTITIONS, 2 + most // _ROWS_A_PARTITION)


def _spark_type(type_: pa.DataType) -> str:
    if pa.types.is_list(type_):
        return f"array<{_TYPES[type_.value_type]}>"
    return _TYPES[type_]


def _expect_same(rule: Rule, tally: Tally, written: Mapping[str, int]) -> None:
    """Refuse results whose files and numbers differ: a task that ran twice would show here."""
    counted = Counter({name: tally.outcomes[name] for name in written})
    if counted != Counter(written):
        raise EngineError(
            say(
                "Spark menulis %(written)d baris untuk %(rule)s, padahal menghitung %(counted)d; "
                "jalankan lagi.",
                written=sum(written.values()),
                rule=rule.id,
                counted=counted.total(),
            )
        )
