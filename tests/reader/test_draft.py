import dataclasses
import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.reader.draft import (
    AgendaItem,
    Attendee,
    Candidate,
    Draft,
    DraftAttestation,
    DraftCommitment,
    DraftDirective,
    DraftFormError,
    DraftPeriod,
    Evidence,
    Figure,
    OnBehalfOf,
    Quote,
    ReadingWarning,
    Recurrence,
    Speaker,
)

TEXTS = st.text(max_size=12)
MAYBE = st.none() | TEXTS
SPANS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=3).map(tuple)
RECORDS = (
    Speaker,
    DraftPeriod,
    DraftDirective,
    Quote,
    Figure,
    DraftAttestation,
    DraftCommitment,
    Attendee,
    Recurrence,
    AgendaItem,
)
FORM_OF_THE_TASK = {
    "is_forum", "forum_kind", "date", "region", "region_kind", "speakers", "on_behalf_of",
    "organisations", "periods", "directives", "quotes", "topics", "numbers", "boilerplate_lines",
    "attestations", "commitments", "attendees", "place", "time_of_day", "recurrence", "agenda",
    "evidence", "warnings", "document_kind",
}  # fmt: skip


def records(kind):
    """Instances of one record, required texts filled and optional ones perhaps."""
    optional = {
        part.name: MAYBE if "None" in str(part.type) else TEXTS
        for part in dataclasses.fields(kind)
    }
    return st.builds(kind, **optional)


def tuples_of(kind):
    return st.lists(records(kind), max_size=2).map(tuple)


EVIDENCE = st.builds(
    Evidence,
    spans=SPANS,
    reason=TEXTS,
    candidates=st.lists(
        st.builds(Candidate, value=MAYBE, reason=TEXTS, spans=SPANS), max_size=2
    ).map(tuple),
    conflict=st.booleans(),
)
DRAFTS = st.builds(
    Draft,
    is_forum=st.booleans(),
    date=st.none() | st.dates(),
    forum_kind=MAYBE,
    on_behalf_of=st.none() | records(OnBehalfOf),
    speakers=tuples_of(Speaker),
    periods=tuples_of(DraftPeriod),
    directives=tuples_of(DraftDirective),
    quotes=tuples_of(Quote),
    numbers=tuples_of(Figure),
    attestations=tuples_of(DraftAttestation),
    commitments=tuples_of(DraftCommitment),
    attendees=tuples_of(Attendee),
    recurrence=tuples_of(Recurrence),
    agenda=tuples_of(AgendaItem),
    topics=st.lists(TEXTS, max_size=2).map(tuple),
    evidence=st.dictionaries(TEXTS, EVIDENCE, max_size=3),
    warnings=st.lists(
        st.builds(ReadingWarning, code=TEXTS, message=TEXTS, spans=SPANS), max_size=2
    ).map(tuple),
)


@given(draft=DRAFTS)
def test_a_draft_comes_back_from_json_as_it_went(draft):
    written = json.loads(json.dumps(draft.to_json()))

    assert Draft.from_json(written) == draft


def test_the_json_has_exactly_the_fields_of_the_form():
    assert set(Draft().to_json()) == FORM_OF_THE_TASK | {"proposals"}  # of a language model


def test_days_are_written_in_iso():
    assert Draft(date=dt.date(2019, 3, 18)).to_json()["date"] == "2019-03-18"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        ({"is_forum": "ya"}, "/is_forum"),
        ({"tanggal": "2019-03-18"}, "/tanggal"),
        ({"date": "18 Maret 2019"}, "/date"),
        ({"speakers": [{"name": "Contoh"}]}, "/speakers/0/office"),
        ({"speakers": {"name": "Contoh"}}, "/speakers"),
        ({"evidence": {"/date": {"spans": [[1]], "reason": ""}}}, "/evidence//date/spans/0"),
        ({"evidence": []}, "/evidence"),
        ([], "/"),
    ],
)
def test_json_of_another_form_is_refused_and_the_field_named(data, named):
    with pytest.raises(DraftFormError, match=f"{named} "):
        Draft.from_json(data)


@pytest.mark.parametrize("kind", RECORDS)
def test_records_of_a_draft_cannot_be_changed(kind):
    filled = {part.name: "x" for part in dataclasses.fields(kind)}
    name = dataclasses.fields(kind)[0].name

    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(kind(**filled), name, "y")
