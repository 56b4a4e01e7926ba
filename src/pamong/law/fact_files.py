"""Facts from files: TOML and JSON hold several tables, Parquet and CSV one, named after the file.

A run of days may be written once in TOML and JSON (``fact_rows``). Every problem of every file is
told at once with its table, row and column; rows count from 1, the header of a CSV apart.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from pamong.kernel.language import say
from pamong.law.content import Problem
from pamong.law.fact_rows import CellError, read_value
from pamong.law.fact_table import Column, FactTable, UnknownTableError, fact_table
from pamong.law.rule import Rule
from pamong.law.tables import FactsError, arrow_schema, conform, table_from_rows

_SHOWN_PROBLEMS = 20


class FactsFileError(Exception):
    """Files of facts cannot be used; ``problems`` lists what is wrong, by file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        shown = "\n".join(f"  {problem}" for problem in self.problems[:_SHOWN_PROBLEMS])
        more = len(self.problems) - _SHOWN_PROBLEMS
        rest = f"\n  … dan {more} lagi" if more > 0 else ""
        super().__init__(f"Berkas fakta belum dapat dibaca:\n{shown}{rest}")


def read_facts(rule: Rule, paths: Iterable[Path]) -> dict[str, pa.Table]:
    """Return the tables of a rule that stand in the files; those in none are empty.

    ``kalender`` alone is left out where no file holds it, so that the national one is used.

    Raises:
        FactsFileError: with every problem of every file.
    """
    return completed(rule, read_tables(paths))


def completed(rule: Rule, tables: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
    """Return the tables with those that a rule reads and nobody gave, empty."""
    empty = [
        name for name in rule.reads if name not in tables and not fact_table(name).is_reference
    ]
    return dict(tables) | {name: arrow_schema(fact_table(name)).empty_table() for name in empty}


def read_tables(paths: Iterable[Path]) -> dict[str, pa.Table]:
    """Return every fact table that stands in the files; a folder stands for the files in it.

    Raises:
        FactsFileError: with every problem of every file.
    """
    tables: dict[str, pa.Table] = {}
    problems: list[Problem] = []
    for path in _files(paths):
        try:
            for name, table in _read_file(path).items():
                if name in tables:
                    problems.append(Problem(path.name, f'tabel "{name}" ada di dua berkas.'))
                tables[name] = table
        except FactsError as error:
            problems += [Problem(f"{path.name}: {p.place}", p.message) for p in error.problems]
    if problems:
        raise FactsFileError(problems)
    return tables


def read_case(path: Path) -> dict[str, Any]:
    """Return the inputs of one case from a TOML or JSON file: its keys are their names.

    Raises:
        FactsFileError: it cannot be read.
    """
    load = {".toml": tomllib.loads, ".json": json.loads}.get(path.suffix.casefold())
    if load is None:
        told = say("satu perkara ditulis dalam .toml atau .json.")
        raise FactsFileError([Problem(path.name, told)])
    try:
        content = load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FactsFileError([Problem(path.name, say("berkas ini tidak ada."))]) from None
    except (OSError, ValueError) as error:
        raise FactsFileError([Problem(path.name, str(error))]) from error
    if not isinstance(content, dict):
        raise FactsFileError([Problem(path.name, say("harus berisi masukan menurut namanya."))])
    return content


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        inside = path.iterdir() if path.is_dir() else ()
        yield from sorted(one for one in inside if one.suffix.casefold() in _READERS) or [path]


def _read_file(path: Path) -> dict[str, pa.Table]:
    if not path.exists():
        raise _refused(say("berkas ini tidak ada."))
    if path.is_dir():
        kinds = ", ".join(_READERS)
        raise _refused(say("map ini tidak berisi berkas %(kinds)s.", kinds=kinds))
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        raise _refused(f'jenis berkas "{path.suffix}" tidak dikenal; pakai {", ".join(_READERS)}.')
    try:
        return reader(path)
    except (OSError, ValueError, UnknownTableError) as error:
        if isinstance(error, FactsError):
            raise
        raise _refused(str(error)) from error


def _refused(message: str) -> FactsError:
    return FactsError([Problem("berkas", message)])


def _read_parquet(path: Path) -> dict[str, pa.Table]:
    table = fact_table(path.stem)
    return {table.name: conform(table, with_empty_columns(table, pq.read_table(path)))}


def with_empty_columns(table: FactTable, given: pa.Table) -> pa.Table:
    """Add the columns that may be empty and are not in the file."""
    for column in table.columns:
        if not column.required and column.name not in given.column_names:
            given = given.append_column(column.name, pa.nulls(given.num_rows))
    return given


def _read_csv(path: Path) -> dict[str, pa.Table]:
    table = fact_table(path.stem)
    options = pyarrow.csv.ConvertOptions(
        column_types=dict.fromkeys(table.column_names, pa.string()),
        strings_can_be_null=True,
        null_values=[""],
    )
    text = with_empty_columns(table, pyarrow.csv.read_csv(path, convert_options=options))
    problems: list[Problem] = []
    cells = {name: _read_column(table, text, name, problems) for name in text.column_names}
    if problems:
        raise FactsError(problems)
    return {table.name: conform(table, pa.table(cells))}


def _read_column(
    table: FactTable, text: pa.Table, name: str, problems: list[Problem]
) -> pa.ChunkedArray:
    column = table.find_column(name)
    if column is None:
        return text[name]  # ``conform`` says that it is not known
    kind = arrow_schema(table).field(name).type
    try:
        return text[name].cast(kind)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError):
        return pa.chunked_array([pa.array(_cell_by_cell(table, column, text, problems), kind)])


def _cell_by_cell(
    table: FactTable, column: Column, text: pa.Table, problems: list[Problem]
) -> list[Any]:
    """Read what Arrow could not at once: days as people write them, and the cells at fault."""
    values: list[Any] = []
    for number, value in enumerate(text[column.name].to_pylist(), 1):
        try:
            values.append(read_value(column, value))
        except CellError as error:
            values.append(None)
            problems.append(Problem(f"{table.name}[{number}].{column.name}", str(error)))
    return values


def _read_json(path: Path) -> dict[str, pa.Table]:
    return _from_rows(json.loads(path.read_text(encoding="utf-8"), parse_float=str))


def _read_toml(path: Path) -> dict[str, pa.Table]:
    return _from_rows(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=str))


def _from_rows(content: Any) -> dict[str, pa.Table]:
    if not isinstance(content, dict):
        raise _refused("harus berisi tabel menurut namanya.")
    tables: dict[str, pa.Table] = {}
    problems: list[Problem] = []
    for name, rows in content.items():
        try:
            tables[name] = table_from_rows(fact_table(name), _rows_of(name, rows))
        except UnknownTableError as error:
            problems.append(Problem(name, str(error)))
        except FactsError as error:
            problems += error.problems
    if problems:
        raise FactsError(problems)
    return tables


def _rows_of(name: str, rows: Any) -> list[Mapping[str, Any]]:
    if isinstance(rows, list) and all(isinstance(row, dict) for row in rows):
        return rows
    raise FactsError([Problem(name, "harus berupa daftar baris.")])


_READERS = {".toml": _read_toml, ".json": _read_json, ".parquet": _read_parquet, ".csv": _read_csv}
