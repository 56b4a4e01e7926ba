"""Reads text files of tables: whichever separator, quotes and encoding they were saved with."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from pamong.exchange.archive import refuse_too_large
from pamong.exchange.errors import (
    BrokenTableFileError,
    EmptyTableFileError,
    OpenQuoteTableFileError,
    UndecodableTableFileError,
)
from pamong.exchange.limits import MIB, Limits
from pamong.exchange.sheet import Cells, Sheet

SEPARATORS = (";", ",", "\t", "|")
_SAMPLE = 256 * 1024
_LONGEST_CELL = MIB
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = "sep="
"""The line by which Excel is told the separator."""


def read_delimited(path: Path, limits: Limits) -> Iterator[Sheet]:
    """Yield the one sheet of a text file.

    Raises:
        TableFileError: the file is empty, too large, or its letters cannot be told.
    """
    encoding = find_encoding(path)
    separator, skipped = find_separator(path, encoding)
    sheet = Sheet(path.name, "", _rows_of(path, encoding, separator, skipped, limits))
    _refuse_open_quote(path, encoding, separator)
    if all(not "".join(map(str, cells)).strip() for cells in sheet.head(2000)):
        raise EmptyTableFileError(path.name)
    yield sheet


def find_encoding(path: Path) -> str:
    """Return the encoding: by its mark, as UTF-8 if the whole file is, else by its letters.

    Raises:
        UndecodableTableFileError: no encoding gives letters.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    if _is_utf8(path):
        return "utf-8"
    found = from_bytes(sample).best()
    if found is None or b"\x00" in sample:
        raise UndecodableTableFileError(path.name)
    # Letters of one byte: what the programs of Windows write here is cp1252, whatever else fits.
    return "cp1252" if _fits(sample, "cp1252") else found.encoding


def _is_utf8(path: Path) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as file:
            while chunk := file.read(MIB):
                if b"\x00" in chunk:
                    return False
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _fits(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def find_separator(path: Path, encoding: str) -> tuple[str, int]:
    """Return the separator and how many lines come before the table (the line that tells it)."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        sample = file.read(_SAMPLE)
    first = sample.partition("\n")[0]
    if first.strip().casefold().startswith(_HEAD) and len(first.strip()) == len(_HEAD) + 1:
        return first.strip()[-1], 1
    return max(SEPARATORS, key=lambda mark: _evenness(sample, mark)), 0


def _evenness(sample: str, separator: str) -> tuple[int, int]:
    """Tell how many rows have the same number of columns, more than one, and how many that is."""
    lines = sample.splitlines(keepends=True)[:200]
    try:
        rows = list(csv.reader(lines, delimiter=separator))
    except csv.Error:
        return (0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0)
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] - 1), item[0]))
    return (count * (width - 1), width)


def _refuse_open_quote(path: Path, encoding: str, separator: str) -> None:
    """Refuse a file of which a cell holds whole rows; they would be lost without a word.

    Fewer separators than a row has leave cells beyond the last heading, which are doubted.

    Raises:
        OpenQuoteTableFileError: a cell of more than one line has as many separators as a row.
    """
    if not _has_quotes(path):
        return
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        _, width = _evenness(file.read(_SAMPLE), separator)
        file.seek(0)
        csv.field_size_limit(_LONGEST_CELL)
        number = 0
        try:
            for number, cells in enumerate(csv.reader(file, delimiter=separator), 1):
                for cell in cells:
                    if "\n" in cell and cell.count(separator) >= max(1, width - 1):
                        raise OpenQuoteTableFileError(path.name, number)
        except csv.Error as error:  # the cell is longer than any that somebody filled
            raise OpenQuoteTableFileError(path.name, number + 1) from error


def _has_quotes(path: Path) -> bool:
    with path.open("rb") as file:
        return any(b'"' in chunk for chunk in iter(lambda: file.read(MIB), b""))


def _rows_of(
    path: Path, encoding: str, separator: str, skipped: int, limits: Limits
) -> Callable[[], Iterator[Cells]]:
    def rows() -> Iterator[Cells]:
        csv.field_size_limit(_LONGEST_CELL)
        try:
            with path.open(encoding=encoding, newline="") as file:
                for number, cells in enumerate(csv.reader(file, delimiter=separator), 1):
                    if number > limits.rows or len(cells) > limits.columns:
                        refuse_too_large(path, number, len(cells), limits)
                    yield [] if number <= skipped else cells
        except UnicodeDecodeError as error:
            raise UndecodableTableFileError(path.name) from error
        except csv.Error as error:
            raise BrokenTableFileError(path.name) from error

    return rows
