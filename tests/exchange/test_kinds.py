"""Every kind of doubt has a sentence, an advice, and a case that leads to it."""

import re
from pathlib import Path

import pytest

from pamong.exchange.kinds import KINDS
from pamong.exchange.sample import PLANTERS

HERE = Path(__file__).parent
HOLE = re.compile(r"%\((\w+)\)s")


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_kind_is_told_in_calm_sentences(kind):
    for sentence in (kind.message, kind.advice):
        assert re.fullmatch(r"[A-Z“%].*[.?]", sentence)
        assert "!" not in sentence


@pytest.mark.parametrize("code", KINDS)
def test_a_kind_has_a_case(code):
    tests = "".join(path.read_text("utf-8") for path in HERE.glob("test_*.py"))

    assert code in PLANTERS or f'"{code}"' in tests


def test_there_are_many_kinds_and_none_twice():
    assert len(KINDS) >= 70
