"""What the pages for operators tell to type is typed here, and what they tell to write is read."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docs.markdown import ROOT
from tests.support.debian_server import BIN, debian_server
from tests.support.installed import open_place, with_contoh

HOW_TO = ROOT / "docs" / "how-to"
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
UNIT = re.compile(r"`/etc/systemd/system/(\S+)`:\n\n```ini\n(.*?)```", re.DOTALL)
PROGRAMS = Path(sys.executable).parent


def blocks(page, kind):
    text = (HOW_TO / page).read_text(encoding="utf-8")
    return [body for found, body in BLOCK.findall(text) if found == kind]


def typed(script, installed, **environment):
    """Run lines as somebody types them who has the command in the path; stop at a failure."""
    ended = subprocess.run(
        ["bash", "-e", "-c", script],
        env=installed.variables() | {"PATH": f"{PROGRAMS}:{os.environ['PATH']}"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, f"{script}\n{ended.stderr}"
    return ended.stdout


@pytest.fixture
def contoh():
    with with_contoh() as installed:
        yield installed


@pytest.fixture
def place():
    with open_place() as folder:
        yield folder


def test_the_page_on_backups_can_be_followed_from_top_to_bottom(contoh, place):
    make, into_nothing, over_records = blocks("back-up-and-restore.md", "sh")
    before = contoh.contents()

    typed(make.replace("/srv/cadangan", str(place)), contoh)
    contoh.wipe()
    typed(into_nothing.replace("/srv/cadangan", str(place)), contoh)
    typed(over_records.replace("/srv/cadangan", str(place)), contoh)

    assert len(list(place.glob("pamong-*.pamong"))) == 1
    assert contoh.contents() == before


def test_the_page_on_moving_can_be_followed_from_top_to_bottom(contoh, place):
    if not BIN.is_dir():
        pytest.skip("postgresql-15 is not installed")
    move, start = blocks("move-to-a-server.md", "sh")
    examine, serve = start.strip().splitlines()
    with debian_server(place) as address:
        typed(with_address(move, address), contoh)
        told = typed(f"{with_address(examine, address)} || test $? = 1", contoh)

    assert "PostgreSQL 15 menjawab" in told
    assert serve.strip().endswith("pamong serve")


def with_address(script, address):
    return re.sub(r"postgresql://[^\"]+", address, script)


def test_the_page_on_servers_looks_after_it_as_shown(contoh):
    (look,) = blocks("run-it-on-a-server.md", "sh")

    for line in look.splitlines():
        assert "Pemicu riwayat" in typed(f"{line} || test $? = 1", contoh)


@pytest.fixture(scope="module")
def units():
    text = (HOW_TO / "run-it-on-a-server.md").read_text(encoding="utf-8")
    return dict(UNIT.findall(text))


def test_the_units_are_ones_that_systemd_understands(units, place):
    assert len(units) == 3
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    for name, text in units.items():
        # Paths of a server that this machine does not have.
        (place / name).write_text(text.replace("/opt/pamong/.venv/bin/pamong", "/bin/true"))

    told = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *(place / name for name in units)],
        capture_output=True,
        text=True,
        check=False,
    ).stderr

    assert [line for line in told.splitlines() if str(place) in line or "pamong" in line] == []


def test_the_units_call_what_there_is(units, contoh, place):
    for text in units.values():
        parsed = configparser.ConfigParser(strict=False)
        parsed.optionxform = str
        parsed.read_string(text)
        if "Service" in parsed:
            program, command, *_ = parsed["Service"]["ExecStart"].split()
            assert program == "/opt/pamong/.venv/bin/pamong"
            contoh.does(command, "--help")
    backup = units["pamong-backup.service"].partition("ExecStart=/opt/pamong/.venv/bin/")[2]

    typed(backup.splitlines()[0].replace("/srv/cadangan", str(place)), contoh)

    assert len(list(place.iterdir())) == 1


def test_the_settings_of_the_page_are_enough_for_production(contoh):
    (settings,) = (text for text in blocks("run-it-on-a-server.md", "ini") if "[" not in text)
    given = dict(line.split("=", 1) for line in settings.splitlines())
    given["PAMONG_SECRET_KEY_FILE"] = str(contoh.folder / "secret_key")

    told = typed("python -m django check --deploy 2>&1", contoh, **given)

    # Whether other names below the office's domain speak https is not ours to decide.
    assert set(re.findall(r"security\.\w+", told)) == {"security.W005", "security.W021"}
