"""Debian's PostgreSQL 15 on a socket in a temporary folder, with the locale Pamong asks for."""

import contextlib
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg

from pamong.installation.cluster import CLEAN_ENV
from pamong.installation.identity import server_user

BIN = Path("/usr/lib/postgresql/15/bin")
# What only guards against a broken machine: the data of tests live as long as their run.
CARELESS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
}
STATEMENTS = (
    "create role pamong login createdb",
    """create database pamong owner pamong encoding 'UTF8'
       lc_collate 'C' lc_ctype 'C.UTF-8' template template0""",
)


@contextlib.contextmanager
def debian_server(folder: Path) -> Iterator[str]:
    """Run a fresh server in ``folder``; give the address of its database ``pamong``."""
    with _running(folder, "-clisten_addresses=") as cluster:
        yield f"postgresql://pamong@/pamong?host={quote(str(cluster), safe='')}"


@contextlib.contextmanager
def debian_server_with_tls(folder: Path, *, password: str) -> Iterator[tuple[str, Path]]:
    """Run a server as an office's server room has it: over TCP, by password, with TLS only.

    Give its address, without the password, and the certificate that vouches for it.
    """
    certificate, key = folder / "server.crt", folder / "server.key"
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", key, "-out", certificate]
    subprocess.run([*request, *subject, *files], check=True, capture_output=True)
    user = server_user()
    for file in (certificate, key):
        user.own(file)
    certificate.chmod(0o644)
    key.chmod(0o600)
    rules = folder / "pg_hba.conf"
    rules.write_text("local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n")
    rules.chmod(0o644)
    with socket.socket() as once:
        once.bind(("127.0.0.1", 0))
        port = once.getsockname()[1]
    settings = {"listen_addresses": "127.0.0.1", "port": port, "ssl": "on", "hba_file": rules}
    settings |= {"ssl_cert_file": certificate, "ssl_key_file": key}
    with _running(folder, *(f"-c{name}={value}" for name, value in settings.items())) as cluster:
        local = f"host='{cluster}' port={port} user=postgres dbname=postgres"
        with psycopg.connect(local, autocommit=True) as connection:
            connection.execute(f"alter role pamong password '{password}'")
        yield f"postgresql://pamong@localhost:{port}/pamong", certificate


@contextlib.contextmanager
def _running(folder: Path, *settings: str) -> Iterator[Path]:
    user = server_user()
    cluster = folder / "cluster"
    cluster.mkdir()
    user.own(cluster)
    plain = {"env": CLEAN_ENV, "cwd": "/", **user.demotion}
    initdb = [BIN / "initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    subprocess.run(
        [*initdb, "--no-sync", "-D", cluster], check=True, stdout=subprocess.DEVNULL, **plain
    )
    port = next(
        (value.removeprefix("-cport=") for value in settings if value.startswith("-cport=")),
        "5432",
    )
    postgres = subprocess.Popen(
        [
            *(BIN / "postgres", "-D", cluster, f"-cunix_socket_directories={cluster}", *settings),
            *(f"-c{name}={value}" for name, value in CARELESS.items()),
        ],
        stderr=subprocess.DEVNULL,
        **plain,
    )
    try:
        prepare(f"host='{cluster}' port={port} user=postgres dbname=postgres")
        yield cluster
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
