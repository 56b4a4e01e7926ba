"""Writes the made-up export: one file for each layout, and where its mistakes stand."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

import xlsxwriter

from pamong.exchange.layout import layout
from pamong.exchange.places import Place, column_letters
from pamong.exchange.sample.people import Somebody
from pamong.exchange.sample.planting import APPENDED, MISTAKES, Planted, plan
from pamong.exchange.sample.rows import (
    HISTORIES,
    MAIN_LAYOUT,
    STEPS,
    UNIT_LAYOUT,
    Cells,
    main_row,
    unit_rows,
)
from pamong.exchange.sheet import Cell, text_of

AS_OF = date(2026, 10, 30)
"""The day on which a clean export has nothing to be doubted."""
KINDS = 30
_SHEET = "Data"
Form = Literal["xlsx", "csv"]


@dataclass(frozen=True, slots=True)
class Sample:
    """The files of an export, and each planted mistake: its code and its place."""

    files: tuple[Path, ...]
    mistakes: tuple[tuple[str, Place], ...]
    rows: int


def write_sample(
    folder: Path,
    people: int,
    *,
    mistakes: int = MISTAKES,
    kinds: int = KINDS,
    form: Form = "xlsx",
) -> Sample:
    """Write an export of ``people`` and their histories, ten rows each, into a folder."""
    planted = plan(kinds, mistakes) if mistakes else []
    behind: dict[str, list[Planted]] = defaultdict(list)
    changed: dict[tuple[str, int, int], Mapping[str, Cell]] = {}
    for mistake in planted:
        if mistake.step == APPENDED:
            behind[mistake.layout].append(mistake)
        else:
            changed[mistake.layout, mistake.person, mistake.step] = mistake.changes
    files, rows = [], 0
    for name in (UNIT_LAYOUT, MAIN_LAYOUT, *HISTORIES):
        path = folder / f"{name}.{form}"
        of = _rows(name, people, changed)
        more = (mistake.row or {} for mistake in behind[name])
        headings = [column.name for column in layout(name).columns]
        rows += _WRITERS[form](path, headings, _chain(of, more))
        files.append(path)
    places = tuple(
        (mistake.code, _place(mistake, people, behind, form, folder)) for mistake in planted
    )
    return Sample(tuple(files), places, rows)


def _chain(rows: Iterator[Cells], more: Iterable[Cells]) -> Iterator[Cells]:
    yield from rows
    yield from more


def _rows(
    name: str, people: int, changed: Mapping[tuple[str, int, int], Mapping[str, Cell]]
) -> Iterator[Cells]:
    if name == UNIT_LAYOUT:
        yield from unit_rows()
        return
    for number in range(people):
        who = Somebody(number)
        steps = [main_row(who)] if name == MAIN_LAYOUT else HISTORIES[name](who)
        for step, row in enumerate(steps):
            yield {**row, **changed.get((name, number, step), {})}


def _place(
    mistake: Planted,
    people: int,
    behind: Mapping[str, Sequence[Planted]],
    form: Form,
    folder: Path,
) -> Place:
    steps = STEPS.get(mistake.layout, 1)
    if mistake.step == APPENDED:
        before = people * steps + behind[mistake.layout].index(mistake)
    else:
        step = mistake.step if mistake.doubt_step is None else mistake.doubt_step
        before = mistake.person * steps + step
    names = [column.name for column in layout(mistake.layout).columns]
    column = column_letters(names.index(mistake.column)) if mistake.column else ""
    file = (folder / f"{mistake.layout}.{form}").name
    return Place(file, _SHEET if form == "xlsx" else "", before + 2, column)


def _write_xlsx(path: Path, headings: Sequence[str], rows: Iterable[Cells]) -> int:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet(_SHEET)
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    number = 0
    for index, heading in enumerate(headings):
        sheet.write_string(0, index, heading)
    for number, row in enumerate(rows, 1):
        for index, name in enumerate(headings):
            cell = row.get(name, "")
            if isinstance(cell, date):
                sheet.write_datetime(number, index, cell, day)
            elif isinstance(cell, float):
                sheet.write_number(number, index, cell)
            elif cell:
                sheet.write_string(number, index, str(cell))
    book.close()
    return number


def _write_csv(path: Path, headings: Sequence[str], rows: Iterable[Cells]) -> int:
    number = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(headings)
        for row in rows:
            writer.writerow([text_of(row.get(name, "")) for name in headings])
            number += 1
    return number


_WRITERS = {"xlsx": _write_xlsx, "csv": _write_csv}
