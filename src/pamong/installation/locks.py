"""Who uses the server, known by file locks: the kernel drops them even after ``kill -9``."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from pamong.installation.errors import InstallationError


class InUseError(InstallationError):
    """Another process works with the folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Folder data {folder} sedang dipakai. Hentikan dahulu Pamong yang memakainya "
            "(Ctrl-C di terminalnya), lalu jalankan lagi."
        )


class ServerLocks:
    """``start.lock`` lets one process start or stop at a time; ``users.lock`` counts the users."""

    def __init__(self, folder: Path) -> None:
        """Open the two files in ``folder``; nothing is locked yet."""
        self._starting = _open(folder / "start.lock")
        self._using = _open(folder / "users.lock")

    @contextlib.contextmanager
    def alone(self) -> Iterator[Self]:
        """Wait until nobody else starts or stops, and keep it so."""
        fcntl.flock(self._starting, fcntl.LOCK_EX)
        try:
            yield self
        finally:
            fcntl.flock(self._starting, fcntl.LOCK_UN)

    def use(self) -> None:
        """Count ourselves among the users, until ``leave`` or death."""
        fcntl.flock(self._using, fcntl.LOCK_SH)

    def leave(self) -> bool:
        """Stop being a user; tell whether nobody is left. To be called ``alone``."""
        try:
            fcntl.flock(self._using, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        else:
            return True
        finally:
            fcntl.flock(self._using, fcntl.LOCK_UN)

    def only_we(self) -> bool:
        """Tell whether nobody else is a user; we stay one. To be called ``alone``."""
        # A lock that cannot be raised is lost, so it is taken anew: nobody comes in between.
        nobody_else = self.leave()
        self.use()
        return nobody_else

    def close(self) -> None:
        """Close the files, which also unlocks them."""
        os.close(self._starting)
        os.close(self._using)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
