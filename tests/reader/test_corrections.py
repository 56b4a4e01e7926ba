"""Cases that clerks' corrections made: what was right when a case was kept stays right.

Whoever exports cases (``pamong corrections export``) may put the file into ``corrections/`` once
somebody has read it; the file that is there is invented.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pamong.reader.corrections import CaseFormError, CorrectionCase, judge, read_cases

KEPT = sorted((Path(__file__).parent / "corrections").glob("*.jsonl"))
CASES = [
    pytest.param(case, id=f"{path.stem}-{number}-{case.field}")
    for path in KEPT
    for number, case in enumerate(read_cases(path.read_text("utf-8").splitlines()), 1)
]
PASSAGE = (
    "Bupati Jember Fulanba Fulanbe memimpin apel pagi di halaman kantor bupati Kabupaten Jember, "
    "Senin (9/9). Fulanbe meminta seluruh OPD datang tepat waktu dan menjaga disiplin."
)
ROW = {"by": "Fulanba Fulanbe", "to": "OPD", "topic": "disiplin"}
GIST = {"gist": "datang tepat waktu dan menjaga disiplin"}


def case(field, kind, proposed, corrected, **more):
    return CorrectionCase(field, kind, proposed, corrected, PASSAGE, **more)


@pytest.mark.parametrize("kept", CASES)
def test_what_was_right_stays_right(kept):
    assert kept.then != "right" or judge(kept) == "right"


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (case("forum_kind", "changed", "rakor", "apel"), "right"),
        (case("forum_kind", "changed", "apel", "upacara"), "as_before"),
        (case("forum_kind", "changed", "rakor", "upacara"), "other"),
        (case("date", "added", None, "2024-09-09", published_on=date(2024, 9, 11)), "right"),
        (case("date", "added", None, "2023-09-09", published_on=date(2024, 9, 11)), "other"),
        (case("on_behalf_of/reader", "added", None, "Fulanba Fulanbe"), "as_before"),
        (case("on_behalf_of/reader", "removed", "Fulanba Fulanbe", None), "right"),
        (case("directives/to", "changed", {**ROW, **GIST, "to": "ASN"}, {**ROW, **GIST}), "right"),
        (
            case("directives/to", "changed", {**ROW, **GIST}, {**ROW, **GIST, "to": "BKD"}),
            "as_before",
        ),
        (
            case("directives/to", "changed", {**ROW, "gist": "a"}, {**ROW, "gist": "pulang"}),
            "other",
        ),
        (case("directives", "added", None, {**ROW, **GIST}), "right"),
        (case("directives", "added", None, {**ROW, "gist": "mengisi laporan"}), "as_before"),
        (case("directives", "removed", {**ROW, **GIST}, None), "as_before"),
        (case("directives", "removed", {**ROW, "gist": "mengisi laporan"}, None), "right"),
        (case("topics", "added", None, "disiplin"), "right"),
        (case("topics", "removed", "disiplin", None), "as_before"),
        (case("numbers", "added", None, {"value": "20", "unit": "OPD"}), "as_before"),
    ],
)
def test_a_case_is_judged_by_what_the_passage_gives_today(told, outcome):
    assert judge(told) == outcome


def test_another_wording_of_a_row_is_the_same_row_but_another_number_is_not():
    wording = {**ROW, "gist": "datang tepat waktu dan jaga disiplin"}

    assert judge(case("directives", "added", None, wording)) == "right"
    assert judge(case("place", "added", None, "halaman kantor bupati 2")) != "right"


def test_a_case_survives_its_file():
    kept = case("date", "changed", None, "2024-09-09", published_on=date(2024, 9, 11))
    kept = replace(kept, then="other")

    assert list(read_cases([kept.to_line(), "", "  "])) == [kept]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{", "bukan JSON"),
        ("[]", "bukan objek"),
        ("3", "bukan objek"),
        ("{}", "/field tidak ada"),
        (json.dumps({"field": "umur", "kind": "added"}), "tidak ada"),
        (
            case("date", "added", None, "x").to_line().replace("added", "hilang"),
            "bukan salah satu",
        ),
        (case("date", "added", None, "x").to_line().replace('"date"', '"umur"'), "tidak dikenal"),
        (case("date", "added", None, "x").to_line().replace('"date"', "7"), "bukan str"),
        (case("date", "added", None, "x").to_line().replace("null}", '"baik"}'), "bukan salah"),
    ],
)
def test_a_line_that_is_no_case_is_refused_by_its_number(line, sentence):
    good = case("date", "added", None, "x").to_line()

    with pytest.raises(CaseFormError, match=sentence) as refused:
        list(read_cases([good, line]))

    assert refused.value.line == 2
    assert "pamong corrections export" in str(refused.value)


def test_the_cases_here_are_of_every_kind_and_some_are_still_open():
    kept = [param.values[0] for param in CASES]

    assert {one.kind for one in kept} == {"changed", "added", "removed"}
    assert {one.then for one in kept} >= {"right", "as_before"}
