"""The persons that scenarios begin from: whole careers that keep the law, told once each.

``like`` names another person from whom one differs only in what is written. Of the table pegawai
single fields are replaced, of every other table all rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pamong.law.content import Cursor, nearest
from pamong.law.fact_table import COVERAGE_SUFFIX, fact_tables
from pamong.synth.scenario_rows import read_rows

Persons = Mapping[str, Mapping[str, Any]]
"""Rows by table, as they are written, by the name of the person."""

PERSON_TABLES = frozenset(
    table.name for table in fact_tables().values() if table.find_column("pegawai_id")
)
PERSON_COVERAGE = frozenset(f"{name}{COVERAGE_SUFFIX}" for name in PERSON_TABLES) & set(
    fact_tables()
)
"""Coverage tables of what is recorded of persons: a scenario may say how far records reach."""
_LIKE = "like"


def read_persons(cursors: Mapping[str, Cursor], as_of: date) -> Persons:
    """Read the persons of a file; every problem is noted at its place."""
    written = {name: cursor.items() for name, cursor in cursors.items()}
    whole: dict[str, dict[str, Any]] = {}
    for name, cursor in cursors.items():  # a person stands after those like whom it is
        facts = {key: rows for key, rows in written[name].items() if key != _LIKE}
        whole[name] = merged(_like(cursor, written[name].get(_LIKE), whole), facts)
        for table in facts.keys() - PERSON_TABLES:
            cursor.note(
                table, f'tabel "{table}" tidak berisi pegawai.{nearest(table, [*PERSON_TABLES])}'
            )
        for table in facts.keys() & PERSON_TABLES:
            rows = whole[name][table]
            read_rows(cursor, table, fact_tables()[table], rows, as_of)
    return whole


def merged(base: Mapping[str, Any], facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts with what they leave out taken from the base."""
    both = {**base, **facts}
    person = [given["pegawai"] for given in (base, facts) if "pegawai" in given]
    if person and all(isinstance(row, dict) for row in person):
        both["pegawai"] = {key: cell for row in person for key, cell in row.items()}
    return both


def _like(cursor: Cursor, name: Any, known: Persons) -> Mapping[str, Any]:
    if name is None:
        return {}
    if name not in known:
        hint = nearest(str(name), list(known))
        cursor.note(_LIKE, f'orang "{name}" tidak ada di atas ini dalam berkas ini.{hint}')
        return {}
    return known[name]
