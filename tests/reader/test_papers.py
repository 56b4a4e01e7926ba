"""Which kind of document an invented paper is."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from pamong.apps.forums.models import PaperKind
from pamong.reader import read
from pamong.reader.knowledge import table
from pamong.reader.page import Page
from pamong.reader.papers import find_document_kind, paper_entry

FOLDER = Path(__file__).parent / "sources"
PAPERS = [
    paper
    for name in ("papers", "papers_held")
    for paper in tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["paper"]
]
INVITATION = (
    "UNDANGAN\nKepada Yth. para camat\nMengharap kehadiran Saudara pada apel gabungan.\n"
    "Hari : Senin, 6 Januari 2025\nTempat : Halaman Kantor Bupati Contoh\n"
)


def kind_of(text):
    found = find_document_kind(Page(text))
    return found.value if found else ""


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper["text"].split("\n")[1][:40])
def test_each_kind_of_paper_is_told_from_the_others(paper):
    assert kind_of(paper["text"]) == paper["kind"]


def test_the_reason_shows_the_words_that_it_was_told_by():
    found = find_document_kind(Page(INVITATION))

    assert '"UNDANGAN"' in found.reason
    assert INVITATION[slice(*found.spans[0])] == "UNDANGAN"


def test_news_that_names_a_paper_is_still_news():
    text = (
        "CONTOH - Bupati Contoh meneken surat edaran dan instruksi bupati, Senin (6/1/2025). "
        "Menurut dia, keduanya sudah dibahas dalam rapat."
    )

    assert kind_of(text) == "berita"


def test_what_is_said_in_quotation_marks_tells_no_kind():
    assert kind_of('Rapat selesai. "Saya minta, saya mohon, saya harap, saya tunggu."') != "pidato"


def test_two_kinds_that_are_equally_likely_are_both_shown():
    found = find_document_kind(Page("NOTULEN RAPAT\n\nSUSUNAN ACARA\n\nSatu.\n"))

    assert found.conflict
    assert {one.value for one in found.candidates} == {"notulen", "agenda"}


def test_an_invitation_may_lie_ahead_and_a_report_may_not():
    report = "CONTOH - Bupati Contoh memimpin apel yang diikuti camat, Senin (6/1)."

    assert read(INVITATION, not_after=date(2024, 12, 30)).date == date(2025, 1, 6)
    assert read(report, not_after=date(2024, 12, 30)).date != date(2025, 1, 6)


@pytest.mark.parametrize("kind", ["surat_edaran", "instruksi", "keputusan"])
def test_a_paper_that_orders_is_about_no_forum(kind):
    (text, *_) = (paper["text"] for paper in PAPERS if paper["kind"] == kind)
    draft = read(text)

    assert (draft.document_kind, draft.is_forum) == (kind, False)


def test_every_kind_has_a_name_for_people():
    names = [kind["name"] for kind in table("papers")["kind"]]

    assert {**dict.fromkeys(names), "berita": None}.keys() == set(PaperKind.values)
    assert [paper_entry(name)["label"] for name in names] == [
        PaperKind(name).label for name in names
    ]


def test_minutes_in_short_lines_are_indonesian():
    (text,) = (paper["text"] for paper in PAPERS if paper.get("id") == "rakor-notulen")

    assert "not-indonesian" not in [warning.code for warning in read(text).warnings]
