"""Every PDF and DOCX that is not read: what, where, what to do, and no harm done."""

import io
import zlib

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from tests.support.pdf import Sheet, pages_of, pdf, stream, written
from tests.support.word import DOCUMENT, TYPES, changed, lying, packed, parts, saved, with_relation
from tests.support.word import word as word_of

from pamong.reader.source import load
from pamong.reader.unreadable import (
    BrokenDocumentError,
    EmptyDocumentError,
    MacroDocumentError,
    MisnamedDocumentError,
    OldWordDocumentError,
    OtherFormatError,
    OutsideReferenceError,
    PasswordDocumentError,
    PictureDocumentError,
    ScannedDocumentError,
    SwollenDocumentError,
    TooLargeDocumentError,
    UnknownFontError,
    UnreadableDocumentError,
)

TEXT = "Bupati Contoh (rekaan) memimpin apel pagi di halaman kantor Kabupaten Contoh."
WORD = word_of([TEXT])
PDF = pdf(pages_of(TEXT))
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~"
    b"\x9bU\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`"
    b"\x82"
)
ZEROS = 300_000_000


def bomb(size: int = ZEROS) -> bytes:
    """Return ``size`` zeros, packed to a thousandth, without ever holding them."""
    packer = zlib.compressobj(9)
    block = bytes(1_000_000)
    return b"".join([*(packer.compress(block) for _ in range(size // len(block))), packer.flush()])


def packed_stream(content: bytes, entries: bytes) -> bytes:
    head = b"<< %s /Length %d >>\nstream\n" % (entries, len(content))
    return head + content + b"\nendstream"


def scanned_pdf():
    return pdf([Sheet(picture=True), Sheet(picture=True)])


def scanned_word(tmp_path):
    picture = tmp_path / "pindai.png"
    picture.write_bytes(PNG)
    document = docx.Document()
    document.add_picture(str(picture))
    return saved(document)


def locked_pdf():
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(PDF)))
    writer.encrypt("rahasia", "pemilik", algorithm="AES-256")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def pdf_of_page_content(content: bytes) -> bytes:
    """Return a PDF of one page that is drawn by a stream given as it stands in the file."""
    return written(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            4: content,
        }
    )


def bomb_with_a_picture_label():
    """The label keeps it from being weighed; only the bound on memory is left."""
    return pdf_of_page_content(
        packed_stream(bomb(1_000_000_000), b"/Subtype /Image /Filter /FlateDecode")
    )


def bomb_in_a_bomb():
    twice = zlib.compress(bomb(1_000_000_000), 9)
    return pdf_of_page_content(packed_stream(twice, b"/Filter [/FlateDecode /FlateDecode]"))


def huge_object_stream():
    return pdf(
        pages_of(TEXT),
        extra=(packed_stream(bomb(), b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"),),
    )


def many_large_streams():
    one = stream(bytes(20_000_000))
    return pdf(pages_of(TEXT), extra=(one,) * 6)


def word_bomb():
    entries = parts(WORD) | {"word/media/image1.png": bytes(200_000_000)}
    return packed(entries)


def lying_word_bomb():
    name = "word/media/image1.png"
    return lying(packed(parts(WORD) | {name: bytes(200_000_000)}), name, 1_000)


def bomb_of_entities():
    text = parts(WORD)[DOCUMENT].decode()
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 50}">' for n in range(1, 8))
    entities = f'<!DOCTYPE w [<!ENTITY a0 "apel ">{levels}]>'
    head, _, body = text.partition("?>")
    body = body.replace("Bupati Contoh", "&a7;")
    return packed(parts(WORD) | {DOCUMENT: f"{head}?>{entities}{body}".encode()})


def macro_word():
    return packed(parts(WORD) | {"word/vbaProject.bin": b"program"})


def docm():
    return changed(
        WORD,
        TYPES,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
    )


def locked_zip():
    flagged = bytearray(WORD)
    flagged[6] |= 1
    place = flagged.find(b"PK\x01\x02")
    flagged[place + 8] |= 1
    return bytes(flagged)


CASES = {
    "a scanned PDF": (lambda _: scanned_pdf(), "sp.pdf", ScannedDocumentError, "hasil pindai"),
    "a scanned DOCX": (scanned_word, "sp.docx", ScannedDocumentError, "OCR"),
    "an empty PDF": (lambda _: pdf([Sheet()]), "sp.pdf", EmptyDocumentError, "kosong"),
    "an empty DOCX": (lambda _: word_of([]), "sp.docx", EmptyDocumentError, "kosong"),
    "a PDF of dashes": (lambda _: pdf(pages_of("- - -")), "sp.pdf", EmptyDocumentError, "kosong"),
    "a locked PDF": (lambda _: locked_pdf(), "sp.pdf", PasswordDocumentError, "kata sandi"),
    "a locked DOCX": (
        lambda _: OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
        "sp.docx",
        PasswordDocumentError,
        "kata sandi",
    ),
    "a locked archive": (lambda _: locked_zip(), "sp.docx", PasswordDocumentError, "kata sandi"),
    "an old DOC": (
        lambda _: OLD_OFFICE + "WordDocument".encode("utf-16-le"),
        "sp.doc",
        OldWordDocumentError,
        "simpan sebagai DOCX",
    ),
    "an old XLS": (
        lambda _: OLD_OFFICE + "Workbook".encode("utf-16-le"),
        "sp.xls",
        OtherFormatError,
        "XLS",
    ),
    "a page named PDF": (
        lambda _: b"<!DOCTYPE html><p>Silakan masuk dahulu.</p>",
        "sp.pdf",
        MisnamedDocumentError,
        "halaman HTML",
    ),
    "a text named DOCX": (
        lambda _: TEXT.encode(),
        "sp.DOCX",
        MisnamedDocumentError,
        "berakhiran .DOCX, tetapi isinya teks biasa",
    ),
    "a picture named PDF": (lambda _: PNG, "sp.pdf", PictureDocumentError, "gambar (PNG)"),
    "a workbook named DOCX": (
        lambda _: packed({TYPES: b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
        "sp.docx",
        OtherFormatError,
        "XLSX",
    ),
    "an ODT": (
        lambda _: packed({"mimetype": b"application/odt", "content.xml": b"<x/>"}),
        "sp.odt",
        OtherFormatError,
        "ODT",
    ),
    "an archive": (lambda _: packed({"a.txt": b"a"}), "sp.zip", OtherFormatError, "ZIP"),
    "a PDF cut off": (lambda _: PDF[:-300], "sp.pdf", BrokenDocumentError, "terpotong"),
    "a PDF of nonsense": (
        lambda _: b"%PDF-1.7 ... %%EOF", "sp.pdf", BrokenDocumentError, "berkas PDF ini rusak",
    ),
    "bytes named PDF": (
        lambda _: bytes(range(256)) * 8, "sp.pdf", BrokenDocumentError, "berkas PDF ini rusak",
    ),
    "a DOCX cut off": (lambda _: WORD[:-300], "sp.docx", BrokenDocumentError, "DOCX ini rusak"),
    "a DOCX of broken XML": (
        lambda _: packed(parts(WORD) | {DOCUMENT: b"<w:document"}),
        "sp.docx",
        BrokenDocumentError,
        "minta sekali lagi",
    ),
    "a DOCX with a program": (lambda _: macro_word(), "sp.docx", MacroDocumentError, "makro"),
    "a DOCM named DOCX": (lambda _: docm(), "sp.docx", MacroDocumentError, "tanpa makro"),
    "a template from elsewhere": (
        lambda _: with_relation(WORD, "attachedTemplate", "https://alamat.contoh/t.dotm"),
        "sp.docx",
        OutsideReferenceError,
        "templat",
    ),
    "an object from elsewhere": (
        lambda _: with_relation(WORD, "oleObject", "file:///etc/hostname"),
        "sp.docx",
        OutsideReferenceError,
        "objek",
    ),
    "a PDF of 500 pages": (
        lambda _: pdf(pages_of(TEXT) * 500), "sp.pdf", TooLargeDocumentError, "200 halaman",
    ),
    "a PDF of too many words": (
        lambda _: pdf(pages_of(f"{TEXT} " * 900, size=4) * 6),
        "sp.pdf",
        TooLargeDocumentError,
        "400 ribu huruf",
    ),
    "a DOCX of too many words": (
        lambda _: word_of([TEXT * 10] * 600), "sp.docx", TooLargeDocumentError, "400 ribu huruf",
    ),
    "a zip bomb": (lambda _: word_bomb(), "sp.docx", SwollenDocumentError, "mengembang"),
    "a zip bomb whose directory lies": (
        lambda _: lying_word_bomb(), "sp.docx", UnreadableDocumentError, "DOCX ini",
    ),
    "a bomb of entities": (
        lambda _: bomb_of_entities(), "sp.docx", UnreadableDocumentError, "DOCX ini",
    ),
    "a page that is a bomb": (
        lambda _: pdf_of_page_content(packed_stream(bomb(), b"/Filter /FlateDecode")),
        "sp.pdf",
        SwollenDocumentError,
        "mengembang",
    ),
    "a bomb in a bomb": (lambda _: bomb_in_a_bomb(), "sp.pdf", SwollenDocumentError, "PDF ini"),
    "a bomb labelled a picture": (
        lambda _: bomb_with_a_picture_label(), "sp.pdf", SwollenDocumentError, "PDF ini",
    ),
    "a huge object stream": (
        lambda _: huge_object_stream(), "sp.pdf", SwollenDocumentError, "mengembang",
    ),
    "many large streams": (
        lambda _: many_large_streams(), "sp.pdf", SwollenDocumentError, "salin naskahnya",
    ),
    "letters without names": (
        lambda _: pdf(pages_of(TEXT), names_letters=False),
        "sp.pdf",
        UnknownFontError,
        "fonnya",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_in_one_sentence_that_names_the_file(case, tmp_path):
    make, filename, error, words = CASES[case]

    with pytest.raises(error) as refused:
        load(make(tmp_path), filename)

    sentence = str(refused.value)
    assert sentence.startswith(f"{filename}: ")
    assert words in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
