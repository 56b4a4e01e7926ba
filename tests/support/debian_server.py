"""Debian's PostgreSQL 15 on a socket in a temporary folder, with the locale Pamong asks for."""

import contextlib
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg

from pamong.installation.cluster import CLEAN_ENV
from pamong.installation.identity import server_user

BIN = Path("/usr/lib/postgresql/15/bin")
STATEMENTS = (
    "create role pamong login createdb",
    """create database pamong owner pamong encoding 'UTF8'
       lc_collate 'C' lc_ctype 'C.UTF-8' template template0""",
)


@contextlib.contextmanager
def debian_server(folder: Path) -> Iterator[str]:
    """Run a fresh server in ``folder``; give the address of its database ``pamong``."""
    user = server_user()
    cluster = folder / "cluster"
    cluster.mkdir()
    user.own(cluster)
    plain = {"env": CLEAN_ENV, "cwd": "/", **user.demotion}
    initdb = [BIN / "initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    subprocess.run([*initdb, "-D", cluster], check=True, stdout=subprocess.DEVNULL, **plain)
    postgres = subprocess.Popen(
        [
            BIN / "postgres",
            "-D",
            cluster,
            "-clisten_addresses=",
            f"-cunix_socket_directories={cluster}",
        ],
        stderr=subprocess.DEVNULL,
        **plain,
    )
    try:
        prepare(f"host='{cluster}' user=postgres dbname=postgres")
        yield f"postgresql://pamong@/pamong?host={quote(str(cluster), safe='')}"
    finally:
        postgres.send_signal(2)
        postgres.wait()


def prepare(conninfo: str) -> None:
    deadline = time.monotonic() + 30
    while psycopg.pq.PGconn.ping(conninfo.encode()) != psycopg.pq.Ping.OK:
        assert time.monotonic() < deadline, "PostgreSQL 15 does not answer"
        time.sleep(0.05)
    with psycopg.connect(conninfo, autocommit=True) as connection:
        for statement in STATEMENTS:
            connection.execute(statement)
