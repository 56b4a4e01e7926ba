"""Looks into the archive of a workbook before it is opened: sizes, macros, hidden rows, failures.

A workbook is held in memory as one rectangle a sheet, so that two cells far apart would fill it;
what is in the archive is measured first, in chunks, and tells what the reader of workbooks does
not: rows that are hidden, and formulas that failed.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pamong.exchange.errors import (
    BrokenTableFileError,
    LockedTableFileError,
    MacroTableFileError,
    OtherFormTableFileError,
    SwollenTableFileError,
    TooLargeTableFileError,
)
from pamong.exchange.limits import MIB, Limits
from pamong.exchange.places import column_index
from pamong.kernel.language import say
from pamong.kernel.number import format_number

_CHUNK = 4 * MIB
_LARGE, _RATIO = 50 * MIB, 250
"""No sheet that somebody filled packs as tightly; a run of equal bytes does."""

_SHEET = re.compile(r'<(?:\w+:)?sheet\b[^>]*?\bname="([^"]*)"[^>]*?\br:id="([^"]*)"')
_RELATION = re.compile(r"<Relationship\b[^>]*>")
_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"')
_FAILED = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*\bt="e"[^>]*>.*?<v>([^<]*)</v>', re.DOTALL
)
_REPEATED = re.compile(
    rb'<table:table-cell[^>]*number-columns-repeated="(\d+)"[^>]*office:value'
    rb'|<table:table-row[^>]*number-rows-repeated="(\d+)"[^>]*>\s*<table:table-cell[^>]*office:value'
)
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))


@dataclass(frozen=True, slots=True)
class SheetNotes:
    """What the archive tells about one sheet."""

    hidden_rows: frozenset[int] = frozenset()
    failed: dict[tuple[int, int], str] = field(default_factory=dict)


def inspect(path: Path, limits: Limits) -> dict[str, SheetNotes]:
    """Return notes by the name of the sheet; an ods has none.

    Raises:
        TableFileError: the archive is damaged, locked, no workbook, has macros, or is too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
            _refuse_swollen(path, archive, limits)
            if "xl/workbook.xml" in names:
                return _inspect_xlsx(path, archive, limits)
            if "content.xml" in names:
                _inspect_ods(path, archive, limits)
                return {}
            if "xl/workbook.bin" in names:
                return {}
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, UnicodeDecodeError) as error:
        raise BrokenTableFileError(path.name) from error
    except RuntimeError as error:  # an archive with a password of its own
        raise LockedTableFileError(path.name) from error
    form = say("dokumen Word") if "word/document.xml" in names else say("arsip ZIP")
    raise OtherFormTableFileError(path.name, form)


def _refuse_swollen(path: Path, archive: zipfile.ZipFile, limits: Limits) -> None:
    if sum(entry.file_size for entry in archive.infolist()) > limits.unpacked_bytes:
        raise SwollenTableFileError(path.name)
    for entry in archive.infolist():
        if entry.file_size > _LARGE and entry.file_size > _RATIO * max(1, entry.compress_size):
            raise SwollenTableFileError(path.name)


def _inspect_xlsx(path: Path, archive: zipfile.ZipFile, limits: Limits) -> dict[str, SheetNotes]:
    if any(name.endswith("vbaProject.bin") for name in archive.namelist()):
        raise MacroTableFileError(path.name)
    notes = {}
    for name, part in _parts(archive):
        with archive.open(part) as sheet:
            notes[name] = _measure(path, sheet, limits)
    return notes


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the entry that holds it."""
    relations = {}
    for tag in _RELATION.findall(archive.read("xl/_rels/workbook.xml.rels").decode()):
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        relations[attributes.get("Id", "")] = attributes.get("Target", "")
    for name, relation in _SHEET.findall(archive.read("xl/workbook.xml").decode()):
        target = relations.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if "worksheets/" in part:
            yield _plain(name), part


def _plain(text: str) -> str:
    for entity, letter in _ENTITIES:
        text = text.replace(entity, letter)
    return text


def _measure(path: Path, sheet: IO[bytes], limits: Limits) -> SheetNotes:
    """Go through the rows of a sheet: the rectangle they need, what is hidden, what failed."""
    hidden, failed = set(), {}
    last_row = last_column = 0
    for row in _rows(sheet):
        tag = row[row.rfind(b"<row") :].partition(b">")[0]
        cell = _last_filled(row)
        if cell is None:
            continue
        number = int(cell[2])
        last_row, last_column = max(last_row, number), max(last_column, _width(cell[1]))
        if b'hidden="1"' in tag or b'hidden="true"' in tag:
            hidden.add(number)
        if b't="e"' in row:
            for letters, at, shown in _FAILED.findall(row):
                failed[int(at), column_index(letters.decode())] = shown.decode()
    refuse_too_large(path, last_row, last_column, limits)
    return SheetNotes(frozenset(hidden), failed)


def _width(letters: bytes) -> int:
    return column_index(letters.decode()) + 1


def _rows(sheet: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while chunk := sheet.read(_CHUNK):
        if b"<x:" in chunk[:2000] or b"<x:row" in chunk:  # some programs write a prefix
            chunk = chunk.replace(b"<x:", b"<").replace(b"</x:", b"</")
        *rows, rest = (rest + chunk).split(b"</row>")
        yield from rows


def _last_filled(row: bytes) -> re.Match[bytes] | None:
    """Find the last cell that holds something; a cell with a colour only is closed in itself."""
    end = row.rfind(b"</c>")
    start = row.rfind(b"<c ", 0, end)
    return _CELL.match(row, start) if end >= 0 and start >= 0 else None


def refuse_too_large(path: Path, rows: int, columns: int, limits: Limits) -> None:
    """Refuse a rectangle beyond the limits.

    Raises:
        TooLargeTableFileError: it has more rows, columns or cells than are read.
    """
    if rows > limits.rows:
        limit = say("%(count)s baris", count=format_number(limits.rows))
    elif columns > limits.columns:
        limit = say("%(count)s kolom", count=format_number(limits.columns))
    elif rows * columns > limits.cells:
        limit = say("%(count)s sel", count=format_number(limits.cells))
    else:
        return
    raise TooLargeTableFileError(path.name, limit)


def _inspect_ods(path: Path, archive: zipfile.ZipFile, limits: Limits) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in archive.read(manifest):
        raise LockedTableFileError(path.name)
    if archive.read("mimetype")[:80].strip() != b"application/vnd.oasis.opendocument.spreadsheet":
        raise OtherFormTableFileError(path.name, say("dokumen OpenDocument lain"))
    if any(name.startswith("Basic/") for name in archive.namelist()):
        raise MacroTableFileError(path.name)
    with archive.open("content.xml") as content:
        rest = b""
        while chunk := content.read(_CHUNK):
            for columns, rows in _REPEATED.findall(rest + chunk):
                refuse_too_large(path, int(rows or 1), int(columns or 1), limits)
            rest = chunk[-2000:]
