"""Who counts as working with a database: whoever stays, not whoever is leaving."""

import contextlib
from threading import Timer

import psycopg
import pytest

from pamong.installation import database as database_module
from pamong.installation.database import Database, DatabaseInUseError, demand_nobody_else
from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer


@pytest.fixture
def database(top):
    with EmbeddedServer(DataFolder(top / "data")) as server:
        yield Database.at(server.conninfo())


def test_whoever_stays_is_named(database, monkeypatch):
    monkeypatch.setattr(database_module, "LEAVING", 0.2)
    with (
        psycopg.connect(database.conninfo, application_name="laporan rekaan"),
        contextlib.closing(database.connect()) as connection,
        pytest.raises(DatabaseInUseError, match="laporan rekaan"),
    ):
        demand_nobody_else(database, connection)


def test_whoever_is_leaving_is_waited_for(database):
    leaving = psycopg.connect(database.conninfo)
    with contextlib.closing(database.connect()) as connection:
        Timer(0.3, leaving.close).start()

        demand_nobody_else(database, connection)

        assert leaving.closed
