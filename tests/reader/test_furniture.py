import pytest

from pamong.reader.furniture import read_lines

ARTICLE = (
    "BANDAR CONTOH - Bupati Contoh memimpin apel pagi yang diikuti pegawai dari semua dinas "
    "di halaman kantornya."
)


def furniture_of(line, *, above=False):
    text = f"Apel Pagi\n{line}\n{ARTICLE}" if above else f"{ARTICLE}\n{line}"
    return next(found.furniture for found in read_lines(text) if found.text == line.strip())


@pytest.mark.parametrize(
    "line",
    [
        "Tutup Iklan X",
        "BACA JUGA:Jadwal layanan keliling",
        "Baca juga: Jadwal layanan",
        "Foto : dokumentasi",
        "(redaksi, foto: arsip)",
        "(red)",
        "Beranda › Daerah › Pemerintahan",
        "Bagikan:",
        "Jalan Rekaan Nomor 1, Bandar Contoh 00000, Telepon (000) 000000, Laman contoh.example",
        "Sumber:",
        "12 total views,  3 views today",
        "Daerah690 Dilihat",
        "34",
        "|",
        "Komentar (0)",
        "Tinggalkan Balasan",
        "Senin, 20 Januari 2025 - 09:10 WIB",
        "Mon. Jan 20th, 2025",
        '<div dir="auto"><div style="x">',
        "Usai apel, para pegawai bersalaman |",
        "Apel di halaman kantor. Foto: Istimewa--",
    ],
)
def test_lines_around_an_article_are_furniture(line):
    assert furniture_of(line)


@pytest.mark.parametrize(
    "line",
    [
        "Selanjutnya Kepala BKD Kabupaten Contoh mengatakan rapat akan membahas sisa pegawai.",
        "Dibaca bersama-sama, ikrar itu menutup apel pagi di halaman kantor bupati kemarin.",
        "- melantik kepala daerah,",
        "Pelantikan (tahap kedua) menyusul.",
        '"Foto: jangan," kata Bupati.',
    ],
)
def test_sentences_that_begin_alike_are_text(line):
    assert not furniture_of(line)


def test_a_line_above_the_dateline_that_describes_a_picture_is_a_caption():
    assert furniture_of("Pejabat eselon lingkup pemkab saat dilantik di aula", above=True)


def test_a_headline_above_the_dateline_is_no_caption():
    assert not furniture_of("Audiensi Bupati Contoh Bersama Pimpinan Dinas", above=True)


def test_empty_lines_are_no_lines():
    assert [line.text for line in read_lines("\n a \n\n b\n")] == ["a", "b"]


def test_a_word_that_credits_a_picture_may_stand_in_a_headline():
    assert furniture_of("Rapat Paripurna Istimewa Digelar di Gedung Dewan", above=True) == ""


def test_the_day_below_the_title_of_an_agenda_is_its_own():
    text = "AGENDA BUPATI CONTOH\nKamis, 16 November 2023\n08.00 WIB - Apel pagi di halaman kantor"

    assert [line.furniture for line in read_lines(text)] == ["", "", ""]
