"""What a file is, by its own bytes; its name is never believed."""

from typing import Literal, TypeAlias

Container: TypeAlias = Literal["pdf", "zip"]
"""What is opened in a process apart: a PDF, or an archive that may be a DOCX."""

_PICTURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
_OTHERS = {
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7Z",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
}
_PDF = b"%PDF-"
_PDF_END = b"%%EOF"
_PDF_HEAD, _PDF_TAIL = 1024, 2048  # bytes in which the marks may stand, as readers allow
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams in an old office file, as they stand in its directory.
_ENCRYPTED, _WORD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))


def picture_form(data: bytes) -> str | None:
    """Name the form of a picture."""
    # "BM" alone begins many a text ("BMKG: hujan …"); four bytes later a BMP has four zeros.
    if data.startswith(b"BM") and data[6:10] == bytes(4):
        return "BMP"
    return _starting(data, _PICTURES) or _later_form(data)


def container_form(data: bytes) -> Container | None:
    """Tell a PDF, also behind stray bytes, and an archive."""
    if data.lstrip().startswith(_PDF):
        return "pdf"
    if _PDF in data[:_PDF_HEAD] and not is_cut_off(data):
        return "pdf"
    return "zip" if data.startswith(_ZIP) else None


def is_cut_off(pdf: bytes) -> bool:
    """Tell a PDF whose end is missing; libraries would read its beginning and say nothing."""
    return _PDF_END not in pdf.rstrip(b"\0\r\n\t ")[-_PDF_TAIL:]


def is_locked_office_file(data: bytes) -> bool:
    """Tell a DOCX or XLSX with a password: an old office file that holds the encrypted new one."""
    return data.startswith(_OLE) and _ENCRYPTED in data


def is_old_word_file(data: bytes) -> bool:
    """Tell a Word document of before 2007."""
    return data.startswith(_OLE) and _WORD in data


def other_form(data: bytes) -> str | None:
    """Name a form that is known and not read."""
    return "XLS atau PPT lama" if data.startswith(_OLE) else _starting(data, _OTHERS)


def _starting(data: bytes, forms: dict[bytes, str]) -> str | None:
    return next((form for mark, form in forms.items() if data.startswith(mark)), None)


def _later_form(data: bytes) -> str | None:
    """Name the pictures whose mark stands behind a length: WebP and HEIC."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    return "HEIC" if data[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1"} else None
