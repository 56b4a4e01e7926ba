"""Keeping a file: what it is by its content, how large it may be, and where it is found again."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.models import Document, Instansi, StoredFile
from pamong.apps.core.models.stored_file import MAX_BYTES
from pamong.apps.core.refusals import refusals

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)
ZIPPED = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odt": "application/vnd.oasis.opendocument.text",
}
TEXTS = {".txt": "text/plain", ".csv": "text/csv", ".html": "text/html", ".htm": "text/html"}


class FileRefusedError(ValueError):
    """A file cannot be kept; the message says why and what to do."""


class StoredFileNotFoundError(LookupError):
    """There is no such file."""

    def __init__(self) -> None:
        super().__init__(_("Berkas ini tidak ada."))


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file as it arrives: its name and its bytes."""

    name: str
    content: bytes


def media_type_of(file: NewFile) -> str:
    """Return what a file is: by its first bytes, and by its name only where they allow it.

    Raises:
        FileRefusedError: it is empty, too large, or of no kind that is kept here.
    """
    ending = PurePath(file.name).suffix.casefold()
    if not file.content:
        raise FileRefusedError(_("Berkas %s kosong. Pilih berkas yang berisi.") % file.name)
    if len(file.content) > MAX_BYTES:
        raise FileRefusedError(
            _("Berkas %s lebih besar dari 20 MB. Perkecil atau pecah, lalu unggah lagi.")
            % file.name
        )
    for start, media_type in SIGNATURES:
        if file.content.startswith(start):
            return media_type
    if file.content.startswith(b"PK\x03\x04") and ending in ZIPPED:
        return ZIPPED[ending]
    if ending in TEXTS and _is_text(file.content):
        return TEXTS[ending]
    raise FileRefusedError(
        _(
            "Berkas %s bukan PDF, gambar PNG atau JPEG, DOCX, XLSX, ODT, ODS, CSV, HTML, atau "
            "teks, atau isinya tidak sesuai dengan namanya. Simpan dalam salah satu jenis itu."
        )
        % file.name
    )


def original_of(document: Document) -> StoredFile:
    """Return the file that a document's text was taken from.

    Raises:
        StoredFileNotFoundError: the text is its own original.
    """
    if document.original is None:
        raise StoredFileNotFoundError
    return document.original


def keep_file(
    *, file: NewFile, owner: Instansi | None, day: date, actor: Actor, reason: str
) -> StoredFile:
    """Keep a file unchanged.

    Raises:
        FileRefusedError: it is empty, too large, or of no kind that is kept here.
    """
    media_type = media_type_of(file)
    with act("core.keep_file", actor=actor, reason=reason), refusals():
        return StoredFile.objects.create(
            owner=owner,
            name=PurePath(file.name).name[-200:],
            media_type=media_type,
            size=len(file.content),
            sha256=hashlib.sha256(file.content).hexdigest(),
            content=file.content,
            received_on=day,
        )


def _is_text(content: bytes) -> bool:
    return b"\x00" not in content
