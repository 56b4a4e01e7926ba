import re

import pytest
from tests.docs.markdown import ROOT, name

FOLDER = ROOT / "docs" / "adr"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
ONE_PAGE = 75  # lines


@pytest.mark.parametrize("record", RECORDS, ids=name)
def test_a_record_has_its_number_its_day_and_the_three_headings(record):
    text = record.read_text(encoding="utf-8")
    number = record.name[:4]

    assert text.startswith(f"# {number} ")
    assert re.search(r"^(Accepted|Superseded by \[?\d{4}.*), \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]


@pytest.mark.parametrize("record", RECORDS, ids=name)
def test_a_record_is_one_page(record):
    assert len(record.read_text(encoding="utf-8").splitlines()) <= ONE_PAGE


def test_no_number_is_given_twice():
    numbers = [record.name[:4] for record in RECORDS]

    assert numbers == sorted(set(numbers))


def test_every_library_that_is_asked_for_has_its_reason():
    (record,) = FOLDER.glob("0008-*.md")
    text = record.read_text(encoding="utf-8").casefold()
    wanted = {
        library
        for file in ("base.in", "dev.in")
        for line in (ROOT / "requirements" / file).read_text(encoding="utf-8").splitlines()
        if (library := re.split(r"[\[<>=\s#]", line.casefold())[0]) and not line.startswith("-")
    }

    assert sorted(library for library in wanted if not re.search(rf"\b{library}\b", text)) == []
