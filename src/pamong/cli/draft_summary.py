"""What a person wants to see of a draft on a terminal, in Indonesian."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the reader is loaded when the command runs
    from pamong.reader import Draft


def summary(name: str, draft: "Draft") -> str:
    """Return a document's name and, indented below it, what was read of it."""
    return "\n".join([name, *(f"  {line}" for line in _lines(draft)), ""])


def _lines(draft: "Draft") -> Iterator[str]:
    from pamong.kernel.day import format_day_long
    from pamong.reader.papers import paper_entry

    for warning in draft.warnings:
        yield f"Peringatan: {warning.message}"
    day = format_day_long(draft.date) if draft.date else None
    facts = (
        ("Dokumen", draft.document_kind and paper_entry(draft.document_kind)["label"]),
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
