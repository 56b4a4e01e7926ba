import pytest
from tests.reader.parts import Parts

from pamong.reader.directives import DirectiveReader

OPENING = "Bupati Jember Rekaan Contoh memimpin apel yang diikuti ASN dan kepala OPD."


def read(text, *, read_for=None):
    parts = Parts(f"{OPENING}\n{text}")
    return DirectiveReader(parts.page, parts.cast, parts.speech, read_for).read(), parts


def directives(text):
    found, _ = read(text)
    return [(one.value.by, one.value.to, one.value.topic) for one in found]


@pytest.mark.parametrize(
    ("sentence", "to", "topic"),
    [
        ("Bupati meminta ASN menjaga netralitas.", "ASN", "netralitas"),
        ("Bupati mengajak semua peserta untuk berkoordinasi.", "peserta", "koordinasi_sinergi"),
        ("Bupati berpesan kepada camat agar keamanan dijaga.", "camat", "keamanan_ketertiban"),
        ("Bupati menekankan agar OPD mempercepat realisasi program.", "OPD", "program_kerja"),
        ("Harapan Bupati kepada kepala OPD, agar anggaran dihemat.", "Kepala OPD", "anggaran"),
        ("ASN diminta menjaga netralitas.", "ASN", "netralitas"),
        ("Aparatur juga dituntut disiplin.", "ASN", "disiplin"),
        ("Para guru diharapkan meningkatkan kinerja.", "guru", "kinerja"),
        ("Menurut Bupati, ASN harus netral.", "ASN", "netralitas"),
        ('"ASN wajib netral pada pilkada," tegas Bupati.', "ASN", "netralitas"),
        ('"Tingkatkan disiplin mulai hari ini," kata Bupati.', "ASN", "disiplin"),
        ('"Semua pegawai saya minta tepat waktu," kata Bupati.', "pegawai", "disiplin"),
        ('"Layanan ditingkatkan, pelayanan publik utama," pintanya.', "ASN", "pelayanan_publik"),
    ],
)
def test_who_is_asked_what(sentence, to, topic):
    assert directives(sentence) == [("Rekaan Contoh", to, topic)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kontribusi ASN diharapkan mendukung kinerja.",
        "Kehadiran mereka diharapkan memperkuat sinergi.",
        "Bupati mengajak peserta untuk bersyukur atas kesehatan.",
        "Bupati menegaskan pentingnya disiplin.",
        "Warga meminta dukungan anggaran.",
        "UU 20/2023 mewajibkan ASN harus netral.",
        "Peserta diingatkan tentang disiplin.",
        "Ada tanggung jawab yang harus dijalankan dengan disiplin.",
        '"Kami harus disiplin sejak awal," kata Bupati.',
        "Bupati meminta ASN tersenyum.",
    ],
)
def test_what_asks_nobody_for_anything_is_no_directive(sentence):
    assert directives(sentence) == []


def test_an_unnamed_speaker_directs_nobody():
    text = 'Seorang staf yang enggan disebut namanya berkata, "ASN wajib netral saat ini."'

    assert directives(text) == []


def test_one_sentence_may_ask_two_things():
    text = "Bupati meminta kepala OPD menjaga disiplin serta mempercepat realisasi program."

    assert [topic for _, _, topic in directives(text)] == ["disiplin", "program_kerja"]


def test_examples_do_not_set_the_topic():
    text = "Bupati meminta kepala OPD mempercepat program, termasuk urusan Pilkada."

    assert [topic for _, _, topic in directives(text)] == ["program_kerja"]


def test_the_same_request_twice_is_one_directive_with_both_places():
    found, _ = read("Bupati meminta ASN netral. Ia juga meminta ASN menjaga netralitas.")

    assert len(found) == 1
    assert len(found[0].spans) == 2


def test_a_sentence_without_a_subject_goes_on_asking():
    text = "Bupati meminta ASN netral.\nJuga bekerja dengan memakai data."

    assert directives(text) == [
        ("Rekaan Contoh", "ASN", "netralitas"),
        ("Rekaan Contoh", "ASN", "data_digital"),
    ]


def test_a_wish_begins_behind_the_one_who_is_asked():
    found, _ = read("Bupati menekankan agar jajaran OPD (dinas) untuk mempercepat program kerja.")

    assert (found[0].value.to, found[0].value.gist) == ("OPD", "mempercepat program kerja")


def test_the_words_of_saying_are_no_part_of_what_is_asked():
    found, _ = read("Bupati juga menegaskan bahwa semua anggaran OPD harus berpijak pada aturan.")

    assert [one.value.gist for one in found] == ["semua anggaran OPD harus berpijak pada aturan"]


def test_who_tells_what_another_asked_relays_it():
    text = (
        "Kepala BKD Kabupaten Jember, Andai Misalnya menambahkan bahwa Bupati berharap ASN netral."
    )
    found, _ = read(text)

    assert (found[0].value.by, found[0].value.relayed_by) == ("Rekaan Contoh", "Andai Misalnya")


def test_the_words_that_say_it_was_asked_before_are_kept():
    found, _ = read("Bupati kembali menekankan agar ASN netral.")

    assert found[0].value.repeats == "kembali menekankan"


def test_what_a_read_speech_asks_is_set_as_read():
    parts = Parts(f"{OPENING}\nBupati meminta ASN netral.")
    reader = DirectiveReader(parts.page, parts.cast, parts.speech, parts.person("Rekaan Contoh"))

    assert reader.read()[0].value.setting == "dibacakan"


def test_the_place_of_a_directive_is_what_is_asked():
    found, parts = read("Bupati meminta ASN agar menjaga netralitas.")

    assert parts.words(found[0].spans[0]).rstrip(".") == "menjaga netralitas"


def test_several_who_are_asked_stand_before_what_is_asked():
    found, _ = read("Bupati meminta BKD dan Inspektorat mengawasi disiplin pegawai.")

    assert [one.value.gist for one in found] == ["mengawasi disiplin pegawai"]


def test_what_is_asked_of_somebody_takes_its_topic_from_the_sentence_before():
    text = "Bupati menyebut sampah harus selesai. Para lurah diminta turun langsung."

    assert ("Rekaan Contoh", "lurah", "lingkungan_bencana") in directives(text)


def test_a_directive_is_never_without_words():
    found, _ = read("Bupati menekankan pentingnya netralitas ASN.")

    assert all(one.value.gist for one in found)


def test_what_is_read_out_is_asked_by_whose_speech_it_is():
    parts = Parts(
        f"{OPENING} Sekretaris Daerah Kabupaten Jember Andai Misalnya membacakan sambutan "
        "tertulis Bupati. Andai meminta ASN menjaga netralitas dalam sambutan tertulis itu."
    )
    bupati, sekda = parts.person("Rekaan Contoh"), parts.person("Andai Misalnya")
    found = DirectiveReader(parts.page, parts.cast, parts.speech, bupati, sekda).read()

    assert [one.value.by for one in found] == ["Rekaan Contoh"]
