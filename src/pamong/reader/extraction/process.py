"""Runs the reading of one PDF or DOCX in a process of its own, and understands how it ended."""

import json
import os
import signal
import subprocess
import sys
from threading import BoundedSemaphore

from pamong.reader.extraction.extracted import Extracted, refusal
from pamong.reader.extraction.limits import MAX_SECONDS
from pamong.reader.plain import from_plain
from pamong.reader.signature import Container, is_cut_off
from pamong.reader.unreadable import (
    BrokenDocumentError,
    ReaderBusyError,
    SwollenDocumentError,
    TooSlowDocumentError,
)

FORMS: dict[Container, str] = {"pdf": "PDF", "zip": "DOCX"}

# One at a time in each process of the server: its memory stays bounded whoever sends how much.
_SEAT = BoundedSemaphore(1)
_PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE", "TMPDIR")


def extract(data: bytes, container: Container, filename: str) -> Extracted:
    """Return the text of a PDF or DOCX, read in at most ``MAX_SECONDS`` and ``MAX_MEMORY``.

    Raises:
        ReaderBusyError: others were being read all the while.
        TooSlowDocumentError: it took too long.
        SwollenDocumentError: it took too much memory.
        BrokenDocumentError: it cannot be opened.
        UnreadableDocumentError: another refusal that the reading itself decided on.
    """
    if container == "pdf" and is_cut_off(data):
        raise BrokenDocumentError(filename, "PDF", "no %%EOF")
    if not _SEAT.acquire(timeout=MAX_SECONDS):
        raise ReaderBusyError(filename)
    try:
        ended = _run(data, container)
    except subprocess.TimeoutExpired:
        raise TooSlowDocumentError(filename, MAX_SECONDS) from None
    finally:
        _SEAT.release()
    return _answer(ended, FORMS[container], filename)


def _run(data: bytes, container: Container) -> "subprocess.CompletedProcess[bytes]":
    """Start the child without the secrets of our environment; its bounds it sets itself."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "pamong.reader.extraction", container],
        input=data,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
        cwd="/",
        timeout=MAX_SECONDS,
        check=False,
    )


def _answer(ended: "subprocess.CompletedProcess[bytes]", form: str, filename: str) -> Extracted:
    if ended.returncode == -signal.SIGXCPU:
        raise TooSlowDocumentError(filename, MAX_SECONDS)
    if ended.returncode < 0:  # a library in C that was refused memory ends by a signal
        raise SwollenDocumentError(filename, form)
    try:
        answer = json.loads(ended.stdout)
    except ValueError as error:
        raise BrokenDocumentError(filename, form, f"exit {ended.returncode}") from error
    if "refused" in answer:
        raise refusal(filename, answer["refused"], answer["details"])
    return from_plain(Extracted, answer)
