"""What ``pamong doctor`` says of installations that are well, neglected, or broken."""

import json
import socket

import pytest
from tests.support.installed import Installed, open_place, with_contoh

from pamong.cli.failures import ExitCode
from pamong.installation.folder import DataFolder


@pytest.fixture(scope="module")
def original():
    with with_contoh() as installed:
        yield installed


@pytest.fixture
def contoh(original):
    with open_place() as place:
        yield original.copied_to(place / "data")


def examined(installed, **environment):
    """Return what each check says, by its name."""
    ended = installed("doctor", "--json", **environment)
    assert ended.returncode in (0, 1), ended.stderr
    checks = {check["name"]: check for check in json.loads(ended.stdout)}
    worst = {check["state"] for check in checks.values()}
    assert (ended.returncode == 1) == ("bermasalah" in worst)
    return checks


def states(checks, *names):
    return {name: checks[name]["state"] for name in names}


def spoil(installed, *statements):
    with installed.connected() as connection:
        for statement in statements:
            connection.execute(statement)


def test_an_installation_that_is_looked_after_is_well(contoh):
    contoh.does("backup", contoh.folder.parent / "cadangan.pamong")

    ended = contoh("doctor")

    assert ended.returncode == ExitCode.DONE
    assert "bermasalah" not in ended.stdout
    for title in ("Python", "Folder data", "Pemicu riwayat", "Besar data", "Cadangan terakhir"):
        assert title in ended.stdout


def test_everything_that_is_not_good_says_what_to_do(contoh):
    checks = examined(contoh)

    for check in checks.values():
        assert check["finding"]
        assert bool(check["advice"]) == (check["state"] in ("perhatikan", "bermasalah"))


def test_records_without_a_backup_are_in_danger_and_a_backup_near_them_is_not_enough(contoh):
    before = examined(contoh)["backup"]
    contoh.does("backup", contoh.folder / "cadangan.pamong")
    after = examined(contoh)["backup"]

    assert (before["state"], before["advice"]) == ("bermasalah", "Jalankan: pamong backup BERKAS")
    assert after["state"] == "perhatikan"
    assert "disk yang sama" in after["finding"]


def test_a_folder_that_is_not_there_is_not_made(original):
    absent = Installed(original.folder.parent / "tidak-ada")

    checks = examined(absent)

    assert checks["database"]["state"] == "tidak diperiksa"
    assert not absent.folder.exists()


def test_a_trigger_that_is_gone_is_found(contoh):
    with contoh.connected() as connection:
        (name,) = connection.execute(
            """select tgname from pg_trigger where not tgisinternal
                and tgrelid = 'core_personevent'::regclass"""
        ).fetchone()
        connection.execute(f'drop trigger "{name}" on core_personevent'.encode())

    checks = examined(contoh)

    assert states(checks, "triggers", "append_only") == {
        "triggers": "bermasalah",
        "append_only": "bermasalah",
    }
    assert "core_personevent" in checks["append_only"]["finding"]
    with contoh.connected() as connection:
        assert connection.execute("select count(*) from core_personevent").fetchone() != (0,)


def test_a_trigger_that_is_switched_off_is_found(contoh):
    spoil(contoh, "alter table core_decree disable trigger user")

    checks = examined(contoh)

    assert checks["triggers"]["state"] == "bermasalah"
    assert "core_decree" in checks["triggers"]["finding"]
    assert checks["append_only"]["state"] == "baik"


def test_a_database_that_is_behind_is_sent_to_migrate(contoh):
    spoil(contoh, "delete from django_migrations where app = 'sessions'")

    checks = examined(contoh)

    assert checks["migrations"]["state"] == "bermasalah"
    assert checks["migrations"]["advice"] == "Jalankan: pamong migrate"


def test_a_failed_job_is_told_and_tried_again_when_asked(contoh):
    spoil(
        contoh,
        "update procrastinate_jobs set status = 'failed' where id = 1",
        "update procrastinate_jobs set status = 'succeeded' where id <> 1",
    )

    checks = examined(contoh)
    contoh("doctor", "--retry-jobs")

    assert checks["jobs"]["state"] == "perhatikan"
    assert "--retry-jobs" in checks["jobs"]["advice"]
    with contoh.connected() as connection:
        told = connection.execute("select status::text from procrastinate_jobs where id = 1")
        assert told.fetchone() == ("todo",)


def test_a_worker_that_beats_is_alive_and_one_that_does_not_is_missed(contoh):
    missed = examined(contoh)["worker"]
    spoil(contoh, "insert into procrastinate_workers default values")
    alive = examined(contoh)["worker"]

    assert missed["state"] == "perhatikan"
    assert "menunggu" in missed["finding"]
    assert alive["state"] == "baik"


def test_a_clock_that_runs_behind_the_records_is_found(contoh):
    spoil(
        contoh,
        "alter table core_person disable trigger user",
        "alter table core_personevent disable trigger user",
        "update core_personevent set pgh_created_at = now() + interval '3 days'",
        "alter table core_person enable trigger user",
        "alter table core_personevent enable trigger user",
    )

    checks = examined(contoh)

    assert checks["clock"]["state"] == "bermasalah"
    assert "jam komputer" in checks["clock"]["advice"]


def test_an_unknown_time_zone_of_a_government_is_found(contoh):
    spoil(contoh, "update organisasi_pemda set time_zone = 'Asia/Contoh'")

    assert "Asia/Contoh" in examined(contoh)["clock"]["finding"]


ANOTHER_BODY = """
    insert into core_instansi
    select (jsonb_populate_record(null::core_instansi, to_jsonb(i) || jsonb_build_object(
               'id', 1000, 'nama', 'Kota Misal (rekaan)', 'public_id', gen_random_uuid()))).*
      from core_instansi i limit 1"""
ANOTHER_GOVERNMENT = """
    insert into organisasi_pemda
    select (jsonb_populate_record(null::organisasi_pemda, to_jsonb(p) || jsonb_build_object(
               'id', 1000, 'instansi_id', 1000, 'nama', 'Kota Misal (rekaan)',
               'slug', 'kota-misal', 'public_id', gen_random_uuid()))).*
      from organisasi_pemda p"""


def test_many_governments_on_a_desk_are_told_to_move(contoh):
    few = examined(contoh)["size"]
    spoil(contoh, ANOTHER_BODY, ANOTHER_GOVERNMENT)
    many = examined(contoh)["size"]

    assert few["state"] == "baik"
    assert many["state"] == "perhatikan"
    assert "lebih dari satu kantor" in many["finding"]
    assert "pamong move-to" in many["advice"]


def test_made_up_governments_among_records_are_told_but_not_in_a_demonstration(contoh):
    among_records = examined(contoh)["mixture"]
    DataFolder(contoh.folder).mark_demonstration()
    in_a_demonstration = examined(contoh)

    assert among_records["state"] == "perhatikan"
    assert states(in_a_demonstration, "mixture", "backup") == {
        "mixture": "baik",
        "backup": "tidak diperiksa",
    }


def test_production_settings_over_a_demonstration_are_told_in_their_own_words(contoh):
    DataFolder(contoh.folder).mark_demonstration()

    checks = examined(
        contoh,
        DJANGO_SETTINGS_MODULE="pamong.config.settings.production",
        PAMONG_ALLOWED_HOSTS="pamong.example",
    )

    assert checks["database"]["state"] == "bermasalah"
    assert "menolak data peraga" in checks["database"]["finding"]


def test_a_superuser_on_a_server_is_told(contoh):
    with contoh.connected() as connection:
        address = f"postgresql://postgres@/pamong?host={connection.info.host}"
        checks = examined(contoh, DATABASE_URL=address)

    assert checks["database"]["state"] == "perhatikan"
    assert "superuser" in checks["database"]["finding"]


def test_a_server_that_does_not_answer_is_one_of_the_checks(contoh):
    with socket.socket() as once:
        once.bind(("127.0.0.1", 0))
        port = once.getsockname()[1]

    checks = examined(contoh, DATABASE_URL=f"postgresql://pamong@127.0.0.1:{port}/pamong")

    assert checks["database"]["state"] == "bermasalah"
    assert "tidak dapat dihubungi" in checks["database"]["finding"]


def test_looking_changes_nothing(contoh):
    before = contoh.contents()

    examined(contoh)

    assert contoh.contents() == before


def test_static_files_that_were_not_collected_are_told(contoh):
    checks = examined(contoh, PAMONG_STATIC_ROOT=str(contoh.folder / "kosong"))

    assert states(checks, "static") == {"static": "bermasalah"}
