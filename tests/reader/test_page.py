import pytest

from pamong.reader.page import Page

ARTICLE = "BANDAR CONTOH - Bupati Contoh memimpin apel di halaman kantor. Apel selesai."


@pytest.mark.parametrize("credit", ["(red)", " (REKAAN)", "(Rekaan Contoh)"])
def test_whoever_signed_a_text_is_no_part_of_it(credit):
    page = Page(ARTICLE + credit)

    assert len(page.body) == len(ARTICLE + credit)
    assert page.body.strip() == ARTICLE


@pytest.mark.parametrize("ending", [" Hadir pula pimpinan OPD (dinas)", " Ia lahir lama (1970)."])
def test_other_brackets_at_the_end_stay(ending):
    assert Page(ARTICLE + ending).body == ARTICLE + ending


def test_furniture_is_blanked_and_moves_nothing():
    text = f"{ARTICLE}\nBACA JUGA: Jadwal\nSelesai sudah."
    page = Page(text)

    assert len(page.body) == len(text)
    assert "BACA" not in page.body
    assert page.body.index("Selesai") == text.index("Selesai")


def test_headlines_stand_above_the_first_paragraph():
    page = Page(f"Apel Pagi di Contoh\nPegawai Hadir\n{ARTICLE}")

    assert page.headline_count == 2
    assert [s.is_headline for s in page.sentences] == [True, True, False, False]


def test_the_dateline_is_no_part_of_the_first_sentence():
    page = Page(ARTICLE)

    assert ARTICLE[slice(*page.sentences[0].span)].startswith("Bupati Contoh")


def test_a_character_leads_to_its_sentence_and_a_gap_to_none():
    page = Page("Satu kalimat.\n\nDua kalimat.")

    assert page.sentence_at(0) == page.sentences[0]
    assert page.sentence_at(14) is None
    assert page.sentence_at(20) == page.sentences[1]
