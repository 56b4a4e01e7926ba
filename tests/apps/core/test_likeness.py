"""Words with a typing mistake: what the database leaves to be compared, and what is alike."""

from hypothesis import given
from hypothesis import strategies as st

from pamong.apps.core.likeness import KEEPS_A_PIECE, PIECE, _pieces, most_alike

LETTERS = st.text(alphabet="abcdefghijklmnoprstuwy", min_size=KEEPS_A_PIECE, max_size=16)


@st.composite
def mistaken(draw):
    """A word, and the same with a letter changed, left out, put in, or exchanged with the next."""
    word = draw(LETTERS)
    at = draw(st.integers(0, len(word) - 2))
    letter = draw(st.sampled_from("abcxyz"))
    typed = draw(
        st.sampled_from(
            [
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            ]
        )
    )
    return word, typed


@given(mistaken())
def test_a_long_word_keeps_a_piece_through_one_mistake(words):
    word, typed = words

    assert len(typed) < KEEPS_A_PIECE or any(piece in word for piece in _pieces(typed))
    assert most_alike(typed, [(word, word)], limit=1) == [word]


@given(st.text(alphabet="abc", min_size=PIECE, max_size=20))
def test_pieces_are_of_the_word_and_not_too_short(word):
    assert all(piece in word and len(piece) >= PIECE for piece in _pieces(word))


def test_every_word_must_be_like_one_of_the_name():
    names = [(name, name) for name in ("andi saputra", "budi saputra", "andi wijaya")]

    assert most_alike("andi saptura", names, limit=5) == ["andi saputra"]
