"""The tool that counts how far a draft is from its label."""

import json
import runpy

import pytest
from tests.docs.markdown import ROOT

from pamong.reader.draft import Draft, DraftDirective, DraftPeriod, OnBehalfOf, Quote, Speaker

TOOL = runpy.run_path(str(ROOT / "tools" / "touches.py"))
NAME = "Siti Rekayasari (rekaan)"
DRAFT = Draft(
    is_forum=True,
    forum_kind="apel",
    speakers=(Speaker(NAME, "Bupati Contoh", "definitif"),),
    on_behalf_of=OnBehalfOf("Budi (rekaan)", "Bupati Contoh"),
    periods=(DraftPeriod("menjabat", "2021-03-01", None),),
    directives=(DraftDirective(NAME, "OPD", "datang tepat waktu", "disiplin"),),
    quotes=(Quote(NAME, "Kita harus hadir setiap pagi", "Kita harus hadir setiap pagi"),),
    topics=("disiplin",),
    organisations=("Bappeda",),
)


def label(**changed):
    return {**DRAFT.to_json(), **changed}


def counted(**changed):
    return sorted(TOOL["touches_of"](label(**changed), DRAFT.to_json()))


def test_a_draft_that_is_its_label_needs_no_touch():
    assert counted() == []
    assert counted(region="", organisations=["bappeda"]) == []


@pytest.mark.parametrize(
    ("changed", "touches"),
    [
        ({"forum_kind": "rakor"}, ["forum_kind"]),
        ({"date": "2024-09-09"}, ["date"]),
        ({"on_behalf_of": None}, ["on_behalf_of/principal", "on_behalf_of/reader"]),
        ({"topics": ["anggaran"]}, ["topics +", "topics -"]),
        (
            {"speakers": [{"name": "Hj. Siti Rekayasari", "office": "Sekda", "capacity": "Plt"}]},
            ["speakers/capacity", "speakers/office"],
        ),
        ({"speakers": []}, ["speakers -"]),
        ({"periods": [{"start": "2021-03-01", "end": "2026-02-28"}]}, ["periods/end"]),
        ({"periods": [{"start": "2020-01-01", "end": "2026-02-28"}]}, ["periods +", "periods -"]),
        (
            {
                "directives": [
                    {"by": NAME, "to": "ASN", "gist": "tidak terlambat", "topic": "disiplin"}
                ]
            },
            ["directives/to"],
        ),
        (
            {"directives": [{"by": "Anto", "to": "OPD", "gist": "datang", "topic": "disiplin"}]},
            ["directives +", "directives -"],
        ),
        (
            {"quotes": [{"speaker": None, "first_five_words": "Kita harus hadir setiap pagi"}]},
            ["quotes/speaker"],
        ),
        ({"numbers": [{"value": "20", "unit": "OPD", "what": "hadir"}]}, ["numbers +"]),
    ],
)
def test_each_difference_is_a_touch(changed, touches):
    assert counted(**changed) == touches


def test_two_rows_are_paired_once_each():
    rows = [DRAFT.to_json()["speakers"][0], {"name": "Siti", "office": "Sekda", "capacity": "Plt"}]

    assert counted(speakers=rows) == ["speakers +"]


def test_the_medians_are_printed_over_the_texts_that_have_a_label(tmp_path, capsys):
    text = "Bupati Jember Rekaan Utama memimpin apel pagi di Kabupaten Jember, Senin (9/9/2024)."
    (tmp_path / "001_abc.txt").write_text(text, encoding="utf-8")
    (tmp_path / "lain.txt").write_text(text, encoding="utf-8")
    labels = tmp_path / "labels.jsonl"
    labels.write_text(json.dumps({**label(), "id": "seed-001"}) + "\n", encoding="utf-8")

    TOOL["main"]([str(labels), *map(str, sorted(tmp_path.glob("*.txt"))), "--fields"])

    told = capsys.readouterr().out
    assert "001_abc" in told
    assert "lain" not in told
    assert "1 documents, all fields: median" in told
    with pytest.raises(SystemExit, match="No text has a label"):
        TOOL["main"]([str(labels), str(tmp_path / "lain.txt")])
