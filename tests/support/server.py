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

import pytest
from tests.support.debian_server import debian_server

from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer

running = contextlib.ExitStack()
# Not a hook of pytest: those are left out where a run ends before it has begun.
atexit.register(running.close)


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """Start the server before the settings are read; workers of xdist inherit the address."""
    if "DATABASE_URL" not in os.environ:
        server = SERVERS[os.environ.get("PAMONG_TEST_SERVER", "embedded")]
        os.environ["DATABASE_URL"] = running.enter_context(server())


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
