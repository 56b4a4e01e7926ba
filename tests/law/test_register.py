"""The register of regulations, and the texts in which they were read."""

import hashlib
from pathlib import Path

import pytest

from pamong import law
from pamong.law.source import load_register

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "law" / "texts"
READ = [each for each in law.register().regulations.values() if each.text_file]


@pytest.mark.parametrize("regulation", READ, ids=lambda each: each.short)
def test_a_text_that_was_read_has_not_changed_since(regulation):
    path = TEXTS / regulation.text_file
    if not path.exists():
        pytest.skip(f"{regulation.text_file} is not beside this repository")

    assert hashlib.sha256(path.read_bytes()).hexdigest() == regulation.text_sha256


def test_what_was_read_is_confirmed_and_what_was_not_is_not():
    for regulation in law.register().regulations.values():
        assert (regulation.confidence == "confirmed") is (regulation.text_file is not None)


def test_every_regulation_is_cited_or_explains_one_that_is():
    cited = {
        citation.regulation.short
        for rule in law.rules().values()
        for version in (*rule.versions, *rule.transitional.values())
        for citation in version.sources
    }
    rows = {
        row["sumber"]
        for rule in law.rules().values()
        for values in rule.lists.values()
        for row in values.rows
    }

    for short, regulation in law.register().regulations.items():
        named = short in cited or any(short in row for row in rows)
        assert named or regulation.note, short


def test_a_citation_keeps_the_article():
    citation = law.register().find("PP 94/2021 Pasal 9 ayat (2) huruf b")

    assert citation.regulation.title == "Disiplin Pegawai Negeri Sipil"
    assert citation.place == "Pasal 9 ayat (2) huruf b"


def test_a_name_that_only_begins_alike_is_another_regulation():
    assert law.register().find("UU 1/20151 Pasal 3") is None


REGULATION = """
[[regulation]]
short      = "UU 1/2015"
title      = "Pilkada"
status     = "berlaku"
confidence = "secondary"
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (REGULATION + 'amends = ["UU 9/1999"]', 'regulation[1].amends: "UU 9/1999" belum ada'),
        (REGULATION + 'text_file = "a.md"', "regulation[1].text_sha256: text_file dan"),
        (REGULATION * 2, "regulation: satu nama pendek dipakai dua kali."),
        (REGULATION.replace("berlaku", "mati"), 'regulation[1].status: "mati" tidak dikenal'),
    ],
)
def test_a_register_that_is_wrong_is_refused(tmp_path, text, told):
    path = tmp_path / "register.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(law.ContentError) as refused:
        load_register(path)

    assert any(str(problem).startswith(told) for problem in refused.value.problems)
