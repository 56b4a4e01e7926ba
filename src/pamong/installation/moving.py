"""Carrying all records from the embedded database to a server, and proving that they arrived.

The embedded database is only read. The server gets everything in one transaction, or nothing.
"""

import contextlib
from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from pamong.installation.backup import content
from pamong.installation.backup.errors import BackupError, HoldsDataError
from pamong.installation.backup.manifest import Manifest
from pamong.installation.backup.progress import Report
from pamong.installation.backup.restoring import empty, look_at, restore
from pamong.installation.database import Database
from pamong.installation.folder import DataFolder

SEQUENCES = """select sequencename, coalesce(last_value, 0) from pg_sequences
                where schemaname = 'public'"""


class NotTheSameError(BackupError):
    """What arrived at the server is not what was here; it has been taken out again."""

    def __init__(self, place: str, different: list[str]) -> None:
        super().__init__(
            f"Data tidak sampai utuh di {place} ({'; '.join(different)}), jadi server itu "
            "dikosongkan lagi. Data di komputer ini tidak berubah."
        )


def demand_room_for_all(target: Database) -> None:
    """Refuse a server that is not fit, or where there is something already.

    Raises:
        UnfitServerError, UnreachableError, DatabaseInUseError: see ``database``.
        HoldsDataError: it has records.
    """
    if look_at(target):
        raise HoldsDataError(target.place)


def move(
    source: Database, target: Database, *, backup: Path, manifest: Manifest, report: Report
) -> None:
    """Put the backup of ``source`` into ``target`` and compare the two databases themselves.

    Raises:
        NotRestoredError: nothing was left on the server.
        NotTheSameError: likewise.
    """
    restore(target, backup, manifest, replace=False, report=report)
    report("Membandingkan setiap tabel")
    different = compare(source, target)
    if different:
        empty(target)
        raise NotTheSameError(target.place, different)


def compare(source: Database, target: Database) -> list[str]:
    """Say what differs between two databases: rows, checksums, guards, sequences."""
    with (
        contextlib.closing(source.connect()) as here,
        contextlib.closing(target.connect()) as there,
    ):
        found = content.differences(content.contents(here), content.contents(there))
        if content.structure(here) != content.structure(there):
            found.append("pemicu, batasan, indeks atau fungsi")
        if dict(here.execute(SEQUENCES).fetchall()) != dict(there.execute(SEQUENCES).fetchall()):
            found.append("nomor urut")
    return found


def close_behind(folder: DataFolder, target: Database) -> None:
    """Mark the folder, so that nobody goes on writing into the database that was left."""
    with folder.saying_what_fails():
        folder.moved.write_text(f"{target.place}\n", encoding="utf-8")


def address_without_password(target: Database) -> str:
    """Write the address for ``DATABASE_URL`` with a blank where the password stands."""
    parts = {key: str(value) for key, value in conninfo_to_dict(target.conninfo).items()}
    host, port = parts.get("host", "localhost"), parts.get("port", "5432")
    user, name = parts["user"], parts["dbname"]
    if host.startswith("/"):
        return f"postgresql://{user}@/{name}?host={host}&port={port}"
    return f"postgresql://{user}:KATASANDI@{host}:{port}/{name}"
