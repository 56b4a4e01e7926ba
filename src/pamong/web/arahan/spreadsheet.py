"""The compiled answers as a spreadsheet: who filled what, and every row, with day and banner."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pamong.apps.forums.compiled import Compiled
from pamong.kernel.day import format_day
from pamong.kernel.number import parse_number
from pamong.web.banner import BANNER

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_of(
    compiled: Compiled,
    rows: Iterable[tuple[str, Sequence[str]]],
    *,
    day: date,
    is_demonstration: bool,
) -> bytes:
    """Return an XLSX file of two sheets; a cell is text or number, never a formula."""
    buffer = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = Workbook(buffer, options)
    bold = book.add_format({"bold": True})
    head = [compiled.request.title, _("Keadaan per %s") % format_day(day)]
    head += [str(BANNER)] if is_demonstration else []
    answers = book.add_worksheet(_("Isian"))
    start = _write_head(answers, head)
    names = [_("OPD"), *(column.name for column in compiled.columns)]
    answers.write_row(start, 0, names, bold)
    for line, (opd, cells) in enumerate(rows, start=start + 1):
        answers.write_string(line, 0, opd)
        for place, (cell, column) in enumerate(zip(cells, compiled.columns, strict=True), start=1):
            if column.kind == "angka" and cell:
                answers.write_number(line, place, Decimal(parse_number(cell)))
            else:
                answers.write_string(line, place, cell)
    states = book.add_worksheet(_("Kemajuan"))
    start = _write_head(states, head)
    states.write_row(start, 0, [_("OPD"), _("Baris"), _("Dinyatakan lengkap")], bold)
    for line, sheet in enumerate(compiled.sheets, start=start + 1):
        states.write_string(line, 0, sheet.opd)
        states.write_number(line, 1, sheet.rows)
        states.write_string(line, 2, format_day(sheet.completed_on) if sheet.completed_on else "")
    book.close()
    return buffer.getvalue()


def _write_head(sheet: Worksheet, lines: Sequence[str]) -> int:
    """Write what the sheet is about; return the line of the headings, counted from 0."""
    for line, text in enumerate(lines):
        sheet.write_string(line, 0, text)
    return len(lines) + 1
