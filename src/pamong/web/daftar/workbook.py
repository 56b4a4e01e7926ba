"""A list as a spreadsheet, written a chunk at a time; a cell is text, number or day."""

from collections.abc import Iterable
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pamong.kernel.day import format_day
from pamong.web.banner import BANNER
from pamong.web.daftar.kinds import Daftar, Opened
from pamong.web.daftar.rows import told_rows
from pamong.web.http import Request
from pamong.web.sheet_layout import lay_out
from pamong.web.templatetags.pamong import sentence

CHUNK = 1_000
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LONGEST_TITLE = 31


def list_workbook(request: Request, kind: Daftar, opened: Opened) -> tuple[IO[bytes], list[int]]:
    """Return a file of a whole list, and of whom it tells closed columns."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    book = Workbook(file, OPTIONS)
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "dd-mm-yyyy"})
    sheet = book.add_worksheet(str(kind.title)[:LONGEST_TITLE])
    line = write_head(sheet, request, str(kind.title), (note.words for note in opened.notes))
    titles = [_("No."), *([_("Kelompok")] if kind.is_grouped else []), str(kind.subject)]
    titles += [sentence(label) for label in kind.labels]
    sheet.write_row(line, 0, titles, bold)
    lay_out(sheet, line, titles, name=2 if kind.is_grouped else 1)
    seen: list[int] = []
    for start in range(0, opened.number, CHUNK):
        lines = opened.rows(start, min(CHUNK, opened.number - start))
        for row in told_rows(request, kind, opened, lines):
            line += 1
            cells: list[object] = [row.number, *([row.group] if kind.is_grouped else []), row.name]
            cells += [value for _label, value in row.cells]
            for place, value in enumerate(cells):
                write_cell(sheet, (line, place), value, day)
            if row.shows_closed:
                seen.append(row.person_id)
    book.close()
    file.seek(0)
    return file, seen


def write_head(sheet: Worksheet, request: Request, title: str, notes: Iterable[str]) -> int:
    """Write what the sheet is about; return the line of the headings, counted from 0."""
    here = request.standpoint
    lines = [
        f"{title}, {here.government.nama}",
        _("Keadaan per %s") % format_day(here.day),
        _("Diunduh oleh %(who)s pada %(day)s")
        % {"who": request.user, "day": format_day(here.today)},
        *notes,
        *([str(BANNER)] if request.is_demonstration else []),
    ]
    for line, text in enumerate(lines):
        sheet.write_string(line, 0, text)
    return len(lines) + 1


def write_cell(sheet: Worksheet, cell: tuple[int, int], value: object, day: Any) -> None:
    """Write a day or a number as such, and all else as text."""
    if isinstance(value, date):
        sheet.write_datetime(*cell, value, day)
    elif isinstance(value, int):
        sheet.write_number(*cell, value)
    elif value not in (None, ""):
        sheet.write_string(*cell, str(value))
