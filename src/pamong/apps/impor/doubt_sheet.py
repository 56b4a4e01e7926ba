"""The doubts of an import as a workbook: the rows as they came, the doubted cells marked.

One sheet of all doubts in words, and one for each sheet of the files that has any: its headings,
and its doubtful rows with all their cells, what is doubted and what to do beside them. The rows
are read from the files anew, which takes a second for a kabupaten.
"""

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from pamong.apps.accounts.seeing import CLOSED
from pamong.apps.impor.classes import classes_of_cell
from pamong.apps.impor.errors import ClearedError
from pamong.apps.impor.models import Import, ImportFile, StagedDoubt
from pamong.apps.impor.told import ToldDoubt, sheets_by_place, told_doubts
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.exchange.errors import TableFileError
from pamong.exchange.opening import open_tables
from pamong.exchange.places import column_index, column_letters
from pamong.exchange.sheet import Cells, text_of

OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST = 31
"""What a spreadsheet allows for the name of a sheet."""
_LONGEST_CELL = 32_000


def write_doubts(
    batch: Import, out: IO[bytes], *, seen: frozenset[FieldClass], head: Sequence[str]
) -> int:
    """Write the doubts of an import, and return how many there are.

    ``head`` stands above the list of doubts: what it is, on which day, who asked for it. A cell
    of a class that is not ``seen`` says "tertutup".

    Raises:
        ClearedError: what was read is deleted by now.
    """
    if batch.is_cleared:
        raise ClearedError
    rows = StagedDoubt.objects.filter(batch=batch).order_by("file", "sheet", "row", "column", "pk")
    doubts = told_doubts(batch, rows, seen)
    book = Workbook(out, OPTIONS)
    paper = _Paper(book)
    _write_list(book.add_worksheet(_("Keraguan")), paper, doubts, head)
    by_file = {file.name: file for file in batch.files.all()}
    for name, of_file in groupby(doubts, key=lambda each: each.place.file):
        _write_file(paper, batch, by_file[name], list(of_file), seen)
    book.close()
    return len(doubts)


class _Paper:
    """The workbook, its formats, and the names of sheets that are taken."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True, "bg_color": "#DDE5E2"})
        self.must = book.add_format({"bg_color": "#F7BAB8"})
        self.asks = book.add_format({"bg_color": "#FDE9B8"})
        self.taken = {_("Keraguan").casefold()}

    def sheet(self, file: str, name: str) -> Worksheet:
        """Add a sheet called after the file and its sheet, as far as there is room."""
        wanted = _FORBIDDEN.sub(" ", f"{Path(file).stem} {name}".strip())[:_LONGEST]
        title, number = wanted, 1
        while title.casefold() in self.taken:
            number += 1
            title = f"{wanted[: _LONGEST - 4]} {number}"
        self.taken.add(title.casefold())
        return self.book.add_worksheet(title)


def _write_list(
    sheet: Worksheet, paper: _Paper, doubts: Iterable[ToldDoubt], head: Sequence[str]
) -> None:
    for line, text in enumerate(head):
        sheet.write_string(line, 0, text)
    first = len(head) + 1
    titles = [_("Berkas"), _("Lembar"), _("Baris"), _("Kolom"), _("Berat"), _("Keraguan")]
    sheet.write_row(first, 0, [*titles, _("Saran"), _("Isi sel"), _("Kode")], paper.bold)
    for line, doubt in enumerate(doubts, first + 1):
        place = doubt.place
        mark = paper.must if doubt.must_be_mended else paper.asks
        weight = _("harus diperbaiki") if doubt.must_be_mended else _("perlu diputuskan")
        sheet.write_string(line, 0, place.file)
        sheet.write_string(line, 1, place.sheet)
        sheet.write_number(line, 2, place.row)
        sheet.write_string(line, 3, place.column)
        sheet.write_string(line, 4, weight, mark)
        for column, text in enumerate((doubt.sentence, doubt.advice, doubt.value, doubt.code), 5):
            sheet.write_string(line, column, text[:_LONGEST_CELL])


def _write_file(
    paper: _Paper,
    batch: Import,
    file: ImportFile,
    doubts: Sequence[ToldDoubt],
    seen: frozenset[FieldClass],
) -> None:
    """Write the doubtful rows of one file, a sheet for each of its sheets that has any."""
    told = sheets_by_place(batch)
    by_sheet = {name: list(rows) for name, rows in groupby(doubts, lambda each: each.place.sheet)}
    for name, rows in _sheets(file):
        if name in by_sheet:
            about = told.get((file.name, name), {})
            sheet = paper.sheet(file.name, name)
            _write_rows(sheet, paper, about, rows, by_sheet[name], seen)


def _sheets(file: ImportFile) -> Iterator[tuple[str, Iterator[tuple[int, Cells]]]]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / file.name
        path.write_bytes(file.content)
        try:
            for sheet in open_tables(path):
                yield sheet.name, sheet.rows()
        except TableFileError:  # it was read before; what of it can be shown, is
            return


def _write_rows(
    sheet: Worksheet,
    paper: _Paper,
    about: Mapping[str, Any],
    rows: Iterable[tuple[int, Cells]],
    doubts: Sequence[ToldDoubt],
    seen: frozenset[FieldClass],
) -> None:
    headings = list(about.get("kepala", ()))
    width = len(headings)
    sheet.freeze_panes(1, 0)
    more = [_("Keraguan"), _("Saran"), _("Baris di berkas asli")]
    sheet.write_row(0, 0, [*headings, *more], paper.bold)
    by_row = {row: list(found) for row, found in groupby(doubts, lambda each: each.place.row)}
    is_open = [classes_of_cell(about, column_letters(index)) <= seen for index in range(width)]
    line = 0
    for number, cells in rows:
        of_row = by_row.get(number)
        if of_row is None:
            continue
        line += 1
        marks = {column_index(each.place.column): each for each in of_row if each.place.column}
        for index, cell in enumerate(cells[:width]):
            text = text_of(cell) if is_open[index] else str(CLOSED)
            doubt = marks.get(index)
            if doubt is not None:
                mark = paper.must if doubt.must_be_mended else paper.asks
                sheet.write_string(line, index, text[:_LONGEST_CELL], mark)
            elif text:
                sheet.write_string(line, index, text[:_LONGEST_CELL])
        sheet.write_string(line, width, _joined(each.sentence for each in of_row))
        sheet.write_string(line, width + 1, _joined(each.advice for each in of_row))
        sheet.write_number(line, width + 2, number)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(sentences))[:_LONGEST_CELL]
