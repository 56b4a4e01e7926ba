"""The sheet on which a case is filled in: one table of cells for each thing that a rule reads."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from pamong.kernel.day import format_day
from pamong.law import Rule, fact_table
from pamong.law.content import Problem
from pamong.law.fact_rows import clean_rows
from pamong.law.fact_table import Column, ColumnType, FactTable
from pamong.law.rule import Case
from pamong.web.aturan.names import is_english, table_meaning, words_of

MOST_ROWS = 60
"""More rows of one table than a case by hand can need."""
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_PLACE = re.compile(r"\[(\d+)\]\.(\w+)")


@dataclass(slots=True)
class Cell:
    """One value as it was typed, with what is wrong with it."""

    name: str
    column: Column
    value: str
    problem: str = ""

    @property
    def options(self) -> list[tuple[str, str]]:
        """The choices of a closed list, "not known" first; none where anything may be typed."""
        if self.column.type is ColumnType.BOOLEAN:
            choices = [("ya", _("ya")), ("tidak", _("tidak"))]
        else:
            choices = [(word, words_of(word)) for word in self.column.one_of]
        return [("", _("belum diketahui")), *choices] if choices else []

    @property
    def label(self) -> str:
        """What the value means, in the language of the page."""
        return self.column.meaning_en if is_english() else self.column.meaning

    @property
    def is_day(self) -> bool:
        """Whether a day is asked for."""
        return self.column.type is ColumnType.DATE

    @property
    def is_number(self) -> bool:
        """Whether a whole number is asked for."""
        return self.column.type is ColumnType.INT64


@dataclass(slots=True)
class SheetTable:
    """One table of the sheet: a single case is one row, shown as a form; others are rows."""

    table: FactTable
    rows: list[list[Cell]] = field(default_factory=list)
    problem: str = ""

    @property
    def name(self) -> str:
        """The name of the table of facts."""
        return self.table.name

    @property
    def meaning(self) -> str:
        """What the rows are, in the language of the page."""
        return "" if self.table.is_case else table_meaning(self.table.name)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that are filled in."""
        return self.table.told

    @property
    def has_room(self) -> bool:
        """Whether another row may be added."""
        return not self.table.is_case and len(self.rows) < MOST_ROWS


@dataclass(slots=True)
class Sheet:
    """Everything that is asked for a rule, as it was typed."""

    rule: Rule
    tables: list[SheetTable]

    def read(self) -> dict[str, list[dict[str, Any]]] | None:
        """Return the facts by table; ``None`` where a cell cannot be read, which then says why."""
        facts: dict[str, list[dict[str, Any]]] = {}
        is_sound = True
        for each in self.tables:
            told = [row for row in each.rows if any(cell.value for cell in row)]
            rows, problems = clean_rows(each.table, [_typed(row) for row in told])
            _point_out(each, told, problems)
            is_sound = is_sound and not problems
            facts[each.name] = rows
        return facts if is_sound else None


def tables_asked(rule: Rule) -> list[FactTable]:
    """Return what a rule must be told; the national calendar it has itself."""
    if rule.case_table is not None:
        return [rule.case_table]
    return [table for name in rule.reads if not (table := fact_table(name)).is_reference]


def sheet_of_case(rule: Rule, case: Case | None) -> Sheet:
    """Return a sheet with the facts of a case of the rule; without one, with an empty row each."""
    facts: Mapping[str, Sequence[Mapping[str, Any]]] = case.facts if case else {}
    tables = []
    for table in tables_asked(rule):
        clean, _problems = clean_rows(table, facts.get(table.name, []))
        rows = clean[:MOST_ROWS] or [{}]
        tables.append(_table(table, [{k: _shown(v) for k, v in row.items()} for row in rows]))
    return Sheet(rule, tables)


def sheet_sent(rule: Rule, sent: QueryDict) -> Sheet:
    """Return the sheet as it was sent, with one more row where one was asked for."""
    tables = []
    for table in tables_asked(rule):
        numbers = _numbers(table, sent)
        rows = [
            {c.name: sent.get(f"{table.name}-{n}-{c.name}", "").strip() for c in table.told}
            for n in numbers
        ]
        if sent.get("tambah") == table.name and len(rows) < MOST_ROWS:
            rows.append({})
        tables.append(_table(table, rows or [{}]))
    return Sheet(rule, tables)


def _numbers(table: FactTable, sent: QueryDict) -> list[int]:
    """Return the numbers of the rows sent, in order."""
    place = re.compile(rf"{re.escape(table.name)}-(\d{{1,3}})-\w+")
    found = {int(match[1]) for key in sent if (match := place.fullmatch(key))}
    return sorted(found)[:MOST_ROWS]


def _table(table: FactTable, rows: Iterable[Mapping[str, str]]) -> SheetTable:
    return SheetTable(
        table,
        [
            [
                Cell(f"{table.name}-{number}-{column.name}", column, row.get(column.name, ""))
                for column in table.told
            ]
            for number, row in enumerate(rows, 1)
        ],
    )


def _typed(row: Iterable[Cell]) -> dict[str, str]:
    """Return what was typed; the points of 1.000.000 are taken out of whole numbers."""
    return {
        cell.column.name: cell.value.replace(".", "")
        if cell.is_number and _THOUSANDS.fullmatch(cell.value)
        else cell.value
        for cell in row
    }


def _point_out(table: SheetTable, told: list[list[Cell]], problems: Iterable[Problem]) -> None:
    for problem in problems:
        place = _PLACE.fullmatch(problem.place)
        cells = told[int(place[1]) - 1] if place else []
        at = next((cell for cell in cells if place and cell.column.name == place[2]), None)
        if at is None:
            table.problem = str(problem.message)
        else:
            at.problem = problem.message


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return format_day(value) if isinstance(value, date) else str(value)
