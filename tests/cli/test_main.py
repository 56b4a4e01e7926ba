import os
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pamong.cli import failures
from pamong.cli.failures import ExitCode, report
from pamong.installation.folder import DataFolder, NotAFolderError
from pamong.kernel.day import DayTextError, parse_day

NAMES = (
    *("demo", "read", "who", "law", "serve", "migrate"),
    *("backup", "restore", "doctor", "move-to"),
)
COMMANDS = [[], *([name] for name in NAMES)]
PAMONG = [sys.executable, "-I", "-m", "pamong.cli.main"]


@pytest.fixture
def folder():
    """A folder that the database server's user can reach when we are root."""
    with tempfile.TemporaryDirectory(prefix="pamong-uji-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture
def pamong(folder):
    def run(*arguments, **environment):
        return subprocess.run(
            [*PAMONG, *arguments],
            env={"PATH": os.environ["PATH"], "PAMONG_DATA_DIR": str(folder / "data")}
            | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_version_is_told_quickly(pamong):
    ended = pamong("--version")

    assert ended.returncode == ExitCode.DONE
    assert ended.stdout.startswith("pamong 0.")


def test_nothing_heavy_is_loaded_before_a_command_needs_it():
    code = (
        "import sys, pamong.cli.main;"
        "print({'django', 'rich', 'pyarrow', 'duckdb', 'ibis'} & set(sys.modules))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert ended.stdout.strip() == "set()"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_indonesian(pamong, command):
    ended = pamong(*command, "--help")

    assert ended.returncode == ExitCode.DONE
    assert "Pemakaian: pamong" in ended.stdout
    for english in ("Usage", "Options ", "Commands", "Show this", "default:", "required"):
        assert english not in ended.stdout


def test_without_a_command_the_help_is_shown(pamong):
    ended = pamong()

    assert ended.returncode == ExitCode.USAGE
    assert "Perintah" in ended.stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["dem"], "Perintah dem tidak ada. Mungkin maksud Anda demo."),
        (["demo", "--prot", "1"], "Pilihan --prot tidak dikenal. Mungkin maksud Anda --port."),
        (["demo", "--port"], "Pilihan --port memerlukan sebuah nilai."),
        (["demo", "--port", "x"], "--port tidak dapat dipakai: isi dengan bilangan bulat."),
        (["demo", "--port", "99999"], "--port tidak dapat dipakai: yang terbesar ialah 65535."),
        (["demo", "lebih"], "Ada kata yang berlebih: lebih."),
        (["who"], "--government / -g belum diisi."),
    ],
)
def test_a_wrong_call_is_explained_in_one_line(pamong, arguments, sentence):
    ended = pamong(*arguments)

    assert ended.returncode == ExitCode.USAGE
    assert sentence in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_broken_data_folder_is_one_sentence(pamong, folder):
    (folder / "data").write_text("surat")

    ended = pamong("migrate")

    assert ended.returncode == ExitCode.MACHINE
    assert ended.stderr == f"pamong: {NotAFolderError(folder / 'data')}\n"


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_data_folder_may_be_named_before_or_after_the_command(pamong, folder, place):
    (folder / "lain").write_text("surat")
    option = ["--data-dir", str(folder / "lain")]

    ended = pamong(*option, "migrate") if place == "before" else pamong("migrate", *option)

    assert ended.stderr == f"pamong: {NotAFolderError(folder / 'lain')}\n"


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_taken_port_is_said_before_anything_starts(pamong, folder, command):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        ended = pamong(command, "--port", str(port))

    assert ended.returncode == ExitCode.MACHINE
    assert f"Port {port} sudah dipakai" in ended.stderr
    assert not (folder / "data").exists()


def test_the_demonstration_does_not_mix_with_real_data(pamong, folder):
    DataFolder(folder / "data").prepare()
    (folder / "data" / "postgresql-18").mkdir()

    ended = pamong("demo", "--no-serve")

    assert ended.returncode == ExitCode.MACHINE
    assert "bukan data peraga" in ended.stderr


def test_reset_never_touches_a_server(pamong):
    ended = pamong("demo", "--no-serve", "--reset", DATABASE_URL="postgresql://pamong@lain/pamong")

    assert ended.returncode == ExitCode.MACHINE
    assert "--reset hanya untuk basis data tertanam" in ended.stderr


@pytest.fixture
def refusal():
    with pytest.raises(DayTextError) as caught:
        parse_day("kapan-kapan")
    return caught.value


def test_a_named_error_of_ours_is_its_sentence(capsys, refusal):
    assert report(refusal) == ExitCode.REFUSED
    assert capsys.readouterr().err == f"pamong: {refusal}\n"


@pytest.mark.parametrize(
    ("code", "words"),
    [("42P01", "pamong migrate"), ("42703", "pamong migrate"), ("53100", "penuh")],
)
def test_a_database_that_a_person_can_mend_is_said(capsys, code, words):
    error = RuntimeError("pesan teknis")
    error.__cause__ = type("Cause", (Exception,), {"sqlstate": code})()

    assert report(error) == ExitCode.MACHINE
    assert words in capsys.readouterr().err


def test_an_unexpected_error_is_one_sentence_and_a_closed_file(capsys, folder, monkeypatch):
    monkeypatch.setenv("PAMONG_DATA_DIR", str(folder))
    monkeypatch.delenv(failures.DEBUG_VARIABLE, raising=False)
    DataFolder(folder).logs.mkdir()

    code = report(ZeroDivisionError("pembagian"))

    (details,) = DataFolder(folder).logs.iterdir()
    said = capsys.readouterr().err
    assert code == ExitCode.UNEXPECTED
    assert said == f"pamong: Terjadi galat yang tidak terduga. Rinciannya: {details}\n"
    assert "ZeroDivisionError: pembagian" in details.read_text()
    assert details.stat().st_mode & 0o777 == 0o600


def test_details_are_shown_to_whoever_asks(capsys, monkeypatch, refusal):
    monkeypatch.setenv(failures.DEBUG_VARIABLE, "1")

    report(refusal)

    assert "DayTextError" in capsys.readouterr().err


OPENS = """
import os, sys, time
from pathlib import Path
from pamong.cli.house import connect
sys.argv = ["pamong"]
import signal
from pamong.cli import main
signal.signal(signal.SIGTERM, main._leave)
connect(Path(sys.stdin.readline().strip()))
print(os.environ["DATABASE_URL"], "PGPORT" in os.environ, flush=True)
time.sleep(60)
"""


def test_the_house_gives_its_server_back_when_it_is_terminated(folder):
    with subprocess.Popen(
        [sys.executable, "-c", OPENS],
        env={"PATH": os.environ["PATH"], "PGPORT": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        process.stdin.write(f"{folder / 'data'}\n")
        process.stdin.flush()
        address, has_pg_port = process.stdout.readline().split()
        process.send_signal(signal.SIGTERM)
        code = process.wait(30)

    assert address.startswith("postgresql://pamong@/pamong?host=")
    assert (has_pg_port, code) == ("False", 143)
    assert not (folder / "data" / "postgresql-18" / "postmaster.pid").exists()
