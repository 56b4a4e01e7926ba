"""Gathering the fact tables of some governments from every app that has a ``facts.py``.

Rows are read on Django's connection, in the transaction that is open: what a save has not yet
committed is seen too, and a second driver was no quicker at 100,000 rows (docs/adr/0019).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pyarrow as pa
from django.apps import apps
from django.db import connection

from pamong.apps.core.facts import FactSource
from pamong.law import Rule
from pamong.law.fact_table import FactTable, fact_table
from pamong.law.rule import SHARED
from pamong.law.tables import arrow_schema

CARRIED_BY_THE_LAW = {"kalender"}
LATEST = date.max
"""The day that is asked for where no day is: of all that is on record the last to begin."""


@cache
def sources() -> dict[str, FactSource]:
    """Return the source of every fact table that the database can tell, by the table's name."""
    modules = [f"{config.name}.facts" for config in apps.get_app_configs()]
    return {
        source.table: source
        for module in modules
        if module.startswith("pamong.apps.") and find_spec(module)
        for source in getattr(import_module(module), "SOURCES", ())
    }


def gather(
    tables: Iterable[str], *, pemda_ids: Collection[int], day: date = LATEST
) -> dict[str, pa.Table]:
    """Return the named fact tables of some governments, read in the transaction that is open.

    What a table tells of one day it tells of ``day``; without one, of the latest. A table that no
    app tells is empty; so is its coverage, and rules that need it cannot judge.
    """
    return {name: _read(fact_table(name), list(pemda_ids), day) for name in tables}


def rows_of(
    table: str, column: str, keys: Collection[int], *, pemda_id: int, day: date = LATEST
) -> pa.Table:
    """Return the rows of one fact table of a government whose ``column`` is among ``keys``."""
    return _read(fact_table(table), [pemda_id], day, (column, keys))


def of_a_day(tables: Iterable[str]) -> set[str]:
    """Return those tables that have to be read again for every day."""
    return {name for name in tables if (told := sources().get(name)) and told.is_of_a_day}


def gather_all(
    rules: Iterable[Rule], days: Iterable[date], *, pemda_id: int
) -> Iterator[tuple[date, dict[str, pa.Table]]]:
    """Yield each day with what some rules read of a whole government on it."""
    wanted = {name for rule in rules for name in rule.reads} - CARRIED_BY_THE_LAW
    again = of_a_day(wanted)
    tables = gather(sorted(wanted - again), pemda_ids=[pemda_id])
    for day in days:
        yield day, {**tables, **gather(sorted(again), pemda_ids=[pemda_id], day=day)}


def gather_for(
    rule: Rule,
    days: Iterable[date] = (LATEST,),
    *,
    pemda_id: int,
    subjects: Collection[int] | None = None,
) -> Iterator[tuple[date, dict[str, pa.Table]]]:
    """Yield each day with what a rule reads of a government, or of some of its subjects alone.

    What concerns a subject is said by ``reads`` of the rule, which ties each table to it.
    """
    if subjects is None:
        yield from gather_all([rule], days, pemda_id=pemda_id)
        return
    asked = rows_of(rule.subject, rule.subject_key, subjects, pemda_id=pemda_id)

    def tied(name: str, day: date) -> pa.Table:
        column = rule.reads[name]
        if column in {SHARED, "pemda_id"}:
            return _read(fact_table(name), [pemda_id], day)
        keys = subjects if column == rule.subject_key else values_of(asked, column)
        return rows_of(name, column, keys, pemda_id=pemda_id, day=day)

    wanted = rule.reads.keys() - CARRIED_BY_THE_LAW
    again = of_a_day(wanted)
    tables = {name: tied(name, LATEST) for name in wanted - again}
    for day in days:
        yield day, {**tables, **{name: tied(name, day) for name in again}}


def values_of(rows: pa.Table, column: str) -> set[int]:
    """Return the values of a column, those not recorded left out."""
    return set(rows.column(column).to_pylist()) - {None}


def _read(
    table: FactTable,
    pemda_ids: list[int],
    day: date,
    only: tuple[str, Collection[int]] | None = None,
) -> pa.Table:
    source = sources().get(table.name)
    if source is None:
        return arrow_schema(table).empty_table()
    if only is None:
        return _rows(table, source.sql, {"pemda": pemda_ids, "day": day})
    column, keys = only
    told = {"pemda": pemda_ids, "day": day, "keys": list(keys)}
    return _rows(table, source.narrowed_by(column), told)


def _rows(table: FactTable, sql: str, told: Mapping[str, Any]) -> pa.Table:
    schema = arrow_schema(table)
    with connection.cursor() as cursor:
        cursor.execute(sql, told)
        rows = cursor.fetchall()
    return pa.table(
        [
            pa.array([row[index] for row in rows], type=field.type)
            for index, field in enumerate(schema)
        ],
        schema=schema,
    )
