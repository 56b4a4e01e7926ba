"""The text of a DOCX: paragraphs, lists and tables in order; heads, notes and changes."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.support.word import (
    DOCUMENT,
    RELATIONS,
    TYPES,
    changed,
    packed,
    parts,
    saved,
    with_relation,
    word,
)  # fmt: skip

from pamong.reader.extraction import docx as reader


def read(document):
    return reader.read(document if isinstance(document, bytes) else saved(document))


def with_body(xml):
    """Return a document whose body begins with hand-written elements."""
    document = docx.Document()
    for place, element in enumerate(parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>")):
        document.element.body.insert(place, element)
    return document


def run(text, properties=""):
    return f"<w:r>{properties}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def test_paragraphs_come_in_their_order_and_empty_ones_do_not():
    assert read(word(["Satu.", "", "  ", "Dua\tdan tiga."])).text == "Satu.\n\nDua dan tiga."


def test_lists_carry_the_numbers_that_word_computes():
    document = docx.Document()
    document.add_paragraph("Bupati meminta:")
    document.add_paragraph("hadir tepat waktu;", style="List Number")
    document.add_paragraph("menjaga netralitas.", style="List Number")
    document.add_paragraph("Lain-lain:")
    document.add_paragraph("kebersihan", style="List Bullet")

    assert read(document).text == (
        "Bupati meminta:\n\n1. hadir tepat waktu;\n2. menjaga netralitas.\n\nLain-lain:\n\n"
        "- kebersihan"
    )


def test_a_table_is_read_row_by_row_and_a_label_keeps_its_colon():
    document = docx.Document()
    document.add_paragraph("Yang hadir:")
    table = document.add_table(rows=0, cols=3)
    for row in (("Hari", ":", "Senin"), ("1", "Wiranti (rekaan)", "Bupati Contoh")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Selesai.")

    assert read(document).text == (
        "Yang hadir:\n\nHari : Senin\n1; Wiranti (rekaan); Bupati Contoh\n\nSelesai."
    )


def test_a_table_that_only_lays_out_a_text_is_read_as_that_text():
    document = docx.Document()
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    left.text, right.text = "Satu.\nDua.", "Di sebelah."
    left.add_paragraph("Tiga.")

    assert read(document).text == "Satu.\nDua.\n\nTiga.\n\nDi sebelah."


def test_a_letterhead_of_the_first_page_stays_and_other_heads_and_feet_are_kept_apart():
    document = docx.Document()
    document.add_paragraph("Apel pagi.")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "PEMERINTAH KABUPATEN CONTOH"
    section.header.paragraphs[0].text = "Notula apel"
    section.footer.paragraphs[0].text = "Halaman"

    found = read(document)

    assert found.text == "PEMERINTAH KABUPATEN CONTOH\n\nApel pagi."
    assert found.margins == ("Notula apel", "Halaman")


def test_tracked_changes_are_read_as_accepted_and_said():
    document = with_body(
        "<w:p>" + run("Rapat ")
        + "<w:del w:id='1' w:author='a'><w:r><w:delText>Senin</w:delText></w:r></w:del>"
        + "<w:ins w:id='2' w:author='a'>" + run("Selasa") + "</w:ins></w:p>"
    )  # fmt: skip

    found = read(document)

    assert found.text == "Rapat Selasa"
    assert [warning.code for warning in found.warnings] == ["tracked_changes"]


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        ("<w:p>" + run("Satu") + "<w:r><w:br/></w:r>" + run("Dua") + "</w:p>", "Satu\nDua"),
        ("<w:p>" + run("a") + "<w:r><w:br w:type='page'/></w:r>" + run("b") + "</w:p>", "a b"),
        ("<w:p>" + run("Bu") + run("pati") + "</w:p>", "Bupati"),
        ("<w:p><w:hyperlink w:anchor='a'>" + run("Contoh") + "</w:hyperlink></w:p>", "Contoh"),
        ("<w:p>" + run("rahasia", "<w:rPr><w:vanish/></w:rPr>") + run("Apel") + "</w:p>", "Apel"),
        ("<w:p><w:r><w:instrText> PAGE </w:instrText></w:r>" + run("Apel") + "</w:p>", "Apel"),
        ("<w:sdt><w:sdtContent><w:p>" + run("Kolom isian") + "</w:p></w:sdtContent></w:sdt>",
         "Kolom isian"),
        ("<w:p>" + run("Apel") + "<w:r><w:pict><w:txbxContent><w:p>" + run("Kotak")
         + "</w:p></w:txbxContent></w:pict></w:r></w:p>", "Apel\n\nKotak"),
        ("<w:p>" + run("se") + "<w:r><w:noBreakHyphen/></w:r>" + run("Contoh") + "</w:p>",
         "se-Contoh"),
    ],
)  # fmt: skip
def test_what_word_nests_into_a_paragraph_is_read_as_it_shows(xml, text):
    assert read(with_body(xml)).text == text


def test_footnotes_stand_behind_the_text():
    entries = parts(word(["Apel pagi."]))
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        f"<w:footnote w:type='separator' w:id='0'><w:p>{run('x')}</w:p></w:footnote>"
        f"<w:footnote w:id='1'><w:p>{run('Menurut jadwal.')}</w:p></w:footnote>"
        "</w:footnotes>"
    )
    entries["word/footnotes.xml"] = notes.encode()
    entries[TYPES] = entries[TYPES].replace(
        b"</Types>",
        b'<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-'
        b'officedocument.wordprocessingml.footnotes+xml"/></Types>',
    )
    entries[RELATIONS] = entries[RELATIONS].replace(
        b"</Relationships>",
        b'<Relationship Id="rF" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/footnotes"/></Relationships>',
    )

    assert read(packed(entries)).text == "Apel pagi.\n\nMenurut jadwal."


def test_links_and_pictures_from_elsewhere_are_read_over_and_never_fetched():
    for kind in ("hyperlink", "image"):
        linked = with_relation(word(["Apel pagi."]), kind, "http://127.0.0.1:9/gambar.png")

        assert read(linked).text == "Apel pagi."


def test_an_entity_of_a_file_on_this_machine_is_not_read(tmp_path):
    secret = tmp_path / "rahasia.txt"
    secret.write_text("sandi lewat")
    text = changed(word(["Apel pagi."]), DOCUMENT, "pagi", "&x;")
    entries = parts(text)
    head, _, body = entries[DOCUMENT].decode().partition("?>")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    entries[DOCUMENT] = f"{head}?>{entity}{body}".encode()

    assert "sandi" not in read(packed(entries)).text


def test_five_thousand_rows_are_read():
    cells = "".join(f"<w:tc><w:p>{run(f'kolom {n}')}</w:p></w:tc>" for n in range(6))
    rows = f"<w:tr>{cells}</w:tr>" * 5_000

    table = changed(word(["@"]), DOCUMENT, "<w:p>", f"<w:tbl>{rows}</w:tbl><w:p>")
    found = read(table)

    assert found.text.count("\nkolom 0;") == 4_999
    assert found.text.startswith("kolom 0; kolom 1; kolom 2")
