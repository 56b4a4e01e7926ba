"""Which of the invented papers are about one forum."""

import tomllib
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from pamong.reader import read
from pamong.reader.draft import (
    AgendaItem,
    Attendee,
    Candidate,
    Draft,
    Evidence,
    Figure,
    Quote,
    Speaker,
)
from pamong.reader.same_forum import likeness, same_forum, trace_of

FILE = Path(__file__).parent / "sources" / "papers.toml"
PAPERS = tomllib.loads(FILE.read_text("utf-8"))["paper"]
PAIRS_OF_PAPERS = 9
SECOND = tomllib.loads((FILE.parent / "pairs.toml").read_text("utf-8"))["paper"]
TEXTS = sorted((FILE.parent.parent / "invented" / "texts").glob("*.txt"))
READ_ON = date(2026, 11, 23)
TRACES = [(paper.get("forum"), trace_of(read(paper["text"]))) for paper in PAPERS]
DRAFT = Draft(
    is_forum=True,
    forum_kind="rakor",
    date=date(2025, 5, 14),
    region="Kabupaten Contoh",
    speakers=(Speaker("Dargo Sintawa", "Bupati Contoh", "definitif"),),
    topics=("inflasi",),
    place="aula Bappeda",
)


def alike(**changes):
    return likeness(trace_of(DRAFT), trace_of(replace(DRAFT, **changes)))


def test_no_two_papers_about_different_forums_are_called_one():
    wrong = [
        (one, other)
        for (one, a), (other, b) in combinations(TRACES, 2)
        if a and b and likeness(a, b) and (one is None or one != other)
    ]

    assert wrong == []


def test_papers_about_one_forum_are_found_wherever_their_drafts_say_enough():
    pairs = [
        likeness(a, b) is not None
        for (one, a), (other, b) in combinations(TRACES, 2)
        if a and b and one is not None and one == other
    ]

    assert len(pairs) == PAIRS_OF_PAPERS
    assert all(pairs)


def test_a_second_telling_is_found_and_another_forum_of_the_day_is_not():
    found = {
        index: likeness(of_text(FILE.parent.parent / "invented" / "texts" / f"{one['of']}.txt"), b)
        for index, one in enumerate(SECOND)
        if (b := trace_of(read(one["text"], not_after=READ_ON)))
    }

    assert {index for index, alike in found.items() if alike} == {
        index for index, one in enumerate(SECOND) if one["is_one"]
    }


def of_text(path):
    return trace_of(read(path.read_text("utf-8"), not_after=READ_ON))


def test_no_two_of_the_invented_texts_are_called_one():
    traces = [trace for path in TEXTS if (trace := of_text(path))]

    assert not any(likeness(a, b) for a, b in combinations(traces, 2))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"topics": (), "place": None},
        {"speakers": (Speaker("Sintawa", "Bupati Contoh", "definitif"),)},
        {"speakers": (), "place": "Aula Bappeda Kabupaten Contoh"},
        {"forum_kind": "pengarahan"},
    ],
)
def test_a_shorter_or_looser_telling_is_still_of_the_same_forum(changes):
    assert alike(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"region": "Kota Contoh"},
        {"date": date(2025, 5, 15)},
        {"date": None},
        {"forum_kind": "apel"},
        {"topics": ("stunting",), "place": "gedung olahraga"},
        {"speakers": (), "place": None},
        {"is_forum": False},
    ],
)
def test_what_another_meeting_of_the_same_day_would_say_is_not_enough(changes):
    changed = trace_of(replace(DRAFT, **changes))

    assert changed is None or likeness(trace_of(DRAFT), changed) is None


def test_another_hour_on_the_same_day_speaks_against():
    morning = trace_of(replace(DRAFT, time_of_day="pukul 09.00 WIB"))
    noon = trace_of(replace(DRAFT, time_of_day="pukul 13.00", place=None, topics=()))

    assert likeness(morning, noon) is None


def test_a_day_that_is_not_settled_needs_more_in_common():
    days = tuple(Candidate(day, "Cocok.") for day in (date(2019, 5, 14), date(2025, 5, 14)))
    open_day = replace(DRAFT, date=None, evidence={"/date": Evidence((), "Tahunnya.", days)})

    assert likeness(trace_of(DRAFT), trace_of(open_day))
    assert not likeness(trace_of(DRAFT), trace_of(replace(open_day, topics=(), place=None)))


def test_the_reason_names_what_they_share():
    quotes = (Quote(None, "harga beras masih", "harga beras masih terkendali"),)
    found = likeness(
        trace_of(replace(DRAFT, quotes=quotes)), trace_of(replace(DRAFT, quotes=quotes))
    )

    assert found.reason == (
        "Pemerintah dan hari sama; juga jenis acara yang sama, pembicara yang sama, kutipan yang "
        "sama, topik yang sama, tempat yang sama."
    )


def test_of_several_the_likeliest_is_taken_and_of_equals_the_first():
    close, distant = trace_of(DRAFT), trace_of(replace(DRAFT, topics=(), place=None))

    assert same_forum(close, [distant, close, close])[0] == 1
    assert same_forum(close, []) is None


def test_a_day_apart_needs_the_same_words_or_figures():
    quotes = (Quote(None, "harga beras masih", "harga beras masih terkendali"),)
    told = replace(DRAFT, quotes=quotes)
    next_day = replace(told, date=date(2025, 5, 15))

    assert likeness(trace_of(told), trace_of(next_day)).reason.startswith(
        "Pemerintah sama, harinya berselisih sehari; tetapi jenis acara yang sama"
    )
    assert likeness(trace_of(told), trace_of(replace(next_day, quotes=()))) is None
    assert likeness(trace_of(told), trace_of(replace(told, date=date(2025, 5, 16)))) is None


def test_what_a_government_holds_once_a_day_needs_less_in_common():
    one = replace(DRAFT, forum_kind="silaturahmi", speakers=(), topics=("inflasi",))
    other = replace(one, topics=("stunting",))

    assert likeness(trace_of(one), trace_of(other))
    assert likeness(trace_of(one), trace_of(replace(other, place=None))) is None


def test_figures_guests_bodies_and_what_is_asked_are_named_in_the_reason():
    told = replace(
        DRAFT,
        topics=(),
        place=None,
        numbers=(Figure("1.250", "orang", ""),),
        attendees=(Attendee("Umpama Sebutlah", "Camat Andaian"),),
        organisations=("Bulog", "BPS"),
        agenda=(AgendaItem("stabilisasi harga beras menjelang Ramadan", None),),
    )

    reason = likeness(trace_of(told), trace_of(told)).reason

    for shared in ("angka", "hadirin", "lembaga", "isi arahan"):
        assert f"{shared} yang sama" in reason
