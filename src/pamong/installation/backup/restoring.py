"""Putting a backup into a database: one transaction, so whatever stops it leaves the old state."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psycopg
from psycopg import sql

from pamong.installation.backup import content
from pamong.installation.backup.archive import dump_for_reading
from pamong.installation.backup.dumping import Tick, script
from pamong.installation.backup.errors import (
    DumpFailedError,
    HoldsDataError,
    NotRestoredError,
)
from pamong.installation.backup.manifest import Manifest
from pamong.installation.backup.progress import Report, meter
from pamong.installation.database import (
    Connection,
    Database,
    DatabaseInUseError,
    UnfitServerError,
    demand_fit,
    demand_nobody_else,
    first_line,
    scalar,
    settle,
)

LOCK = 0x50414D4F  # "PAMO": only one restore of a database at a time
CHUNK = 256 * 1024
NOT_OURS = (
    "Di sana ada tabel atau fungsi yang bukan milik Pamong. Sediakan basis data yang kosong."
)
END_OF_ROWS = b"\\.\n"
# What servers before 17 do not know, what belongs to psql, and what the schema has already.
NOT_FOR_US = (
    b"\\restrict ",
    b"\\unrestrict ",
    b"SET transaction_timeout ",
    b"CREATE SCHEMA public;",
    b"ALTER SCHEMA public ",
    b"COMMENT ON SCHEMA public ",
)
# Everything of ours that stands in the schema, extensions' own things apart; tables come before
# the sequences that go with them.
OBJECTS = f"""
    select case o.relkind when 'v' then 'view' when 'm' then 'materialized view'
                          when 'S' then 'sequence' else 'table' end,
           quote_ident(o.relname), o.relkind = 'S'
      from pg_class o
     where o.relnamespace = 'public'::regnamespace and o.relkind in ('r', 'p', 'v', 'm', 'S')
       and {content.NOT_OF_AN_EXTENSION}
    union all
    select 'routine', o.oid::regprocedure::text, true
      from pg_proc o
     where o.pronamespace = 'public'::regnamespace and {content.NOT_OF_AN_EXTENSION}
    union all
    select 'type', quote_ident(o.typname), true
      from pg_type o
     where o.typnamespace = 'public'::regnamespace and {content.NOT_OF_AN_EXTENSION}
       and (o.typtype in ('e', 'd', 'r')
            or o.typtype = 'c' and (select relkind from pg_class where oid = o.typrelid) = 'c')
     order by 3
"""  # noqa: S608  constants of ours


def look_at(database: Database) -> bool:
    """Tell whether the database holds records; refuse one that a restore must not touch.

    Raises:
        UnfitServerError: wrong version, letters or rights, or tables that are not Pamong's.
        DatabaseInUseError: somebody else is connected.
    """
    with contextlib.closing(database.connect()) as connection:
        demand_fit(database, connection)
        demand_nobody_else(database, connection)
        if not content.is_pamong(connection) and connection.execute(OBJECTS.encode()).fetchone():
            raise UnfitServerError(database.place, [NOT_OURS])
        return content.holds_records(connection)


def restore(
    database: Database, path: Path, manifest: Manifest, *, replace: bool, report: Report
) -> None:
    """Make the database hold what the backup holds, and nothing else.

    The file must have been checked (``archive.demand_unchanged``). What comes out is counted and
    summed up before it counts; only then are the old tables gone.

    Raises:
        HoldsDataError: there are records, and nobody said ``replace``.
        DatabaseInUseError, UnfitServerError: see ``look_at``.
        NotRestoredError: anything else; the database is as before.
    """
    if look_at(database) and not replace:
        raise HoldsDataError(database.place)
    with contextlib.closing(database.connect()) as connection:
        try:
            with connection.transaction():
                _alone(database, connection)
                clear(connection)
                _fill(connection, path, manifest, report)
                _demand_same(connection, manifest)
        except psycopg.errors.LockNotAvailable as error:
            raise DatabaseInUseError(database.place, ["tabelnya terkunci"]) from error
        except (psycopg.Error, DumpFailedError) as error:
            raise NotRestoredError(f"{first_line(error)}.") from error
        # The planner knows nothing of tables that were filled a moment ago.
        connection.execute("analyze")


def empty(database: Database) -> None:
    """Take everything of ours out of the database; the schema itself stays."""
    with contextlib.closing(database.connect()) as connection, connection.transaction():
        clear(connection)


def clear(connection: Connection) -> None:
    """Drop all tables, sequences, functions and types of ours, in the open transaction."""
    for kind, name, _ in connection.execute(OBJECTS.encode()).fetchall():
        # One that another took with it is gone already.
        statement = sql.SQL("drop {} if exists {} cascade").format(sql.SQL(kind), sql.SQL(name))
        connection.execute(statement)


def _alone(database: Database, connection: Connection) -> None:
    connection.execute("set local lock_timeout = '10s'")
    connection.execute("set local maintenance_work_mem = '256MB'")
    if not scalar(connection, "select pg_try_advisory_xact_lock(%s)", LOCK):
        raise DatabaseInUseError(database.place, ["pemulihan lain sedang berjalan"])


def _fill(connection: Connection, path: Path, manifest: Manifest, report: Report) -> None:
    report("Membuat tabel")
    _run(connection, path, "pre-data")
    report(f"Memuat {manifest.rows} baris")
    with dump_for_reading(path) as archive, script("data", archive) as lines:
        load(connection, lines, meter("termuat", report))
    report("Memasang indeks, batasan dan pemicu riwayat")
    _run(connection, path, "post-data")
    settle(connection)


def _run(connection: Connection, path: Path, section: str) -> None:
    with dump_for_reading(path) as archive, script(section, archive) as lines:
        wanted = b"".join(line for line in lines if not line.startswith(NOT_FOR_US))
    connection.execute(wanted)


def load(connection: Connection, lines: IO[bytes], tick: Tick) -> None:
    """Run the data section of a dump: rows by COPY, and the state of each sequence."""
    done = 0
    for line in lines:
        if line.startswith(b"COPY ") and line.endswith(b" FROM stdin;\n"):
            with connection.cursor().copy(line) as copy:
                for chunk in _rows(lines):
                    copy.write(chunk)
                    done += len(chunk)
                    tick(done)
        elif line.startswith(b"SELECT pg_catalog.setval("):
            connection.execute(line)


def _rows(lines: IO[bytes]) -> Iterator[bytes]:
    """Yield the rows up to the end of this table, many at once; a row is one line."""
    chunk, size = [], 0
    for line in lines:
        if line == END_OF_ROWS:
            break
        chunk.append(line)
        size += len(line)
        if size >= CHUNK:
            yield b"".join(chunk)
            chunk, size = [], 0
    else:
        raise DumpFailedError("salinan berakhir di tengah sebuah tabel")
    yield b"".join(chunk)


def _demand_same(connection: Connection, manifest: Manifest) -> None:
    different = content.differences(manifest.tables, content.contents(connection))
    if content.structure(connection) != manifest.structure:
        different.append("susunan pemicu, batasan, indeks atau fungsi")
    if different:
        raise NotRestoredError(f"hasilnya tidak sama dengan cadangan ({'; '.join(different)}).")
