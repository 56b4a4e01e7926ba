"""Reads one row of a scenario: its days, its runs of days, and what is meant to be empty.

``"kosong"`` is an empty cell. ``{dari = …, sampai = …}`` stands for every working day of a week of
five days from the one to the other, a row for each. Identifiers are not written: the lake gives
them; only ``jabatan_id`` and ``person_id`` are numbers local to the scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from pamong.kernel.kalender import WorkWeek, YearWithoutDecreeError, national_kalender
from pamong.law.content import Cursor, nearest
from pamong.law.fact_table import Column, ColumnType, FactTable
from pamong.synth.scenario_day import ScenarioDayError, scenario_day

EMPTY = "kosong"
LOCAL = ("jabatan_id", "person_id")
_GIVEN_BY_THE_LAKE = ("pegawai_id", "pemda_id", "unit_id")
_KINDS: dict[ColumnType, type] = {
    ColumnType.INT64: int,
    ColumnType.STRING: str,
    ColumnType.BOOLEAN: bool,
}
_RUN = {"dari", "sampai"}
_LONGEST_RUN = 400


class _CellError(ValueError):
    """A cell cannot be read."""


def _read_row(
    table: FactTable, row: Mapping[str, Any], as_of: date
) -> tuple[list[dict[str, Any]], list[tuple[str, str]]]:
    """Return the rows that one row stands for, and each problem with its column."""
    problems = [
        (name, f'kolom "{name}" tidak ada.{nearest(name, list(table.column_names))}')
        for name in row
        if table.find_column(name) is None
    ]
    run: list[date] | None = None
    run_column = ""
    cells: dict[str, Any] = {}
    for column in table.columns:
        try:
            value = _read_cell(table, column, row, as_of)
        except (_CellError, ScenarioDayError, YearWithoutDecreeError) as error:
            problems.append((column.name, str(error)))
            continue
        if isinstance(value, list):
            run, run_column = value, column.name
        else:
            cells[column.name] = value
    if run is None:
        return [cells], problems
    return [{**cells, run_column: day} for day in run], problems


def read_rows(
    cursor: Cursor, place: str, table: FactTable, rows: Any, as_of: date
) -> tuple[Mapping[str, Any], ...]:
    """Read the rows of one table, one or a list; every problem is noted at its place."""
    if isinstance(rows, dict):
        rows = [rows]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        cursor.note(place, "harus berupa daftar baris.")
        return ()
    found: list[dict[str, Any]] = []
    for number, row in enumerate(rows, 1):
        read, problems = _read_row(table, row, as_of)
        for key, message in problems:
            cursor.note(f"{place}[{number}].{key}", message)
        found += read
    return tuple(found)


def is_given_by_the_lake(table: FactTable, column: Column) -> bool:
    """Tell whether a scenario leaves this column to the lake."""
    if column.name in LOCAL:
        return False
    is_number = table.key == (column.name,) and column.type is ColumnType.INT64
    return is_number or column.name in _GIVEN_BY_THE_LAKE


def _read_cell(table: FactTable, column: Column, row: Mapping[str, Any], as_of: date) -> Any:
    value = row.get(column.name)
    if is_given_by_the_lake(table, column):
        if value is not None:
            raise _CellError("pengenal tidak ditulis di sini; diisi ketika data dibuat.")
        return None
    if value is None or value == EMPTY:
        if column.required:
            raise _CellError("belum diisi.")
        return None
    if column.type is ColumnType.DATE:
        return _read_day(value, as_of)
    kind = _KINDS[column.type]
    if type(value) is not kind:
        raise _CellError(f"harus berupa {column.type.label}, bukan {value!r}.")
    if column.one_of and value not in column.one_of:
        hint = nearest(str(value), list(column.one_of))
        raise _CellError(f'"{value}" tidak dikenal; pilih {", ".join(column.one_of)}.{hint}')
    return value


def _read_day(value: Any, as_of: date) -> date | list[date]:
    if isinstance(value, dict):
        if value.keys() != _RUN or not all(isinstance(day, str) for day in value.values()):
            raise _CellError('deretan hari ditulis {dari = "…", sampai = "…"}.')
        first, last = (scenario_day(value[key], as_of) for key in ("dari", "sampai"))
        return list(_working_days(first, last))
    if type(value) is date:
        return value
    if not isinstance(value, str):
        raise _CellError(f"harus berupa hari, bukan {value!r}.")
    return scenario_day(value, as_of)


def _working_days(first: date, last: date) -> Iterator[date]:
    if not first <= last <= first + timedelta(_LONGEST_RUN):
        raise _CellError(f"deretan hari dari {first} sampai {last} tidak dapat dipakai.")
    kalender = national_kalender()
    for number in range((last - first).days + 1):
        day = first + timedelta(number)
        if kalender.is_working_day(day, WorkWeek.FIVE):
            yield day
