"""The numbers behind a chart as a spreadsheet: each drawing's table on a sheet of its own."""

from tempfile import TemporaryFile
from typing import IO

from xlsxwriter import Workbook

from pamong.web.daftar.charts import Charted, sentence
from pamong.web.daftar.workbook import LONGEST_TITLE, OPTIONS, write_cell, write_head
from pamong.web.http import Request


def chart_workbook(request: Request, charted: Charted) -> IO[bytes]:
    """Return a file of all that a chart counts, sums as numbers among them."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    book = Workbook(file, OPTIONS)
    bold = book.add_format({"bold": True})
    for figure in charted.figures:
        sheet = book.add_worksheet(figure.title[:LONGEST_TITLE])
        line = write_head(sheet, request, figure.title, charted.notes)
        sheet.write_row(line, 0, [figure.heading, *map(sentence, figure.columns)], bold)
        for place, row in enumerate(figure.rows, line + 1):
            cells = [sentence(row.label), *(each.number for each in row.cells)]
            for column, value in enumerate(cells):
                write_cell(sheet, (place, column), value, None)
    book.close()
    file.seek(0)
    return file
