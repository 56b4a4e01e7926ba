"""The text of a PDF: its order, its paragraphs, its tables, and what is no part of it."""

import io
import re

import pytest
from pypdf import PdfReader, PdfWriter
from tests.support.pdf import EDGE, Sheet, pages_of, pdf

from pamong.reader.extraction import pdf as reader
from pamong.reader.extraction.extracted import RefusalError

FIRST = "Bupati Contoh memimpin apel pagi di halaman kantor dan meminta semua pegawai hadir."
SECOND = "Sekretaris Daerah menyampaikan laporan tentang layanan di kecamatan dan di kelurahan."


def read(*sheets):
    return reader.read(pdf(list(sheets)))


def lines(sheet, x, y, *texts, size=11, pitch=15):
    for place, text in enumerate(texts):
        sheet.write(x, y + place * pitch, text, size)
    return y + len(texts) * pitch


def test_lines_of_a_paragraph_are_put_together_and_paragraphs_kept_apart():
    found = read(*pages_of(f"{FIRST} {SECOND}\n{SECOND} {FIRST}"))

    assert found.text == f"{FIRST} {SECOND}\n\n{SECOND} {FIRST}"


def test_a_first_line_that_is_indented_begins_a_paragraph():
    sheet = Sheet()
    sheet.write(EDGE + 30, 100, "Bupati Contoh memimpin apel di halaman kantornya.")
    sheet.write(EDGE, 115, "Semua pegawai hadir dalam apel pagi di sana itu")
    sheet.write(EDGE, 130, "sampai selesai pada siang hari yang terik sekali.")
    sheet.write(EDGE + 30, 145, "Sekda menyampaikan laporan.")

    assert read(sheet).text.count("\n\n") == 1
    assert read(sheet).text.endswith("\n\nSekda menyampaikan laporan.")


def test_a_word_cut_at_the_end_of_a_line_is_mended_and_a_doubled_one_is_not():
    sheet = Sheet()
    lines(
        sheet, EDGE, 100,
        "Bupati meminta semua kepala dinas memper-",
        "cepat layanan menurut peraturan perundang-",
        "undangan, dan pegawai menaati undang-",
        "undang itu dengan sungguh hati se-",
        "Kabupaten Contoh.",
    )  # fmt: skip

    assert read(sheet).text == (
        "Bupati meminta semua kepala dinas mempercepat layanan menurut peraturan "
        "perundang-undangan, dan pegawai menaati undang-undang itu dengan sungguh hati "
        "se-Kabupaten Contoh."
    )


def test_columns_are_read_one_after_the_other_below_their_heading():
    sheet = Sheet()
    sheet.write(EDGE, 80, "Buletin Kabupaten Contoh yang memuat semua berita pekan ini", 15)
    left = ["Bupati Contoh memimpin apel pagi,", "lalu meminta semua kepala dinas",
            "melaporkan kehadiran pegawainya", "tiap bulan kepada bagian umum.",
            "Laporan itu dibahas tiap Senin."]  # fmt: skip
    right = ["Sekretaris Daerah mengumumkan", "jadwal layanan keliling yang baru",
             "untuk semua kecamatan di sana", "dan mengajak warga untuk hadir.",
             "Jadwalnya ada di kantor camat."]  # fmt: skip
    lines(sheet, EDGE, 110, *left)
    end = lines(sheet, 310, 110, *right)
    sheet.write(EDGE, end + 30, "Redaksi Buletin")

    text = read(sheet).text

    assert text.index("Buletin") < text.index(" ".join(left)) < text.index(" ".join(right))
    assert text.endswith("\n\nRedaksi Buletin")


def test_labels_with_their_values_are_no_columns():
    sheet = Sheet()
    filled_in = {
        "Hari": "Senin, 18 Maret 2019",
        "Tempat": "Aula Praja",
        "Waktu": "pukul 09.00 WIB",
        "Acara": "rapat koordinasi",
        "Pakaian": "dinas harian",
    }
    for place, (label, value) in enumerate(filled_in.items()):
        sheet.write(EDGE, 100 + 20 * place, label)
        sheet.write(EDGE + 120, 100 + 20 * place, f": {value}")

    rows = read(sheet).text.split("\n\n")
    assert rows == [f"{label} : {value}" for label, value in filled_in.items()]


def test_signatures_side_by_side_are_not_read_as_one_name():
    sheet = Sheet()
    sheet.write(EDGE, 100, "Sekretaris Daerah,")
    sheet.write(380, 100, "Bupati Contoh,")

    assert read(sheet).text.split("\n\n") == ["Sekretaris Daerah,", "Bupati Contoh,"]


def table(sheet, top, rows, edges=(EDGE, 100, 300, 500)):
    for place in range(len(rows) + 1):
        sheet.rule(edges[0], top + 20 * place, edges[-1], top + 20 * place)
    for edge in edges:
        sheet.rule(edge, top, edge, top + 20 * len(rows))
    for place, row in enumerate(rows):
        for edge, cell in zip(edges, row, strict=False):
            sheet.write(edge + 4, top + 20 * place + 14, cell, 10)


def test_a_table_is_read_row_by_row_where_it_stands():
    sheet = Sheet()
    sheet.write(EDGE, 100, "Yang hadir dalam rapat itu ialah:")
    table(sheet, 120, [("No", "Nama", "Jabatan"), ("1", "Wiranti (rekaan)", "Bupati Contoh")])
    sheet.write(EDGE, 200, "Rapat selesai pukul 12.00 WIB.")

    assert read(sheet).text == (
        "Yang hadir dalam rapat itu ialah:\n\nNo; Nama; Jabatan\n1; Wiranti (rekaan); Bupati "
        "Contoh\n\nRapat selesai pukul 12.00 WIB."
    )


def test_running_heads_and_page_numbers_are_kept_apart_and_the_letterhead_stays():
    sheets = pages_of(
        f"PEMERINTAH KABUPATEN CONTOH\n{FIRST} {SECOND}" + f"\n{SECOND} {FIRST}" * 30,
        head="Bagian Protokol Kabupaten Contoh",
        foot="Halaman {} dari 3",
    )
    found = read(*sheets)

    assert found.pages == len(sheets) > 1
    assert "Halaman" not in found.text
    assert "Bagian Protokol" not in found.text
    assert found.text.startswith("PEMERINTAH KABUPATEN CONTOH\n\nBupati")
    assert found.margins[0] == "Bagian Protokol Kabupaten Contoh"
    assert "Halaman 2 dari 3" in found.margins


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_the_page_is_remembered():
    sheets = pages_of("Bupati dan Sekda menghadiri rapat tentang layanan Kecamatan Contoh, " * 70)
    found = read(*sheets)

    assert "\n" not in found.text
    assert len(found.page_starts) == len(sheets) > 1
    second = sheets[1].texts[0][3]
    assert found.text[found.page_starts[1] :].startswith(second)


def test_a_heading_at_the_foot_of_a_page_stays_a_heading():
    first, second = Sheet(), Sheet()
    lines(
        first, EDGE, 700, "Bupati Contoh memimpin apel di halaman kantornya, dan", "semua hadir."
    )
    first.write(EDGE, 760, "Layanan")
    second.write(EDGE, 100, FIRST)

    assert read(first, second).text.split("\n\n")[1:] == ["Layanan", FIRST]


def test_a_page_that_is_a_picture_is_named_and_the_others_are_read():
    found = read(*pages_of(FIRST), Sheet(picture=True), *pages_of(SECOND))

    assert [warning.code for warning in found.warnings] == ["picture_pages"]
    assert found.warnings[0].message.startswith("Halaman 2 PDF ini gambar tanpa teks")
    assert FIRST in found.text
    assert SECOND in found.text
    assert found.pages == len(found.page_starts) == 3


def damaged(data, first):
    """Return the file with bytes changed inside the stream of a page's content."""
    place = data.index(b"stream\n", data.index(b"\n%d 0 obj" % first)) + len(b"stream\n") + 12
    return (
        data[:place] + bytes(byte ^ 0xFF for byte in data[place : place + 8]) + data[place + 8 :]
    )


def test_a_page_that_is_damaged_is_told_and_the_others_are_read():
    found = reader.read(damaged(pdf([*pages_of(FIRST), *pages_of(SECOND)]), 15))

    assert [warning.code for warning in found.warnings] == ["damaged_file", "blank_pages"]
    assert SECOND in found.text
    assert FIRST not in found.text


def test_a_blank_page_between_others_is_told_and_a_last_one_is_not():
    page = pages_of(FIRST)

    between = read(*page, Sheet(), *pages_of(SECOND))
    at_the_end = read(*page, *pages_of(SECOND), Sheet())

    assert between.warnings[0].message.startswith("Halaman 2 PDF ini tidak memuat apa-apa.")
    assert at_the_end.warnings == ()


def test_a_file_whose_only_page_is_damaged_is_broken_and_not_empty():
    with pytest.raises(RefusalError, match="BrokenDocumentError"):
        reader.read(damaged(pdf(pages_of(FIRST)), 15))


def test_letters_printed_twice_to_look_bold_are_read_once():
    sheet = Sheet()
    sheet.write(EDGE, 100, "Bupati Contoh memimpin apel.")
    sheet.write(EDGE + 0.4, 100, "Bupati Contoh memimpin apel.")

    assert read(sheet).text == "Bupati Contoh memimpin apel."


def test_letters_that_are_drawn_as_one_are_parted_and_hidden_hyphens_dropped():
    assert read(*pages_of("Efisiensi ﬁnal dan ko\u00adordinasi.")).text == (
        "Efisiensi final dan koordinasi."
    )


def test_a_file_that_is_only_protected_against_changes_is_read():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(pages_of(FIRST)))))
    writer.encrypt("", "pemilik", algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)

    assert reader.read(file.getvalue()).text == FIRST


def test_a_table_of_pages_that_leads_in_a_circle_ends():
    circle, count = re.subn(rb"/Kids \[\d+ 0 R\]", b"/Kids [02 0 R]", pdf(pages_of(FIRST)))
    assert count == 1

    with pytest.raises(Exception):  # noqa: B017, PT011  what the libraries say differs
        assert not reader.read(circle).text


def test_a_page_without_words_is_refused_as_what_it_is():
    with pytest.raises(RefusalError, match="EmptyDocumentError"):
        read(Sheet())
