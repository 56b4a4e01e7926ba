"""The process apart: it ends in time, takes no secrets along, and leaves nothing behind."""

import json
import os
import subprocess
import sys

import psutil
import pytest
from tests.support.pdf import pages_of, pdf
from tests.support.word import word

from pamong.reader.extraction import process
from pamong.reader.extraction.extracted import Extracted
from pamong.reader.extraction.limits import MAX_MEMORY
from pamong.reader.plain import PlainFormError, from_plain
from pamong.reader.source import load
from pamong.reader.unreadable import ReaderBusyError, SwollenDocumentError, TooSlowDocumentError

TEXT = "Bupati Contoh (rekaan) memimpin apel pagi."
SLOW = pdf(pages_of(f"{TEXT} " * 900, size=4) * 5)


def test_what_takes_too_long_is_ended_and_the_next_is_read(monkeypatch):
    monkeypatch.setattr(process, "MAX_SECONDS", 1)

    with pytest.raises(TooSlowDocumentError, match="sesudah 1 detik belum selesai dibaca"):
        load(SLOW, "lama.pdf")

    assert not [child for child in psutil.Process().children() if "extraction" in child.cmdline()]
    assert load(word([TEXT]), "apel.docx").text == TEXT


def test_one_is_read_at_a_time_and_who_waits_in_vain_is_told(monkeypatch):
    monkeypatch.setattr(process, "MAX_SECONDS", 0.1)

    with process._SEAT, pytest.raises(ReaderBusyError, match="dokumen lain sedang dibaca"):
        load(word([TEXT]), "apel.docx")


def test_a_process_that_is_killed_is_told_as_too_much(monkeypatch):
    def killed(*_arguments, **_more):
        return subprocess.CompletedProcess([], -9, b"")

    monkeypatch.setattr(process.subprocess, "run", killed)

    with pytest.raises(SwollenDocumentError):
        load(word([TEXT]), "apel.docx")


def test_it_knows_no_secret_of_ours(monkeypatch):
    seen = {}
    run = subprocess.run

    def watched(*arguments, **more):
        seen.update(more["env"])
        return run(*arguments, **more)

    monkeypatch.setenv("PAMONG_SECRET_KEY", "rahasia")
    monkeypatch.setattr(process.subprocess, "run", watched)
    load(word([TEXT]), "apel.docx")

    assert set(seen) <= set(process._PASSED_ON)


def test_its_memory_and_its_time_are_bounded_before_it_looks_at_the_file():
    """Asked in the process itself, where its bounds stand."""
    code = (
        "import io, json, resource, sys\n"
        "from pamong.reader.extraction import __main__ as child\n"
        "class Asked(io.BytesIO):\n"
        "    def read(self, *some):\n"
        "        kinds = (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE)\n"
        "        print(json.dumps([resource.getrlimit(kind)[0] for kind in kinds]))\n"
        "        sys.stdout.flush()\n"
        "        return super().read(*some)\n"
        "sys.stdin = type('Input', (), {'buffer': Asked(b'')})\n"
        "child.main('pdf')\n"
    )

    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )

    assert json.loads(ended.stdout.splitlines()[0]) == [MAX_MEMORY, 60, 0]


def test_what_is_read_tells_what_the_file_is_whatever_its_name():
    as_pdf, as_word = pdf(pages_of(TEXT)), word([TEXT])

    read_pdf, read_word = load(as_pdf, "surat.docx"), load(as_word, "surat.txt")

    assert (read_pdf.kind, read_pdf.pages, read_pdf.size) == ("pdf", 1, len(as_pdf))
    assert read_pdf.media_type == "application/pdf"
    assert (read_word.kind, read_word.pages, read_word.size) == ("docx", None, len(as_word))
    assert read_word.media_type.endswith("wordprocessingml.document")
    assert read_pdf.text == read_word.text == TEXT


def test_an_answer_of_another_form_is_not_believed():
    with pytest.raises(PlainFormError, match="/kind bukan salah satu dari pdf, docx"):
        from_plain(Extracted, {"kind": "rtf", "text": "Apel."})


def test_a_pdf_behind_stray_bytes_is_a_pdf():
    assert load(b"\r\nX-Kiriman: 1\r\n" + pdf(pages_of(TEXT)), "apel.pdf").text == TEXT
