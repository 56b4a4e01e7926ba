"""Pytest plugin: the PostgreSQL server of a test run, started once and handed on by DATABASE_URL.

``PAMONG_TEST_SERVER`` chooses: ``embedded`` (the default), ``debian`` (Debian's own PostgreSQL 15,
to prove that nothing newer is used), ``none`` (pure tests). A DATABASE_URL that is set wins.
It stands in ``addopts`` because pytest-django reads the settings before any conftest.
"""

import atexit
import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from unittest import TestCase

import psycopg
import pytest
from tests.support.debian_server import CARELESS, debian_server
from tests.support.installed import PLACE

from pamong.installation.cluster import DATABASE, SUPERUSER
from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer
from pamong.installation.socket_folder import connection

running = contextlib.ExitStack()
# Not a hook of pytest: those are left out where a run ends before it has begun.
atexit.register(running.close)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Start the server before the settings are read; workers of xdist inherit the address.

    They share a folder too, for what is made once and copied: ``installed.once``.
    """
    if PLACE not in os.environ:
        os.environ[PLACE] = str(running.enter_context(open_folder()))
    if "DATABASE_URL" not in os.environ:
        server = SERVERS[os.environ.get("PAMONG_TEST_SERVER", "embedded")]
        os.environ["DATABASE_URL"] = running.enter_context(server())


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items) -> None:
    """Ask Debian's server only what is asked of a database: the rest has been answered before."""
    if os.environ.get("PAMONG_TEST_SERVER") == "debian":
        asks = {item: asks_the_database(item) for item in items}
        config.hook.pytest_deselected(items=[item for item in items if not asks[item]])
        items[:] = [item for item in items if asks[item]]


def asks_the_database(item) -> bool:
    return (
        "django_db_setup" in getattr(item, "fixturenames", ())
        or item.get_closest_marker("django_db") is not None
        or (item.cls is not None and issubclass(item.cls, TestCase))
    )


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """Make a temporary folder that the server's user can pass through when we are root."""
    folder = Path(tempfile.mkdtemp(prefix="pamong-uji-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def embedded() -> Iterator[str]:
    with open_folder() as folder, EmbeddedServer(DataFolder(folder / "data")) as server:
        administrator = connection(server.socket_folder, user=SUPERUSER, database=DATABASE)
        with psycopg.connect(administrator, autocommit=True) as connected:
            for name, value in CARELESS.items():
                connected.execute(f"alter system set {name} = '{value}'")
            connected.execute("select pg_reload_conf()")
        yield server.url()


@contextlib.contextmanager
def debian() -> Iterator[str]:
    with open_folder() as folder, debian_server(folder) as url:
        yield url


@contextlib.contextmanager
def none() -> Iterator[str]:
    """Give an address that nobody answers: a pure test that connects must fail."""
    yield "postgresql://pamong@/pamong?host=%2Fnonexistent"


SERVERS = {"embedded": embedded, "debian": debian, "none": none}
