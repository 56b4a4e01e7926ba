"""Whose processes the database server are: ours, or those of a system user when we are root.

PostgreSQL refuses to run as root.
"""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from pamong.installation.errors import InstallationError

SYSTEM_USER = "pamong"
USERADD = (
    *("useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin"),
    SYSTEM_USER,
)


class NoSystemUserError(InstallationError):
    """Root needs a system user for the database server, and it could not be made."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"Pengguna sistem {SYSTEM_USER} untuk server basis data tidak dapat dibuat "
            f"({reason}). Jalankan: {' '.join(USERADD)}"
        )


class Demotion(TypedDict, total=False):
    """What ``subprocess`` takes to start a program as somebody else."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class ServerUser:
    """The user whom the cluster belongs to and the server runs as."""

    uid: int
    gid: int

    @property
    def demotion(self) -> Demotion:
        """Empty when the server runs as ourselves."""
        if self.uid == os.geteuid():
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, folder: Path) -> None:
        """Give ``folder`` to this user alone."""
        os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)

    def can_run(self, program: Path) -> bool:
        """Tell by trying, since a folder above may be closed and ACLs have the last word."""
        try:
            tried = subprocess.run(
                [program, "--version"], cwd="/", capture_output=True, check=False, **self.demotion
            )
        except OSError:
            return False
        return tried.returncode == 0

    def can_enter(self, folder: Path) -> bool:
        """Tell by trying whether the user reaches ``folder``."""
        tried = subprocess.run(
            ["/usr/bin/test", "-x", folder], cwd="/", check=False, **self.demotion
        )
        return tried.returncode == 0


def server_user() -> ServerUser:
    """Return ourselves, or as root the system user, who is made when missing.

    Raises:
        NoSystemUserError: the system user is missing and cannot be made.
    """
    if os.geteuid() != 0:
        return ServerUser(os.geteuid(), os.getegid())
    entry = _find_system_user() or _make_system_user()
    return ServerUser(entry.pw_uid, entry.pw_gid)


def _find_system_user() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        return None


def _make_system_user() -> pwd.struct_passwd:
    # A bare PATH (cron, a container) often lacks the folder of useradd.
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    try:
        made = subprocess.run(
            ["/usr/bin/env", f"PATH={path}", *USERADD],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        raise NoSystemUserError(str(error)) from error
    # Another process may have made it meanwhile; then useradd fails and all is well.
    entry = _find_system_user()
    if entry is None:
        raise NoSystemUserError(made.stderr.strip() or f"useradd: {made.returncode}")
    return entry
