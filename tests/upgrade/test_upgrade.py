"""Records of every release that there was come through the migrations of today unharmed.

For each release ``tools/upgrade_fixture.py`` has left two files here: a backup made of its
database, and what it answered itself. No tag and no network is needed.
"""

import json
import runpy
import subprocess
import sys

import psycopg
import pytest
from tests.support.installed import FIXTURES, ROOT, of_release, open_place

from pamong.installation.backup import content
from pamong.installation.backup.archive import read_manifest

RELEASES = sorted(path.stem for path in FIXTURES.glob("*.pamong"))
LARGEST = 300_000  # bytes; a release's data stay in the repository for good
# What Django and the migrations themselves write.
NOT_RECORDS = {"django_migrations", "django_content_type", "auth_permission"}
# A table that a later release replaced or emptied on purpose: its name, and why.
CHANGED_ON_PURPOSE: dict[str, str] = {}
# What an answer says of a person in office. Sentences may be worded better; these may not change.
FACTS = ("office", "holder", "capacity", "from", "from_is_exact", "until", "basis", "source")

ASK = """
import json, runpy, sys
from pathlib import Path
from pamong.cli.house import open_house
open_house(Path(sys.argv[1]))
print(json.dumps(runpy.run_path(sys.argv[2])["answers"]()))
"""

WORK = """
import sys
from pathlib import Path
from pamong.cli.house import open_house
open_house(Path(sys.argv[1]))
from procrastinate.contrib.django import app
with app.replace_connector(app.connector.get_worker_connector()):
    app.run_worker(wait=False, install_signal_handlers=False)
"""


@pytest.fixture(scope="module", params=RELEASES)
def release(request):
    """A release's records, brought into a new folder and to today's form."""
    with open_place() as place:
        yield request.param, of_release(request.param).copied_to(place / "data")


def test_there_is_a_release_to_come_from():
    assert RELEASES
    assert all((FIXTURES / f"{name}.json").is_file() for name in RELEASES)


@pytest.mark.parametrize("name", RELEASES)
def test_the_data_of_a_release_stay_small(name):
    assert (FIXTURES / f"{name}.pamong").stat().st_size < LARGEST


def test_nothing_is_left_to_migrate(release):
    _, installed = release

    ended = installed("migrate")

    assert (ended.returncode, ended.stderr) == (0, "")


def test_who_held_which_office_is_answered_as_the_release_did(release):
    name, installed = release
    then = json.loads((FIXTURES / f"{name}.json").read_text(encoding="utf-8"))
    command = [sys.executable, "-c", ASK, installed.folder, ROOT / "tools/upgrade_records.py"]
    asked = subprocess.run(
        command, env=installed.variables(), check=True, capture_output=True, text=True
    )

    now = json.loads(asked.stdout)

    assert {day: list(map(facts, rows)) for day, rows in now.items()} == {
        day: list(map(facts, rows)) for day, rows in then.items()
    }
    assert any(row["holder"] for rows in then.values() for row in rows)


def facts(answer):
    """Keep what was found; of a leave and of whoever acts meanwhile, too."""
    told = {key: answer[key] for key in FACTS}
    leave, acting = answer["leave"] or {}, answer["acting"] or {}
    told["leave"] = [leave.get(key) for key in ("kind", "from", "until")]
    told["acting"] = [acting.get(key) for key in ("holder", "capacity", "from", "until")]
    return told


def test_no_record_is_lost_and_no_history_forgotten(release):
    name, installed = release
    then = read_manifest(FIXTURES / f"{name}.pamong", ours="").tables
    now = installed.contents()

    for table, was in then.items():
        if table in NOT_RECORDS | CHANGED_ON_PURPOSE.keys():
            continue
        rows = now[table].rows if table in now else 0
        # A migration that changes records tells the history so.
        fits = rows >= was.rows if table.endswith("event") else rows == was.rows
        assert fits, f"{table}: {was.rows} rows then, {rows} now"
    assert sum(was.rows for table, was in then.items() if table.endswith("event")) > 200


def test_every_guard_stands_and_the_history_goes_on(release):
    _, installed = release

    told = installed("doctor", "--json")

    state = {check["name"]: check["state"] for check in json.loads(told.stdout)}
    assert {state[name] for name in ("migrations", "triggers", "append_only")} == {"baik"}
    with installed.connected() as connection:
        before = connection.execute("select count(*) from core_personevent").fetchone()[0]
        with connection.transaction(force_rollback=True):
            connection.execute("update core_person set nama = nama || ' X'")
            people = connection.execute("select count(*) from core_person").fetchone()[0]
            after = connection.execute("select count(*) from core_personevent").fetchone()[0]
        with pytest.raises(psycopg.errors.RaiseException):
            connection.execute("delete from core_personevent")
    assert after == before + people


def test_a_job_that_waited_at_the_release_is_done_today(release):
    _, installed = release
    with open_place() as place:
        copy = installed.copied_to(place / "data")
        with copy.connected() as connection:
            waiting = connection.execute(
                "select id from procrastinate_jobs where status = 'todo' order by id"
            ).fetchall()
            connection.execute("delete from procrastinate_jobs where id <> %s", waiting[0])

        command = [sys.executable, "-c", WORK, copy.folder]
        subprocess.run(command, env=copy.variables(), check=True, capture_output=True)

        with copy.connected() as connection:
            told = connection.execute(
                "select status::text from procrastinate_jobs where id = %s", waiting[0]
            )
            assert told.fetchone() == ("succeeded",)


def test_the_next_release_can_leave_its_records_too(tmp_path):
    """The tool works with today's code, so that it is not found broken on the day of a release."""
    make_fixture = runpy.run_path(str(ROOT / "tools" / "upgrade_fixture.py"))["make_fixture"]

    path = make_fixture(ROOT, "uji", release="uji", into=tmp_path)

    manifest = read_manifest(path, ours="")
    answers = json.loads((tmp_path / "uji.json").read_text(encoding="utf-8"))
    assert path.stat().st_size < LARGEST
    assert manifest.tables["organisasi_jabatanholding"].rows >= 4
    assert manifest.tables["presensi_absenceday"].rows > 0
    assert content.SESSIONS not in manifest.tables
    assert len(answers) == 6


def test_only_made_up_people_are_kept_here(release):
    _, installed = release

    with installed.connected() as connection:
        real = connection.execute("select count(*) from core_person where not is_made_up")
        governments = connection.execute("select nama from organisasi_pemda").fetchall()
        assert real.fetchone() == (0,)
    assert governments == [("Kabupaten Contoh (rekaan)",)]
