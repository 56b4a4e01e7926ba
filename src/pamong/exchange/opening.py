"""Opens a file by what it is, whatever its name says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pamong.exchange.delimited import read_delimited
from pamong.exchange.errors import (
    AbsentTableFileError,
    EmptyTableFileError,
    OtherFormTableFileError,
    TooLargeTableFileError,
    WebPageTableFileError,
    WrongNameTableFileError,
)
from pamong.exchange.limits import LIMITS, MIB, Limits
from pamong.exchange.sheet import Sheet
from pamong.exchange.workbook import read_workbook
from pamong.kernel.language import mark, say
from pamong.kernel.number import format_number

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PK\x05\x06")
_OTHERS = (
    (b"%PDF", mark("dokumen PDF")),
    (b"\x89PNG", mark("gambar")),
    (b"\xff\xd8\xff", mark("gambar")),
    (b"GIF8", mark("gambar")),
    (b"Rar!", mark("arsip RAR")),
    (b"7z\xbc\xaf", mark("arsip 7z")),
    (b"\x1f\x8b", mark("arsip gzip")),
    (b"{\\rtf", mark("dokumen RTF")),
)
_WORKBOOK_NAMES = {".xlsx", ".xls", ".ods", ".xlsb", ".xlsm"}
_PAGE = (b"<html", b"<!doctype html", b"<table", b"<?xml")


def open_tables(path: Path, limits: Limits = LIMITS) -> Iterator[Sheet]:
    """Yield the sheets of an xlsx, xls, ods or text file that hold something.

    Raises:
        TableFileError: the file cannot be read; the message says why and what to do.
    """
    start = _start_of(path, limits)
    if start.startswith(_WORKBOOKS):
        yield from read_workbook(path, limits)
        return
    for magic, form in _OTHERS:
        if start.startswith(magic):
            raise OtherFormTableFileError(path.name, say(form))
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PAGE):
        raise WebPageTableFileError(path.name)
    if path.suffix.casefold() in _WORKBOOK_NAMES:
        raise WrongNameTableFileError(path.name)
    yield from read_delimited(path, limits)


def _start_of(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(1024)
    except OSError as error:
        raise AbsentTableFileError(path.name) from error
    if not size:
        raise EmptyTableFileError(path.name)
    if size > limits.bytes:
        limit = say("%(count)s MB", count=format_number(limits.bytes // MIB))
        raise TooLargeTableFileError(path.name, limit)
    return start
