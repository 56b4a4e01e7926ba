"""Bytes of a file become text, or a sentence that says why they cannot.

Nothing is guessed: a picture, a PDF or an archive is recognised by its first bytes and refused
with what to do instead; so is a text whose letters cannot be told. Spans of a draft refer to the
text that comes from here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import charset_normalizer

from pamong.reader.html import looks_like_html, read_html

MAX_BYTES = 5_000_000
"""The largest file that is read, in bytes: a page of news has some ten thousand."""

MAX_CHARACTERS = 400_000
"""The longest text that is read: some two hundred pages, a few seconds."""

_MEGABYTE = 1_000_000
_MOST_CONTROLS = 0.01  # share of control characters in what is still a text
_LEAST_TEXT = 2  # letters or digits: less is no document
_ENCODINGS = ["utf_8", "utf_16", "cp1252", "latin_1", "mac_roman"]
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_PICTURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
_OTHERS = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP, DOCX, XLSX, atau ODT",
    b"\xd0\xcf\x11\xe0": "DOC atau XLS lama",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7Z",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
}


class UnreadableDocumentError(Exception):
    """A file holds no text that can be read; the message says why and what to do."""

    def __init__(self, filename: str, sentence: str) -> None:
        self.filename = filename
        super().__init__(f"{filename}: {sentence}")


class EmptyDocumentError(UnreadableDocumentError):
    """The file holds nothing, or nothing but spaces and marks."""

    def __init__(self, filename: str) -> None:
        super().__init__(filename, "dokumen ini kosong. Tempelkan atau pilih naskah yang berisi.")


class TooLargeDocumentError(UnreadableDocumentError):
    """The file is larger than ``MAX_BYTES``, or its text longer than ``MAX_CHARACTERS``."""

    def __init__(self, filename: str, limit: str) -> None:
        self.limit = limit
        sentence = f"dokumen ini lebih dari {limit}. Simpan bagian tentang satu acara saja."
        super().__init__(filename, sentence)


class PictureDocumentError(UnreadableDocumentError):
    """The file is a picture."""

    def __init__(self, filename: str, form: str) -> None:
        sentence = f"berkas ini gambar ({form}), bukan teks. Ketik atau salin naskahnya."
        super().__init__(filename, sentence)


class OtherFormatError(UnreadableDocumentError):
    """The file is a document of a form that is not read."""

    def __init__(self, filename: str, form: str) -> None:
        sentence = (
            f"berkas {form} belum dapat dibaca. Buka berkasnya, lalu salin naskahnya sebagai teks "
            "atau simpan sebagai TXT atau HTML."
        )
        super().__init__(filename, sentence)


class UnknownEncodingError(UnreadableDocumentError):
    """The bytes are no text in any encoding that is tried."""

    def __init__(self, filename: str) -> None:
        sentence = (
            "huruf-huruf dalam berkas ini tidak dapat dikenali. Simpan ulang sebagai teks UTF-8."
        )
        super().__init__(filename, sentence)


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one document; ``published_on`` where an HTML page states it."""

    title: str | None
    text: str
    kind: Literal["text", "html"]
    published_on: date | None = None


def load(data: bytes, filename: str) -> SourceText:
    """Return the text of a file: plain text as it is, HTML as its visible main text.

    Raises:
        EmptyDocumentError: nothing is in it.
        TooLargeDocumentError: it is larger than ``MAX_BYTES`` or ``MAX_CHARACTERS``.
        PictureDocumentError: it is a picture.
        OtherFormatError: it is a PDF, an archive or an office document.
        UnknownEncodingError: its letters cannot be told.
    """
    _refuse_by_form(data, filename)
    text = _decode(data, filename)
    source = (
        _from_html(text) if looks_like_html(text, filename) else SourceText(None, text, "text")
    )
    if len(source.text) > MAX_CHARACTERS:
        raise TooLargeDocumentError(filename, f"{MAX_CHARACTERS // 1000} ribu huruf")
    if sum(letter.isalnum() for letter in source.text) < _LEAST_TEXT:
        raise EmptyDocumentError(filename)
    return source


def _refuse_by_form(data: bytes, filename: str) -> None:
    if not data.strip():
        raise EmptyDocumentError(filename)
    if len(data) > MAX_BYTES:
        raise TooLargeDocumentError(filename, f"{MAX_BYTES // _MEGABYTE} MB")
    if form := _form(data, _PICTURES) or _later_form(data):
        raise PictureDocumentError(filename, form)
    if form := _form(data, _OTHERS):
        raise OtherFormatError(filename, form)


def _form(data: bytes, forms: dict[bytes, str]) -> str | None:
    return next((form for mark, form in forms.items() if data.startswith(mark)), None)


def _later_form(data: bytes) -> str | None:
    """Name the pictures whose mark stands behind a length: WebP and HEIC."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    return "HEIC" if data[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1"} else None


def _decode(data: bytes, filename: str) -> str:
    text = _as_utf_8(data)
    if text is None:
        best = charset_normalizer.from_bytes(data, cp_isolation=_ENCODINGS).best()
        text = None if best is None else str(best)
    if text is None or not _is_text(text):
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


def _from_html(text: str) -> SourceText:
    page = read_html(text)
    return SourceText(page.title, page.text, "html", page.published_on)
