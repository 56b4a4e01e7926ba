"""``pamong read``: documents become drafts, as JSON lines or as a summary for people."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:  # the reader is loaded when the command runs
    from datetime import date

    from pamong.cli.draft_lines import DraftLines
    from pamong.reader import Draft
    from pamong.reader.batch import Settings
    from pamong.reader.collection import Item

_STDIN = "-"
_FEW = 24  # documents: for fewer, starting more processes takes longer than reading
_MOST_PROCESSES = 8


def read(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="BERKAS…",
            help=(
                "Berkas teks, HTML, PDF, atau DOCX, folder, arsip ZIP atau WARC; - untuk masukan "
                "baku."
            ),
            show_default=False,
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Cetak satu objek JSON per dokumen, satu per baris.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            help=(
                "Tulis objek JSON ke berkas ini. Kalau berkasnya sudah ada, dokumen yang sudah "
                "tertulis di situ tidak dibaca lagi."
            ),
            metavar="BERKAS",
        ),
    ] = None,
    processes: Annotated[
        int | None,
        typer.Option(
            "--processes",
            min=1,
            max=64,
            help="Berapa proses yang membaca; bawaannya satu per inti bila dokumennya banyak.",
            metavar="JUMLAH",
        ),
    ] = None,
    published_on: Annotated[
        str | None,
        typer.Option(
            "--published-on",
            help="Hari dokumen terbit: 2019-12-14, 14/12/2019 atau 14 Desember 2019.",
            metavar="HARI",
        ),
    ] = None,
) -> None:
    """Baca dokumen acara pemerintah daerah menjadi draf, tanpa menyimpan apa pun.

    Kode keluar: 0 semua terbaca, 2 cara memanggilnya salah, 3 ada berkas yang tidak dapat dibaca
    (yang lain tetap dibaca).
    """
    from datetime import date

    from pamong.cli.draft_lines import DraftLines, OutputError
    from pamong.cli.failures import ExitCode
    from pamong.reader.batch import Settings

    today = date.today()  # noqa: DTZ011  # a document is read where the clerk sits
    settings = Settings(_published_day(published_on), not_after=today)
    try:
        lines = DraftLines(out) if out or as_json else None
    except OutputError as error:
        raise typer.BadParameter(str(error), param_hint="--out") from error
    with closing(lines) if lines else nullcontext():
        failed = _read_all(files, settings, lines, processes=processes, is_kept=out is not None)
    if failed:
        raise typer.Exit(ExitCode.REFUSED)


def _published_day(text: str | None) -> "date | None":
    from pamong.kernel.day import DayTextError, parse_day

    try:
        return parse_day(text) if text else None
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint="--published-on") from error


def _read_all(
    files: list[str],
    settings: "Settings",
    lines: "DraftLines | None",
    *,
    processes: int | None,
    is_kept: bool,
) -> int:
    """Read everything, tell of each document, and return how many failed."""
    from pamong.cli.reading_progress import ReadingProgress
    from pamong.reader.batch import read_each
    from pamong.reader.collection import Collection

    collection = Collection(
        [name for name in files if name != _STDIN], skip=lines.is_done if lines else _nothing
    )
    expected = collection.expected()
    is_many = is_kept or expected != len(collection.names)
    progress = ReadingProgress(expected, is_shown=is_many)
    tell = _teller(lines)
    items = _with_stdin(collection, is_asked=_STDIN in files)
    for outcome in read_each(items, settings, processes=processes or _processes_for(expected)):
        if outcome.draft is None:
            progress.fail(outcome.sentence)
            continue
        tell(outcome.item, outcome.draft)
        progress.succeeded()
    progress.finish(done_before=collection.done_before, passed_over=collection.passed_over)
    return progress.failed


def _nothing(_: str) -> bool:
    return False


def _with_stdin(collection: Iterable["Item"], *, is_asked: bool) -> Iterator["Item"]:
    from pamong.cli.draft_lines import STDIN
    from pamong.reader.collection import Item
    from pamong.reader.source import MAX_BYTES

    if is_asked:
        yield Item(STDIN, sys.stdin.buffer.read(MAX_BYTES + 1))
    yield from collection


def _processes_for(expected: int | None) -> int:
    if expected is not None and expected <= _FEW:
        return 1
    return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES)


def _teller(lines: "DraftLines | None") -> Callable[["Item", "Draft"], None]:
    if lines is not None:
        return lines.write

    from pamong.cli.draft_summary import summary

    return lambda item, draft: print(summary(item.name, draft))
