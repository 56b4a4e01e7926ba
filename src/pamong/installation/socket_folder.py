"""The folder of the server's socket: whoever reaches the socket is trusted, so it is closed.

A socket's path holds at most 107 bytes, and libpq splits a host at commas. Where the data folder's
own path does not serve, the socket goes to a folder of ours in the runtime or temporary folder.
"""

import hashlib
import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path

from psycopg.conninfo import make_conninfo

from pamong.installation.errors import InstallationError
from pamong.installation.identity import ServerUser

PORT = 5432
SOCKET = f".s.PGSQL.{PORT}"
LONGEST = 107 - len(f"/{SOCKET}")


class SocketFolderError(InstallationError):
    """The folder meant for the socket exists, but somebody else could reach into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            f"Folder {folder} sudah ada, tetapi bukan milik Pamong atau terbuka bagi pengguna "
            "lain. Hapus folder itu, atau pilih folder data dengan jalur yang lebih pendek."
        )


def socket_folder(data: Path, user: ServerUser, *, environ: Mapping[str, str]) -> Path:
    """Make (or find) the folder of the socket, closed to everybody but ``user``.

    Raises:
        SocketFolderError: the folder outside the data folder is not ours alone.
    """
    inside = data / "run"
    if serves(inside):
        inside.mkdir(exist_ok=True)
        user.own(inside)
        return inside
    folder = _outside(data, user, environ)
    if not folder.is_symlink() and not folder.exists():
        folder.mkdir(mode=0o700)
        user.own(folder)
    _demand_ours_alone(folder, user)
    return folder


def serves(folder: Path) -> bool:
    """Tell whether a socket in ``folder`` can be made and named."""
    return len(os.fsencode(folder)) <= LONGEST and "," not in str(folder)


def connection(folder: Path, *, user: str, database: str) -> str:
    """Return libpq's words for a connection to the server of the socket in ``folder``.

    Nothing is left for the caller's PGPORT or PGOPTIONS to fill in.
    """
    return make_conninfo(host=str(folder), port=PORT, user=user, dbname=database, options="")


def _outside(data: Path, user: ServerUser, environ: Mapping[str, str]) -> Path:
    runtime = environ.get("XDG_RUNTIME_DIR")
    # Root's runtime folder is closed to the user whom the server runs as.
    parent = runtime if runtime and not user.demotion else tempfile.gettempdir()
    name = f"pamong-{user.uid}-{hashlib.sha256(os.fsencode(data)).hexdigest()[:12]}"
    return next(
        (Path(place, name) for place in (parent, "/tmp") if serves(Path(place, name))),  # noqa: S108  a long TMPDIR, too
        Path(parent, name),
    )


def _demand_ours_alone(folder: Path, user: ServerUser) -> None:
    found = folder.lstat()
    ours = stat.S_ISDIR(found.st_mode) and found.st_uid == user.uid
    if not ours or stat.S_IMODE(found.st_mode) != 0o700:
        raise SocketFolderError(folder)
