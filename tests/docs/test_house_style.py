import re

import pytest
from tests.docs.markdown import ROOT, name, pages, without_code

from pamong import reader

SHORT = {"README.md": 120, "README.id.md": 120, "CONTRIBUTING.md": 200}
EMPTY_WORDS = re.compile(r"\b(simply|just|obviously|of course)\b", re.IGNORECASE)
OF_ONE_MACHINE = re.compile(r"(?<![\w.~/-])/(tmp|home|root|work)/")
REAL = sorted((ROOT / "samples").glob("0*.txt"))


@pytest.mark.parametrize(("page", "lines"), SHORT.items())
def test_what_a_newcomer_reads_first_is_short(page, lines):
    assert len((ROOT / page).read_text(encoding="utf-8").splitlines()) < lines


@pytest.mark.parametrize("page", pages(), ids=name)
def test_prose_has_no_empty_words(page):
    assert EMPTY_WORDS.findall(without_code(page.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("page", pages(), ids=name)
def test_no_page_names_a_folder_of_one_machine(page):
    assert OF_ONE_MACHINE.findall(page.read_text(encoding="utf-8")) == []


def test_no_page_names_a_real_person():
    """Names are taken from the samples as they are read, so that none stands here either."""
    named = {
        person
        for sample in REAL
        for row in reader.read(sample.read_text(encoding="utf-8")).speakers
        if (person := row.name)
    }
    texts = {name(page): page.read_text(encoding="utf-8").casefold() for page in pages()}

    assert named
    assert [
        page for page, text in texts.items() for person in named if person.casefold() in text
    ] == []
