"""Gathering the fact tables of some governments from every app that has a ``facts.py``."""

from collections.abc import Collection, Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

import pyarrow as pa
from django.apps import apps
from django.db import connection

from pamong.apps.core.facts import FactSource
from pamong.law.fact_table import FactTable, fact_table
from pamong.law.tables import arrow_schema


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


def _read(table: FactTable, pemda_ids: list[int]) -> pa.Table:
    schema = arrow_schema(table)
    source = sources().get(table.name)
    if source is None:
        return schema.empty_table()
    with connection.cursor() as cursor:
        cursor.execute(source.sql, {"pemda": pemda_ids})
        rows = cursor.fetchall()
    return pa.table(
        [
            pa.array([row[index] for row in rows], type=field.type)
            for index, field in enumerate(schema)
        ],
        schema=schema,
    )
