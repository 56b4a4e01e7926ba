"""The data folder: everything that an installation keeps, closed to other users.

It belongs to whoever runs Pamong. As root its group is that of the database server's user, who may
pass through it (0710) and reads nothing but his own cluster.
"""

import contextlib
import os
import pwd
import secrets
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pamong.installation.errors import InstallationError
from pamong.installation.identity import ServerUser
from pamong.installation.place import data_folder_path

MARK = "PAMONG.txt"
DEMONSTRATION_MARK = "demonstration"
MARK_TEXT = (
    "Folder ini berisi data Pamong: basis data, kunci rahasia, dan catatan.\n"
    "Jangan memindahkan atau menghapus isinya selagi Pamong berjalan.\n"
)
NOT_OURS = {"lost+found"}  # at the top of every ext4 disk
MEBI = 1024 * 1024


class FolderError(InstallationError):
    """The data folder cannot be used."""

    def __init__(self, path: Path, sentence: str) -> None:
        self.path = path
        super().__init__(f"Folder data {path} {sentence}")


class NotAFolderError(FolderError):
    """A file has the name of the data folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "ternyata sebuah berkas. Pilih jalur lain dengan --data-dir.")


class ForeignFolderError(FolderError):
    """The data folder belongs to another user of the machine."""

    def __init__(self, path: Path, owner: str) -> None:
        self.owner = owner
        super().__init__(
            path,
            f"milik pengguna {owner}. Jalankan Pamong sebagai {owner}, "
            "atau pilih folder lain dengan --data-dir.",
        )


class OtherContentError(FolderError):
    """The folder holds files that are not Pamong's."""

    def __init__(self, path: Path, example: str) -> None:
        super().__init__(
            path,
            f"berisi berkas lain (antara lain {example}). "
            "Pilih folder yang kosong atau yang belum ada dengan --data-dir.",
        )


class UnusableFolderError(FolderError):
    """The folder cannot be made, read or written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            path, f"tidak dapat dipakai ({reason}). Pilih folder lain dengan --data-dir."
        )


class ClosedFolderError(FolderError):
    """As root: the database server's user cannot pass through a folder above."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            "berada di bawah folder yang tertutup bagi pengguna sistem pamong. "
            "Pilih folder lain, misalnya: --data-dir /var/lib/pamong",
        )


class DiskFullError(FolderError):
    """Too little room is left on the disk of the data folder."""

    def __init__(self, path: Path, *, needed: int, free: int) -> None:
        self.needed, self.free = needed, free
        super().__init__(
            path,
            f"memerlukan ruang kosong {needed // MEBI} MB, tetapi di disk itu tersisa "
            f"{free // MEBI} MB. Kosongkan disk itu, atau pilih disk lain dengan --data-dir.",
        )


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One data folder; ``prepare`` must be called before anything is kept in it."""

    path: Path

    @classmethod
    def resolve(
        cls, given: Path | None = None, *, environ: Mapping[str, str] = os.environ
    ) -> Self:
        """Choose the folder (see ``place``); nothing is touched yet."""
        return cls(data_folder_path(given, environ=environ))

    @property
    def logs(self) -> Path:
        """The folder of the log files."""
        return self.path / "log"

    @property
    def secret_key(self) -> Path:
        """The file of the site's secret key, readable by the owner alone."""
        return self.path / "secret_key"

    @property
    def backups(self) -> Path:
        """The folder of the backups that Pamong makes of its own accord."""
        return self.path / "backups"

    @property
    def last_backup(self) -> Path:
        """The file that tells of the last backup that somebody asked for."""
        return self.path / "last_backup.json"

    @property
    def moved(self) -> Path:
        """The mark of a folder whose records live on a server now; it says which."""
        return self.path / "moved_to.txt"

    @property
    def is_demonstration(self) -> bool:
        """Whether the data are those of the demonstration, which no production may serve."""
        return (self.path / DEMONSTRATION_MARK).is_file()

    @property
    def holds_data(self) -> bool:
        """Whether a cluster is here."""
        return any(self.path.glob("postgresql-*"))

    def mark_demonstration(self) -> None:
        """Say for good that the data here are those of the demonstration."""
        _write_once(self.path / DEMONSTRATION_MARK, "Isi folder ini data peraga.\n")

    def unmark_demonstration(self) -> None:
        """Take the mark away, because other data have come in."""
        (self.path / DEMONSTRATION_MARK).unlink(missing_ok=True)

    def prepare(self) -> None:
        """Make the folder, with its log folder and secret key, and close it to others.

        Raises:
            FolderError: with one sentence for each thing that can be wrong.
        """
        with self.saying_what_fails():
            self._make()
            self._refuse_foreign()
            _write_once(self.path / MARK, MARK_TEXT)
            # Only ever closed further: what its owner made read-only stays so, and is said.
            self.path.chmod(self.path.stat().st_mode & (0o710 if os.geteuid() == 0 else 0o700))
            self.logs.mkdir(mode=0o700, exist_ok=True)
            _write_once(self.secret_key, secrets.token_urlsafe(48))

    @contextlib.contextmanager
    def saying_what_fails(self) -> Iterator[None]:
        """Turn what the system refuses inside the folder into a sentence.

        Raises:
            UnusableFolderError: something could not be read or written.
        """
        try:
            yield
        except OSError as error:
            raise UnusableFolderError(self.path, _reason(error)) from error

    def let_pass(self, user: ServerUser) -> None:
        """Let the database server's user through to the cluster, where he is not ourselves.

        Raises:
            ClosedFolderError: a folder above does not let him.
        """
        if not user.demotion:
            return
        os.chown(self.path, -1, user.gid)
        self.path.chmod(0o710)
        if not user.can_enter(self.path):
            raise ClosedFolderError(self.path)

    def demand_room(self, mebibytes: int) -> None:
        """Refuse when less than ``mebibytes`` MiB are free on the folder's disk.

        Raises:
            DiskFullError: too little is free.
        """
        free = shutil.disk_usage(self.path).free
        if free < mebibytes * MEBI:
            raise DiskFullError(self.path, needed=mebibytes * MEBI, free=free)

    def clear(self) -> None:
        """Delete what Pamong keeps here; the server must have been stopped.

        A folder without Pamong's mark is left alone, so a mistyped path costs nothing.
        """
        if not (self.path / MARK).is_file():
            return
        for entry in self.path.iterdir():
            # The locks stay: whoever waits for them must not wait for a file that is gone.
            if entry.name in NOT_OURS | {MARK} or entry.suffix == ".lock":
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def _make(self) -> None:
        if self.path.exists() and not self.path.is_dir():
            raise NotAFolderError(self.path)
        for missing in reversed([p for p in self.path.parents if not p.exists()]):
            missing.mkdir()
            # A strict umask of root would lock the server's user out of our own folders.
            missing.chmod(0o755 if os.geteuid() == 0 else 0o700)
        self.path.mkdir(mode=0o700, exist_ok=True)

    def _refuse_foreign(self) -> None:
        owner = self.path.stat().st_uid
        if owner != os.geteuid():
            raise ForeignFolderError(self.path, _user_name(owner))
        content = {entry.name for entry in self.path.iterdir()} - NOT_OURS
        # A start that was killed early may leave no more than a part of the mark.
        if content and not any(name.startswith(MARK) for name in content):
            raise OtherContentError(self.path, min(content))


def _write_once(path: Path, text: str) -> None:
    """Write a file whole or not at all; two processes at once agree on the first."""
    if path.is_file():
        return
    part = path.with_name(f"{path.name}.{os.getpid()}")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(part, path)
    except FileExistsError:
        pass
    finally:
        part.unlink()


def _user_name(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


def _reason(error: OSError) -> str:
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror)
