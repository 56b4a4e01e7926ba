"""Fact tables as Arrow tables: made from rows, and checked before anything is judged by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from pamong.law.content import Problem, nearest
from pamong.law.fact_rows import clean_rows
from pamong.law.fact_table import Column, ColumnType, FactTable

_ARROW = {
    ColumnType.INT64: pa.int64(),
    ColumnType.STRING: pa.string(),
    ColumnType.BOOLEAN: pa.bool_(),
    ColumnType.DATE: pa.date32(),
}

_SAME_KIND = {
    ColumnType.INT64: (pa.types.is_integer,),
    ColumnType.STRING: (
        pa.types.is_string,
        pa.types.is_large_string,
        pa.types.is_string_view,
        pa.types.is_dictionary,
    ),
    ColumnType.BOOLEAN: (pa.types.is_boolean,),
    ColumnType.DATE: (pa.types.is_date,),
}


class FactsError(ValueError):
    """Facts cannot be judged by: ``problems`` names each table, row and column."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        lines = "\n".join(f"  {problem}" for problem in self.problems)
        super().__init__(f"Fakta belum dapat dipakai:\n{lines}")


def schema_of(columns: Mapping[str, ColumnType]) -> pa.Schema:
    """Return the Arrow schema of columns by name."""
    return pa.schema([(name, _ARROW[type_]) for name, type_ in columns.items()])


def arrow_schema(table: FactTable) -> pa.Schema:
    """Return the Arrow schema that a fact table has."""
    return schema_of({column.name: column.type for column in table.columns})


def table_from_rows(table: FactTable, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Make an Arrow table from rows as people write them (``fact_rows``).

    Raises:
        FactsError: with every problem of every row.
    """
    clean, problems = clean_rows(table, rows)
    if problems:
        raise FactsError(Problem(f"{table.name}{p.place}", p.message) for p in problems)
    return pa.Table.from_pylist(clean, schema=arrow_schema(table))


def conform(table: FactTable, given: pa.Table) -> pa.Table:
    """Return the table with exactly the declared columns, in their types and order.

    Raises:
        FactsError: a column lacks, is not known, has another type, or is empty where it must not.
    """
    names = given.column_names
    problems = [
        Problem(
            f"{table.name}.{name}",
            f"kolom ini tidak ada.{nearest(name, list(table.column_names))}",
        )
        for name in names
        if table.find_column(name) is None
    ]
    cells = {}
    for column in table.columns:
        if column.name not in names:
            problems.append(Problem(f"{table.name}.{column.name}", "kolom ini belum diberikan."))
            continue
        try:
            cells[column.name] = _conform_column(column, given[column.name])
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError, ValueError) as error:
            problems.append(Problem(f"{table.name}.{column.name}", str(error)))
    if problems:
        raise FactsError(problems)
    return pa.table(cells)


def _conform_column(column: Column, given: pa.ChunkedArray) -> pa.ChunkedArray:
    cells = _cast(column, given)
    if column.required and cells.null_count:
        row = pc.index(pc.is_null(cells), value=True).as_py() + 1
        raise ValueError(f"belum diisi pada baris {row}.")
    if column.one_of:
        unknown = set(pc.unique(cells).to_pylist()) - {None, *column.one_of}
        if unknown:
            shown = ", ".join(sorted(unknown))
            raise ValueError(f'"{shown}" tidak dikenal; pilih {", ".join(column.one_of)}.')
    return cells


def kind_problem(column: Column, given: pa.DataType) -> str | None:
    """Tell what is wrong with the type of a column; ``None`` where it can be taken."""
    if any(is_kind(given) for is_kind in (pa.types.is_null, *_SAME_KIND[column.type])):
        return None
    return f"berisi {given}, padahal harus {column.type.label} ({_ARROW[column.type]})."


def _cast(column: Column, given: pa.ChunkedArray) -> pa.ChunkedArray:
    if wrong := kind_problem(column, given.type):
        raise ValueError(wrong)
    return given.cast(_ARROW[column.type])
