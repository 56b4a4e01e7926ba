"""From the desk to the server room: everything arrives, or nothing does."""

import contextlib

import psycopg
import pytest
from tests.support.debian_server import BIN, debian_server
from tests.support.installed import Installed, at, open_place, with_contoh

from pamong.cli.failures import ExitCode
from pamong.installation import moving
from pamong.installation.backup import content
from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer


@pytest.fixture(scope="module")
def original():
    with with_contoh() as installed:
        yield installed


@pytest.fixture
def contoh(original):
    with open_place() as place:
        yield original.copied_to(place / "data")


@pytest.fixture(scope="module")
def server():
    """Debian's PostgreSQL 15; each test takes a database of its own."""
    if not BIN.is_dir():
        pytest.skip("postgresql-15 is not installed")
    with open_place() as place, debian_server(place) as address:
        yield address


@pytest.fixture
def target(server):
    """An empty database, as docs/how-to/use-your-own-postgresql.md makes it."""
    yield from database(server, "encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'")


@pytest.fixture
def foreign_letters(server):
    yield from database(server, "encoding 'UTF8' lc_collate 'C' lc_ctype 'C'")


def database(server, form):
    with administrator(server) as connection:
        connection.execute(
            f"create database tujuan owner pamong {form} template template0".encode()
        )
    yield server.replace("/pamong?", "/tujuan?")
    with administrator(server) as connection:
        connection.execute("drop database tujuan with (force)")


@contextlib.contextmanager
def administrator(server, name="postgres"):
    address = server.replace("pamong@/pamong", f"postgres@/{name}")
    with psycopg.connect(address, autocommit=True) as connection:
        yield connection


def test_everything_arrives_on_postgresql_15_and_the_source_is_untouched(contoh, target):
    before = contoh.contents()
    answers = contoh.who("2020-10-01")

    told = contoh.does("move-to", target)

    there = Installed(contoh.folder, {"DATABASE_URL": target})
    assert there.contents() == before
    assert there.who("2020-10-01") == answers
    assert "DATABASE_URL='postgresql://pamong@/tujuan?host=" in told
    with EmbeddedServer(DataFolder(contoh.folder)) as here:
        assert moving.compare(at(here.url()), at(target)) == []
        with contextlib.closing(at(here.url()).connect()) as connection:
            assert content.contents(connection) == before


def test_everything_arrives_on_another_postgresql_18(contoh):
    with open_place() as place, EmbeddedServer(DataFolder(place / "lain")) as other:
        contoh.does("move-to", other.url())

        there = Installed(contoh.folder, {"DATABASE_URL": other.url()})
        assert there.who("2020-10-01")[0]["leave"]["kind"] == "cuti_kampanye"


def test_new_records_on_the_server_get_new_numbers_and_a_history(contoh, target):
    contoh.does("move-to", target)

    with contextlib.closing(at(target).connect()) as connection:
        last = connection.execute("select max(id) from core_instansi").fetchone()[0]
        connection.execute(
            """insert into core_instansi
               select (jsonb_populate_record(null::core_instansi, to_jsonb(i) || new)).*
                 from core_instansi i, jsonb_build_object('nama', 'Instansi Rekaan',
                        'id', nextval('core_instansi_id_seq')) new limit 1"""
        )
        new, events = connection.execute(
            """select max(id), (select count(*) from core_instansievent e
                                 where e.nama = 'Instansi Rekaan') from core_instansi"""
        ).fetchone()
    assert (new > last, events) == (True, 1)


def test_nobody_goes_on_writing_into_the_database_that_was_left(contoh, target):
    contoh.does("move-to", target)

    refused = contoh("who", "-g", "Kabupaten Contoh")
    (contoh.folder / "moved_to.txt").unlink()
    again = contoh("who", "-g", "Kabupaten Contoh")

    assert refused.returncode == ExitCode.MACHINE
    assert "sudah dipindahkan ke tujuan" in refused.stderr
    assert again.returncode == 0


def test_a_server_with_records_is_refused(contoh, target):
    contoh.does("move-to", target)
    (contoh.folder / "moved_to.txt").unlink()

    ended = contoh("move-to", target)

    assert ended.returncode == ExitCode.REFUSED
    assert "sudah ada data" in ended.stderr


def test_a_database_of_somebody_else_is_refused_and_left_alone(contoh, target):
    with contextlib.closing(at(target).connect()) as connection:
        connection.execute("create table simpeg (nip text)")

    ended = contoh("move-to", target)

    with contextlib.closing(at(target).connect()) as connection:
        assert content.tables(connection) == ["simpeg"]
    assert ended.returncode == ExitCode.MACHINE
    assert "bukan milik Pamong" in ended.stderr


def test_other_letters_are_refused_with_the_statement_that_makes_it_right(contoh, foreign_letters):
    ended = contoh("move-to", foreign_letters)

    assert ended.returncode == ExitCode.MACHINE
    assert "create database tujuan owner pamong encoding 'UTF8'" in ended.stderr


def test_a_role_without_rights_is_refused_with_the_statement_that_gives_them(
    contoh, server, target
):
    with administrator(server) as connection:
        connection.execute("create role tamu login")
    try:
        ended = contoh("move-to", target.replace("pamong@", "tamu@"))
    finally:
        with administrator(server) as connection:
            connection.execute("drop role tamu")

    assert ended.returncode == ExitCode.MACHINE
    assert "alter database tujuan owner to tamu" in ended.stderr


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://pamong@127.0.0.1:1/pamong", "tidak dapat dihubungi"),
        ("mysql://pamong@server/pamong", "Alamat basis data tidak dapat dibaca"),
        ("postgresql://server:bukan-angka/pamong", "tidak dapat"),
    ],
)
def test_an_address_that_leads_nowhere_is_one_sentence(contoh, address, words):
    ended = contoh("move-to", address)

    assert ended.returncode == ExitCode.MACHINE
    assert words in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_failure_in_the_middle_leaves_the_server_empty(contoh, server, target):
    """The server's own trigger breaks the copy, after most tables have been made."""
    with administrator(server, "tujuan") as connection:
        connection.execute("create schema lain")
        connection.execute(
            """create function lain.mogok() returns event_trigger language plpgsql as
               $$ begin raise exception 'disk rusak'; end $$"""
        )
        connection.execute(
            """create event trigger mogok on ddl_command_end
               when tag in ('CREATE TRIGGER') execute function lain.mogok()"""
        )

    ended = contoh("move-to", target)

    with contextlib.closing(at(target).connect()) as connection:
        assert content.tables(connection) == []
    assert ended.returncode == ExitCode.REFUSED
    assert "dibatalkan" in ended.stderr
    assert "disk rusak" in ended.stderr
    assert not (contoh.folder / "moved_to.txt").exists()
    assert contoh.who("2020-10-01")


def test_what_is_at_work_is_not_moved(contoh, target):
    with EmbeddedServer(DataFolder(contoh.folder)):
        ended = contoh("move-to", target)

    assert ended.returncode == ExitCode.MACHINE
    assert "sedang dipakai" in ended.stderr


def test_there_is_nothing_to_move_where_a_server_is_used_already(contoh, target):
    ended = contoh("move-to", target, DATABASE_URL=target)

    assert ended.returncode == ExitCode.MACHINE
    assert "DATABASE_URL sudah menunjuk" in ended.stderr


def test_a_difference_is_named_by_its_table(contoh, target):
    contoh.does("move-to", target)
    with contextlib.closing(at(target).connect()) as connection:
        connection.execute("delete from procrastinate_events")
        connection.execute("select setval('core_person_id_seq', 9999)")

    with EmbeddedServer(DataFolder(contoh.folder)) as here:
        different = moving.compare(at(here.url()), at(target))

    assert len(different) == 2
    assert different[0].startswith("tabel procrastinate_events: seharusnya")
    assert different[1] == "nomor urut"
