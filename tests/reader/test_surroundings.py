import pytest

from pamong.reader.furniture import read_lines

ARTICLE = (
    "BANDAR CONTOH - Bupati Contoh memimpin apel pagi yang diikuti pegawai dari semua dinas "
    "di halaman kantornya."
)


def furniture(text):
    return [line.text for line in read_lines(text) if line.furniture]


def test_short_lines_below_the_last_paragraph_are_furniture():
    assert furniture(f"{ARTICLE}\nDinas Kabar Contoh\nTombol Baru") == [
        "Dinas Kabar Contoh",
        "Tombol Baru",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Apel selesai.",
        '"Sampai jumpa," katanya.(abc)',
        "Rapat itu akan diulang bulan depan di aula. Kabar/abc",
        "1. Kepala OPD hadir",
        "Susunan acaranya:",
    ],
)
def test_sentences_and_items_below_the_last_paragraph_are_text(line):
    assert not furniture(f"{ARTICLE}\n{line}")


def test_titles_below_the_header_of_a_list_of_links_are_furniture():
    text = (
        f"{ARTICLE}\nBACA JUGA\nJalan Contoh Rusak\nPasar Contoh Ramai\nBupati pulang.\n{ARTICLE}"
    )

    assert furniture(text) == ["BACA JUGA", "Jalan Contoh Rusak", "Pasar Contoh Ramai"]


def test_a_section_above_the_headline_is_furniture_and_a_short_line_below_it_is_not():
    text = f"Kabar Kita\nBupati Contoh Pimpin Apel Pagi\nPegawai Hadir\n{ARTICLE}"

    assert furniture(text) == ["Kabar Kita"]


def test_the_place_and_day_of_a_page_are_furniture():
    assert furniture(f"Bupati Contoh Pimpin Apel\nContoh, 9 Mei 2024\n{ARTICLE}") == [
        "Contoh, 9 Mei 2024"
    ]


@pytest.mark.parametrize(
    "head",
    ["NOTULEN RAPAT\nDINAS CONTOH", "Hari/Tanggal : Senin, 6 Mei 2024\nTempat : Aula"],
)
def test_an_official_document_has_no_page_around_it(head):
    assert not furniture(f"{head}\nContoh, 9 Mei 2024\n{ARTICLE}\nBUPATI CONTOH\nREKAAN")
