"""Lakes for tests: made from rows, and from the cases of a rule, many cases in one."""

from collections import defaultdict
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from pamong import law
from pamong.law.lake.folder import GROUP
from pamong.law.tables import table_from_rows

#: Identifiers of one case are moved by so much times the case's number.
_APART = 1_000_000


def write_lake(folder: Path, tables: dict[str, list[dict]], group: str | None = None) -> Path:
    """Write rows as people write them; with a group, below ``kelompok=GROUP``."""
    for name, rows in tables.items():
        table = table_from_rows(law.fact_table(name), rows)
        write_table(folder, name, table, group)
    return folder


def write_table(folder: Path, name: str, table: pa.Table, group: str | None = None) -> Path:
    place = folder / name
    if group is not None:
        place /= f"{GROUP}={group}"
    place.mkdir(parents=True, exist_ok=True)
    path = place / "data.parquet"
    pq.write_table(table, path)
    return path


def cases_by_day(rule) -> dict[date, list[tuple[int, law.rule]]]:
    """Return the cases of a rule that judge somebody, numbered, by their day.

    Those with a calendar of their own are left out: a lake has one.
    """
    days = defaultdict(list)
    for number, case in enumerate(rule.cases):
        if case.expect != {"refused": True} and "kalender" not in case.facts:
            days[case.as_of].append((number, case))
    return dict(days)


def facts_of_cases(rule, cases) -> dict[str, pa.Table]:
    """Return the facts of several cases as tables, with identifiers that do not meet."""
    tables = {name: [] for name in rule.reads if not law.fact_table(name).is_reference}
    for number, case in cases:
        for name, each in tables.items():
            facts = table_from_rows(law.fact_table(name), case.facts.get(name, []))
            each.append(_moved(facts, (number + 1) * _APART))
    return {name: pa.concat_tables(each) for name, each in tables.items() if each}


def _moved(table: pa.Table, by: int) -> pa.Table:
    """Move every identifier."""
    columns = []
    for name, cells in zip(table.column_names, table.columns, strict=True):
        if name.endswith("_id"):
            values = [None if value is None else value + by for value in cells.to_pylist()]
            columns.append(pa.array(values, pa.int64()))
        else:
            columns.append(cells)
    return pa.table(dict(zip(table.column_names, columns, strict=True)))
