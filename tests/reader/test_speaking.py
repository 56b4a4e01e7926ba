import pytest
from tests.reader.parts import Parts

from pamong.reader import read

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


@pytest.mark.parametrize(
    "behind",
    ["ungkap salah seorang perwakilan guru", "kata warga", "keluh seorang staf"],
)
def test_one_of_many_is_nobody(behind):
    assert quotes(f'{PEOPLE}\n"Kami sudah lama menunggu ini," {behind}.')[0][1] is None


@pytest.mark.parametrize("words", ["enggan ditulis namanya", "meminta identitasnya dirahasiakan"])
def test_who_does_not_want_to_be_named_is_nobody(words):
    text = f'{PEOPLE}\nSeorang kepala seksi yang {words} keberatan. "Dananya belum cair," katanya.'

    assert quotes(text)[0][1] is None


def test_one_of_many_who_is_named_is_somebody():
    text = f'{PEOPLE}\nSalah seorang guru, Umpama Sari, mengaku senang. "Kami jadi tahu," katanya.'

    assert quotes(text)[0][1] == "Umpama Sari"


def test_an_epithet_carries_on_who_spoke_before():
    text = f'{PEOPLE} Andai Misalnya menjawab.\n"Jadwal itu tetap," imbuh perempuan muda itu.'

    assert quotes(text)[0][1] == "Andai Misalnya"


def test_who_acts_at_the_beginning_of_a_sentence_speaks_the_words_that_follow():
    text = f'{PEOPLE}\nAndai Misalnya menunjukkan tabelnya. "Semua sudah selesai," ucapnya.'

    assert quotes(text)[0][1] == "Andai Misalnya"


def test_who_is_only_present_takes_the_floor_from_nobody():
    text = f'{PEOPLE}\nAndai Misalnya mendampingi. "Semua harus disiplin," ucapnya.'

    assert quotes(text)[0][1] == "Rekaan Contoh"


def test_a_sentence_that_looks_back_names_who_spoke_before_it():
    text = (
        '"Jangan pandai meminta saja, kerjakan."\nKalimat itu dilontarkan Bupati Jember Rekaan '
        "Contoh di aula."
    )

    assert quotes(text)[0][1] == "Rekaan Contoh"


def test_whom_a_passive_verb_only_leads_to_is_not_its_agent():
    text = "Lima pejabat yang dilantik yakni Rekaan Contoh sebagai Kepala Dinas Sosial Kota Metro."

    assert speakers(text) == []


def test_the_text_of_a_speech_is_the_voice_of_its_orator():
    text = (
        "SAMBUTAN BUPATI JEMBER\nPADA APEL PAGI\nSaya minta semua pegawai disiplin.\n"
        "BUPATI JEMBER,\nREKAAN CONTOHNYA"
    )

    assert speakers(text) == ["Rekaan Contohnya"]


def test_words_read_out_are_those_of_whose_speech_it_is():
    draft = read(
        "Pada apel di Jember, Sekretaris Daerah Kabupaten Jember Andai Misalnya membacakan "
        'sambutan tertulis Bupati Jember Rekaan Contoh. "Mari kita jaga disiplin bersama," '
        "demikian sambutan yang dibacakan Andai."
    )

    assert [quote.speaker for quote in draft.quotes] == ["Rekaan Contoh"]


def test_whoever_accompanies_is_not_the_subject_of_the_verb_behind():
    text = (
        "Bupati Jember Rekaan Contoh didampingi Wakil Bupati Andai Misalnya dan Sekda Jember "
        "Umpama Sebutlah memimpin apel."
    )

    assert speakers(text) == ["Rekaan Contoh"]


def test_a_pronoun_goes_back_to_whom_the_sentence_before_began_with():
    text = (
        'Bupati Jember Rekaan Contoh membuka rapat. "Mari kita mulai bersama," ujarnya. '
        "Wakil Bupati Andai Misalnya sebelumnya menjabat camat. Ia mengaku siap. "
        '"Besok saya mulai bekerja," katanya.'
    )

    assert [speaker for _, speaker in quotes(text)] == ["Rekaan Contoh", "Andai Misalnya"]


def test_to_lead_a_dinas_is_no_act_at_a_forum():
    assert speakers("Kepala Dinas Sosial Jember Andai Misalnya kini memimpin Dinas Sosial.") == []
