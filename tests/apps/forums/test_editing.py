"""Changing a draft: pure functions, evidence that stays with its values, everything undoable."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.drafts import APEL, Candidate, DraftDirective, proof, replace

from pamong.apps.forums.editing import (
    ROWS,
    DraftEditError,
    add_row,
    choose,
    open_conflicts,
    remove_row,
    set_value,
)
from pamong.reader.draft import Draft, Evidence

DIRECTIVES = tuple(
    DraftDirective(by=None, to=None, gist=f"arahan {number}", topic=None) for number in range(6)
)
ROWED = replace(
    APEL,
    directives=DIRECTIVES,
    evidence={
        "/date": proof("Selasa"),
        **{
            f"/directives/{number}/gist": Evidence(((number, number + 1),), "Tertulis.")
            for number in range(6)
        },
    },
).to_json()
CONFLICTED = replace(
    APEL,
    date=None,
    evidence={
        "/date": proof(
            "Selasa (14/1/2025)",
            candidates=(
                Candidate("2025-01-14", "Tertulis di kurung.", ((3, 7),)),
                Candidate("2025-01-20", "Hari terbit.", ()),
            ),
            conflict=True,
        )
    },
).to_json()


@given(removed=st.lists(st.integers(0, 5), max_size=6))
def test_evidence_stays_with_its_row_whichever_rows_go(removed):
    content = ROWED
    for index in removed:
        if index < len(content["directives"]):
            content = remove_row(content, f"/directives/{index}")

    assert "/date" in content["evidence"]
    evidence = {key: row for key, row in content["evidence"].items() if key != "/date"}
    assert len(evidence) == len(content["directives"])
    for number, row in enumerate(content["directives"]):
        ((start, _),) = evidence[f"/directives/{number}/gist"]["spans"]
        assert row["gist"] == f"arahan {start}"


@given(
    pointer=st.sampled_from(["/place", "/directives/2/gist", "/region", "/time_of_day"]),
    value=st.text(max_size=40),
)
def test_a_change_leaves_the_former_content_as_it_was(pointer, value):
    before = copy.deepcopy(ROWED)

    try:
        after = set_value(ROWED, pointer, value)
    except DraftEditError:
        after = None

    assert before == ROWED
    assert after is None or Draft.from_json(after).to_json() == after


def test_a_value_is_put_with_the_words_it_came_from():
    after = set_value(APEL.to_json(), "/place", "lapangan", [[4, 12]])

    assert after["place"] == "lapangan"
    assert after["evidence"]["/place"]["spans"] == [[4, 12]]
    assert after["evidence"]["/place"]["conflict"] is False


def test_an_emptied_value_becomes_nothing():
    assert set_value(APEL.to_json(), "/place", "")["place"] is None


def test_a_value_that_must_be_there_cannot_be_emptied():
    with pytest.raises(DraftEditError):
        set_value(ROWED, "/directives/0/gist", "")


@pytest.mark.parametrize(
    "pointer",
    [
        "", "/", "/nothing", "place", "/directives/6/gist", "/directives/-1/gist",
        "/directives/x/gist", "/directives/0/gist/0", "/evidence/~1date/reason",
        "/warnings", "/evidence", "/place/x", "/directives/²/gist",
    ],
)  # fmt: skip
def test_a_place_that_is_none_is_refused(pointer):
    with pytest.raises(DraftEditError, match="tidak"):
        set_value(ROWED, pointer, "x")


@pytest.mark.parametrize(
    ("pointer", "value"),
    [("/date", "kemarin"), ("/date", "2025-02-30"), ("/is_forum", "ya"), ("/topics", "disiplin")],
)
def test_a_value_of_another_form_is_refused(pointer, value):
    with pytest.raises(DraftEditError, match="Perubahan ini tidak cocok dengan draf"):
        set_value(ROWED, pointer, value)


def test_choosing_settles_a_conflict_by_its_candidate():
    assert open_conflicts(CONFLICTED) == ["/date"]

    after = choose(CONFLICTED, "/date", 0)

    assert after["date"] == "2025-01-14"
    assert after["evidence"]["/date"]["spans"] == [[3, 7]]
    assert "Tertulis di kurung." in after["evidence"]["/date"]["reason"]
    assert open_conflicts(after) == []
    assert after["evidence"]["/date"]["candidates"], "the others can still be seen"


@pytest.mark.parametrize(("pointer", "index"), [("/date", 2), ("/date", -1), ("/place", 0)])
def test_a_candidate_that_is_none_is_refused(pointer, index):
    with pytest.raises(DraftEditError, match=f"pilihan ke-{index + 1} tidak ada"):
        choose(CONFLICTED, pointer, index)


def test_writing_a_value_settles_its_conflict_too():
    assert open_conflicts(set_value(CONFLICTED, "/date", "2025-01-15")) == []


def test_a_row_that_is_replaced_whole_takes_what_was_read_of_its_changed_parts_along():
    row = {**ROWED["directives"][2], "gist": "arahan lain"}

    after = set_value(ROWED, "/directives/2", row)

    assert "/directives/2/gist" not in after["evidence"]
    assert "/directives/3/gist" in after["evidence"]


def test_a_row_that_is_replaced_by_its_like_keeps_what_was_read_of_its_parts():
    after = set_value(ROWED, "/directives/2", {**ROWED["directives"][2], "topic": "disiplin"})

    assert after["evidence"]["/directives/2/gist"] == ROWED["evidence"]["/directives/2/gist"]


def test_a_row_is_added_at_the_end_with_its_words():
    after = add_row(APEL.to_json(), "topics", "anggaran", [[0, 4]])

    assert after["topics"] == ["disiplin", "anggaran"]
    assert after["evidence"]["/topics/1"]["spans"] == [[0, 4]]


@pytest.mark.parametrize("rows", ["place", "warnings", "boilerplate_lines", "evidence", "x"])
def test_a_list_that_is_none_takes_no_row(rows):
    with pytest.raises(DraftEditError, match=f"daftar {rows} tidak ada"):
        add_row(APEL.to_json(), rows, "x")


def test_a_row_of_another_form_is_refused():
    with pytest.raises(DraftEditError):
        add_row(APEL.to_json(), "directives", {"gist": "tanpa yang lain"})


@pytest.mark.parametrize(
    "pointer", ["/directives/6", "/directives/-1", "/directives", "/directives/0/gist", "/x/0"]
)
def test_a_row_that_is_none_cannot_be_removed(pointer):
    with pytest.raises(DraftEditError, match="tidak ada"):
        remove_row(ROWED, pointer)


def test_the_lists_of_a_draft_are_known_by_name():
    assert {
        "speakers", "organisations", "periods", "directives", "quotes", "topics", "numbers",
        "attestations", "commitments", "attendees", "recurrence", "agenda",
    } == ROWS  # fmt: skip
