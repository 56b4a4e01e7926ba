"""Minutes, circulars and instructions ask in numbered lines, not in sentences of somebody."""

from pamong.reader import read

MINUTES = """NOTULEN RAPAT KOORDINASI
PEMERINTAH KABUPATEN JEMBER
HARI/TANGGAL : SENIN, 15 JANUARI 2024
TEMPAT : AULA ANDAIAN
PIMPINAN RAPAT : SEKRETARIS DAERAH KABUPATEN JEMBER, Drs. REKAANDA CONTOHWAN, M.Si.
PESERTA : Kepala OPD, Camat
PEMBAHASAN :
1. Camat menyampaikan data kemiskinan.
KEPUTUSAN :
1. Seluruh OPD menyampaikan laporan kinerja paling lambat 31 Januari 2024.
2. Camat melakukan verifikasi data kemiskinan ekstrem.
3. BKPSDM menyusun jadwal pelatihan PPPK.
4. Rapat ditutup dengan doa.
"""
CIRCULAR = """PEMERINTAH KOTA METRO
SURAT EDARAN
Nomor 12 Tahun 2024
TENTANG NETRALITAS ASN
Yth. Kepala Perangkat Daerah
1. Kepala Perangkat Daerah agar mengawasi netralitas pegawai di lingkungannya.
2. Kepala BKPSDM melaporkan pengawasan netralitas paling lambat 10 Februari 2024.
3. Netralitas adalah asas penyelenggaraan kebijakan.
WALI KOTA METRO,
ANDAIYANTO MISALWAN
"""
INSTRUCTION = """INSTRUKSI BUPATI JEMBER
NOMOR 4 TAHUN 2023
TENTANG PERCEPATAN PENURUNAN STUNTING
Dengan ini menginstruksikan:
Kepada :
1. Kepala Dinas Kesehatan
2. Para Camat
Untuk :
KESATU : Melakukan penimbangan balita setiap bulan.
KEDUA : Camat melaporkan hasilnya paling lambat tanggal 5 setiap bulan.
Ditetapkan di Jember
pada tanggal 7 Juni 2023
BUPATI JEMBER,
REKAANDA CONTOHWAN
"""


def asked(text):
    return [(one.by, one.to, one.gist, one.topic) for one in read(text).directives]


def test_decisions_of_minutes_are_asked_by_whoever_led_the_meeting():
    by = "Rekaanda Contohwan"

    assert asked(MINUTES) == [
        (by, "OPD", "menyampaikan laporan kinerja paling lambat 31 Januari 2024", "kinerja"),
        (by, "camat", "melakukan verifikasi data kemiskinan ekstrem", "kemiskinan"),
        (by, "BKPSDM", "menyusun jadwal pelatihan PPPK", "pppk_honorer"),
    ]


def test_the_fields_of_minutes_in_capitals_give_day_place_and_leader():
    draft = read(MINUTES)

    assert (draft.date.isoformat(), draft.place) == ("2024-01-15", "AULA ANDAIAN")
    assert [(one.name, one.office) for one in draft.speakers] == [
        ("Rekaanda Contohwan", "Sekretaris Daerah Kabupaten Jember")
    ]


def test_a_field_may_stand_on_a_line_of_its_own():
    text = MINUTES.replace("TEMPAT : AULA ANDAIAN", "TEMPAT\n: AULA ANDAIAN")

    assert read(text).place == "AULA ANDAIAN"


def test_minutes_without_a_named_leader_leave_who_asks_open():
    text = MINUTES.replace(", Drs. REKAANDA CONTOHWAN, M.Si.", "")

    assert {by for by, _, _, _ in asked(text)} == {None}


def test_points_of_a_circular_are_asked_by_whoever_signed_it():
    assert [(by, to) for by, to, _, _ in asked(CIRCULAR)] == [
        ("Andaiyanto Misalwan", "kepala perangkat daerah"),
        ("Andaiyanto Misalwan", "Kepala BKPSDM"),
    ]


def test_parts_of_an_instruction_go_to_those_whom_it_lists():
    assert [(to, topic) for _, to, _, topic in asked(INSTRUCTION)] == [
        ("Kepala Dinas Kesehatan, camat", "stunting"),
        ("camat", "stunting"),
    ]
    assert not read(INSTRUCTION).is_forum


def test_numbered_lines_of_news_ask_nothing():
    text = (
        "Bupati Jember Rekaan Contoh memimpin apel pagi, Senin (15/1/2024), di halaman kantor.\n"
        "1. Camat melakukan verifikasi data kemiskinan ekstrem."
    )

    assert asked(text) == []
