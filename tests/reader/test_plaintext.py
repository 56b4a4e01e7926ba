from hypothesis import given
from hypothesis import strategies as st

from pamong.reader.plaintext import to_lower, to_plain_text


@given(text=st.text())
def test_plain_and_small_letters_keep_every_character_in_its_place(text):
    assert len(to_plain_text(text)) == len(text)
    assert len(to_lower(text)) == len(text)


def test_quotes_dashes_and_spaces_become_plain():
    assert to_plain_text("“Jum’at” – a\u00a0b") == '"Jum\'at" - a b'


def test_a_letter_that_grows_when_small_stays():
    assert to_lower("İSTANA") == "İstana"
