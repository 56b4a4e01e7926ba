"""Takes in files: what they are called, that each has a name of its own, and what a zip holds."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from pamong.apps.core.files import NewFile
from pamong.apps.impor.errors import ImportFileError, NoFilesError
from pamong.apps.impor.models import MAX_BYTES, Import, ImportFile

TABLES = {".xlsx", ".xls", ".ods", ".csv", ".xlsm", ".xlsb", ".txt", ".tsv"}
MOST_FILES = 100
LARGEST = MAX_BYTES
"""Bytes of one file."""


def unzipped(files: Iterable[NewFile]) -> list[NewFile]:
    """Return the tables among files and within their archives.

    Raises:
        NoFilesError: there is none.
        ImportFileError: a file is empty, too large, no table, or named as another one.
    """
    found: list[NewFile] = []
    for file in files:
        found += _within(file) if file.name.casefold().endswith(".zip") else [file]
    if not found:
        raise NoFilesError
    if len(found) > MOST_FILES:
        raise ImportFileError(_("Lebih dari %d berkas sekaligus. Bagi unggahannya.") % MOST_FILES)
    names: set[str] = set()
    for file in found:
        _check(file)
        if file.name in names:
            raise ImportFileError(
                _("Dua berkas bernama sama: %s. Ganti nama salah satunya.") % file.name
            )
        names.add(file.name)
    _refuse_same(found)
    return found


def _refuse_same(files: Iterable[NewFile]) -> None:
    first: dict[str, str] = {}
    for file in files:
        told = first.setdefault(hashlib.sha256(file.content).hexdigest(), file.name)
        if told != file.name:
            raise ImportFileError(
                _("%(one)s dan %(other)s berisi sama persis. Pilih salah satunya.")
                % {"one": told, "other": file.name}
            )


def keep(batch: Import, files: Iterable[NewFile]) -> None:
    """Keep the files of an import as they came."""
    for file in files:
        ImportFile.objects.create(
            batch=batch,
            name=file.name,
            sha256=hashlib.sha256(file.content).hexdigest(),
            content=file.content,
        )


def _within(archive: NewFile) -> Iterator[NewFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(archive.content)) as opened:
            members = [each for each in opened.infolist() if not each.is_dir()]
            if sum(each.file_size for each in members) > MAX_BYTES:
                raise ImportFileError(
                    _("Isi %s lebih besar dari 200 MB. Bagi arsipnya.") % archive.name
                )
            for each in members:
                name = PurePosixPath(each.filename).name
                if PurePosixPath(name).suffix.casefold() in TABLES:
                    yield NewFile(name, opened.read(each))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise ImportFileError(
            _("Arsip %s tidak dapat dibuka. Ekstrak dulu, lalu unggah berkasnya.") % archive.name
        ) from error


def _check(file: NewFile) -> None:
    if not file.content:
        raise ImportFileError(_("Berkas %s kosong. Pilih berkas yang berisi.") % file.name)
    if len(file.content) > MAX_BYTES:
        raise ImportFileError(_("Berkas %s lebih besar dari 200 MB. Bagi per OPD.") % file.name)
    if PurePosixPath(file.name).suffix.casefold() not in TABLES:
        raise ImportFileError(
            _("Berkas %s bukan .xlsx, .xls, .ods, .csv, atau .zip berisi itu.") % file.name
        )
