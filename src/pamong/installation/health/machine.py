"""Python and its packages, the data folder, the disk, the embedded server and its log."""

import importlib.metadata
import re
import shutil
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pamong.installation.cluster import Cluster
from pamong.installation.folder import MARK, MEBI, DataFolder
from pamong.installation.health.check import Check, Subject
from pamong.installation.identity import ServerUser
from pamong.installation.postmaster import LONGEST_LOG, find_postmaster, log_file
from pamong.installation.program import MAJOR

OLDEST_PYTHON = (3, 11)
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(;)?", re.MULTILINE)
NARROW, SCARCE = 2048, 256  # MiB: for a backup and a migration; to go on at all
END_OF_LOG = 200_000  # bytes that are looked through
CRASHED = re.compile(r"^(\S+ \S+).*(?:not properly shut down|interrupted;)", re.MULTILINE)
GRAVE = re.compile(r"^(\S+ \S+).*(?:PANIC: |No space left|could not fsync)", re.MULTILINE)


def python() -> Check:
    """Look at the version of Python."""
    subject = Subject("python", "Python")
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        return subject.bad(found, "Pamong memerlukan Python 3.11 atau lebih baru.")
    return subject.good(found)


def packages(lock: Path) -> Check:
    """Compare what is installed with the pins of the lock."""
    subject = Subject("packages", "Paket Python")
    if not lock.is_file():
        return subject.skipped("Daftar kunci paket tidak ada di pemasangan ini.")
    pins = PIN.findall(lock.read_text(encoding="utf-8"))
    other = list(_other_versions(pins))
    if other:
        shown = ", ".join(other[:5]) + (" …" if len(other) > 5 else "")
        return subject.bad(
            f"{len(other)} paket tidak sesuai dengan daftar kunci: {shown}",
            "Jalankan: script/setup",
        )
    return subject.good(f"{len(pins)} paket sesuai dengan daftar kunci.")


def _other_versions(pins: list[tuple[str, str, str]]) -> Iterator[str]:
    """Yield what is not as pinned; a pin with a condition may be for other machines only."""
    for name, group in groupby(pins, key=lambda pin: pin[0]):
        of_this_name = list(group)
        wanted = [version for _, version, _ in of_this_name]
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            if not all(condition for _, _, condition in of_this_name):
                yield f"{name} tidak ada"
            continue
        if found not in wanted:
            yield f"{name} {found}, seharusnya {' atau '.join(wanted)}"


def data_folder(folder: DataFolder) -> Check:
    """Look at the owner and the mode of the folder."""
    subject = Subject("folder", "Folder data")
    if not folder.path.is_dir():
        return subject.skipped(f"{folder.path} belum ada; dibuat saat Pamong pertama kali jalan.")
    found = folder.path.stat()
    open_to = found.st_mode & 0o067
    if open_to:
        return subject.bad(
            f"{folder.path} terbuka bagi pengguna lain (mode {found.st_mode & 0o777:o}).",
            f"Jalankan: chmod go-rwx {folder.path}",
        )
    if not (folder.path / MARK).is_file():
        return subject.look(f"{folder.path} bukan folder data Pamong.", "Periksa --data-dir.")
    return subject.good(f"{folder.path}, tertutup bagi pengguna lain.")


def room(folder: DataFolder) -> Check:
    """Look at the free room of the folder's disk."""
    subject = Subject("room", "Ruang disk")
    there = next(path for path in (folder.path, *folder.path.parents) if path.exists())
    free = shutil.disk_usage(there).free // MEBI
    words = f"{free} MB kosong."
    if free < SCARCE:
        return subject.bad(words, "Kosongkan disk itu sekarang; basis data dapat berhenti.")
    if free < NARROW:
        return subject.look(words, "Cadangan dan pemutakhiran memerlukan ruang; kosongkan disk.")
    return subject.good(words)


def embedded_server(folder: DataFolder, user: ServerUser) -> Iterator[Check]:
    """Look at the cluster, whether it runs, and what its log says; starts nothing."""
    subject = Subject("server", "Server tertanam")
    cluster = Cluster(folder, user)
    others = [path.name for path in folder.path.glob("postgresql-*") if path != cluster.path]
    if others:
        yield subject.bad(
            f"Folder data berisi {', '.join(others)}; Pamong ini memakai PostgreSQL {MAJOR}.",
            "Pulihkan cadangan ke folder data yang baru dengan: pamong restore",
        )
    elif not cluster.path.is_dir():
        yield subject.skipped("Belum ada basis data di folder ini.")
    else:
        runs = "berjalan" if find_postmaster(cluster.path) else "sedang tidak berjalan"
        yield subject.good(f"PostgreSQL {MAJOR}, {runs}.")
        yield _log(log_file(cluster))


def _log(log: Path) -> Check:
    subject = Subject("log", "Catatan server")
    if not log.is_file():
        return subject.good("Belum ada catatan.")
    size = log.stat().st_size
    with log.open("rb") as file:
        file.seek(max(0, size - END_OF_LOG))
        said = file.read().decode(errors="replace")
    grave, crashed = GRAVE.findall(said), CRASHED.findall(said)
    if grave:
        return subject.look(
            f"Masalah berat tercatat, terakhir {grave[-1]}.",
            f"Baca {log}; periksa disk, lalu buat cadangan.",
        )
    if size > LONGEST_LOG:
        return subject.look(
            f"{size // 1_000_000} MB.", "Mulai ulang Pamong; catatan lama lalu disisihkan."
        )
    after = f" Terakhir dipulihkan sesudah terhenti mendadak: {crashed[-1]}." if crashed else ""
    return subject.good(f"{size // 1000} kB.{after}")
