"""The files of one PostgreSQL cluster: made whole or not at all, and tidied after a crash."""

import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from pamong.installation.errors import InstallationError
from pamong.installation.folder import DataFolder
from pamong.installation.identity import ServerUser
from pamong.installation.program import MAJOR
from pamong.installation.socket_folder import SOCKET

DATABASE = "pamong"
ROLE = "pamong"
SUPERUSER = "postgres"

# Nothing of the caller's environment reaches the server: neither locale nor PG… variables.
CLEAN_ENV = {"LC_ALL": "C", "TZ": "UTC", "PATH": "/usr/bin:/bin"}

# Measured: an empty cluster takes 40 MB, its log under load up to 1 GB. docs/adr/0031.
ROOM_FOR_A_NEW_CLUSTER = 2048
ROOM_TO_RUN = 64

# Sorting by code point is the same on every machine and on a server of PostgreSQL 15.
INITDB = (
    f"--username={SUPERUSER}",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
)
# A role without superuser rights; it may make databases, because the tests do.
FIRST_STATEMENTS = (
    f"create role {ROLE} login createdb;\ncreate database {DATABASE} owner {ROLE};\n"
)

PATIENCE = 20.0  # seconds until the last helper process of a killed server is gone


class ClusterNotMadeError(InstallationError):
    """A new cluster could not be made."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"Basis data baru di {folder} tidak dapat dibuat: {reason}. "
            "Perbaiki penyebabnya lalu jalankan lagi; belum ada data yang tersimpan."
        )


class OtherVersionError(InstallationError):
    """The data folder holds a cluster of another major version."""

    def __init__(self, found: Path) -> None:
        super().__init__(
            f"Folder {found} dibuat oleh PostgreSQL versi lain; Pamong ini memakai versi {MAJOR}. "
            "Pakai Pamong yang membuatnya, atau pilih folder data lain dengan --data-dir."
        )


class BrokenClusterError(InstallationError):
    """The cluster lacks files, or the server refuses it."""

    def __init__(self, cluster: Path, reason: str) -> None:
        self.cluster = cluster
        super().__init__(
            f"Basis data di {cluster} rusak: {reason}. Kembalikan folder itu dari cadangan; "
            "bila isinya hanya data peraga, mulai lagi dengan: script/demo --reset"
        )


class OldProcessesError(InstallationError):
    """Processes of a server that died are still at work in the cluster."""

    def __init__(self, cluster: Path) -> None:
        super().__init__(
            f"Sisa server basis data yang terhenti masih bekerja di {cluster}. "
            "Tunggu satu menit, lalu jalankan lagi."
        )


@dataclass(frozen=True, slots=True)
class Cluster:
    """The cluster of one data folder, whether it exists already or not."""

    folder: DataFolder
    user: ServerUser

    @property
    def path(self) -> Path:
        """Where it lies; the major version is in the name, so an old one is seen."""
        return self.folder.path / f"postgresql-{MAJOR}"

    def create_if_missing(self, programs: Path) -> None:
        """Make the cluster with its role and its database, unless it is there.

        It is made under another name and renamed last, so a crash or a full disk leaves no half.

        Raises:
            ClusterNotMadeError, OtherVersionError, BrokenClusterError, DiskFullError.
        """
        self._refuse_other_versions()
        if self.path.exists():
            if not (self.path / "global" / "pg_control").is_file():
                raise BrokenClusterError(self.path, "berkas pg_control tidak ada")
            self.folder.demand_room(ROOM_TO_RUN)
            return
        self.folder.demand_room(ROOM_FOR_A_NEW_CLUSTER)
        part = self.path.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        self.user.own(part)
        self._run([programs / "initdb", *INITDB, "-D", part])
        self._run(
            [programs / "postgres", "--single", "-D", part, "-cexit_on_error=on", "template1"],
            standard_input=FIRST_STATEMENTS,
        )
        part.rename(self.path)

    def clear_what_a_crash_left(self, sockets: Path) -> None:
        """Remove the marks of a server that is gone; to be called only when none runs.

        Raises:
            OldProcessesError: its helper processes do not end.
        """
        if not (self.path / "postmaster.pid").exists():
            return
        until = time.monotonic() + PATIENCE
        while self._somebody_works_here():
            if time.monotonic() > until:
                raise OldProcessesError(self.path)
            time.sleep(0.02)
        for leftover in (
            self.path / "postmaster.pid",
            sockets / SOCKET,
            sockets / f"{SOCKET}.lock",
        ):
            leftover.unlink(missing_ok=True)

    def _refuse_other_versions(self) -> None:
        for found in sorted(self.folder.path.glob("postgresql-*")):
            if found.suffix != ".part" and found != self.path:
                raise OtherVersionError(found)

    def _run(self, command: Sequence[str | Path], standard_input: str = "") -> None:
        ran = subprocess.run(
            command,
            input=standard_input,
            capture_output=True,
            text=True,
            check=False,
            env=CLEAN_ENV,
            cwd="/",
            **self.user.demotion,
        )
        if ran.returncode != 0:
            raise ClusterNotMadeError(self.folder.path, last_problem(ran.stderr))

    def _somebody_works_here(self) -> bool:
        """Helpers of a killed server have their working directory in the cluster."""
        for process in psutil.process_iter():
            try:
                if process.cwd() == str(self.path):
                    return True
            except psutil.Error:  # gone meanwhile, or another user's
                continue
        return False


def last_problem(text: str) -> str:
    """Pick what PostgreSQL says is wrong from its output or log; full disks in plain words."""
    if "No space left on device" in text or "Disk quota exceeded" in text:
        return "disk penuh"
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    grave = [line for line in lines if "FATAL:" in line or "PANIC:" in line or "error:" in line]
    return (grave or lines or ["tanpa keterangan"])[-1]
