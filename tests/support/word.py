"""Writes small DOCX files, honest ones with python-docx and dishonest ones by hand."""

import io
import struct
import zipfile
from collections.abc import Iterable, Mapping

import docx
from docx.document import Document

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def saved(document: Document) -> bytes:
    """Return the bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word(paragraphs: Iterable[str]) -> bytes:
    """Return a document of plain paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def parts(data: bytes) -> dict[str, bytes]:
    """Return what the archive holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(entries: Mapping[str, bytes]) -> bytes:
    """Return an archive of these entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """Return the document with other words in one of its parts."""
    entries = parts(data)
    assert old.encode() in entries[name]
    entries[name] = entries[name].replace(old.encode(), new.encode(), 1)
    return packed(entries)


def with_relation(data: bytes, kind: str, target: str) -> bytes:
    """Return the document with one more relationship to another address."""
    relation = (
        f'<Relationship Id="rLuar" TargetMode="External" Target="{target}" Type="http://schemas.'
        f'openxmlformats.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
    )
    return changed(data, RELATIONS, "</Relationships>", relation)


def lying(data: bytes, name: str, size: int) -> bytes:
    """Return the archive with another unpacked size of one entry in its directories."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        true = struct.pack("<I", archive.getinfo(name).file_size)
        check = struct.pack("<I", archive.getinfo(name).CRC)
        small = struct.pack("<I", archive.getinfo(name).compress_size)
    assert data.count(check + small + true) == 2
    return data.replace(check + small + true, check + small + struct.pack("<I", size))
