"""Demands in the forms of press releases, speeches and minutes: who is asked, and of what."""

import pytest
from tests.reader.parts import Parts

from pamong.reader import read

OPENING = (
    "Bupati Jember Rekaan Contoh memimpin apel di halaman kantor, Senin (6/5/2024), "
    "yang diikuti oleh para pegawai dan tamu dari desa.\n"
)


def asked(text):
    return [(one.to, one.topic) for one in read(text).directives]


def bodies(text):
    return [body.asked for body in Parts(text).page.bodies]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ia menemui Dinas Lingkungan Hidup kemarin.", ["Dinas Lingkungan Hidup"]),
        (
            "Dinas Koperasi, UMKM, Perindustrian dan Perdagangan memantau harga.",
            ["Dinas Koperasi, UMKM, Perindustrian dan Perdagangan"],
        ),
        ("Kepala BPBD dan Dinas Sosial hadir.", ["Kepala BPBD", "Dinas Sosial"]),
        ("Ia mampir ke Puskesmas Contohan lalu pulang.", ["Puskesmas Contohan"]),
        ("Jalan di Kecamatan Contohan rusak.", []),
        ("DINAS KOMUNIKASI DAN INFORMATIKA", []),
        ("Semua dinas hadir.", []),
    ],
)
def test_bodies_are_known_by_what_they_are(text, named):
    assert bodies(text) == named


def test_a_body_that_no_list_has_can_be_asked():
    text = f"{OPENING}Ia memerintahkan Dinas Lingkungan Hidup mengangkut sampah hari itu."

    assert asked(text) == [("Dinas Lingkungan Hidup", "lingkungan_bencana")]


def test_one_sentence_may_ask_two_bodies():
    text = (
        f"{OPENING}Ia meminta Bappeda menyusun RKPD, sedangkan Dinas Sosial diminta "
        "menyalurkan bansos."
    )

    assert asked(text) == [("Bappeda", "perencanaan"), ("Dinas Sosial", "kemiskinan")]


def test_whom_a_sentence_puts_in_front_is_asked():
    text = f"{OPENING}Kepada para kasubbag, Bupati berpesan supaya pegawai tidak membolos."

    assert asked(text) == [("kasubbag", "disiplin")]


def test_demands_are_counted():
    text = (
        f"{OPENING}Bupati memberi dua perintah. Satu, setiap puskesmas wajib menangani stunting. "
        "Dua, kepala desa melaporkan dana desa setiap bulan."
    )

    assert asked(text) == [("kepala puskesmas", "stunting"), ("kepala desa", "desa")]


def test_lines_below_points_of_emphasis_ask():
    text = (
        f"{OPENING}Berikut dua penekanan Bupati:\n1. Camat mengangkut sampah.\n"
        "2. Dinas Kominfo memperbaiki aplikasi."
    )

    assert asked(text) == [("camat", "lingkungan_bencana"), ("Dinas Kominfo", "data_digital")]


def test_a_speech_orders_in_the_first_person_and_in_commands():
    text = (
        "PIDATO BUPATI JEMBER\nPADA APEL SIAGA BENCANA\nJEMBER, 10 JUNI 2024\n\n"
        "Hadirin yang saya hormati, hujan sudah datang dan tanah di lereng mulai retak.\n"
        "Saya perintahkan Kepala BPBD membuka posko mulai sore ini.\n"
        "Kepada Dinas Sosial, siapkan dapur umum.\n"
        "Jangan ada pegawai yang memasang spanduk siapa pun.\n\nBUPATI JEMBER\n\nREKAAN CONTOH"
    )

    assert asked(text) == [
        ("Kepala BPBD", "lingkungan_bencana"),
        ("Dinas Sosial", "lingkungan_bencana"),
        ("pegawai", "netralitas"),
    ]


def test_who_is_asked_is_not_taken_for_the_one_who_speaks():
    text = f"{OPENING}Ia meminta Sekda memastikan pembahasan APBD berjalan."
    (directive,) = read(text).directives

    assert (directive.by, directive.to) == ("Rekaan Contoh", "Sekda")


def test_the_agent_of_a_passive_asks():
    text = f"{OPENING}Dinas Sosial diminta Bupati menyalurkan bansos."

    assert asked(text) == [("Dinas Sosial", "kemiskinan")]


def test_what_has_no_topic_of_its_own_is_about_what_the_headline_says():
    text = (
        "Bupati Jember Minta Sampah di Pasar Diangkut\n"
        f"{OPENING}Ia meminta para camat turun langsung."
    )

    assert asked(text) == [("camat", "lingkungan_bencana")]
