"""Files of tables as people bring them: workbooks old and new, text files, and damaged ones."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import xlsxwriter

FREE, END = 0xFFFFFFFF, 0xFFFFFFFE
SECTOR = 512


def write_xlsx(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]], *, arrange=None):
    """Write a workbook; ``arrange`` may merge, hide and format afterwards."""
    book = xlsxwriter.Workbook(str(path))
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                _write_cell(sheet, number, column, cell, day)
        if arrange:
            arrange(sheet)
    book.close()
    return path


def _write_cell(sheet, row: int, column: int, cell: object, day) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, (int, float)):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, str(cell))


def write_csv(path: Path, rows: Sequence[Sequence[str]], *, mark=";", encoding="utf-8") -> Path:
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    return path


def write_ods(
    path: Path, rows: Sequence[Sequence[str]], *, cell_attributes="", manifest="<m/>"
) -> Path:
    """Write an OpenDocument sheet by hand; its cells are texts."""
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell {cell_attributes} office:value-type="string">'
            f"<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    spaces = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{spaces}:office:1.0" '
            f'xmlns:table="{spaces}:table:1.0" xmlns:text="{spaces}:text:1.0">'
            f'<office:body><office:spreadsheet><table:table table:name="Data">{body}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return path


def write_xls(path: Path, rows: Sequence[Sequence[object]], *, stream="Workbook") -> Path:
    """Write a workbook of before 2007: BIFF8 records in a compound file."""
    path.write_bytes(_compound(stream, _biff(rows)))
    return path


def _biff(rows: Sequence[Sequence[object]]) -> bytes:
    name = b"Data"
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6))
    size = len(start) + (4 + 8 + len(name)) + 4
    sheet = struct.pack("<IBBBB", size, 0, 0, len(name), 0) + name
    data = start + _record(0x0085, sheet) + _record(0x000A, b"")
    data += _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            if isinstance(cell, (int, float)):
                data += _record(0x0203, place + struct.pack("<d", cell))
            elif cell:
                text = str(cell).encode("utf-16-le")
                data += _record(0x0204, place + struct.pack("<HB", len(str(cell)), 1) + text)
    return data + _record(0x000A, b"")


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound(stream: str, data: bytes) -> bytes:
    data = data.ljust(4096, b"\0")  # shorter streams lie in sectors of their own kind
    count = -(-len(data) // SECTOR)
    table = [0xFFFFFFFD, END, *range(3, 2 + count), END]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", 0, *[FREE] * 108)
    sectors = struct.pack(f"<{SECTOR // 4}I", *table, *[FREE] * (SECTOR // 4 - len(table)))
    sectors += _entry("Root Entry", 5, child=1, start=END, size=0)
    sectors += _entry(stream, 2, child=FREE, start=2, size=len(data))
    sectors += _entry("", 0, child=FREE, start=0, size=0) * 2
    return head + sectors + data.ljust(count * SECTOR, b"\0")


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    length = len(text) + 2 if name else 0
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", length, kind, 1, FREE, FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
