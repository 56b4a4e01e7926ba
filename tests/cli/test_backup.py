"""Backups as people make and need them: the folder is lost, and everything comes back."""

import contextlib
import os
import signal
import subprocess
import threading
import time
import zipfile

import psycopg
import pytest
from tests.support.debian_server import BIN, debian_server, debian_server_with_tls
from tests.support.installed import PAMONG, Installed, at, once, open_place, with_contoh

from pamong.cli.failures import ExitCode
from pamong.installation.folder import DataFolder
from pamong.installation.server import EmbeddedServer

DAYS = ("2018-06-01", "2020-10-01", "2026-11-01")


@pytest.fixture
def place():
    with open_place() as folder:
        yield folder


@pytest.fixture
def pamong(place):
    return Installed(place / "data")


@pytest.fixture(scope="module")
def contoh():
    """An installation that no test changes."""
    with with_contoh() as installed:
        yield installed


@pytest.fixture
def lived_in(contoh, place):
    """An installation that a test may spoil."""
    return contoh.copied_to(place / "dipakai")


@pytest.fixture(scope="module")
def file(contoh):
    path = contoh.folder.parent / "cadangan.pamong"
    contoh.does("backup", path)
    return path


def test_a_lost_folder_comes_back_with_every_row_and_every_answer(lived_in, place):
    file = place / "cadangan.pamong"
    lived_in.does("backup", file)
    tables = lived_in.contents()
    answers = [lived_in.who(day) for day in DAYS]
    lived_in.wipe()

    told = lived_in.does("restore", file)

    assert lived_in.contents() == tables
    assert sum(table.rows for name, table in tables.items() if name.endswith("event")) > 200
    assert [lived_in.who(day) for day in DAYS] == answers
    assert f"{sum(table.rows for table in tables.values())} baris" in told


def test_the_history_is_append_only_again_after_a_restore(lived_in, place):
    with lived_in.connected() as connection:
        for statement in (
            "update core_personevent set nama = 'Lain'",
            "delete from core_personevent",
        ):
            with pytest.raises(psycopg.errors.RaiseException, match="Cannot"):
                connection.execute(statement)
        before = connection.execute("select count(*) from core_personevent").fetchone()
        connection.execute("update core_person set nama = nama || ' X' where id = 1")
        after = connection.execute("select count(*) from core_personevent").fetchone()

    assert after == (before[0] + 1,)


def test_a_backup_is_for_its_owner_alone_and_says_where_it_is(contoh, place):
    file = place / "cadangan.pamong"

    told = contoh.does("backup", file)

    assert str(file) in told
    assert file.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in place.iterdir()] == ["cadangan.pamong"]


def test_a_file_that_is_there_is_overwritten_only_when_asked(contoh, place):
    file = place / "cadangan.pamong"
    file.write_text("surat")

    refused = contoh("backup", file)
    kept = file.read_text()
    contoh.does("backup", file, "--force")

    assert refused.returncode == ExitCode.REFUSED
    assert "--force" in refused.stderr
    assert kept == "surat"
    assert zipfile.is_zipfile(file)


def test_a_folder_gets_a_dated_backup_and_keeps_the_newest(contoh, place):
    for second in ("01", "02", "03"):
        (place / f"pamong-20200101-0000{second}.pamong").touch()

    contoh.does("backup", place, "--keep", "2")

    names = sorted(entry.name for entry in place.iterdir())
    assert names[0] == "pamong-20200101-000003.pamong"
    assert len(names) == 2


def test_keeping_some_needs_a_folder(contoh, place):
    ended = contoh("backup", place / "satu.pamong", "--keep", "2")

    assert ended.returncode == ExitCode.USAGE
    assert "folder" in ended.stderr


def test_a_mistyped_folder_is_said_and_not_made(pamong, place):
    ended = pamong("backup", place / "cadangan.pamong")

    assert ended.returncode == ExitCode.REFUSED
    assert "Belum ada data" in ended.stderr
    assert list(place.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(contoh, place):
    ended = contoh("backup", place / "tidak" / "ada.pamong")

    assert ended.returncode == ExitCode.REFUSED
    assert "tidak dapat ditulis" in ended.stderr
    assert "Tidak ada yang berubah" in ended.stderr


def test_a_full_disk_leaves_no_half_backup(contoh, place):
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    small = place / "kecil"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", small], check=True)
    try:
        ended = contoh("backup", small / "cadangan.pamong")
        left = list(small.iterdir())
    finally:
        subprocess.run(["umount", small], check=True)

    assert ended.returncode == ExitCode.REFUSED
    assert "disk penuh" in ended.stderr
    assert left == []


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_text("surat biasa"), "bukan cadangan Pamong"),
        (lambda path: path.write_bytes(b""), "bukan cadangan Pamong"),
        (lambda path: path.write_bytes(path.read_bytes()[:-500]), "terpotong"),
        (lambda path: path.unlink(), "tidak ada"),
        (lambda path: change_a_byte(path, 30_000), "rusak"),
        (lambda path: rewrite(path, "database.dump", b"PGDMP dan lain-lain"), "rusak"),
        (lambda path: rewrite(path, "manifest.json", b'{"format": 1}'), "manifesnya"),
        (lambda path: rewrite(path, "manifest.json", newer_format), "lebih baru"),
        (lambda path: rewrite(path, "manifest.json", newer_migration), "lebih baru"),
    ],
    ids=[
        "a letter", "empty", "cut off", "absent", "a changed byte", "another dump",
        "no manifest", "a newer form", "a newer Pamong",
    ],
)  # fmt: skip
def test_a_file_that_is_no_sound_backup_is_refused_and_nothing_changes(
    contoh, file, place, spoil, words
):
    spoiled = place / "rusak.pamong"
    spoiled.write_bytes(file.read_bytes())
    spoil(spoiled)
    before = contoh.contents()

    ended = contoh("restore", "--replace", spoiled)

    assert ended.returncode == ExitCode.REFUSED
    assert words in ended.stderr
    assert contoh.contents() == before


def change_a_byte(path, where):
    content = bytearray(path.read_bytes())
    content[where] ^= 0xFF
    path.write_bytes(bytes(content))


def rewrite(path, member, new):
    """Put other content under a name of the archive; a function is given the old."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = new(members[member]) if callable(new) else new
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def newer_format(manifest):
    return manifest.replace(b'"format": 1', b'"format": 2')


def newer_migration(manifest):
    return manifest.replace(b'"migrations": [', b'"migrations": [["core", "0999_besok"],')


def test_records_are_replaced_only_when_asked_and_are_kept_first(lived_in, file, place):
    with lived_in.connected() as connection:
        connection.execute("update core_person set nama = 'Sebelum Diganti' where id = 1")
    before = lived_in.contents()

    refused = lived_in("restore", file)
    untouched = lived_in.contents()
    told = lived_in.does("restore", "--replace", file)
    (aside,) = (lived_in.folder / "backups").iterdir()
    replaced = lived_in.contents()
    lived_in.does("restore", "--replace", aside)

    assert refused.returncode == ExitCode.REFUSED
    assert "--replace" in refused.stderr
    assert untouched == before
    assert str(aside) in told
    assert replaced != before
    assert lived_in.contents() == before


def test_a_database_that_others_work_with_is_left_alone(lived_in, file):
    with EmbeddedServer(DataFolder(lived_in.folder)):
        ended = lived_in("restore", "--replace", file)

    assert ended.returncode == ExitCode.MACHINE
    assert "sedang dipakai" in ended.stderr


@pytest.mark.parametrize("after", [0.6, 1.2, 1.8])
def test_a_killed_restore_leaves_the_old_records_or_the_new_ones(lived_in, file, after):
    with lived_in.connected() as connection:
        connection.execute("update core_person set nama = 'Sebelum Diganti' where id = 1")
    old = lived_in.contents()
    process = subprocess.Popen(
        [*PAMONG, "restore", "--replace", str(file)],
        env=lived_in.variables(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()
    left = lived_in.contents()
    lived_in.does("restore", "--replace", file)
    new = lived_in.contents()

    assert left in (old, new)


def test_people_work_on_while_a_backup_is_made_and_it_is_of_one_moment(lived_in, place):
    file = place / "cadangan.pamong"
    stop = threading.Event()
    written = []

    def work():
        with lived_in.connected() as connection:
            while not stop.is_set():
                # One transaction: a backup has both rows or none.
                with connection.transaction():
                    for table in ("auth_group", "auth_group"):
                        name = f"{table}-{len(written)}-{time.monotonic_ns()}"
                        connection.execute("insert into auth_group (name) values (%s)", [name])
                written.append(1)

    worker = threading.Thread(target=work)
    worker.start()
    time.sleep(0.5)
    lived_in.does("backup", file)
    stop.set()
    worker.join()
    lived_in.does("restore", "--replace", file)

    with lived_in.connected() as connection:
        (rows,) = connection.execute("select count(*) from auth_group").fetchone()
    assert 0 < rows < 2 * len(written)
    assert rows % 2 == 0


def test_an_older_backup_is_brought_forward(place):
    old, new = older(place / "lama"), Installed(place / "baru")
    old.does("backup", place / "lama.pamong")

    new.does("restore", place / "lama.pamong")

    assert [has_sessions(installed) for installed in (old, new)] == [False, True]


def test_what_cannot_be_brought_forward_leaves_the_old_records(contoh, lived_in, place):
    """The older backup has a table in the way of a migration."""
    old = older(place / "lama")
    with old.connected() as connection:
        connection.execute("create table django_session (session_key int primary key)")
    old.does("backup", place / "lama.pamong")
    before = lived_in.contents()

    ended = lived_in("restore", "--replace", place / "lama.pamong")

    assert ended.returncode == ExitCode.REFUSED
    assert "tidak dapat dimutakhirkan" in ended.stderr
    assert lived_in.contents() == before


def has_sessions(installed):
    with installed.connected() as connection:
        return connection.execute("select to_regclass('django_session')").fetchone() != (None,)


GO_BACK = """
import sys
from pathlib import Path
from pamong.cli.house import open_house
from pamong.cli.migrate import apply_migrations
open_house(Path(sys.argv[1]))
from django.core.management import call_command
apply_migrations()
call_command("migrate", "sessions", "zero", interactive=False, verbosity=0)
"""


def older(folder):
    """Give an installation of an older form."""
    return Installed(once("older", go_back)).copied_to(folder)


def go_back(folder):
    """Bring an installation to an older form: the one before sessions were kept."""
    command = [PAMONG[0], "-c", GO_BACK, str(folder)]
    subprocess.run(command, env=Installed(folder).variables(), check=True)


def test_the_demonstration_never_takes_the_place_of_records(lived_in, place, file):
    demonstration = place / "peraga.pamong"
    demonstration.write_bytes(file.read_bytes())
    rewrite(
        demonstration,
        "manifest.json",
        lambda old: old.replace(b'"is_demonstration": false', b'"is_demonstration": true'),
    )
    fresh = Installed(place / "baru")

    refused = lived_in("restore", "--replace", demonstration)
    fresh.does("restore", demonstration)

    assert refused.returncode == ExitCode.REFUSED
    assert "data peraga" in refused.stderr
    assert not DataFolder(lived_in.folder).is_demonstration
    assert DataFolder(fresh.folder).is_demonstration


def test_tables_change_after_a_backup_of_which_three_are_kept_and_are_counted_anew(place):
    installed = older(place / "data")
    backups = installed.folder / "backups"
    said = []
    for round_ in range(4):
        if round_ > 0:
            go_back(installed.folder)
        ended = installed("migrate")
        assert ended.returncode == 0, ended.stderr
        said.append(ended.stderr)
    quiet = installed("migrate")

    assert all("Cadangan: " in words and "pamong restore --replace" in words for words in said)
    assert len(list(backups.iterdir())) == 3
    assert quiet.stderr == ""
    with installed.connected() as connection:
        (counted,) = connection.execute(
            "select count(*) from pg_stat_user_tables where last_analyze is not null"
        ).fetchone()
    assert counted > 100


def test_a_database_of_a_newer_pamong_is_left_alone(lived_in):
    with lived_in.connected() as connection:
        connection.execute(
            """insert into django_migrations (app, name, applied)
               values ('core', '0999_besok', now())"""
        )

    ended = lived_in("migrate")

    assert ended.returncode == ExitCode.MACHINE
    assert "lebih baru" in ended.stderr
    assert "core.0999_besok" in ended.stderr


def test_too_little_room_for_a_restore_is_said_before_anything_changes(file, place):
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    small = place / "kecil"
    small.mkdir(mode=0o755)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2200m", "none", small], check=True)
    small.chmod(0o755)
    installed = Installed(small / "data")
    try:
        installed.does("migrate")
        with (small / "besar").open("wb") as filler:
            free = os.statvfs(small).f_bavail * os.statvfs(small).f_frsize
            filler.write(bytes(free - 200 * 1024 * 1024))
        ended = installed("restore", file)
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            subprocess.run(["umount", small], check=True)

    assert ended.returncode == ExitCode.MACHINE
    assert "memerlukan ruang kosong" in ended.stderr


@pytest.fixture(scope="module")
def debian():
    """Debian's PostgreSQL 15 must be installed."""
    if not BIN.is_dir():
        pytest.skip("postgresql-15 is not installed")


def test_a_backup_travels_between_postgresql_18_and_15_both_ways(debian, contoh, file, place):
    (place / "server").mkdir(mode=0o755)
    with debian_server(place / "server") as address:
        on_15 = Installed(place / "data-15", {"DATABASE_URL": address})
        on_15.does("restore", file)
        arrived = on_15.contents()
        on_15.does("backup", place / "dari-15.pamong")
        answers = on_15.who("2020-10-01")
        with contextlib.closing(at(address).connect()) as connection:
            busy = on_15("restore", "--replace", file)
            connection.execute("select 1")
    back = Installed(place / "data-18")
    back.does("restore", place / "dari-15.pamong")

    assert arrived == contoh.contents() == back.contents()
    assert answers == contoh.who("2020-10-01") == back.who("2020-10-01")
    assert busy.returncode == ExitCode.MACHINE
    assert "sedang dipakai (pamong)" in busy.stderr


def test_a_server_that_takes_tls_and_a_password_only_is_backed_up_too(debian, contoh, file, place):
    (place / "server").mkdir(mode=0o755)
    password = "sandi:dengan@tanda/baca"
    with debian_server_with_tls(place / "server", password=password) as (address, certificate):
        remote = Installed(
            place / "data",
            {
                "DATABASE_URL": f"{address}?sslmode=verify-full&sslrootcert={certificate}",
                "PGPASSWORD": password,
            },
        )
        remote.does("restore", file)
        told = remote.does("backup", place / "jauh.pamong")
        wrong = remote("backup", place / "salah.pamong", PGPASSWORD="salah")
        plain = remote("backup", place / "polos.pamong", DATABASE_URL=f"{address}?sslmode=disable")

    back = Installed(place / "kembali")
    back.does("restore", place / "jauh.pamong")
    assert password not in told
    assert back.contents() == contoh.contents()
    for refused in (wrong, plain):
        assert refused.returncode == ExitCode.MACHINE
        assert "tidak dapat dihubungi" in refused.stderr
        assert password not in refused.stderr
