"""Rows of an attachment as people paste or upload them: a line, or a doubt that says where.

Each row names somebody, by number (NIP) or by name, then a post, then perhaps "Plt" or "Plh" and a
last day; a column that counts the rows may stand before. Nothing is guessed: what is not found, or
found twice, is a doubt of its row.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Jabatan, Pemda
from pamong.apps.organisasi.office_names import office_key
from pamong.apps.organisasi.structure_reading import stands_on
from pamong.apps.penataan.appointing import NewLine
from pamong.apps.penataan.people_named import PeopleNamed, PersonNotNamedError, people_named
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import DayTextError, parse_day

MOST = 1000
HEADS = {"nip", "nama", "nip/nama", "nama/nip", "no", "no.", "pegawai"}


class SheetUnreadableError(Exception):
    """A file is no spreadsheet that can be read."""

    def __init__(self) -> None:
        super().__init__(
            _("Berkas ini tidak terbaca sebagai lembar kerja. Simpan sebagai .xlsx, lalu ulangi.")
        )


@dataclass(frozen=True, slots=True)
class RowDoubt:
    """A row that is no line yet, and why; ``row`` counts from 1, as people do."""

    row: int
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadRows:
    """Every row is a line or a doubt."""

    lines: list[NewLine]
    doubts: list[RowDoubt]


def rows_of_text(text: str) -> list[list[str]]:
    """Cut pasted text into cells: by tabs as a spreadsheet copies them, or else by semicolons."""
    mark = "\t" if "\t" in text else ";"
    # A quotation mark that nobody closed would take in every row that follows it.
    rows = csv.reader(text.splitlines(), delimiter=mark, quoting=csv.QUOTE_NONE)
    return [[cell.strip().strip('"') for cell in row] for row in rows]


def rows_of_sheet(content: bytes) -> list[list[str]]:
    """Read the first sheet of a workbook as texts.

    Raises:
        SheetUnreadableError: it is none.
    """
    try:
        sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
        rows = sheet.to_python(nrows=MOST + 1)  # a small file may hold a million empty rows
    except (CalamineError, ValueError, IndexError) as error:
        raise SheetUnreadableError from error
    return [[_cell(value) for value in row] for row in rows]


def read_rows(pemda: Pemda, rows: Sequence[Sequence[str]], *, day: date) -> ReadRows:
    """Turn rows into lines of an appointment from ``day``, with a doubt for each that is none."""
    told = [
        (number, cells[1:] if counts_rows(cells) else cells)
        for number, row in enumerate(rows[:MOST], start=1)
        if any(row) and row[0].casefold() not in HEADS
        for cells in [[cell for cell in row if cell]]
    ]
    named = people_named(pemda, [cells[0] for _number, cells in told], day=day)
    reading = _Reading(named, _posts(pemda, day))
    lines, doubts = [], []
    for number, cells in told:
        try:
            lines.append(reading.line(pemda, cells))
        except _DoubtError as doubt:
            doubts.append(RowDoubt(number, "; ".join(cells), str(doubt)))
    if len(rows) > MOST:
        sentence = _("Hanya %d baris pertama yang dibaca.") % MOST
        doubts.append(RowDoubt(MOST + 1, "", sentence))
    return ReadRows(lines, doubts)


class _DoubtError(Exception):
    """What is doubtful in a row."""


@dataclass(frozen=True, slots=True)
class _Reading:
    people: PeopleNamed
    posts: dict[str, list[Jabatan]]

    def line(self, pemda: Pemda, cells: Sequence[str]) -> NewLine:
        if len(cells) < 2:
            raise _DoubtError(_("Tulis orangnya dan jabatannya, dipisah tab atau titik koma."))
        capacity, end = _capacity(cells[2:]), _end(cells[2:])
        return NewLine(self._pegawai(cells[0]), self._jabatan(pemda, cells[1]), capacity, end)

    def _pegawai(self, text: str) -> Pegawai:
        try:
            return self.people.one(text)
        except PersonNotNamedError as error:
            raise _DoubtError(str(error)) from error

    def _jabatan(self, pemda: Pemda, text: str) -> Jabatan:
        found = self.posts.get(office_key(text, pemda), [])
        if len(found) == 1:
            return found[0]
        if found:
            raise _DoubtError(_("Ada %d jabatan bernama itu.") % len(found))
        raise _DoubtError(_("Tidak ada jabatan bernama itu pada hari pelantikan."))


def _posts(pemda: Pemda, day: date) -> dict[str, list[Jabatan]]:
    found: dict[str, list[Jabatan]] = {}
    for row in Jabatan.objects.filter(stands_on(day), pemda=pemda).order_by("id"):
        found.setdefault(row.sort_key, []).append(row)
    return found


def counts_rows(cells: Sequence[str]) -> bool:
    """Tell whether a row begins with its number: nobody is called "12.", no NIP is that short."""
    return len(cells) > 2 and len(cells[0]) <= 5 and cells[0].rstrip(".").isdecimal()


def _capacity(cells: Sequence[str]) -> Capacity:
    for cell in cells:
        word = cell.casefold().strip(".")
        if word in set(Capacity):
            return Capacity(word)
    return Capacity.DEFINITIF


def _end(cells: Sequence[str]) -> date | None:
    for cell in cells:
        if any(char.isdigit() for char in cell):
            try:
                return parse_day(cell) + timedelta(days=1)
            except DayTextError as error:
                raise _DoubtError(str(error)) from error
    return None


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value).strip()
