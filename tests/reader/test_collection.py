"""Documents out of folders, ZIP archives and web archives."""

import gzip
import zipfile

import pytest
from tests.support.word import word

from pamong.reader.collection import Collection


def collected(*names):
    return list(Collection([str(name) for name in names]))


def zipped(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return path


def record(address, status, kind, body):
    """Return one answer of a site as a web archive keeps it."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2025-01-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


@pytest.fixture
def web_archive(tmp_path):
    path = tmp_path / "situs.warc.gz"
    answers = [
        (
            "https://contoh.test/berita/apel?id=1",
            "200 OK",
            "text/html; charset=utf-8",
            b"<p>Apel</p>",
        ),
        ("https://contoh.test/logo.png", "200 OK", "image/png", b"\x89PNG"),
        ("https://contoh.test/lama", "301 Moved", "text/html", b"pindah"),
        ("https://contoh.test/surat.pdf", "200 OK", "application/pdf", b"%PDF-1.7"),
    ]
    path.write_bytes(b"".join(gzip.compress(record(*answer)) for answer in answers))
    return path


def test_a_file_is_itself_whatever_it_is(tmp_path):
    (item,) = collected(tmp_path / "tidak-ada.txt")

    assert (item.stem, item.data, item.problem) == ("tidak-ada", None, "")


def test_a_folder_gives_its_documents_by_name_and_counts_what_pages_carry_along(tmp_path):
    for name in ("b.html", "a.txt", "gaya.css", ".tersembunyi", "sub/c.pdf", "sub/f.JPG"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    collection = Collection([str(tmp_path)])

    assert collection.expected() == 3
    assert [item.stem for item in collection] == ["a", "b", "c"]
    assert collection.passed_over == 2


def test_a_picture_that_is_named_itself_is_not_passed_over(tmp_path):
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")

    assert len(collected(tmp_path / "foto.png")) == 1


def test_a_folder_that_holds_itself_ends(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "lagi").symlink_to(tmp_path)

    assert len(collected(tmp_path)) == 1


def test_members_of_an_archive_are_taken_out_without_being_unpacked(tmp_path):
    path = zipped(tmp_path / "situs.zip", berita__satu_html="<p>Apel</p>", gaya_css="p {}")
    (item,) = collected(path)

    assert (item.name, item.stem) == (f"{path}!berita/satu.html", "satu")
    assert item.data == b"<p>Apel</p>"


def test_a_docx_is_one_document_and_no_archive(tmp_path):
    path = tmp_path / "nota.docx"
    path.write_bytes(word(["Apel pagi."]))

    assert collected(path)[0].name == str(path)


def test_a_member_that_is_broken_is_named_and_the_others_are_read(tmp_path):
    path = zipped(tmp_path / "situs.zip", a_txt="Apel " * 400, b_txt="Rapat.")
    content = bytearray(path.read_bytes())
    content[36:40] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    broken, whole = collected(path)

    assert "rusak" in broken.problem
    assert whole.data == b"Rapat."


def test_an_archive_that_is_cut_off_is_named(tmp_path):
    path = zipped(tmp_path / "situs.zip", a_txt="Apel")
    path.write_bytes(path.read_bytes()[:30])

    assert "rusak atau terpotong" in collected(path)[0].problem


def test_pages_of_a_web_archive_are_known_by_their_address(web_archive):
    page, letter = collected(web_archive)

    assert page.name == f"{web_archive}!https://contoh.test/berita/apel?id=1"
    assert (page.stem, page.data) == ("apel", b"<p>Apel</p>")
    assert letter.stem == "surat"


def test_a_web_archive_that_is_cut_off_gives_what_stands_before_the_cut(web_archive):
    content = web_archive.read_bytes()
    web_archive.write_bytes(content[: len(content) - 40])
    page, problem = collected(web_archive)

    assert page.stem == "apel"
    assert "WARC" in problem.problem


def test_what_is_no_web_archive_at_all_is_named(tmp_path):
    path = tmp_path / "situs.warc"
    path.write_bytes(b"WARC/1.0\r\nrusak")

    assert "WARC" in collected(path)[0].problem


def test_how_many_there_are_is_not_known_before_a_web_archive_is_read(web_archive):
    assert Collection([str(web_archive)]).expected() is None


def test_what_is_done_already_is_left_out_and_counted(tmp_path):
    path = zipped(tmp_path / "situs.zip", a_txt="Apel", b_txt="Rapat")
    collection = Collection([str(path)], skip=lambda name: name.endswith("a.txt"))

    assert [item.stem for item in collection] == ["b"]
    assert collection.done_before == 1
