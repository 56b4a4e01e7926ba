"""The unseen documents are documents: each can be taken in, and each label speaks of its text."""

import json

import pytest
from tests.reader.invented.scoring import texts
from tests.reader.unseen.papers import draft_label, files, labels, source_of, write
from tests.reader.unseen.scoring import scores

LABELS = labels()


def plain(text):
    return " ".join(text.lower().replace("*", "").split())


def test_every_document_has_a_label():
    assert files().keys() == LABELS.keys()


def test_nobody_of_the_invented_texts_is_among_them():
    theirs, ours = (
        {row.split(" | ")[0] for label in labels.values() for row in label.get("speakers", [])}
        for labels in (texts(), LABELS)
    )

    assert not theirs & ours


@pytest.mark.parametrize("stem", LABELS)
def test_what_is_labelled_stands_in_the_text_that_is_taken_in(stem):
    text, label = plain(source_of(stem).text), LABELS[stem]
    names = [row.split(" | ")[0] for row in label.get("speakers", [])]
    words = [row.split(" | ")[0] for row in label.get("quotes", [])]

    assert [value for value in (*names, *words) if plain(value) not in text] == []


def test_quotations_are_all_found_in_every_form_of_document():
    assert scores()["quotes"].f1 == pytest.approx(1.0)


def test_labels_are_written_in_the_form_of_a_draft(tmp_path):
    write(tmp_path)
    rows = [json.loads(line) for line in (tmp_path / "labels.jsonl").read_text().splitlines()]

    assert [row["id"] for row in rows] == list(LABELS)
    assert (tmp_path / "p07-notulen.docx").read_bytes()[:2] == b"PK"
    assert (tmp_path / "p09-edaran-netral.pdf").read_bytes()[:4] == b"%PDF"
    assert draft_label("x", {"furniture": [], "is_forum": False})["is_forum"] is False
