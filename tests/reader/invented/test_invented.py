"""The invented texts are read at least as well as the reader promises; a fall is a failure."""

import pytest
from tests.reader.invented.scoring import FOLDER, draft_of, score, texts

LEAST_F1 = {
    "is_forum": 0.97,
    "furniture": 0.95,
    "forum_kind": 0.95,
    "date": 0.97,
    "region": 0.98,
    "region_kind": 0.98,
    "speakers_office": 0.95,
    "on_behalf_of": 0.85,
    "quotes": 0.98,
    "quotes_attrib": 0.95,
    "directives": 0.8,
    "numbers": 0.9,
}
LEAST_PRECISION = 0.95
PRECISE = ("date", "region", "speakers", "speakers_office")


@pytest.fixture(scope="module")
def scores():
    return score(texts())


def test_every_text_has_a_label():
    assert {path.stem for path in (FOLDER / "texts").glob("*.txt")} == set(texts())


@pytest.mark.parametrize("field", LEAST_F1)
def test_a_field_is_read_as_well_as_promised(field, scores):
    assert scores[field].f1 >= LEAST_F1[field]


@pytest.mark.parametrize("field", PRECISE)
def test_wrong_is_worse_than_empty(field, scores):
    assert scores[field].precision >= LEAST_PRECISION


def test_a_weekday_that_does_not_fit_its_date_is_shown_as_a_conflict():
    flagged = [stem for stem, label in texts().items() if label.get("date_conflict")]

    assert flagged
    assert all(draft_of(stem).evidence["/date"].conflict for stem in flagged)
