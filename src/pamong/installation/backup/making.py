"""Making a backup: one snapshot of the database, so people may go on working meanwhile."""

import contextlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pamong.installation.backup import content
from pamong.installation.backup.archive import MANIFEST, dump_for_writing, new_archive
from pamong.installation.backup.dumping import dump
from pamong.installation.backup.errors import NothingToBackUpError
from pamong.installation.backup.manifest import Dump, Manifest
from pamong.installation.backup.progress import Report, meter
from pamong.installation.database import Connection, Database, major_version, scalar

SUFFIX = ".pamong"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the manifest tells about the making, beside the content."""

    pamong: str  # the version of this program
    made_at: datetime
    is_demonstration: bool


def make_backup(
    database: Database, path: Path, *, stamp: Stamp, force: bool = False, report: Report
) -> Manifest:
    """Write all records of ``database`` to ``path``, as they are at this moment.

    Raises:
        NothingToBackUpError: the database was never prepared for Pamong.
        BackupExistsError, BackupNotWrittenError, DumpFailedError: nothing was changed.
    """
    with contextlib.closing(database.connect()) as connection:
        if not content.is_pamong(connection):
            raise NothingToBackUpError(database.place)
        with new_archive(path, force=force) as archive, _snapshot(database) as (reading, snapshot):
            size = scalar(connection, "select pg_database_size(current_database())")
            # Two connections with one snapshot: counting and copying take turns on two cores.
            with ThreadPoolExecutor(1) as pool:
                told = pool.submit(_describe, reading, stamp, size)
                with dump_for_writing(archive) as output:
                    tick = meter("tersalin", report)
                    dumped = dump(connection, snapshot=snapshot, output=output, tick=tick)
                manifest = told.result()(dumped)
            archive.writestr(MANIFEST, manifest.to_json())
    return manifest


@contextlib.contextmanager
def _snapshot(database: Database) -> Iterator[tuple[Connection, str]]:
    with contextlib.closing(database.connect()) as connection:
        connection.execute("begin isolation level repeatable read read only")
        yield connection, scalar(connection, "select pg_export_snapshot()")


def _describe(connection: Connection, stamp: Stamp, size: int) -> Callable[[Dump], Manifest]:
    """Gather the manifest, but for what is known only when the dump is written."""
    migrations = content.migrations(connection)
    tables = content.contents(connection)
    structure = content.structure(connection)
    major = major_version(connection)

    def complete(dumped: Dump) -> Manifest:
        return Manifest(
            pamong=stamp.pamong,
            made_at=stamp.made_at,
            postgresql=major,
            is_demonstration=stamp.is_demonstration,
            database_size=size,
            migrations=migrations,
            tables=tables,
            structure=structure,
            dump=dumped,
        )

    return complete
