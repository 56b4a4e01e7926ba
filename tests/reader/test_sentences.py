from pamong.reader.sentences import split_sentences


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


def test_titles_abbreviations_and_initials_end_no_sentence():
    text = "Bupati, Drs. H. Rekaan M. Contoh, S.Sos., hadir di Jl. Contoh No. 8. Ia membuka rapat."

    assert sentences(text) == [text[: text.index(" Ia")], "Ia membuka rapat."]


def test_a_quotation_stays_with_the_words_that_say_who_spoke():
    text = '"Jaga disiplin. Jangan terlambat." Ungkap Bupati Contoh. Apel pun selesai.'

    assert sentences(text) == [
        '"Jaga disiplin. Jangan terlambat." Ungkap Bupati Contoh.',
        "Apel pun selesai.",
    ]


def test_a_sentence_behind_a_quotation_is_its_own():
    text = 'Ia berkata, "Kami siap." Pernyataan itu disambut.'

    assert sentences(text) == ['Ia berkata, "Kami siap."', "Pernyataan itu disambut."]


def test_figures_and_hours_end_no_sentence():
    assert len(sentences("Apel pukul 07.00 WIB diikuti 4.000 pegawai dari 35 dinas.")) == 1
