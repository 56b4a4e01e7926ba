"""What is read of a text is read of the same text as PDF and as DOCX, from the same words."""

from functools import cache

import pytest
from tests.reader.parts import DOCUMENTS, SAMPLES, SKIP_REASON, TODAY
from tests.support.pdf import pages_of, pdf
from tests.support.word import word

from pamong.reader import read
from pamong.reader.source import load

HEAD = "Bagian Protokol dan Komunikasi Pimpinan"
TEXTS = [
    *(pytest.param(path, id=path.stem) for path in sorted(SAMPLES.glob("[0c]*.txt"))),
    *(
        pytest.param(path, id=f"original-{path.stem[:3]}")
        for path in sorted(DOCUMENTS.glob("*.txt"))
    ),
]
FORMS = {
    "pdf": lambda text: pdf(pages_of(text)),
    "pdf with cut words": lambda text: pdf(pages_of(text, size=10, break_words=True)),
    "pdf on many pages": lambda text: pdf(
        pages_of(text, size=19, head=HEAD, foot="Halaman {} dari 9")
    ),
    "docx": lambda text: word(line for line in text.split("\n") if line.strip()),
}


@cache
def draft_of(text):
    return read(text, not_after=TODAY).to_json()


def words_of(text, draft):
    """Return the words that each value points to, and why it was read so."""
    return {
        pointer: (
            [" ".join(text[start:end].split()) for start, end in one["spans"]],
            one["reason"],
        )
        for pointer, one in draft["evidence"].items()
    }


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", TEXTS)
def test_a_document_gives_the_draft_of_its_text(path, form):
    text = path.read_text(encoding="utf-8")
    expected = draft_of(text)

    source = load(FORMS[form](text), f"{path.stem}.{form[:4].strip()}")
    draft = read(source.text, not_after=TODAY).to_json()

    fields = set(draft) - {"evidence"}
    assert {field: draft[field] for field in fields} == {
        field: expected[field] for field in fields
    }
    assert words_of(source.text, draft) == words_of(text, expected)


def test_the_samples_are_all_here():
    assert len(list(SAMPLES.glob("[0c]*.txt"))) == 8


@pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=SKIP_REASON)
def test_the_originals_are_all_here():
    assert len(list(DOCUMENTS.glob("*.txt"))) == 5
