"""The embedded PostgreSQL: started by whoever comes first, stopped by whoever leaves last.

The wheel's own ``get_server`` is not used; docs/adr/0031 lists what it does to a shared machine.
"""

import atexit
import contextlib
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from pamong.installation.cluster import DATABASE, ROLE, Cluster
from pamong.installation.errors import InstallationError
from pamong.installation.folder import DataFolder
from pamong.installation.identity import server_user
from pamong.installation.locks import InUseError, ServerLocks
from pamong.installation.postmaster import Postmaster, join, launch, let_go, shut_down
from pamong.installation.program import programs
from pamong.installation.socket_folder import PORT, connection, socket_folder


class NotStartedError(InstallationError):
    """The address was asked of a server that this process has not started or joined."""

    def __init__(self) -> None:
        super().__init__("Server basis data belum dinyalakan oleh proses ini.")


class EmbeddedServer:
    """A share in the one server of a data folder.

    Several processes, and several objects of one process, may share it. It lives until the last of
    them stops or ends; a share of a process that was killed counts no more, and the server that it
    left behind is used, and later stopped, by the next.
    """

    def __init__(self, folder: DataFolder, *, environ: Mapping[str, str] = os.environ) -> None:
        """Touch nothing yet."""
        self.folder = folder
        self._environ = environ
        self._locks: ServerLocks | None = None
        self._cluster: Cluster | None = None
        self._sockets: Path | None = None
        self._child: subprocess.Popen[bytes] | None = None
        self._process = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def start(self) -> None:
        """Join the server, after making the cluster and starting it where needed.

        Returns when it answers. A second call does nothing.

        Raises:
            InstallationError: one of its many kinds, each a sentence.
        """
        if self._locks is not None:
            return
        self._process = os.getpid()
        self.folder.prepare()
        user = server_user()
        try:
            with self.folder.saying_what_fails():
                self.folder.let_pass(user)
                self._cluster = Cluster(self.folder, user)
                self._locks = ServerLocks(self.folder.path)
                with self._locks.alone():
                    self._locks.use()
                    self._sockets = self._join_or_launch(self._cluster).sockets
        except (KeyboardInterrupt, SystemExit):
            self.stop()
            raise
        except BaseException:
            self._forget()
            raise
        atexit.register(self.stop)

    def stop(self) -> None:
        """Give up our share; the last one to do so ends the server. A second call does nothing.

        A forked child that inherited this object gives up nothing: the share is its parent's.
        """
        if self._locks is None or self._cluster is None:
            return
        try:
            if os.getpid() == self._process:
                with self._locks.alone():
                    if self._locks.leave():
                        shut_down(self._cluster, self._child)
        finally:
            self._forget()

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep the data to ourselves: refuse when others use them, let newcomers wait outside.

        Raises:
            InUseError: another process works with the folder.
        """
        if self._locks is None:
            raise NotStartedError
        with self._locks.alone():
            if not self._locks.only_we():
                raise InUseError(self.folder.path)
            yield

    def conninfo(self, database: str = DATABASE) -> str:
        """Return libpq's words for a connection as the role without superuser rights."""
        return connection(self.socket_folder, user=ROLE, database=database)

    def url(self, database: str = DATABASE) -> str:
        """Return the same as an address for ``DATABASE_URL``."""
        folder = quote(str(self.socket_folder), safe="")
        return f"postgresql://{ROLE}@/{database}?host={folder}&port={PORT}"

    @property
    def socket_folder(self) -> Path:
        """The folder to connect to.

        Raises:
            NotStartedError: ``start`` was not called.
        """
        if self._sockets is None:
            raise NotStartedError
        return self._sockets

    def _join_or_launch(self, cluster: Cluster) -> Postmaster:
        running = join(cluster)
        if running is not None:
            return running
        sockets = socket_folder(self.folder.path, cluster.user, environ=self._environ)
        binaries = programs(self.folder.path / "program", cluster.user)
        cluster.create_if_missing(binaries)
        cluster.clear_what_a_crash_left(sockets)
        running, self._child = launch(cluster, programs=binaries, sockets=sockets)
        return running

    def _forget(self) -> None:
        atexit.unregister(self.stop)
        if self._locks is not None:
            self._locks.close()
        if self._child is not None:
            let_go(self._child)
        self._locks = self._sockets = self._child = None
