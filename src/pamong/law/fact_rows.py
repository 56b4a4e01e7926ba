"""Rows of facts as people write them, in a case, a TOML or a JSON file, made into clean rows.

A day may be written ``2026-03-02``, as TOML's own date, or as people do (``2/3/2026``). A run of
days is ``{dari = 2026-03-02, sampai = 2026-03-10}``: one row for each day, both ends counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from pamong.kernel.day import DayTextError, parse_day
from pamong.law.content import Problem, nearest
from pamong.law.fact_table import Column, ColumnType, FactTable
from pamong.law.sentence import show

_TRUE = frozenset({"true", "ya", "1"})
_FALSE = frozenset({"false", "tidak", "0"})
_RUN = frozenset({"dari", "sampai"})


class CellError(ValueError):
    """A cell does not hold what its column holds; the sentence says what it should be."""


def clean_rows(
    table: FactTable, rows: Iterable[Mapping[str, Any]]
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Return the rows with every column of the table, and what is wrong with the rest.

    The place of a problem is ``[row].column``; rows count from 1.
    """
    clean: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, 1):
        found = list(_row_problems(table, row, number))
        problems += found
        if not found:
            clean += _expand({c.name: _read_cell(c, row.get(c.name)) for c in table.columns})
    return clean, problems + list(_repeated(table, clean))


def read_value(column: Column, value: Any) -> Any:
    """Return the value of one cell in the type of its column; ``None`` where it is empty.

    Raises:
        CellError: the cell is empty though it must not be, of another type, or not in the list.
    """
    if value is None or value == "":
        if column.required:
            raise CellError("belum diisi.")
        return None
    read = _READERS[column.type](value)
    if column.one_of and read not in column.one_of:
        hint = nearest(str(read), list(column.one_of))
        raise CellError(f'"{read}" tidak dikenal; pilih {", ".join(column.one_of)}.{hint}')
    return read


def _repeated(table: FactTable, rows: Iterable[Mapping[str, Any]]) -> Iterator[Problem]:
    """Name the rows that say the same thing twice: the law would count it twice."""
    seen = Counter(tuple(row[name] for name in table.key) for row in rows)
    for key, count in seen.items():
        if count > 1:
            told = ", ".join(
                f"{name} = {show(value)}" for name, value in zip(table.key, key, strict=True)
            )
            yield Problem("", f"{count} baris untuk {told}; satu saja.")


def _row_problems(table: FactTable, row: Mapping[str, Any], number: int) -> Iterator[Problem]:
    for name in row.keys() - set(table.column_names):
        hint = nearest(name, list(table.column_names))
        yield Problem(f"[{number}].{name}", f"kolom ini tidak ada.{hint}")
    for column in table.columns:
        try:
            _read_cell(column, row.get(column.name))
        except CellError as error:
            yield Problem(f"[{number}].{column.name}", str(error))


def _read_cell(column: Column, value: Any) -> Any:
    if column.type is ColumnType.DATE and isinstance(value, Mapping):
        return _read_run(value)
    return read_value(column, value)


def _read_run(value: Mapping[str, Any]) -> tuple[date, date]:
    if value.keys() != _RUN:
        raise CellError("rentang hari ditulis {dari = …, sampai = …}.")
    first, last = _read_day(value["dari"]), _read_day(value["sampai"])
    if last < first:
        raise CellError("rentang hari berakhir sebelum dimulai.")
    return first, last


def _expand(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    runs = {name: value for name, value in row.items() if isinstance(value, tuple)}
    if not runs:
        yield row
    for name, (first, last) in runs.items():
        for offset in range((last - first).days + 1):
            yield row | {name: first + timedelta(offset)}


def _read_int(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().removeprefix("-").isdecimal():
        return int(value)
    raise CellError(f"harus bilangan bulat, bukan {value!r}.")


def _read_text(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise CellError(f"harus teks, bukan {value!r}.")


def _read_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().casefold() in _TRUE | _FALSE:
        return value.strip().casefold() in _TRUE
    raise CellError(f"harus true atau false, bukan {value!r}.")


def _read_day(value: Any) -> date:
    if type(value) is date:
        return value
    try:
        return parse_day(value)
    except (DayTextError, TypeError, AttributeError):
        raise CellError(f"harus tanggal seperti 2026-03-02, bukan {value!r}.") from None


_READERS = {
    ColumnType.INT64: _read_int,
    ColumnType.STRING: _read_text,
    ColumnType.BOOLEAN: _read_flag,
    ColumnType.DATE: _read_day,
}
