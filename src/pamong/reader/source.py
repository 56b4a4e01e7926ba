"""Bytes of a file become text, or a sentence that says why they cannot.

Nothing is guessed: what a file is, its first bytes say, and its name never alone. A PDF or DOCX is
opened in a process of its own; a picture, an archive or a text whose letters cannot be told is
refused with what to do instead. Spans of a draft refer to the text that comes from here.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Literal

import charset_normalizer

from pamong.kernel.language import say
from pamong.reader.draft import ReadingWarning
from pamong.reader.extraction.limits import MAX_CHARACTERS, THOUSANDS
from pamong.reader.extraction.process import extract
from pamong.reader.html import looks_like_html, nesting, read_html
from pamong.reader.signature import (
    Container,
    container_form,
    is_locked_office_file,
    is_old_word_file,
    other_form,
    picture_form,
)
from pamong.reader.unreadable import (
    BrokenDocumentError,
    EmptyDocumentError,
    MisnamedDocumentError,
    OldWordDocumentError,
    OtherFormatError,
    PasswordDocumentError,
    PictureDocumentError,
    TangledPageError,
    TooLargeDocumentError,
    UnknownEncodingError,
)

MAX_BYTES = 20_000_000
"""The largest file that is read, in bytes: a PDF or DOCX with the photographs of one event."""

MAX_TEXT_BYTES = 5_000_000
"""The largest text or HTML page: a page of news has some ten thousand bytes."""

MAX_NESTING = 5_000
"""The deepest HTML page; pages of editors that close nothing reach some hundreds."""

Kind = Literal["text", "html", "pdf", "docx"]

MEDIA_TYPES: dict[Kind, str] = {
    "text": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

_MEGABYTE = 1_000_000
_MOST_CONTROLS = 0.01  # share of control characters in what is still a text
_LEAST_TEXT = 2  # letters or digits: less is no document
_ENCODINGS = ["utf_8", "utf_16", "cp1252", "latin_1", "mac_roman"]
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PROMISES = {".pdf": "PDF", ".docx": "DOCX", ".docm": "DOCX", ".doc": "DOC"}


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one document, and what the file says of itself.

    ``published_on`` is what an HTML page states; ``pages`` and the characters at which they begin
    are those of a PDF; ``margins`` are the running heads and footers that were left out;
    ``warnings`` say what of the file is not in the text. ``size`` is the file's, in bytes.
    """

    title: str | None
    text: str
    kind: Kind
    published_on: date | None = None
    size: int = 0
    pages: int | None = None
    page_starts: tuple[int, ...] = ()
    margins: tuple[str, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def media_type(self) -> str:
        """The MIME type of what the file is, whatever its name or sender said."""
        return MEDIA_TYPES[self.kind]


def load(data: bytes, filename: str) -> SourceText:
    """Return the text of a file: plain text as it is, of the others what is meant to be read.

    Raises:
        UnreadableDocumentError: its text cannot be had; each reason is an error of its own.
    """
    if not data.strip():
        raise EmptyDocumentError(filename)
    if len(data) > MAX_BYTES:
        raise TooLargeDocumentError(filename, f"{MAX_BYTES // _MEGABYTE} MB")
    container = container_form(data)
    source = (
        _from_container(data, container, filename) if container else _from_text(data, filename)
    )
    if sum(letter.isalnum() for letter in source.text) < _LEAST_TEXT:
        raise EmptyDocumentError(filename)
    return source


def _from_container(data: bytes, container: Container, filename: str) -> SourceText:
    found = extract(data, container, filename)
    return SourceText(
        title=None,
        text=found.text,
        kind=found.kind,
        size=len(data),
        pages=found.pages,
        page_starts=found.page_starts,
        margins=found.margins,
        warnings=found.warnings,
    )


def _from_text(data: bytes, filename: str) -> SourceText:
    _refuse_by_form(data, filename)
    text = _decode(data, filename)
    is_html = looks_like_html(text, filename)
    _refuse_broken_promise(filename, say("halaman HTML") if is_html else say("teks biasa"))
    source = (
        _from_html(text, len(data), filename)
        if is_html
        else SourceText(None, text, "text", size=len(data))
    )
    if len(source.text) > MAX_CHARACTERS:
        raise TooLargeDocumentError(filename, f"{MAX_CHARACTERS // 1000} {say(THOUSANDS)}")
    return source


def _refuse_by_form(data: bytes, filename: str) -> None:
    if form := picture_form(data):
        raise PictureDocumentError(filename, form)
    if is_locked_office_file(data):
        raise PasswordDocumentError(filename)
    if is_old_word_file(data):
        raise OldWordDocumentError(filename)
    if form := other_form(data):
        raise OtherFormatError(filename, form)
    if len(data) > MAX_TEXT_BYTES:
        raise TooLargeDocumentError(filename, f"{MAX_TEXT_BYTES // _MEGABYTE} MB")


def _refuse_broken_promise(filename: str, form: str) -> None:
    """A page saved as "surat.pdf" is most often the refusal of a site, not the letter."""
    ending = PurePath(filename).suffix
    if ending.lower() in _PROMISES:
        raise MisnamedDocumentError(filename, ending, form)


def _decode(data: bytes, filename: str) -> str:
    text = _as_utf_8(data)
    if text is None:
        best = charset_normalizer.from_bytes(data, cp_isolation=_ENCODINGS).best()
        text = None if best is None else str(best)
    if text is None or not _is_text(text):
        if form := _PROMISES.get(PurePath(filename).suffix.lower()):
            raise BrokenDocumentError(filename, form)
        raise UnknownEncodingError(filename)
    return text


def _as_utf_8(data: bytes) -> str | None:
    if data.startswith(_BYTE_ORDER_MARKS[1:]):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_text(text: str) -> bool:
    controls = sum(letter < " " and letter not in "\t\n\r\f\v" for letter in text)
    return "\x00" not in text and controls <= len(text) * _MOST_CONTROLS


def _from_html(text: str, size: int, filename: str) -> SourceText:
    if nesting(text) > MAX_NESTING:
        raise TangledPageError(filename)
    page = read_html(text)
    return SourceText(page.title, page.text, "html", page.published_on, size=size)
