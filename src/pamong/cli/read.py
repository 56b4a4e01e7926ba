"""``pamong read``: documents become drafts, as JSON lines or as a summary for people."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:  # the reader is loaded when the command runs
    from datetime import date

    from pamong.reader import Draft
    from pamong.reader.source import SourceText

_STDIN = "-"


def read(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="BERKAS…",
            help="Berkas teks, HTML, PDF, atau DOCX; - untuk masukan baku.",
            show_default=False,
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Cetak satu objek JSON per dokumen, satu per baris.")
    ] = False,
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
    from pamong.cli.failures import ExitCode

    day = _published_day(published_on)
    failures = 0
    for name in files:
        try:
            draft = _read_one(name, day)
        except _refusals() as error:
            failures += 1
            print(f"pamong: {_sentence(name, error)}", file=sys.stderr)
            continue
        print(_as_json(name, draft) if as_json else _as_text(name, draft))
    if failures:
        raise typer.Exit(ExitCode.REFUSED)


def _published_day(text: str | None) -> "date | None":
    from pamong.kernel.day import DayTextError, parse_day

    try:
        return parse_day(text) if text else None
    except DayTextError as error:
        raise typer.BadParameter(str(error), param_hint="--published-on") from error


def _read_one(name: str, published_on: "date | None") -> "Draft":
    from datetime import date

    from pamong.reader import read as read_text

    source = _load(name)
    return read_text(
        source.text,
        title=source.title,
        published_on=published_on or source.published_on,
        not_after=date.today(),  # noqa: DTZ011  # a document is read where the clerk sits
        noticed=source.warnings,
    )


def _load(name: str) -> "SourceText":
    from pamong.reader.source import MAX_BYTES, load

    # One byte more than is read tells that there is too much, without filling the memory.
    if name == _STDIN:
        return load(sys.stdin.buffer.read(MAX_BYTES + 1), "masukan baku")
    with Path(name).open("rb") as file:
        return load(file.read(MAX_BYTES + 1), name)


def _refusals() -> tuple[type[Exception], ...]:
    from pamong.reader.unreadable import UnreadableDocumentError

    return (UnreadableDocumentError, OSError)


def _sentence(name: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{name}: berkas ini tidak ada. Periksa namanya."
    if isinstance(error, IsADirectoryError):
        return (
            f"{name}: ini folder. Sebutkan berkas di dalamnya, misalnya {name.rstrip('/')}/*.txt."
        )
    if isinstance(error, PermissionError):
        return f"{name}: Anda tidak berhak membaca berkas ini."
    if isinstance(error, OSError):
        return f"{name}: berkas ini tidak dapat dibuka ({error.strerror})."
    return str(error)


def _as_json(name: str, draft: "Draft") -> str:
    stem = "stdin" if name == _STDIN else Path(name).stem
    return json.dumps({"id": stem, **draft.to_json()}, ensure_ascii=False)


def _as_text(name: str, draft: "Draft") -> str:
    return "\n".join([name, *(f"  {line}" for line in _lines(draft)), ""])


def _lines(draft: "Draft") -> Iterator[str]:
    """Yield what a person wants to see of a draft, in Indonesian."""
    from pamong.kernel.day import format_day_long

    for warning in draft.warnings:
        yield f"Peringatan: {warning.message}"
    day = format_day_long(draft.date) if draft.date else None
    facts = (
        ("Acara", draft.forum_kind and draft.forum_kind.replace("_", " ")),
        ("Hari", day and f"{day}{_doubt(draft, '/date')}"),
        ("Daerah", draft.region),
        ("Tempat", draft.place),
        ("Waktu", draft.time_of_day),
    )
    yield from (f"{label}: {value}" for label, value in facts if value)
    if day is None and "/date" in draft.evidence:
        yield f"Hari: belum pasti{_doubt(draft, '/date')}"
    yield from _people(draft)
    yield from _asked(draft)


def _doubt(draft: "Draft", pointer: str) -> str:
    evidence = draft.evidence.get(pointer)
    return f" [perlu dipilih: {evidence.reason}]" if evidence and evidence.conflict else ""


def _people(draft: "Draft") -> Iterator[str]:
    for index, speaker in enumerate(draft.speakers):
        office = f", {speaker.office} ({speaker.capacity})" if speaker.office else ""
        yield f"Pembicara: {speaker.name}{office}{_doubt(draft, f'/speakers/{index}/capacity')}"
    if draft.on_behalf_of:
        stand_in = draft.on_behalf_of
        yield f"Mewakili: {stand_in.reader or 'tidak disebut'} untuk {stand_in.principal}"
    for period in draft.periods:
        yield f"Masa: {period.what}, {period.start or '…'} s.d. {period.end or '…'}"


def _asked(draft: "Draft") -> Iterator[str]:
    for directive in draft.directives:
        yield f"Arahan: {directive.by} kepada {directive.to or '…'}: {directive.gist}"
    for commitment in draft.commitments:
        yield f"Janji: {commitment.by or 'tanpa nama'}: {commitment.gist}"
    if draft.quotes:
        yield f"Kutipan langsung: {len(draft.quotes)}"
    if draft.topics:
        yield f"Topik: {', '.join(draft.topics)}"
    if draft.boilerplate_lines:
        yield f"Perabot halaman: {len(draft.boilerplate_lines)} baris"
