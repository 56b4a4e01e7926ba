"""``pg_dump`` and ``pg_restore``: what they write, and what they say when they fail."""

import contextlib
import hashlib
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from psycopg.conninfo import make_conninfo

from pamong.installation.backup.content import SESSIONS
from pamong.installation.backup.errors import DumpFailedError
from pamong.installation.backup.manifest import Dump
from pamong.installation.cluster import CLEAN_ENV, last_problem
from pamong.installation.database import Connection
from pamong.installation.program import client
from pamong.installation.tls import tls_door

CHUNK = 1024 * 1024

Tick = Callable[[int], None]
"""Is told how many bytes are done so far."""


@dataclass(frozen=True, slots=True)
class Door:
    """How a program of PostgreSQL reaches the server of a connection of ours."""

    conninfo: str
    password: str


@contextlib.contextmanager
def door(connection: Connection) -> Iterator[Door]:
    """Open the way that ``connection`` took, with the password that it used."""
    parameters = {
        option.keyword.decode(): option.val.decode()
        for option in connection.pgconn.info
        if option.val
    }
    info = connection.info
    host, port = info.host or "localhost", info.port
    with contextlib.ExitStack() as stack:
        if connection.pgconn.ssl_in_use:
            there = info.hostaddr or host
            folder = stack.enter_context(tls_door(parameters, host=there, port=port))
            host, port = str(folder), 5432
        yield Door(
            make_conninfo(
                host=host,
                port=port,
                user=info.user,
                dbname=info.dbname,
                sslmode="disable",
                gssencmode="disable",
            ),
            info.password,
        )


def dump(connection: Connection, *, snapshot: str, output: IO[bytes], tick: Tick) -> Dump:
    """Write everything that ``snapshot`` sees to ``output``.

    Raises:
        DumpFailedError: in the words of ``pg_dump``.
    """
    with door(connection) as way, tempfile.TemporaryFile() as said:
        command: list[str | Path] = [
            *(client("pg_dump"), "--format=custom", "--compress=none", "--schema=public"),
            f"--snapshot={snapshot}",
            # Rights and owners are the new place's own.
            *("--no-owner", "--no-privileges", "--no-security-labels"),
            # A migration that holds a table for a minute is not waited for without end.
            *(f"--exclude-table-data=public.{SESSIONS}", "--lock-wait-timeout=60000"),
            # Not on the command line, where other users of the machine could read the password.
            f"--dbname={way.conninfo}",
        ]
        with subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            env=CLEAN_ENV | {"PGPASSWORD": way.password},
            cwd="/",
        ) as running:
            written = _copy(_output_of(running), output, tick)
        if running.returncode != 0:
            raise DumpFailedError(_words(said))
    return written


@contextlib.contextmanager
def script(section: str, archive: IO[bytes]) -> Iterator[IO[bytes]]:
    """Give one section of a dump as the SQL that makes it again: pre-data, data or post-data.

    Raises:
        DumpFailedError: the dump cannot be read, in the words of ``pg_restore``.
    """
    command: list[str | Path] = [
        *(client("pg_restore"), f"--section={section}", "--file=-"),
        *("--no-owner", "--no-privileges"),
    ]
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            env=CLEAN_ENV,
            cwd="/",
        ) as running,
    ):
        feeder = threading.Thread(target=_feed, args=(archive, running.stdin), daemon=True)
        feeder.start()
        try:
            yield _output_of(running)
        except BaseException:
            running.kill()
            raise
        finally:
            _output_of(running).close()
            code = running.wait()
            feeder.join()
        if code != 0:
            raise DumpFailedError(_words(said))


def _copy(source: IO[bytes], target: IO[bytes], tick: Tick) -> Dump:
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        target.write(chunk)
        digest.update(chunk)
        size += len(chunk)
        tick(size)
    return Dump(size, digest.hexdigest())


def _feed(source: IO[bytes], target: IO[bytes]) -> None:
    """Write until all is read or nobody reads on: sections before the data end early."""
    with contextlib.suppress(BrokenPipeError), target:
        while chunk := source.read(CHUNK):
            target.write(chunk)


def _output_of(running: subprocess.Popen[bytes]) -> IO[bytes]:
    assert running.stdout is not None  # noqa: S101  a pipe was asked for
    return running.stdout


def _words(said: IO[bytes]) -> str:
    said.seek(0)
    return last_problem(said.read().decode(errors="replace"))
