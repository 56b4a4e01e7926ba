"""The fact tables: what the law may be told, declared once in ``fact_tables.toml``.

A table that says ``coverage = true`` has a second table beside it, ``<name>_cakupan``, that says
for which government, unit and days its rows are complete. A missing row means nothing outside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from pamong.law.content import ContentError, Cursor, nearest, open_file

_FILE = Path(__file__).with_name("fact_tables.toml")
COVERAGE_SUFFIX = "_cakupan"


class UnknownTableError(LookupError):
    """A name is no fact table."""

    def __init__(self, name: str) -> None:
        self.name = name
        hint = nearest(name, list(fact_tables()))
        super().__init__(f'Tabel fakta "{name}" tidak dikenal.{hint}')


class ColumnType(StrEnum):
    """What a column holds; the value is the name of the type in Ibis and in Arrow alike."""

    INT64 = "int64"
    STRING = "string"
    BOOLEAN = "boolean"
    DATE = "date"

    @property
    def label(self) -> str:
        """What people read."""
        return _TYPE_LABELS[self]


_TYPE_LABELS = {
    ColumnType.INT64: "bilangan bulat",
    ColumnType.STRING: "teks",
    ColumnType.BOOLEAN: "ya/tidak",
    ColumnType.DATE: "tanggal",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its type, whether it may be empty, and what it means in both languages."""

    name: str
    type: ColumnType
    required: bool
    meaning: str
    meaning_en: str
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FactTable:
    """One table of facts. ``key`` names the columns that tell its rows apart."""

    name: str
    meaning: str
    meaning_en: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    is_reference: bool
    is_kept: bool = True
    """Whether Pamong's own records tell it; else it comes from files and lakes only."""
    is_coverage: bool = False
    is_case: bool = False

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in their order."""
        return tuple(column.name for column in self.columns)

    @property
    def told(self) -> tuple[Column, ...]:
        """The columns that somebody fills in: of one case all but its number."""
        hidden = self.key if self.is_case else ()
        return tuple(column for column in self.columns if column.name not in hidden)

    def find_column(self, name: str) -> Column | None:
        """Return the column of that name, if there is one."""
        return next((column for column in self.columns if column.name == name), None)


@cache
def fact_tables() -> dict[str, FactTable]:
    """Return every fact table by name, coverage tables after the tables that they cover."""
    return load_fact_tables(_FILE)


def fact_table(name: str) -> FactTable:
    """Return one fact table.

    Raises:
        UnknownTableError: no table has that name.
    """
    try:
        return fact_tables()[name]
    except KeyError:
        raise UnknownTableError(name) from None


def load_fact_tables(path: Path) -> dict[str, FactTable]:
    """Read a file of fact tables.

    Raises:
        ContentError: with every problem of the file.
    """
    cursor = open_file(path)
    coverage_columns = _read_columns(cursor.table("coverage"))
    tables: dict[str, FactTable] = {}
    for name, row in cursor.named("table").items():
        tables[name] = _read_table(name, row)
        if row.flag("coverage", default=False):
            covered = _coverage_of(tables[name], coverage_columns)
            tables[covered.name] = covered
        row.close()
    cursor.close()
    if cursor.problems:
        raise ContentError(path, cursor.problems)
    return tables


def _read_table(name: str, row: Cursor) -> FactTable:
    table = FactTable(
        name=name,
        meaning=row.text("meaning"),
        meaning_en=row.text("meaning_en"),
        columns=_read_columns(row.table("columns")),
        key=row.texts("key"),
        is_reference=row.flag("reference", default=False),
        is_kept=row.flag("kept", default=True),
    )
    for column in set(table.key) - set(table.column_names):
        row.note("key", f'kolom "{column}" tidak ada.')
    return table


def _read_columns(cursor: Cursor) -> tuple[Column, ...]:
    columns = []
    for name in cursor.items():
        row = cursor.table(name)
        columns.append(
            Column(
                name=name,
                type=row.choice("type", ColumnType),
                required=row.flag("required", default=True),
                meaning=row.text("meaning"),
                meaning_en=row.text("meaning_en"),
                one_of=row.optional_texts("one_of"),
            )
        )
        row.close()
    return tuple(columns)


def _coverage_of(table: FactTable, columns: tuple[Column, ...]) -> FactTable:
    return FactTable(
        name=f"{table.name}{COVERAGE_SUFFIX}",
        meaning=f"Untuk siapa dan kapan baris {table.name} lengkap; di luarnya ketiadaan baris "
        "tidak berarti apa-apa.",
        meaning_en=f"For whom and when the rows of {table.name} are complete; outside it a "
        "missing row means nothing.",
        columns=columns,
        key=("pemda_id", "unit_id", "starts_on"),
        is_reference=False,
        is_kept=table.is_kept,
        is_coverage=True,
    )
