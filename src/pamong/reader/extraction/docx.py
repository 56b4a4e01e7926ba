"""The text of a DOCX: paragraphs, lists and tables in their order, headers and footers apart."""

import io
from collections.abc import Iterable, Iterator

import docx
from docx.document import Document
from docx.oxml.ns import qn
from lxml import etree

from pamong.reader.draft import ReadingWarning
from pamong.reader.extraction.archive import check_archive, safe_xml
from pamong.reader.extraction.composing import Paragraph, clean, compose, row_text
from pamong.reader.extraction.docx_numbers import Numbers
from pamong.reader.extraction.extracted import Extracted, RefusalError

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_LETTERS, _TYPE, _HIDDEN = qn("w:t"), qn("w:type"), f"{qn('w:rPr')}/{qn('w:vanish')}"
_TEXT_BOX = qn("w:txbxContent")
# Around paragraphs and words without a meaning for the text.
_SKIPPED = {
    qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:delText"), qn("w:pPr"), qn("w:rPr"),
    qn("w:sectPr"), qn("w:tblPr"), qn("w:tblGrid"), qn("w:trPr"), qn("w:tcPr"), qn("w:sdtPr"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
_SIGNS = {
    qn("w:tab"): " ",
    qn("w:ptab"): " ",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_TRACKED = {qn("w:del"), qn("w:ins"), qn("w:moveFrom"), qn("w:moveTo")}
_PICTURES = {qn("w:drawing"), qn("w:pict")}
_NOTES = ("/footnotes", "/endnotes")


def read(data: bytes) -> Extracted:
    """Return the text of a DOCX.

    Raises:
        RefusalError: it is something else, too heavy, empty, or carries what we do not open.
    """
    check_archive(data)
    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    first_head, margins = _heads_and_feet(document)
    numbers = Numbers(document)
    paragraphs = [
        *(Paragraph(line) for line in first_head),
        *_blocks(body, numbers),
        *(Paragraph(note) for note in _notes(document)),
    ]
    text, _ = compose(paragraphs)
    tags = {element.tag for element in body.iter()}
    if not text.strip():
        if tags & _PICTURES:
            raise RefusalError("ScannedDocumentError", "DOCX")
        raise RefusalError("EmptyDocumentError")
    return Extracted(
        kind="docx",
        text=text,
        margins=margins,
        warnings=_warnings(is_tracked=bool(tags & _TRACKED)),
    )


def _blocks(element: etree._Element, numbers: Numbers) -> Iterator[Paragraph]:
    """Yield what stands in a body, a cell or a text box, in its order."""
    for child in element:
        if child.tag == _PARAGRAPH:
            yield from _paragraph(child, numbers)
        elif child.tag == _TABLE:
            for row in _rows(child):
                yield from _row(row, numbers)
        elif child.tag not in _SKIPPED:  # content controls and their like hold paragraphs
            yield from _blocks(child, numbers)


def _paragraph(element: etree._Element, numbers: Numbers) -> Iterator[Paragraph]:
    text = clean("".join(_pieces(element)))
    if text:
        marker = numbers.of(element)
        yield Paragraph(f"{marker} {text}", "item") if marker else Paragraph(text)
    for box in _text_boxes(element):
        yield from _blocks(box, numbers)


def _pieces(element: etree._Element) -> Iterator[str]:
    """Yield the letters of a paragraph as they stand after all tracked changes."""
    for child in element:
        if child.tag == _LETTERS:
            yield child.text or ""
        elif child.tag in _SIGNS:
            # The end of a page is no end of a line.
            yield " " if child.get(_TYPE) in {"page", "column"} else _SIGNS[child.tag]
        elif child.tag not in _SKIPPED and child.tag != _TEXT_BOX and not _is_hidden(child):
            yield from _pieces(child)


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(_HIDDEN)
    return mark is not None and mark.get(qn("w:val"), "1") not in {"0", "false"}


def _text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _text_boxes(child)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows, also those inside a content control; not those of a table inside."""
    for child in table:
        if child.tag == _ROW:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _rows(child)


def _row(row: etree._Element, numbers: Numbers) -> Iterator[Paragraph]:
    """Yield a row as one line, or, where its cells hold whole texts, what they hold in turn."""
    cells = [list(_blocks(cell, numbers)) for cell in _cells(row)]
    filled = [cell for cell in cells if cell]
    if len(filled) > 1 and all(len(cell) == 1 for cell in filled):
        text = row_text(one.text.replace("\n", " ") for (one,) in filled)
        yield Paragraph(text, "row")
    else:
        for cell in filled:
            yield from cell


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == _CELL:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _cells(child)


def _heads_and_feet(document: Document) -> tuple[list[str], tuple[str, ...]]:
    """Return the head of the first page where it has its own, a letterhead, and the others."""
    first: list[str] = []
    others: dict[str, None] = {}
    for number, section in enumerate(document.sections):
        if section.different_first_page_header_footer:
            lines = _lines_of(section.first_page_header)
            first += lines if number == 0 else []
            others |= dict.fromkeys([] if number == 0 else lines)
            others |= dict.fromkeys(_lines_of(section.first_page_footer))
        others |= dict.fromkeys(_lines_of(section.header) + _lines_of(section.footer))
    return first, tuple(others)


def _lines_of(margin: "docx.section._Header | docx.section._Footer") -> list[str]:
    if margin.is_linked_to_previous:
        return []
    found = (
        clean("".join(_pieces(paragraph))) for paragraph in margin.part.element.iter(_PARAGRAPH)
    )
    return [text for text in found if text]


def _notes(document: Document) -> Iterator[str]:
    """Yield the footnotes and endnotes, which stand behind the text."""
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith(_NOTES):
            for note in _real_notes(safe_xml(relation.target_part.blob)):
                text = clean(" ".join("".join(_pieces(one)) for one in note.iter(_PARAGRAPH)))
                yield from ([text] if text else [])


def _real_notes(root: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Leave out the lines that only part notes from text."""
    return (note for note in root if note.get(_TYPE) in {None, "normal"})


def _warnings(*, is_tracked: bool) -> tuple[ReadingWarning, ...]:
    if not is_tracked:
        return ()
    message = (
        "Berkas Word ini memuat perubahan yang dilacak dan belum diterima. Yang dibaca naskah "
        "sesudah semua perubahan itu; periksa apakah itu naskah akhirnya."
    )
    return (ReadingWarning("tracked_changes", message),)
