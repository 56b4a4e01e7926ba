import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.reader.tokens import tokenise


@given(text=st.text())
def test_tokens_hold_every_character_that_is_no_space_in_order(text):
    tokens = tokenise(text)

    assert "".join(token.text for token in tokens) == "".join(text.split())
    assert all(text[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("LamanGubernur", ["Laman", "Gubernur"]),
        ("MHmengatakan", ["MH", "mengatakan"]),
        ("jugamenegaskan", ["juga", "menegaskan"]),
        ("BKPSDM", ["BKPSDM"]),
        ("juga", ["juga"]),
    ],
)
def test_words_that_a_page_glued_together_are_parted(glued, parted):
    assert [token.text for token in tokenise(glued)] == parted


def test_numbers_keep_their_stops():
    assert [token.text for token in tokenise("4.000 orang, 2,5 juta.")] == [
        "4.000", "orang", ",", "2,5", "juta", ".",
    ]  # fmt: skip
