"""Spreadsheets of people: the list, and the sections of one record. A cell is text or number."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_columns import Column
from pamong.kernel.day import format_day
from pamong.web.banner import BANNER
from pamong.web.http import Request
from pamong.web.pegawai.rows import open_to, shown
from pamong.web.pegawai.telling import ToldSection
from pamong.web.sheet_layout import lay_out
from pamong.web.templatetags.pamong import sentence

CHUNK = 1_000
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
LONGEST_TITLE = 31
"""What a spreadsheet allows for the name of a sheet."""


def people_workbook(
    request: Request, roster: Roster, columns: Sequence[Column]
) -> tuple[IO[bytes], list[int]]:
    """Return a file of everybody on a roster, and of whom it tells closed columns."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    book, bold, day = _open(file)
    sheet = book.add_worksheet(_("Pegawai"))
    line = _head(sheet, request, _("Daftar pegawai"))
    titles = [_("Nama"), *(sentence(str(each.label)) for each in columns)]
    sheet.write_row(line, 0, titles, bold)
    lay_out(sheet, line, titles, name=0)
    told: list[int] = []
    everybody = roster.everybody(columns)
    while found := list(islice(everybody, CHUNK)):
        for person in shown(
            found, columns, open_to(request, found, columns), day=request.standpoint.day
        ):
            line += 1
            sheet.write_string(line, 0, person.name)
            for place, value in enumerate(person.cells, start=1):
                _write(sheet, (line, place), value, day)
            if person.shows_closed:
                told.append(person.person_id)
    book.close()
    file.seek(0)
    return file, told


def record_workbook(request: Request, name: str, sections: Sequence[ToldSection]) -> IO[bytes]:
    """Return a file of one record, a sheet for each section that tells something."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    book, bold, day = _open(file)
    for section in sections:
        sheet = book.add_worksheet(str(section.title)[:LONGEST_TITLE].replace("/", " "))
        line = _head(sheet, request, f"{name}: {section.title}")
        titles = [sentence(str(label)) for label in section.every_label]
        sheet.write_row(line, 0, titles, bold)
        lay_out(sheet, line, titles, name=0)
        for entry in section.entries:
            line += 1
            for place, value in enumerate(entry.every_value):
                _write(sheet, (line, place), value, day)
    book.close()
    file.seek(0)
    return file


def _open(file: IO[bytes]) -> tuple[Workbook, Any, Any]:
    book = Workbook(file, OPTIONS)
    return book, book.add_format({"bold": True}), book.add_format({"num_format": "dd-mm-yyyy"})


def _head(sheet: Worksheet, request: Request, title: str) -> int:
    """Write what the sheet is about; return the line of the headings, counted from 0."""
    here = request.standpoint
    lines = [
        f"{title}, {here.government.nama}",
        _("Keadaan per %s") % format_day(here.day),
        _("Diunduh oleh %(who)s pada %(day)s")
        % {"who": request.user, "day": format_day(here.today)},
        *([str(BANNER)] if request.is_demonstration else []),
    ]
    for line, text in enumerate(lines):
        sheet.write_string(line, 0, text)
    return len(lines) + 1


def _write(sheet: Worksheet, cell: tuple[int, int], value: object, day: Any) -> None:
    if isinstance(value, date):
        sheet.write_datetime(*cell, value, day)
    elif isinstance(value, int | Decimal) and not isinstance(value, bool):
        sheet.write_number(*cell, value)
    elif value not in (None, ""):
        sheet.write_string(*cell, str(value))
