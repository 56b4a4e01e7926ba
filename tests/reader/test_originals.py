"""The five originals, and our summaries of them, lead to the same drafts."""

import importlib.util
import json
from functools import cache

import pytest
from rapidfuzz import fuzz
from tests.reader.parts import DOCUMENTS, READING, SKIP_REASON, TODAY, original, sample

from pamong.reader import read

NUMBERS = range(5)
SAME_WORDS = 75  # of 100: the same matter in other words

pytestmark = pytest.mark.skipif(not DOCUMENTS.is_dir(), reason=SKIP_REASON)


@cache
def drafts(number):
    texts = (original(number), sample(number))
    return tuple(read(text, not_after=TODAY).to_json() for text in texts)


@cache
def scored():
    """Score the originals as the labels' own program does."""
    spec = importlib.util.spec_from_file_location("score", READING / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    lines = (READING / "dev_labels.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [label for line in lines if (label := json.loads(line))["text_kind"] == "seed"]
    predictions = {label["id"]: drafts(int(label["id"][-3:]))[0] for label in labels}
    return score.score(labels, predictions)


@pytest.mark.parametrize(
    ("field", "least"),
    [
        ("is_forum", 1.0),
        ("region", 1.0),
        ("region_kind", 1.0),
        ("forum_kind", 1.0),
        ("date", 1.0),
        ("speakers_full", 1.0),
        ("on_behalf_of", 1.0),
        ("periods", 1.0),
        ("quotes", 0.95),
        ("quotes_attrib", 0.95),
        ("directives", 0.9),
        ("boilerplate", 0.95),
        ("topics", 0.9),
    ],
)
def test_an_original_is_read_as_labelled(field, least):
    _, _, f1 = scored()[field].prf()

    assert f1 >= least


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "field",
    [
        "is_forum", "forum_kind", "date", "region", "region_kind", "on_behalf_of", "place",
        "time_of_day", "recurrence",
    ],
)  # fmt: skip
def test_a_sample_says_the_same_as_its_original(field, number):
    of_original, of_sample = (draft[field] for draft in drafts(number))

    assert of_sample == of_original


# What makes two items of a list the same: all of them, or without the words of the page.
ITEMS = {
    "speakers": ("name", "office", "capacity"),
    "periods": ("start", "end", "kind", "office", "name", "capacity"),
    "attestations": ("name", "office", "capacity", "day"),
    "directives": ("by", "to", "topic"),
    "commitments": ("by", "to", "topic", "due"),
    "attendees": ("name", "office"),
    "numbers": ("value", "unit"),
}


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("field", ITEMS)
def test_a_list_of_a_sample_holds_the_same_as_that_of_its_original(field, number):
    of_original, of_sample = (
        {tuple(item[part] for part in ITEMS[field]) for item in draft[field]}
        for draft in drafts(number)
    )

    assert of_sample == of_original


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("part", ["setting", "relayed_by", "repeats"])
def test_how_something_was_asked_differs_nowhere_that_both_tell_it(part, number):
    """A summary in indirect speech may leave out how; it never says it otherwise."""
    of_original, of_sample = (
        {tuple(row[key] for key in ITEMS["directives"]): row[part] for row in draft["directives"]}
        for draft in drafts(number)
    )

    for asked, how in of_original.items():
        assert of_sample[asked] is None or how is None or of_sample[asked] == how


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("field", ["topics", "organisations"])
def test_a_sample_speaks_of_the_same_topics_and_bodies(field, number):
    of_original, of_sample = (set(draft[field]) for draft in drafts(number))

    assert of_sample == of_original


@pytest.mark.parametrize("number", NUMBERS)
def test_a_sample_puts_the_same_matters_to_the_same_bodies(number):
    of_original, of_sample = (draft["agenda"] for draft in drafts(number))

    assert len(of_sample) == len(of_original)
    for item in of_original:
        assert any(
            item["body"] == other["body"]
            and fuzz.token_set_ratio(item["item"].lower(), other["item"].lower()) >= SAME_WORDS
            for other in of_sample
        )


@pytest.mark.parametrize("number", NUMBERS)
def test_only_the_original_quotes_real_people(number):
    of_original, of_sample = (draft["quotes"] for draft in drafts(number))

    assert of_original
    assert of_sample == []
