import pytest

from pamong.reader.extraction.limits import MAX_CHARACTERS
from pamong.reader.source import MAX_BYTES, MAX_TEXT_BYTES, load
from pamong.reader.unreadable import (
    BrokenDocumentError,
    EmptyDocumentError,
    OtherFormatError,
    PictureDocumentError,
    TangledPageError,
    TooLargeDocumentError,
    UnknownEncodingError,
    UnreadableDocumentError,
)

SENTENCE = "Bupati Contoh membuka rapat pada hari Jum’at, “netralitas” dijaga."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_encodings_that_offices_use(encoding):
    assert load(SENTENCE.encode(encoding), "rapat.txt").text == SENTENCE


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyDocumentError),
        (b" \n\t ", EmptyDocumentError),
        (b"--- ***", EmptyDocumentError),
        (b"<html><body><script>var a = 'Bupati';</script></body></html>", EmptyDocumentError),
        (b"a" * (MAX_BYTES + 1), TooLargeDocumentError),
        (b"a" * (MAX_TEXT_BYTES + 1), TooLargeDocumentError),
        (b"kata " * (MAX_CHARACTERS // 4), TooLargeDocumentError),
        (b"<!DOCTYPE html>" + b"<div>" * 6000 + b"Bupati", TangledPageError),
        (b"\x89PNG\r\n\x1a\n0000", PictureDocumentError),
        (b"\xff\xd8\xff\xe0....JFIF", PictureDocumentError),
        (b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36\x00", PictureDocumentError),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", PictureDocumentError),
        (b"\x00\x00\x00\x18ftypheic", PictureDocumentError),
        (b"%PDF-1.7 ...", BrokenDocumentError),
        (b"PK\x03\x04....", BrokenDocumentError),
        (b"Rar!\x1a\x07", OtherFormatError),
        (b"{\\rtf1 Bupati}", OtherFormatError),
        (bytes(range(256)) * 8, UnknownEncodingError),
        (b"Bupati\x00Contoh", UnknownEncodingError),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence_that_names_the_file(data, error):
    with pytest.raises(error) as refused:
        load(data, "kiriman.bin")

    assert isinstance(refused.value, UnreadableDocumentError)
    assert str(refused.value).startswith("kiriman.bin: ")
    assert str(refused.value).endswith(".")


def test_a_text_with_left_over_tags_stays_a_text():
    source = load(b'<div dir="auto">\nBupati Contoh membuka rapat.', "rapat.txt")

    assert source.kind == "text"
    assert source.text.startswith("<div")


def test_a_page_is_known_by_its_ending_or_by_its_beginning():
    assert load(b"<p>Bupati Contoh</p>", "rapat.HTML").text == "Bupati Contoh"
    assert load(b"<!DOCTYPE html><p>Bupati Contoh</p>", "rapat").kind == "html"


def test_a_text_tells_its_kind_and_its_size():
    source = load(b"Bupati Contoh membuka rapat.", "rapat.txt")

    assert (source.media_type, source.size, source.pages) == ("text/plain", 28, None)
    assert load(b"<!DOCTYPE html><p>Bupati Contoh</p>", "rapat").media_type == "text/html"


def test_a_text_that_begins_as_a_bitmap_does_is_a_text():
    text = "BMKG: hujan lebat sampai Kamis, kata kepala stasiun."

    assert load(text.encode(), "cuaca.txt").text == text
