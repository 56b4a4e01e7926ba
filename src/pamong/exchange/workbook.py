"""Reads workbooks (xlsx, xlsb, xls, ods) by calamine, one sheet in memory at a time."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from pamong.exchange.archive import SheetNotes, inspect, refuse_too_large
from pamong.exchange.errors import BrokenTableFileError, EmptyTableFileError, LockedTableFileError
from pamong.exchange.limits import Limits
from pamong.exchange.sheet import Cell, Cells, Merged, Sheet

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a compound file begins: an xls, or an xlsx inside a password."""
_NAMES = {".xlsx", ".ods", ".xlsb"}
"""Endings that are believed; other workbooks are known by their bytes alone."""
_PANIC = "PanicException"
"""What comes of a failed assertion in Rust; it has no class that could be named, nor is it one of
the exceptions that are caught as such."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(path: Path, limits: Limits) -> Iterator[Sheet]:
    """Yield the sheets that hold something, in the order of the file.

    Whoever lets go of a sheet before asking for the next has one in memory at a time.

    Raises:
        TableFileError: the file is damaged, locked, empty or too large.
    """
    notes = _look_into(path, limits)
    book = _open(path)
    found = False
    try:
        for about in book.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = _load(path, book, about.name)
            refuse_too_large(path, sheet.total_height, sheet.total_width, limits)
            if sheet.end is None:
                continue
            found = True
            told = notes.get(about.name, SheetNotes())
            yield Sheet(
                file=path.name,
                name=about.name,
                open_rows=_rows_of(sheet),
                merged=tuple(Merged(*a, *b) for a, b in sheet.merged_cell_ranges or ()),
                hidden_rows=told.hidden_rows,
                failed=told.failed,
                is_hidden=about.visible is not SheetVisibleEnum.Visible,
            )
            del sheet
    finally:
        book.close()
    if not found:
        raise EmptyTableFileError(path.name)


def _rows_of(sheet: CalamineSheet) -> Callable[[], Iterator[Cells]]:
    """Return rows from the corner of the sheet: empty columns at the left come back."""
    before: list[Cell] = [""] * (sheet.start or (0, 0))[1]
    if not before:
        return lambda: iter(sheet.iter_rows())
    return lambda: ([*before, *cells] for cells in sheet.iter_rows())


def _look_into(path: Path, limits: Limits) -> dict[str, SheetNotes]:
    with path.open("rb") as file:
        is_old = file.read(len(_OLD)) == _OLD
        if is_old and _LOCKED in file.read():
            raise LockedTableFileError(path.name)
    return {} if is_old else inspect(path, limits)


def _open(path: Path) -> CalamineWorkbook:
    with _told(path):
        if path.suffix.casefold() in _NAMES:
            return CalamineWorkbook.from_path(path)
        return CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))


def _load(path: Path, book: CalamineWorkbook, name: str) -> CalamineSheet:
    with _told(path):
        return book.get_sheet_by_name(name)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell by our own errors what calamine says, also where it gives up in the middle."""
    try:
        yield
    except PasswordError as error:
        raise LockedTableFileError(path.name) from error
    except (CalamineError, OSError) as error:
        raise BrokenTableFileError(path.name) from error
    except BaseException as error:
        if type(error).__name__ != _PANIC:
            raise
        raise BrokenTableFileError(path.name) from error
