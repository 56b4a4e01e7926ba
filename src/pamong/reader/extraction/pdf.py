"""The text of a PDF: every stream weighed first, then page by page, words by their places."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pdfplumber
from pdfplumber.page import Page
from pdfplumber.table import Table
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_words

from pamong.reader.draft import ReadingWarning
from pamong.reader.extraction.composing import (
    Paragraph,
    clean,
    compose,
    merged,
    refuse_too_long,
    row_text,
)
from pamong.reader.extraction.extracted import Extracted, RefusalError
from pamong.reader.extraction.lines import Row, Word, blocks_of, rows_of
from pamong.reader.extraction.margins import without_margins
from pamong.reader.extraction.paragraphs import paragraphs_of, usual_pitch
from pamong.reader.extraction.weighing import weigh

_SPACE = 0.16  # of the size of a letter: wider white parts two words
_SAME_PLACE = 1.0  # points
_PICTURE_SHARE = 0.2  # of a page: a larger picture may be the page itself
_MOST_UNKNOWN = 0.1  # share of words with letters that the font does not name
_UNKNOWN = re.compile(r"\(cid:\d+\)")
_LEAST_RULES, _MOST_RULES = 4, 2_000  # lines drawn on a page: fewer are no table, more a drawing
_LEAST_ROWS, _LEAST_COLUMNS = 2, 2


Letter: TypeAlias = dict[str, Any]
"""One letter as pdfplumber tells of it: text, places in points, whether it stands upright."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A table with rules: its rows as text, and the place at which it stands."""

    top: float
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is kept of one page."""

    rows: tuple[Row, ...]
    tables: tuple[_Table, ...]
    is_picture: bool

    @property
    def is_blank(self) -> bool:
        """Nothing to read is on it, and no picture that could hold words."""
        return not (self.rows or self.tables or self.is_picture)


def read(data: bytes) -> Extracted:
    """Return the text of a PDF.

    Raises:
        RefusalError: it has a password, too many pages, no text, or letters that nobody can tell.
    """
    is_damaged = weigh(data)
    try:
        sheets = list(_sheets(data))
    except PdfminerException as error:
        # It wraps whatever went wrong inside, also when memory ran out.
        cause = error.args[0] if error.args else None
        raise (cause if isinstance(cause, MemoryError) else error) from None
    if not any(sheet.rows or sheet.tables for sheet in sheets):
        if any(sheet.is_picture for sheet in sheets):
            raise RefusalError("ScannedDocumentError", "PDF")
        if is_damaged:
            raise RefusalError("BrokenDocumentError", "PDF")
        raise RefusalError("EmptyDocumentError")
    _refuse_unknown_letters(sheets)
    pages, margins = without_margins([sheet.rows for sheet in sheets])
    text, starts = compose(merged(_paragraphs(pages, sheets)))
    return Extracted(
        kind="pdf",
        text=text,
        pages=len(sheets),
        page_starts=(*starts, *[len(text)] * (len(sheets) - len(starts))),
        margins=tuple(clean(line) for line in margins),
        warnings=_warnings(sheets, is_damaged=is_damaged),
    )


def _sheets(data: bytes) -> Iterator[_Sheet]:
    with pdfplumber.open(io.BytesIO(data)) as file:
        length = 0
        for page in file.pages:
            sheet = _sheet(page)
            length += sum(len(word.text) + 1 for row in sheet.rows for word in row)
            refuse_too_long(length)
            yield sheet
            page.close()  # else every letter of every page stays in memory


def _sheet(page: Page) -> _Sheet:
    tables = [table for table in _tables(page) if _is_table(table)]
    rows = rows_of(word for word in _words(page) if not any(_lies_in(word, t) for t in tables))
    return _Sheet(
        rows=tuple(rows),
        tables=tuple(_Table(table.bbox[1], _table_rows(table)) for table in tables),
        is_picture=not rows and not tables and _has_picture(page),
    )


def _words(page: Page) -> list[Word]:
    """Return the words that stand upright; a watermark across the page does not."""
    letters = list(_once(page.chars))
    upright = [letter for letter in letters if letter["upright"]]
    found = extract_words(
        upright if 2 * len(upright) > len(letters) else letters,
        x_tolerance_ratio=_SPACE,
        use_text_flow=False,
    )
    return [Word(w["text"], w["x0"], w["x1"], w["top"], w["bottom"]) for w in found]


def _once(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Leave out what is printed twice to look bold; the library's own way of it is quadratic."""
    seen: dict[tuple[str, int, int], tuple[float, float]] = {}
    for letter in letters:
        text, x, y = letter["text"], letter["x0"], letter["top"]
        near = [(text, int(x) + i, int(y) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        places = (seen[key] for key in near if key in seen)
        if not any(abs(x - a) < _SAME_PLACE and abs(y - b) < _SAME_PLACE for a, b in places):
            seen[text, int(x), int(y)] = (x, y)
            yield letter


def _tables(page: Page) -> list[Table]:
    rules = len(page.lines) + 4 * len(page.rects) + len(page.curves)
    return page.find_tables() if _LEAST_RULES <= rules <= _MOST_RULES else []


def _is_table(table: Table) -> bool:
    """Tell a table from a frame around some words."""
    return len(table.rows) >= _LEAST_ROWS and len(table.columns) >= _LEAST_COLUMNS


def _table_rows(table: Table) -> tuple[str, ...]:
    rows = (
        row_text(clean((cell or "").replace("\n", " ")) for cell in row)
        for row in table.extract(x_tolerance_ratio=_SPACE)
    )
    return tuple(row for row in rows if row)


def _lies_in(word: Word, table: Table) -> bool:
    x0, top, x1, bottom = table.bbox
    across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return bool(x0 <= across <= x1 and top <= down <= bottom)


def _has_picture(page: Page) -> bool:
    size = float(page.width * page.height)
    covered = sum(float(image["width"] * image["height"]) for image in page.images)
    return covered >= _PICTURE_SHARE * size


def _refuse_unknown_letters(sheets: list[_Sheet]) -> None:
    words = [word.text for sheet in sheets for row in sheet.rows for word in row]
    unknown = sum(_UNKNOWN.search(word) is not None for word in words)
    if unknown > len(words) * _MOST_UNKNOWN:
        raise RefusalError("UnknownFontError")


def _paragraphs(pages: list[list[Row]], sheets: list[_Sheet]) -> Iterator[list[Paragraph]]:
    parts = [
        (number, part)
        for number, (rows, sheet) in enumerate(zip(pages, sheets, strict=True))
        for part in _around_tables(rows, sheet.tables)
    ]
    blocks = [blocks_of(part) if isinstance(part, list) else [] for _, part in parts]
    pitch = usual_pitch([block for some in blocks for block in some])
    for (number, part), some in zip(parts, blocks, strict=True):
        if isinstance(part, _Table):
            yield [Paragraph(row, "row", number) for row in part.rows]
        for block in some:
            yield paragraphs_of(block, number, pitch)


def _around_tables(rows: list[Row], tables: tuple[_Table, ...]) -> Iterator[list[Row] | _Table]:
    """Yield the rows between the tables, and the tables, from above."""
    rest = rows
    for table in sorted(tables, key=lambda table: table.top):
        above = [row for row in rest if row[0].top < table.top]
        rest = rest[len(above) :]
        yield from ([above] if above else [])
        yield table
    yield from ([rest] if rest else [])


def _warnings(sheets: list[_Sheet], *, is_damaged: bool) -> tuple[ReadingWarning, ...]:
    warnings = []
    if is_damaged:
        message = (
            "Sebagian isi PDF ini rusak, jadi mungkin ada kata yang hilang. Bandingkan dengan "
            "aslinya, atau minta berkasnya sekali lagi."
        )
        warnings.append(ReadingWarning("damaged_file", message))
    pictures = [str(number) for number, sheet in enumerate(sheets, 1) if sheet.is_picture]
    if pictures:
        message = (
            f"Halaman {', '.join(pictures)} PDF ini gambar tanpa teks, jadi isinya tidak terbaca. "
            "Kalau ada naskah di sana, ketik atau kenali hurufnya dengan OCR."
        )
        warnings.append(ReadingWarning("picture_pages", message))
    # A blank last page is common and loses nothing; one between others may be a damaged one.
    blank = [str(number) for number, sheet in enumerate(sheets[:-1], 1) if sheet.is_blank]
    if blank:
        message = (
            f"Halaman {', '.join(blank)} PDF ini tidak memuat apa-apa. Periksa apakah di aslinya "
            "juga begitu."
        )
        warnings.append(ReadingWarning("blank_pages", message))
    return tuple(warnings)
