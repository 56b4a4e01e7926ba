"""No sentence, name or site of a document at hand stands in the reader's code or data."""

import json
import re
from functools import cache
from urllib.parse import urlsplit

import pytest
from tests.reader.parts import DOCUMENTS, READING, REPOSITORY, SKIP_REASON

READER = REPOSITORY / "src" / "pamong" / "reader"
FILES = sorted(path for ending in ("py", "toml") for path in READER.rglob(f"*.{ending}"))
INVENTED = sorted(
    path
    for folder in ("invented", "unseen")
    for path in (REPOSITORY / "tests" / "reader" / folder).rglob("*.*t*")
    if path.suffix in {".txt", ".html", ".toml"}
)
RUN = 8
COMMON_PARTS = {
    "www",
    "co",
    "com",
    "id",
    "go",
    "my",
    "ac",
    "web",
    "info",
    "news",
    "berita",
    "bkpsdm",
    "humas",
}

pytestmark = pytest.mark.skipif(not READING.is_dir(), reason=SKIP_REASON)


def words(text):
    return re.findall(r"\w+", text.lower())


def runs(text):
    listed = words(text)
    return {" ".join(listed[i : i + RUN]) for i in range(len(listed) - RUN + 1)}


@cache
def labels():
    lines = (READING / "dev_labels.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def labelled_names():
    """Every name of a speaker, as labelled, without what stands behind a comma."""
    return {
        " ".join(words(speaker["name"].split(",")[0]))
        for label in labels()
        for speaker in label["speakers"]
    }


@cache
def labelled_sites():
    hosts = {urlsplit(label["url"]).hostname for label in labels() if label["url"]}
    parts = {part for host in hosts for part in re.split(r"[.-]", host)}
    return {part for part in parts if len(part) > 4} - COMMON_PARTS


@cache
def document_runs():
    texts = [*DOCUMENTS.glob("*.txt"), *(READING / "dev").glob("*.txt")]
    return frozenset().union(*(runs(path.read_text(encoding="utf-8")) for path in texts))


def test_there_are_files_names_and_sites_to_compare():
    assert len(FILES) > 30
    assert len(labelled_names()) > 20
    assert len(labelled_sites()) > 10
    assert len(document_runs()) > 2000


@pytest.mark.parametrize("path", [*FILES, *INVENTED], ids=lambda path: path.name)
def test_a_file_of_the_reader_holds_nothing_of_the_documents(path):
    text = path.read_text(encoding="utf-8")
    listed = f" {' '.join(words(text))} "

    assert not runs(text) & document_runs()
    assert not [name for name in labelled_names() if f" {name} " in listed]
    assert not [site for site in labelled_sites() if site in listed]
