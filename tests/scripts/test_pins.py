import json
import re

import pytest
from tests.support.people import ROOT
from tools.anonymous_lock import without_addresses

LOCKS = [*sorted((ROOT / "requirements").glob("*.txt")), ROOT / "frontend/package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_names_no_address(lock):
    text = lock.read_text(encoding="utf-8")

    assert not re.search(r"https?:|git\+|--index-url|--find-links|file:", text)


@pytest.mark.parametrize("lock", LOCKS[:-1], ids=lambda path: path.name)
def test_every_package_is_pinned_with_hashes(lock):
    pins = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())

    assert all(re.match(r"[A-Za-z0-9._\[\]-]+==\S+", pin) for pin in pins)
    assert all("--hash=sha256:" in pin for pin in pins)


def test_the_development_set_is_the_running_set_and_more():
    base, dev = (
        set(re.findall(r"^[^\s#]+==\S+", (ROOT / "requirements" / name).read_text(), re.MULTILINE))
        for name in ("base.txt", "dev.txt")
    )

    assert base < dev


def test_every_npm_package_has_its_integrity():
    packages = json.loads(LOCKS[-1].read_text())["packages"]

    assert all("integrity" in package for name, package in packages.items() if name)


def test_funding_and_origin_are_taken_out_and_nothing_else():
    lock = {
        "name": "x",
        "packages": {"a": {"version": "1", "resolved": "r", "funding": "f", "integrity": "i"}},
    }

    assert without_addresses(lock) == {
        "name": "x",
        "packages": {"a": {"version": "1", "integrity": "i"}},
    }
