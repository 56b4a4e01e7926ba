"""What is looked at without a database: packages, folder, disk, log, the age of a backup."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from pamong.installation.folder import MEBI, DataFolder
from pamong.installation.health import machine
from pamong.installation.health.backups import last_backup
from pamong.installation.health.check import State
from pamong.installation.identity import server_user

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture
def folder(top):
    found = DataFolder(top / "data")
    found.prepare()
    return found


@pytest.fixture
def lock(tmp_path):
    def written(text):
        path = tmp_path / "base.txt"
        path.write_text(text)
        return path

    return written


def installed(name):
    return machine.importlib.metadata.version(name)


def test_packages_as_pinned_are_well(lock):
    text = f"psutil=={installed('psutil')} \\\n    --hash=sha256:00\n"

    assert machine.packages(lock(text)).state is State.GOOD


def test_another_version_or_a_missing_package_is_named(lock):
    check = machine.packages(lock("psutil==0.1 \\\ntidak-ada==1.0 \\\n"))

    assert check.state is State.BAD
    assert "psutil" in check.finding
    assert "seharusnya 0.1" in check.finding
    assert "tidak-ada tidak ada" in check.finding


def test_pins_for_other_machines_do_not_count(lock):
    text = (
        "tidak-ada==1.0 ; sys_platform == 'win32' \\\n"
        f"psutil=={installed('psutil')} ; python_full_version < '3.12' \\\n"
        "psutil==99 ; python_full_version >= '3.12' \\\n"
    )

    assert machine.packages(lock(text)).state is State.GOOD


def test_an_installed_package_has_no_lock_to_compare_with(tmp_path):
    assert machine.packages(tmp_path / "tidak-ada").state is State.SKIPPED


def test_a_closed_folder_is_well_and_an_open_one_is_not(folder):
    closed = machine.data_folder(folder)
    folder.path.chmod(0o755)
    opened = machine.data_folder(folder)

    assert (closed.state, opened.state) == (State.GOOD, State.BAD)
    assert f"chmod go-rwx {folder.path}" in opened.advice


@pytest.mark.parametrize(
    ("free", "state"), [(100, State.BAD), (1000, State.LOOK), (9000, State.GOOD)]
)
def test_the_room_on_the_disk_is_told(folder, monkeypatch, free, state):
    usage = type("Usage", (), {"free": free * MEBI})
    monkeypatch.setattr(machine.shutil, "disk_usage", lambda _: usage)

    assert machine.room(folder).state is state


def test_a_cluster_of_another_version_is_told(folder):
    (folder.path / "postgresql-15").mkdir()

    (check,) = machine.embedded_server(folder, server_user())

    assert check.state is State.BAD
    assert "postgresql-15" in check.finding


@pytest.mark.parametrize(
    ("said", "state", "words"),
    [
        ("", State.GOOD, "0 kB"),
        (
            (
                "2026-11-20 01:02:03.004 UTC [7] LOG:  database system was not properly shut "
                "down; automatic recovery in progress\n"
            ),
            State.GOOD,
            "terhenti mendadak: 2026-11-20 01:02:03.004",
        ),
        (
            "2026-11-20 01:02:03.004 UTC [7] PANIC:  could not write to file: No space left\n",
            State.LOOK,
            "Masalah berat",
        ),
        ("x" * 10_000_001, State.LOOK, "10 MB"),
    ],
    ids=["empty", "recovered", "panic", "long"],
)
def test_the_log_of_the_server_is_read(folder, said, state, words):
    (folder.path / "postgresql-18").mkdir()
    (folder.logs / "postgresql.log").write_text(said)

    server, log = machine.embedded_server(folder, server_user())

    assert "tidak berjalan" in server.finding
    assert log.state is state
    assert words in log.finding


def remembered(folder, *, days, path=None):
    told = {
        "path": str(path or "/tidak/ada.pamong"),
        "made_at": (NOW - timedelta(days=days)).isoformat(),
        "size": 1,
    }
    folder.last_backup.write_text(json.dumps(told))
    return last_backup(folder, NOW, is_demonstration=False)


@pytest.mark.parametrize(("days", "state"), [(1, State.GOOD), (8, State.LOOK), (31, State.BAD)])
def test_a_backup_grows_old(folder, days, state):
    assert remembered(folder, days=days).state is state


def test_a_backup_on_the_disk_of_its_records_is_lost_with_them(folder):
    path = folder.path / "cadangan.pamong"
    path.touch()

    assert remembered(folder, days=0, path=path).state is State.LOOK


@pytest.mark.parametrize("text", ["", "{}", "[]", "bukan json", '{"path": 1, "made_at": "x"}'])
def test_a_memory_that_cannot_be_read_is_as_none(folder, text):
    folder.last_backup.write_text(text)

    assert last_backup(folder, NOW, is_demonstration=False).finding == "Belum pernah dibuat."
