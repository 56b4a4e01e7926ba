import pytest
from tests.reader.parts import Parts

PEOPLE = (
    "Bupati Jember Rekaan Contoh membuka rapat bersama Kepala BKD Kabupaten Jember, "
    "Andai Misalnya."
)


def quotes(text):
    parts = Parts(text)
    found = []
    for quotation in parts.speech.quotations:
        utterance = parts.speech.of(quotation.sentence)
        named = utterance.speaker and not utterance.is_unnamed
        found.append((quotation.text, utterance.speaker.name if named else None))
    return found


def speakers(text):
    return [person.name for person in Parts(text).speech.speakers]


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [
        ("kata Rekaan Contoh", "Rekaan Contoh"),
        ("ujar Bupati", "Rekaan Contoh"),
        ("ungkap Andai kepada wartawan", "Andai Misalnya"),
        ("jelas Kepala BKD", "Andai Misalnya"),
        ("tanya Bupati kepada seorang staf", "Rekaan Contoh"),
    ],
)
def test_a_verb_behind_a_quotation_names_the_speaker(behind, speaker):
    text = f'{PEOPLE}\n"Disiplin itu harus dijaga semua," {behind}.'

    assert quotes(text) == [("Disiplin itu harus dijaga semua,", speaker)]


def test_a_verb_before_a_quotation_names_the_speaker():
    text = f'{PEOPLE}\nAndai Misalnya menegaskan, "Disiplin itu harus dijaga semua."'

    assert quotes(text)[0][1] == "Andai Misalnya"


def test_nya_and_pronouns_carry_on_the_last_speaker():
    text = (
        f"{PEOPLE}\nAndai menyebut 20 formasi tersedia. Ia menambahkan jadwalnya.\n"
        '"Pendaftaran dibuka bulan depan," ujarnya.'
    )

    assert quotes(text)[0][1] == "Andai Misalnya"


def test_a_speaker_whose_name_is_withheld_is_nobody():
    text = (
        f"{PEOPLE}\nSeorang staf yang enggan disebutkan namanya mengatakan, "
        '"Kami siap berubah bersama."'
    )

    assert quotes(text) == [("Kami siap berubah bersama.", None)]


def test_what_follows_a_withheld_name_is_not_given_to_the_one_before():
    text = (
        f"{PEOPLE}\nSalah satu peserta mengeluhkan jadwal rapat.\n"
        '"Jadwalnya selalu bergeser tiap pekan," katanya.'
    )

    assert quotes(text)[0][1] is None


def test_an_office_that_nobody_in_the_text_holds_speaks_for_nobody_else():
    text = (
        f"{PEOPLE} Bupati mengatakan rapat penting.\nWakil Bupati menegaskan hal itu.\n"
        '"Jadwalnya kita tepati bersama," katanya.'
    )

    assert quotes(text)[0][1] is None


def test_who_is_told_something_does_not_speak():
    text = f"{PEOPLE}\nKepada Andai Misalnya, Bupati mengatakan rapat selesai."

    assert "Andai Misalnya" not in speakers(text.split("\n")[1] + " Bupati Jember Rekaan Contoh.")


def test_both_of_two_who_act_together_take_part():
    text = "Bupati Jember Rekaan Contoh bersama Wakil Bupati Andai Misalnya memberi pengarahan."

    assert set(speakers(text)) == {"Rekaan Contoh", "Andai Misalnya"}


def test_who_only_attends_does_not_speak():
    assert speakers(f"{PEOPLE} Camat Umpama hadir.") == ["Rekaan Contoh"]


@pytest.mark.parametrize(
    "text",
    [
        f'{PEOPLE} Acara bertema "Maju Bersama" itu ramai.',
        f'{PEOPLE} Ukuran layarnya 14" saja.',
        f'"\n{PEOPLE}',
    ],
)
def test_words_set_off_by_marks_are_no_quotation(text):
    assert quotes(text) == []


def test_a_quotation_keeps_its_sentences_and_its_place():
    text = f'{PEOPLE}\n"Jaga disiplin. Jangan terlambat datang." Ungkap Rekaan Contoh.'
    parts = Parts(text)
    (quotation,) = parts.speech.quotations

    assert parts.words(quotation.span) == "Jaga disiplin. Jangan terlambat datang."


@pytest.mark.parametrize(
    ("sentence", "setting"),
    [
        ("Dalam sambutannya, Bupati mengatakan rapat penting.", "pidato"),
        ("Seusai rapat, Bupati mengatakan rapat penting.", "wawancara"),
        ("Bupati mengatakan rapat penting.", None),
    ],
)
def test_the_setting_is_what_the_text_tells(sentence, setting):
    parts = Parts(f"{PEOPLE}\n{sentence}")

    assert parts.speech.utterances[-1].setting == setting
