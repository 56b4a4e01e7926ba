"""Opening the house: the data folder, the database and Django, ready for a command."""

import contextlib
import importlib.metadata
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from pamong.installation.database import Database
from pamong.installation.errors import InstallationError
from pamong.installation.folder import DataFolder
from pamong.installation.place import VARIABLE
from pamong.installation.server import EmbeddedServer

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        help="Folder data. Tanpa ini dipakai PAMONG_DATA_DIR, lalu folder bawaan.",
        metavar="FOLDER",
    ),
]


@dataclass(frozen=True, slots=True)
class House:
    """What a command stands in."""

    folder: DataFolder
    server: EmbeddedServer | None  # None where DATABASE_URL names one

    @property
    def database(self) -> Database:
        """The database, as a program beside Django reaches it."""
        return Database.at(os.environ["DATABASE_URL"])

    @property
    def is_demonstration(self) -> bool:
        """Whether the records are those of the demonstration."""
        return os.environ.get("PAMONG_DEMONSTRATION", "") not in {"", "0", "false"}

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes of this folder away for as long as it takes.

        Raises:
            InUseError: another process works with the folder.
        """
        with self.server.alone() if self.server else contextlib.nullcontext():
            yield


class MovedAwayError(InstallationError):
    """The records of the folder live on a server now."""

    def __init__(self, folder: DataFolder, place: str) -> None:
        super().__init__(
            f"Data di folder {folder.path} sudah dipindahkan ke {place}. Isi DATABASE_URL dengan "
            f"alamat server itu. Bila perpindahan itu dibatalkan, hapus berkas {folder.moved}"
        )


def version() -> str:
    """Return the version of Pamong that runs."""
    return importlib.metadata.version("pamong")


def open_house(data_dir: Path | None = None) -> House:
    """Start or join the database (unless DATABASE_URL names one) and set Django up.

    The share of the embedded server ends with the process. Child processes find everything in the
    environment.

    Raises:
        InstallationError: the folder or the server cannot be used.
    """
    import django

    house = connect(data_dir)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pamong.config.settings.local")
    django.setup()
    return house


def connect(data_dir: Path | None = None) -> House:
    """Do the same without Django."""
    folder = DataFolder.resolve(data_dir)
    folder.prepare()
    os.environ[VARIABLE] = str(folder.path)
    if folder.is_demonstration:
        os.environ["PAMONG_DEMONSTRATION"] = "1"
    if "PAMONG_SECRET_KEY" not in os.environ:
        os.environ.setdefault("PAMONG_SECRET_KEY_FILE", str(folder.secret_key))
    if "DATABASE_URL" in os.environ:
        return House(folder, None)
    # Two databases that both grow can never be one again, so the old one is closed.
    if folder.moved.is_file():
        raise MovedAwayError(folder, folder.moved.read_text(encoding="utf-8").strip())
    server = EmbeddedServer(folder)
    server.start()
    # What the caller has set for other servers must not reach into ours.
    for name in [name for name in os.environ if name.startswith("PG")]:
        del os.environ[name]
    os.environ["DATABASE_URL"] = server.url()
    return House(folder, server)
