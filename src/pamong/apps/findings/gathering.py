"""Gathering the fact tables of some governments from every app that has a ``facts.py``.

Rows are read on Django's connection, in the transaction that is open: what a save has not yet
committed is seen too, and a second driver was no quicker at 100,000 rows (docs/adr/0019).
"""

from collections.abc import Collection, Iterable, Mapping
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


def gather(tables: Iterable[str], *, pemda_ids: Collection[int]) -> dict[str, pa.Table]:
    """Return the named fact tables of some governments, read in the transaction that is open.

    A table that no app tells is empty; so is its coverage, and rules that need it cannot judge.
    """
    return {name: _read(fact_table(name), list(pemda_ids)) for name in tables}


def rows_of(table: str, column: str, keys: Collection[int], *, pemda_id: int) -> pa.Table:
    """Return the rows of one fact table of a government whose ``column`` is among ``keys``."""
    return _read(fact_table(table), [pemda_id], (column, keys))


def gather_all(rules: Iterable[Rule], *, pemda_id: int) -> dict[str, pa.Table]:
    """Return what some rules read of a whole government."""
    wanted = {name for rule in rules for name in rule.reads} - CARRIED_BY_THE_LAW
    return gather(sorted(wanted), pemda_ids=[pemda_id])


def gather_for(
    rule: Rule, *, pemda_id: int, subjects: Collection[int] | None = None
) -> dict[str, pa.Table]:
    """Return what a rule reads of a government, or no more than concerns some of its subjects.

    What concerns a subject is said by ``reads`` of the rule, which ties each table to it.
    """
    wanted = rule.reads.keys() - CARRIED_BY_THE_LAW
    if subjects is None:
        return gather(wanted, pemda_ids=[pemda_id])
    asked = rows_of(rule.subject, rule.subject_key, subjects, pemda_id=pemda_id)

    def tied(name: str, column: str) -> pa.Table:
        if column in {SHARED, "pemda_id"}:
            return _read(fact_table(name), [pemda_id])
        keys = subjects if column == rule.subject_key else values_of(asked, column)
        return rows_of(name, column, keys, pemda_id=pemda_id)

    return {name: tied(name, rule.reads[name]) for name in wanted}


def values_of(rows: pa.Table, column: str) -> set[int]:
    """Return the values of a column, those not recorded left out."""
    return set(rows.column(column).to_pylist()) - {None}


def _read(
    table: FactTable, pemda_ids: list[int], only: tuple[str, Collection[int]] | None = None
) -> pa.Table:
    source = sources().get(table.name)
    if source is None:
        return arrow_schema(table).empty_table()
    if only is None:
        return _rows(table, source.sql, {"pemda": pemda_ids})
    column, keys = only
    told = {"pemda": pemda_ids, "keys": list(keys)}
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
