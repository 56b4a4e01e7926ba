"""The running server of a cluster: found without trusting a pid, started, awaited, ended."""

import contextlib
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil
from psycopg import pq

from pamong.installation.cluster import (
    CLEAN_ENV,
    DATABASE,
    ROLE,
    ROOM_TO_RUN,
    Cluster,
    last_problem,
)
from pamong.installation.errors import InstallationError
from pamong.installation.folder import MEBI, DiskFullError
from pamong.installation.socket_folder import connection

PATIENCE = 120.0  # seconds; recovery after a crash may take long
PAUSE = 0.01  # seconds between two looks
LONGEST_LOG = 10_000_000  # bytes
SOCKET_FOLDER_LINE = 4  # of postmaster.pid, counted from 0


class ServerTooSlowError(InstallationError):
    """The server runs, but does not answer (or end) in time; it is left to its work."""

    def __init__(self, log: Path) -> None:
        super().__init__(
            f"Server basis data belum siap setelah {PATIENCE:.0f} detik; mungkin ia masih "
            f"memulihkan data. Tunggu sebentar lalu jalankan lagi. Catatannya: {log}"
        )


class ServerRefusesError(InstallationError):
    """The server ends by itself instead of starting."""

    def __init__(self, cluster: Path, reason: str, log: Path) -> None:
        self.cluster, self.reason = cluster, reason
        super().__init__(
            f"Server basis data di {cluster} tidak dapat dinyalakan: {reason}. Catatannya: {log}. "
            "Bila berkasnya rusak, kembalikan folder itu dari cadangan; bila isinya hanya data "
            "peraga, mulai lagi dengan: script/demo --reset"
        )


@dataclass(frozen=True, slots=True)
class Postmaster:
    """The first process of a running server."""

    process: psutil.Process
    sockets: Path | None  # unknown while it is still starting

    def answers(self) -> bool:
        """Tell whether it takes connections now."""
        if self.sockets is None:
            return False
        address = connection(self.sockets, user=ROLE, database=DATABASE)
        return pq.PGconn.ping(address.encode()) == pq.Ping.OK


def find_postmaster(cluster: Path) -> Postmaster | None:
    """Find the server of ``cluster``.

    The file may name a process that is long dead, a zombie, or after a reboot somebody else's.
    """
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
        process = psutil.Process(int(lines[0]))
        if process.status() == psutil.STATUS_ZOMBIE or str(cluster) not in process.cmdline():
            return None
    except (OSError, ValueError, IndexError, psutil.Error):
        return None
    known = len(lines) > SOCKET_FOLDER_LINE and lines[SOCKET_FOLDER_LINE]
    return Postmaster(process, Path(known) if known else None)


def join(cluster: Cluster) -> Postmaster | None:
    """Wait for the server that somebody else started; None when there is none, or it is ending.

    Raises:
        ServerTooSlowError: it neither answers nor ends.
    """
    return _wait(cluster, while_=lambda: find_postmaster(cluster.path) is not None)


def launch(
    cluster: Cluster, *, programs: Path, sockets: Path
) -> tuple[Postmaster, subprocess.Popen[bytes]]:
    """Start the server and wait until it answers.

    Raises:
        ServerRefusesError, DiskFullError: it ended by itself.
        ServerTooSlowError: it does not answer; it goes on.
    """
    log = _fresh_log(cluster)
    read_from = log.stat().st_size
    quoted = str(sockets).replace('"', '""')
    with log.open("ab") as output:
        child = subprocess.Popen(
            [
                *(programs / "postgres", "-D", cluster.path),
                *("-c", "listen_addresses=", "-c", "unix_socket_permissions=0700"),
                *("-c", f'unix_socket_directories="{quoted}"', "-c", "timezone=UTC"),
            ],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            env=CLEAN_ENV,
            cwd="/",
            start_new_session=True,  # Ctrl-C at our terminal is not for the server
            **cluster.user.demotion,
        )
    try:
        postmaster = _wait(cluster, while_=lambda: child.poll() is None)
    except ServerTooSlowError:
        let_go(child)
        raise
    if postmaster is None:
        raise _refusal(cluster, log.read_bytes()[read_from:].decode(errors="replace"), log)
    return postmaster, child


def shut_down(cluster: Cluster, child: subprocess.Popen[bytes] | None) -> None:
    """End the server: roll back what is open, disconnect, write everything.

    Raises:
        ServerTooSlowError: it is still writing.
    """
    postmaster = find_postmaster(cluster.path)
    if postmaster is None:
        return
    postmaster.process.send_signal(signal.SIGINT)
    until = time.monotonic() + PATIENCE
    while find_postmaster(cluster.path) is not None:
        if time.monotonic() > until:
            raise ServerTooSlowError(log_file(cluster))
        time.sleep(PAUSE)
    if child is not None:
        child.wait()
    if postmaster.sockets is not None:
        with contextlib.suppress(OSError):  # the next start makes it again
            postmaster.sockets.rmdir()


def let_go(child: subprocess.Popen[bytes]) -> None:
    """Leave the server to others; else Popen would warn that it still runs."""
    if child.poll() is None:
        child.returncode = 0


def log_file(cluster: Cluster) -> Path:
    """Return where the server writes what it has to say."""
    return cluster.folder.logs / "postgresql.log"


def _wait(cluster: Cluster, *, while_: Callable[[], bool]) -> Postmaster | None:
    until = time.monotonic() + PATIENCE
    while while_():
        postmaster = find_postmaster(cluster.path)
        if postmaster is not None and postmaster.answers():
            return postmaster
        if time.monotonic() > until:
            raise ServerTooSlowError(log_file(cluster))
        time.sleep(PAUSE)
    return None


def _fresh_log(cluster: Cluster) -> Path:
    log = log_file(cluster)
    if log.exists() and log.stat().st_size > LONGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    log.touch(mode=0o600)
    return log


def _refusal(cluster: Cluster, said: str, log: Path) -> InstallationError:
    reason = last_problem(said)
    if reason == "disk penuh":
        free = shutil.disk_usage(cluster.path).free
        return DiskFullError(cluster.folder.path, needed=ROOM_TO_RUN * MEBI, free=free)
    return ServerRefusesError(cluster.path, reason, log)
