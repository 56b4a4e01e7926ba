"""Nothing that is tracked names a machine, a package index, or a person who is not in samples/."""

import re

import pytest
from tests.architecture.tree import ROOT, tracked_files

INDEXES = ("pythonhosted", "pypi" + ".org", "registry.npmjs", "--index-url", "--extra-index-url")
MACHINE = re.compile(r"/work/(main|shared|peers)|/tmp/" + r"pamong/|/root/\w")
TEXT = {".py", ".toml", ".md", ".txt", ".html", ".js", ".css", ".json", ".cfg", ".in", ".yml", ""}
FILES = [name for name in tracked_files() if (ROOT / name).suffix in TEXT]


@pytest.mark.parametrize("index", INDEXES)
def test_no_file_names_a_package_index(index):
    assert [name for name in FILES if index in read(name) and not is_a_check(name)] == []


def test_no_file_names_a_machine():
    assert [name for name in FILES if MACHINE.search(read(name)) and not is_a_check(name)] == []


def test_no_secret_or_data_of_an_installation_is_tracked():
    unwanted = re.compile(r"(^|/)(\.env|.*\.pem|.*\.key|.*\.dump|.*\.sqlite3?|db\..*)$")

    assert [name for name in tracked_files() if unwanted.search(name)] == []


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8", errors="replace")


def is_a_check(name: str) -> bool:
    """A test or tool that looks for such words has to hold them."""
    return name.startswith(("tests/architecture/", "tests/docs/", "tests/scripts/"))
