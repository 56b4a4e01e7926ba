"""Nothing that is tracked names this machine, a package index, or data of an installation.

What to look for is asked of pip and of the checkout, so that it does not stand here either.
"""

import re
from urllib.parse import urlsplit

import pytest
from pip._internal.models.index import PyPI
from tests.architecture.tree import ROOT, tracked_files

TEXT = {".py", ".toml", ".md", ".txt", ".html", ".js", ".css", ".json", ".cfg", ".in", ".yml", ""}
FILES = [name for name in tracked_files() if (ROOT / name).suffix in TEXT]
INDEX_OPTION = re.compile(r"^\s*--(extra-)?index-url", re.MULTILINE)


HOSTS = {urlsplit(PyPI.simple_url).hostname, PyPI.file_storage_domain}


@pytest.mark.parametrize("name", FILES)
def test_a_file_names_no_package_index(name):
    text = (ROOT / name).read_text(encoding="utf-8", errors="replace")

    assert not [host for host in HOSTS if host in text]
    assert not INDEX_OPTION.search(text)


def test_no_file_names_the_folder_that_it_lies_in():
    here = re.compile(rf"{re.escape(str(ROOT))}\b")

    assert not [
        name
        for name in FILES
        if here.search((ROOT / name).read_text(encoding="utf-8", errors="replace"))
    ]


def test_no_secret_or_data_of_an_installation_is_tracked():
    unwanted = re.compile(r"(^|/)(\.env|.*\.pem|.*\.key|.*\.dump|.*\.sqlite3?|db\..*)$")

    assert [name for name in tracked_files() if unwanted.search(name)] == []
