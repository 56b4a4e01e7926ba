"""The file of a backup: renamed when it is complete, and checked before it is believed."""

import contextlib
import errno
import fcntl
import hashlib
import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pamong.installation.backup.errors import (
    BackupExistsError,
    BackupNotWrittenError,
    DamagedBackupError,
    NewerBackupError,
    NotABackupError,
)
from pamong.installation.backup.manifest import Manifest, NewerFormatError

MANIFEST = "manifest.json"
DUMP = "database.dump"
README = "BACA-SAYA.txt"
README_TEXT = """\
Cadangan Pamong. Berkas ini memuat data pribadi pegawai: simpan di tempat yang tertutup.

Memulihkan dengan Pamong:   pamong restore BERKAS-INI
Tanpa Pamong:               unzip BERKAS-INI database.dump
                            pg_restore --no-owner --dbname=NAMA database.dump
                            (pg_restore dari PostgreSQL 18 atau lebih baru)

manifest.json menerangkan versi, hari, jumlah baris dan sidik setiap tabel, dan SHA-256 dari
database.dump. Yang tidak ikut: siapa yang sedang masuk, kunci rahasia, dan berkas catatan (log).
"""
READABLE_TIME = (2000, 1, 1, 0, 0, 0)  # when it was made stands in the manifest
LARGEST_MANIFEST = 16 * 1024 * 1024
CHUNK = 1024 * 1024


@contextlib.contextmanager
def new_archive(path: Path, *, force: bool) -> Iterator[zipfile.ZipFile]:
    """Give a ZIP to fill; when all went well it appears under ``path``, closed to others.

    Until then, and whenever something goes wrong, whatever was called ``path`` stays.

    Raises:
        BackupExistsError: ``path`` exists, and nobody said ``force``.
        BackupNotWrittenError: the folder or the disk refuses, or somebody else is writing it.
    """
    _refuse_existing(path, force=force)
    part = path.with_name(f"{path.name}.part")
    with _saying_what_fails(path):
        descriptor = _open_alone(part, path)
        try:
            with os.fdopen(descriptor, "r+b") as file:
                with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                    archive.writestr(README, README_TEXT)
                    yield archive
                file.flush()
                os.fsync(file.fileno())
                _refuse_existing(path, force=force)
                part.replace(path)
            _sync_folder(path.parent)
        finally:
            part.unlink(missing_ok=True)


@contextlib.contextmanager
def dump_for_writing(archive: zipfile.ZipFile) -> Iterator[IO[bytes]]:
    """Give the place of the dump; its size need not be known."""
    # Compressed here and not by pg_dump, which leaves the statements of a dump as they are: for a
    # small office they are most of it. Two programs also take turns on two cores.
    entry = zipfile.ZipInfo(DUMP, date_time=READABLE_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    with archive.open(entry, "w", force_zip64=True) as file:
        yield file


def read_manifest(path: Path, *, ours: str) -> Manifest:
    """Read what a file says of itself; the dump is not looked at yet.

    Raises:
        NotABackupError: it is something else, cannot be read, or has lost its end.
        NewerBackupError: its form is newer than ours.
    """
    with _opened(path) as archive:
        try:
            found = {entry.filename: entry for entry in archive.infolist()}
            if found[DUMP].compress_type != zipfile.ZIP_DEFLATED:
                raise NotABackupError(path, "susunannya lain")
            if found[MANIFEST].file_size > LARGEST_MANIFEST:
                raise NotABackupError(path, "manifesnya terlalu besar")
            return Manifest.from_json(archive.read(MANIFEST).decode())
        except NewerFormatError as error:
            raise NewerBackupError(path, made_by=error.made_by, ours=ours) from error
        except (KeyError, TypeError, ValueError) as error:
            raise NotABackupError(path, "manifesnya tidak ada atau tidak terbaca") from error


def demand_unchanged(path: Path, manifest: Manifest) -> None:
    """Read the whole dump and compare it with the manifest.

    Raises:
        DamagedBackupError: size or SHA-256 differ.
    """
    digest, size = hashlib.sha256(), 0
    try:
        with dump_for_reading(path) as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                if size > manifest.dump.size:  # a few kB can be made to unpack without end
                    break
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise DamagedBackupError(path, "isinya tidak sama dengan saat dibuat") from error
    if size != manifest.dump.size:
        raise DamagedBackupError(path, f"isinya bukan {manifest.dump.size} bita seperti tercatat")
    if digest.hexdigest() != manifest.dump.sha256:
        raise DamagedBackupError(path, "SHA-256 isinya tidak sama dengan yang tercatat")


@contextlib.contextmanager
def dump_for_reading(path: Path) -> Iterator[IO[bytes]]:
    """Give the dump as a stream.

    Raises:
        NotABackupError: the file cannot be opened.
    """
    with _opened(path) as archive, archive.open(DUMP) as file:
        yield file


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except FileNotFoundError as error:
        raise NotABackupError(path, "berkas itu tidak ada") from error
    except OSError as error:
        raise NotABackupError(path, str(error.strerror or error)) from error
    except zipfile.BadZipFile as error:
        raise NotABackupError(path, "isinya lain, atau terpotong di akhir") from error
    with archive:
        try:
            yield archive
        except (zipfile.BadZipFile, zlib.error) as error:
            raise DamagedBackupError(path, "sebagian isinya berubah") from error


def _refuse_existing(path: Path, *, force: bool) -> None:
    if not force and os.path.lexists(path):
        raise BackupExistsError(path)


def _open_alone(part: Path, path: Path) -> int:
    """Open the unfinished file for us alone; what a killed backup left there is emptied."""
    descriptor = os.open(part, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise BackupNotWrittenError(path, "cadangan lain sedang menulis berkas itu") from error
    os.fchmod(descriptor, 0o600)
    os.ftruncate(descriptor, 0)
    return descriptor


@contextlib.contextmanager
def _saying_what_fails(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        reason = "disk penuh" if full else str(error.strerror or error)
        raise BackupNotWrittenError(path, reason) from error


def _sync_folder(folder: Path) -> None:
    """Make the new name last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
