"""``pamong read``: drafts on standard output, sentences on standard error."""

import io
import json
import subprocess
import sys

import pytest
from tests.reader.parts import SAMPLES
from tests.support.pdf import Sheet, pages_of, pdf
from tests.support.word import word as word_of

from pamong.cli.main import app
from pamong.reader.source import MAX_TEXT_BYTES

TEXT = (
    "BANDAR CONTOH - Bupati Contoh Rekaan Utama memimpin apel di halaman kantor Kabupaten Contoh, "
    "Senin (18/3). Ia meminta ASN menjaga netralitas yang sudah dijanjikan."
)


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "apel.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(capsys, *arguments):
    """Run the command; return its exit code, output and errors."""
    try:
        code = app(["read", *map(str, arguments)], prog_name="pamong", standalone_mode=False)
    except SystemExit as end:
        code = end.code
    captured = capsys.readouterr()
    return code or 0, captured.out, captured.err


def test_each_document_is_one_json_line_with_its_stem(capsys, document):
    code, out, _ = run(capsys, document, SAMPLES / "003.txt", "--json")
    drafts = [json.loads(line) for line in out.splitlines()]

    assert code == 0
    assert [draft["id"] for draft in drafts] == ["apel", "003"]
    assert drafts[1]["date"] == "2025-04-08"


def test_without_json_a_summary_in_indonesian_is_printed(capsys):
    _, out, _ = run(capsys, SAMPLES / "000.txt")

    assert "Acara: silaturahmi" in out
    assert "Hari: Rabu, 23 September 2020" in out
    assert "Masa: Plt Gubernur Jambi, 2018-04-10 s.d. 2019-02-12" in out


def test_a_conflict_is_said_and_not_settled_in_silence(capsys):
    _, out, _ = run(capsys, SAMPLES / "contoh-1.txt")

    assert "perlu dipilih: Tertulis hari Selasa" in out


def test_the_day_of_publication_settles_a_year(capsys, document):
    _, undecided, _ = run(capsys, document, "--json")
    _, settled, _ = run(capsys, document, "--json", "--published-on", "20 Maret 2019")

    assert json.loads(undecided)["date"] is None
    assert json.loads(settled)["date"] == "2019-03-18"


def test_standard_input_is_a_document(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))

    _, out, _ = run(capsys, "-", "--json")

    assert json.loads(out)["id"] == "stdin"


def test_what_cannot_be_read_gets_a_sentence_each_and_the_others_are_read(
    capsys, tmp_path, document
):
    picture, empty, large = (tmp_path / name for name in ("a.png", "b.txt", "c.txt"))
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    empty.write_bytes(b"")
    large.write_bytes(b"kata " * (MAX_TEXT_BYTES // 4))

    code, out, err = run(
        capsys, picture, empty, large, tmp_path / "tidak-ada.txt", document, "--json"
    )

    assert code == 3
    assert json.loads(out)["id"] == "apel"
    sentences = err.splitlines()
    assert len(sentences) == 4
    for sentence, word in zip(
        sentences, ("gambar", "kosong", "lebih dari 5 MB", "tidak ada"), strict=True
    ):
        assert sentence.startswith("pamong: ")
        assert word in sentence


def test_pdf_and_docx_are_read_beside_a_text(capsys, tmp_path, document):
    as_pdf, as_word = tmp_path / "surat.pdf", tmp_path / "nota.docx"
    as_pdf.write_bytes(pdf([*pages_of(TEXT), Sheet(picture=True)]))
    as_word.write_bytes(word_of([TEXT]))

    code, out, _ = run(capsys, document, as_pdf, as_word, "--json")
    of_text, of_pdf, of_word = (json.loads(line) for line in out.splitlines())

    assert code == 0
    assert (of_pdf["id"], of_word["id"]) == ("surat", "nota")
    for field in ("forum_kind", "speakers", "directives", "region"):
        assert of_pdf[field] == of_word[field] == of_text[field]
    assert of_pdf["warnings"][0]["code"] == "picture_pages"

    _, summary, _ = run(capsys, as_pdf)
    assert "Peringatan: Halaman 2 PDF ini gambar tanpa teks" in summary


def test_a_pdf_that_cannot_be_read_gets_its_sentence_and_its_exit_code(capsys, tmp_path, document):
    scan = tmp_path / "pindai.pdf"
    scan.write_bytes(pdf([Sheet(picture=True)]))

    code, out, err = run(capsys, scan, document, "--json")

    assert code == 3
    assert json.loads(out)["id"] == "apel"
    assert err == (
        f"pamong: {scan}: berkas PDF ini hanya berisi gambar (hasil pindai), tanpa teks. Kenali "
        "dahulu hurufnya dengan OCR, atau ketik naskahnya.\n"
    )


def test_reading_loads_nothing_heavy():
    code = (
        "import sys, pamong.cli.main, pamong.reader.source, pamong.reader;"
        "print({'django', 'rich', 'trafilatura', 'spacy', 'dateparser', 'pypdf', 'pdfplumber',"
        " 'docx', 'lxml', 'PIL', 'warcio', 'concurrent.futures.process'} & set(sys.modules))"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert ended.stdout.strip() == "set()"


def test_a_day_of_publication_without_its_century_is_asked_about(capsys, document):
    with pytest.raises(Exception, match="tahun"):
        run(capsys, document, "--published-on", "18/3/19")
