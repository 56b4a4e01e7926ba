"""Opens the archive that a DOCX is: bounded by its directory, and again while it is unpacked."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from pamong.kernel.language import mark
from pamong.reader.extraction.extracted import RefusalError
from pamong.reader.extraction.limits import MAX_ENTRIES, MAX_PART, MAX_UNPACKED

_CHUNK = 65_536
_IS_LOCKED = 0x1  # bit of an entry's flags
_TYPES = "[Content_Types].xml"
_WORD = "wordprocessingml.document.main+xml"
_WITH_MACROS = "macroEnabled"
_PROGRAM = "vbaProject.bin"
_RELATIONS = ".rels"
# What Word fetches when it opens the file, by the last part of the relationship's type. Links that
# a reader may click, and pictures, are read over.
_FETCHED = {
    "attachedTemplate": mark("templat"),
    "oleObject": mark("objek"),
    "package": mark("objek"),
    "frame": mark("bingkai"),
    "subDocument": mark("bagian naskah"),
    "aFChunk": mark("bagian naskah"),
    "externalLink": "data",
}
_OTHERS = {"xl/": "XLSX", "ppt/": "PPTX", "content.xml": "ODT", "visio/": "VSDX"}


def check_archive(data: bytes) -> None:
    """Let nothing through but a DOCX of bearable size without programs and parts from elsewhere.

    Raises:
        RefusalError: it is something else, or too much.
        zipfile.BadZipFile: it is broken, or its directory lies.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        _refuse_heavy(entries)
        if any(entry.flag_bits & _IS_LOCKED for entry in entries):
            raise RefusalError("PasswordDocumentError")
        _refuse_other_forms(archive)
        _unpack_all(archive, entries)
        _refuse_fetching(archive, entries)


def safe_xml(content: bytes) -> etree._Element:
    """Parse a part without following anything that it refers to."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def _refuse_heavy(entries: list[zipfile.ZipInfo]) -> None:
    """Believe the directory only where it says that there is too much."""
    sizes = [entry.file_size for entry in entries]
    parsed = [entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if (
        len(entries) > MAX_ENTRIES
        or sum(sizes) > MAX_UNPACKED
        or max(parsed, default=0) > MAX_PART
    ):
        raise RefusalError("SwollenDocumentError", "DOCX")


def _unpack_all(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Unpack every entry, throw it away, and stop at the bound: the directory may lie."""
    total = 0
    for entry in entries:
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                total += len(chunk)
                if total > MAX_UNPACKED:
                    raise RefusalError("SwollenDocumentError", "DOCX")


def _refuse_other_forms(archive: zipfile.ZipFile) -> None:
    names = archive.namelist()
    types = archive.read(_TYPES).decode("utf-8", "replace") if _TYPES in names else ""
    if _WITH_MACROS in types or any(name.endswith(_PROGRAM) for name in names):
        raise RefusalError("MacroDocumentError")
    if _WORD not in types:
        found = (form for mark, form in _OTHERS.items() if any(n.startswith(mark) for n in names))
        raise RefusalError("OtherFormatError", next(found, "ZIP"))


def _refuse_fetching(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    for kind in _outside(archive, entries):
        if part := _FETCHED.get(kind):
            raise RefusalError("OutsideReferenceError", part)


def _outside(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    """Yield the kinds of all relationships that lead out of the file."""
    for entry in entries:
        if entry.filename.endswith(_RELATIONS):
            for relation in safe_xml(archive.read(entry)):
                if relation.get("TargetMode", "").lower() == "external":
                    yield relation.get("Type", "").rpartition("/")[2]
