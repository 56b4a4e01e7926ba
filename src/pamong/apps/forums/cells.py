"""Cells of a list as people type or paste them, made clean; all that is wrong is told at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from pamong.apps.forums.models import ColumnKind, ListColumn
from pamong.kernel.day import DayTextError, format_day, parse_day
from pamong.kernel.number import NumberTextError, format_number, parse_number

MAX_ROWS = 2000
MAX_LETTERS = 500


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in one cell; ``row`` counts from 1, as the person sees the lines."""

    row: int
    column: str
    message: str

    def __str__(self) -> str:
        where = _("Baris %(row)d, kolom %(column)s: %(message)s")
        return where % {"row": self.row, "column": self.column, "message": self.message}


class CellsRefusedError(ValueError):
    """Some cells cannot be kept; ``problems`` names each."""

    def __init__(self, problems: Sequence[CellProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__(" ".join(str(problem) for problem in problems))


def rows_of_paste(text: str, columns: Sequence[ListColumn]) -> list[list[str]]:
    """Return the cells of lines pasted from a spreadsheet; a line with the headings is left out.

    Cells stand between tabs. A line that is empty is none.
    """
    lines = [line for line in text.replace("\0", "").splitlines() if line.strip()]
    rows = [[cell.strip() for cell in line.split("\t")] for line in lines]
    names = [column.name.casefold() for column in columns]
    return rows[1:] if rows and [cell.casefold() for cell in rows[0]] == names else rows


def clean_rows(rows: Sequence[Sequence[str]], columns: Sequence[ListColumn]) -> list[list[str]]:
    """Return the cells as they are kept: numbers with a decimal point, days as ISO.

    Raises:
        CellsRefusedError: a cell does not fit its column, or a line has too many.
    """
    problems: list[CellProblem] = []
    clean = []
    if len(rows) > MAX_ROWS:
        message = _("lebih dari %d baris. Kirim dalam beberapa bagian.") % MAX_ROWS
        raise CellsRefusedError([CellProblem(MAX_ROWS + 1, "–", message)])
    for number, row in enumerate(rows, start=1):
        if len(row) > len(columns):
            message = _("ada %(cells)d isian untuk %(columns)d kolom.")
            told = message % {"cells": len(row), "columns": len(columns)}
            problems.append(CellProblem(number, "–", told))
            continue
        padded = [*row, *[""] * (len(columns) - len(row))]
        cells = []
        for column, cell in zip(columns, padded, strict=True):
            try:
                cells.append(_clean(cell, column))
            except ValueError as error:
                problems.append(CellProblem(number, column.name, str(error)))
        clean.append(cells)
    if problems:
        raise CellsRefusedError(problems)
    return clean


def shown(cell: str, column: ListColumn) -> str:
    """Return a kept cell as people read it: "1.234,5", "18 Maret 2019"."""
    if not cell:
        return ""
    if column.kind == ColumnKind.ANGKA:
        return format_number(parse_number(cell.replace(".", ",")))
    if column.kind == ColumnKind.TANGGAL:
        return format_day(date.fromisoformat(cell))
    return cell


def choices_of(column: ListColumn) -> list[str]:
    """Return what can be chosen in a column."""
    return [line.strip() for line in column.choices.splitlines() if line.strip()]


def _clean(cell: str, column: ListColumn) -> str:
    text = " ".join(cell.split())
    if not text:
        if column.is_required:
            raise ValueError(_("wajib diisi."))
        return ""
    if len(text) > MAX_LETTERS:
        raise ValueError(_("lebih dari %d huruf.") % MAX_LETTERS)
    if column.kind == ColumnKind.ANGKA:
        return _number(text)
    if column.kind == ColumnKind.TANGGAL:
        return _day(text)
    return _choice(text, column) if column.kind == ColumnKind.PILIHAN else text


def _number(text: str) -> str:
    try:
        return str(parse_number(text.removeprefix("Rp").strip()))
    except NumberTextError as error:
        raise ValueError(str(error)) from error


def _day(text: str) -> str:
    try:
        return parse_day(text).isoformat()
    except DayTextError as error:
        raise ValueError(str(error)) from error


def _choice(text: str, column: ListColumn) -> str:
    for choice in choices_of(column):
        if choice.casefold() == text.casefold():
            return choice
    raise ValueError(
        _('"%(text)s" bukan pilihan. Yang ada: %(choices)s.')
        % {"text": text, "choices": ", ".join(choices_of(column))}
    )
