"""The samples are ours: their head line, their words, and whom they name."""

import json
import re

import pytest
from tests.reader.parts import DOCUMENTS, READING, SAMPLES, SKIP_REASON

from pamong.reader import read

HEAD_LINE = "Ringkasan buatan Pamong atas berita; bukan notulen atau siaran resmi"
ALL = sorted(SAMPLES.glob("*.txt"))
OF_REAL_EVENTS = [path for path in ALL if path.stem.isdecimal()]
INVENTED = [path for path in ALL if path.stem.startswith("contoh")]
RUN = 8

needs_originals = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=SKIP_REASON)


def text_of(path):
    return path.read_text(encoding="utf-8")


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def names_in(path):
    draft = read(text_of(path))
    people = (*draft.speakers, *draft.attestations, *draft.attendees)
    return {person.name for person in people if person.name}


def test_there_are_five_of_real_events_and_three_invented():
    assert [path.stem for path in OF_REAL_EVENTS] == ["000", "001", "002", "003", "004"]
    assert len(INVENTED) == 3


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_every_sample_says_first_that_it_is_a_summary(path):
    assert text_of(path).splitlines()[0] == HEAD_LINE


@needs_originals
@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_eight_words_in_a_row_are_those_of_a_document(path):
    documents = [*DOCUMENTS.glob("*.txt"), *(READING / "dev").glob("*.txt")]

    for document in documents:
        assert not runs(text_of(path)) & runs(text_of(document))


@needs_originals
@pytest.mark.parametrize("path", OF_REAL_EVENTS, ids=lambda path: path.stem)
def test_only_officials_who_spoke_or_acted_are_named(path):
    lines = (READING / "dev_labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = {label["id"]: label for line in lines if (label := json.loads(line))}
    spoke = {speaker["name"] for speaker in labels[f"seed-{path.stem}"]["speakers"]}

    assert names_in(path) == spoke


@needs_originals
@pytest.mark.parametrize("path", OF_REAL_EVENTS, ids=lambda path: path.stem)
def test_no_other_name_of_the_original_stands_in_a_sample(path):
    """Spouses, reporters, photographers: names behind "Hj.", in credits, behind "foto"."""
    original = text_of(next(DOCUMENTS.glob(f"{path.stem}_*.txt")))
    others = {
        *re.findall(r"\bHj\.\s?(\w+)", original),
        *re.findall(r"\((\w+)(?: \w+, foto[^)]*)?\)\.?\s*$", original, re.MULTILINE),
        *re.findall(r"(?:[Ff]oto|video)\s?:\s?(\w+)", original),
    } - {"Istimewa"}

    sample = text_of(path).lower()
    assert not [name for name in others if re.search(rf"\b{name.lower()}\b", sample)]


@pytest.mark.parametrize("path", OF_REAL_EVENTS, ids=lambda path: path.stem)
def test_real_people_are_not_quoted(path):
    assert not re.search(r"[\"“”]", text_of(path))


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_everybody_in_an_invented_page_is_marked_as_made_up(path):
    assert names_in(path)
    assert all(name.endswith(" (rekaan)") for name in names_in(path))


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_no_address_of_a_site_stands_in_a_sample(path):
    assert not re.search(
        r"\w\.(?:com|co|id|net|org)\b|https?:|www\.", text_of(path), re.IGNORECASE
    )


def test_the_readme_says_how_to_ask_for_removal():
    assert "Meminta penghapusan" in (SAMPLES / "README.md").read_text(encoding="utf-8")
