"""The demonstration from outside: started, killed, started again, as a stranger would."""

import http.cookiejar
import os
import re
import socket
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request
from pathlib import Path

import psutil
import pytest
from tests.support.people import ROOT

from pamong import reader

# Names stand in samples/ alone and are read from there.
GOVERNOR = reader.read((ROOT / "samples/000.txt").read_text(encoding="utf-8")).speakers[0].name
DEMO = [sys.executable, "-I", "-m", "pamong.cli.main", "demo", "--asn", "250"]
SECONDS = 180  # for a first start on a busy machine


@pytest.fixture(scope="module")
def data():
    with tempfile.TemporaryDirectory(prefix="pamong-uji-") as name:
        Path(name).chmod(0o755)
        yield Path(name) / "data"


@pytest.fixture(scope="module")
def environment():
    return {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}


@pytest.fixture(scope="module")
def table(data, environment):
    """What is printed by the first start of this folder."""
    return print_table(data, environment)


def print_table(data, environment):
    ended = subprocess.run(
        [*DEMO, "--no-serve", "--data-dir", data],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def start(data, environment, *options):
    with socket.socket() as once:
        once.bind(("127.0.0.1", 0))
        port = once.getsockname()[1]
    process = subprocess.Popen(
        [*DEMO, "--port", str(port), "--data-dir", data, *options],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    printed = ""
    for line in process.stdout:
        printed += line
        if "Ctrl-C untuk berhenti" in line:
            break
    return process, port, printed


def stop(process):
    process.terminate()
    code = process.wait(30)
    process.stdout.close()
    return code


def kill_everything(process, data):
    """As a power cut would: site, worker, database, and whoever watches over them."""
    everybody = [process, *psutil.Process(process.pid).children(recursive=True)]
    for found in psutil.process_iter():
        try:
            if str(data / "postgresql-18") in found.cmdline():
                everybody += [found, *found.children(recursive=True)]
        except psutil.Error:
            continue
    for one in everybody:
        one.kill()
    process.wait(10)
    process.stdout.close()


def sign_in(port, password):
    """Sign in as a browser would; return the address where that leads."""
    opener = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    site = f"http://127.0.0.1:{port}"
    with opener.open(f"{site}/masuk/") as page:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.read().decode())
    form = {"csrfmiddlewaretoken": token[1], "username": "operator", "password": password}
    with opener.open(f"{site}/masuk/", urllib.parse.urlencode(form).encode()) as page:
        return page.url.removeprefix(site), page.read().decode()


def password_in(printed):
    return re.search(r"^  operator +(\S+)", printed, re.MULTILINE)[1]


def test_the_table_says_who_held_office_and_what_is_not_recorded(table):
    for words in (
        "15 Januari 2019",
        "1 Maret 2019",
        "1 Oktober 2020",
        "25 September 2024",
        f"{GOVERNOR} (Plt)",
        "Cuti kampanye",
        "belum tercatat",
        "Data peraga",
    ):
        assert words in table


@pytest.fixture(scope="module")
def first_visit(table, data, environment):
    """The first time that the site is served: what it printed, where signing in led, its end."""
    process, port, printed = start(data, environment)
    try:
        where, page = sign_in(port, password_in(printed))
    finally:
        code = stop(process)
    return where, page, code


def test_the_printed_account_signs_in_and_the_site_stops_when_asked(first_visit, data):
    where, page, code = first_visit

    assert where.startswith("/provinsi-jambi/")
    assert GOVERNOR in page
    assert code == 0
    assert not (data / "postgresql-18" / "postmaster.pid").exists()


def test_nothing_is_lost_when_everything_is_killed(first_visit, table, data, environment):
    process, _, _ = start(data, environment)
    kill_everything(process, data)

    assert print_table(data, environment) == table


def test_the_password_is_shown_once_and_a_new_one_on_request(first_visit, data, environment):
    process, _, first = start(data, environment, "--new-password")
    stop(process)
    process, _, second = start(data, environment)
    stop(process)
    process, port, third = start(data, environment, "--new-password")
    try:
        where, _ = sign_in(port, password_in(third))
        refused, _ = sign_in(port, password_in(first))
    finally:
        stop(process)

    assert "hanya ditampilkan sekali ini" not in second
    assert "--new-password" in second
    assert where.startswith("/provinsi-jambi/")
    assert refused == "/masuk/"
