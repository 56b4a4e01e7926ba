"""Acts on documents and drafts: receive, change, undo, set aside; confirming.py has the last."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from pamong import reader
from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile
from pamong.apps.core.made_up import without_mark
from pamong.apps.core.services import NewDocument, keep_original, register_document
from pamong.apps.forums import editing
from pamong.apps.forums.confidential import holds_unnamed
from pamong.apps.forums.errors import DraftDecidedError, DraftNotFoundError, NothingToUndoError
from pamong.apps.forums.models import DraftChange, DraftStatus, ReadingDraft
from pamong.apps.organisasi import selectors as organisasi
from pamong.apps.organisasi.models import Pemda
from pamong.kernel.capacity import Capacity
from pamong.reader.source import load

CONTAINERS = {"pdf", "docx"}
Edit = Callable[[editing.Content], editing.Content]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file or a pasted text as it comes in; ``kode`` only where a sample brings its own."""

    content: bytes
    file_name: str = ""
    title: str = ""
    published_on: date | None = None
    kode: str | None = None


def receive_document(
    *, arrival: Arrival, day: date, actor: Actor, reason: str = "dokumen dimasukkan"
) -> ReadingDraft:
    """Keep a document unchanged and read it into a draft; nothing is kept of one that fails.

    Raises:
        UnreadableDocumentError: it is empty, too large, locked, a picture, a scan, …
        DuplicateDocumentError: the same text is already here.
    """
    source = load(arrival.content, arrival.file_name)
    title = arrival.title or source.title or ""
    # A page says itself when it was published; what a person says goes before it.
    published_on = arrival.published_on or source.published_on
    new = NewDocument(
        text=source.text,
        title=title,
        file_name=arrival.file_name,
        kode=arrival.kode,
        published_on=published_on,
    )
    with act("forums.receive_document", actor=actor, reason=reason):
        document = register_document(new=new, day=day, actor=actor, reason=reason)
        if source.kind in CONTAINERS:  # a text or a page is its own original
            file = NewFile(arrival.file_name or f"{document.kode}.{source.kind}", arrival.content)
            keep_original(document=document, file=file, day=day, actor=actor, reason=reason)
        content = reader.read(
            source.text,
            title=title or None,
            published_on=published_on,
            known=known(),
            not_after=day,
            noticed=source.warnings,
        ).to_json()
        return ReadingDraft.objects.create(
            document=document,
            pemda=_resident(content),
            is_sealed=holds_unnamed(content),
            as_read=content,
            content=content,
        )


def change_draft(
    *, public_id: UUID, pointer: str, edit: Edit, actor: Actor, reason: str = "meninjau draf"
) -> ReadingDraft:
    """Change one part of an open draft by ``edit`` (one of :mod:`pamong.apps.forums.editing`).

    Raises:
        DraftNotFoundError: there is no such draft.
        DraftDecidedError: it was confirmed or set aside.
        DraftEditError: the change does not fit.
    """
    with act("forums.change_draft", actor=actor, reason=reason):
        draft = open_draft(public_id)
        before, draft.content = draft.content, edit(draft.content)
        draft.pemda = _resident(draft.content)
        draft.is_sealed = draft.is_sealed or holds_unnamed(draft.content)
        draft.save(update_fields=["content", "pemda", "is_sealed"])
        DraftChange.objects.create(
            draft=draft,
            pointer=pointer,
            before=before,
            after=draft.content,
            made_by=actor.label,
        )
        return draft


def undo_change(
    *, public_id: UUID, actor: Actor, reason: str = "membatalkan perubahan"
) -> ReadingDraft:
    """Take back the last change that still stands.

    Raises:
        DraftNotFoundError: there is no such draft.
        DraftDecidedError: it was confirmed or set aside.
        NothingToUndoError: no change stands.
    """
    with act("forums.undo_change", actor=actor, reason=reason):
        draft = open_draft(public_id)
        last = draft.changes.filter(is_undone=False).order_by("-id").first()
        if last is None:
            raise NothingToUndoError
        last.is_undone = True
        last.save(update_fields=["is_undone"])
        draft.content = last.before
        draft.pemda = _resident(draft.content)
        draft.save(update_fields=["content", "pemda"])
        return draft


def set_aside_draft(*, public_id: UUID, day: date, actor: Actor, reason: str) -> ReadingDraft:
    """Decide that nothing of a document is recorded, and say why.

    Raises:
        DraftNotFoundError: there is no such draft.
        DraftDecidedError: it was decided already.
        ReasonMissingError: no reason was given.
    """
    with act("forums.set_aside_draft", actor=actor, reason=reason):
        draft = open_draft(public_id)
        decide(draft, DraftStatus.SET_ASIDE, day=day, actor=actor, reason=reason)
        return draft


def open_draft(public_id: UUID) -> ReadingDraft:
    """Lock an open draft against another person's change, and return it.

    Raises:
        DraftNotFoundError: there is no such draft.
        DraftDecidedError: it was decided already.
    """
    draft = (
        ReadingDraft.objects.select_for_update(of=("self",))
        .select_related("document", "pemda__instansi")
        .filter(public_id=public_id)
        .first()
    )
    if draft is None:
        raise DraftNotFoundError
    if draft.status != DraftStatus.OPEN:
        raise DraftDecidedError(draft.get_status_display())
    return draft


def decide(
    draft: ReadingDraft, status: DraftStatus, *, day: date, actor: Actor, reason: str
) -> None:
    """Write down how a draft was decided; the caller has opened the act."""
    draft.status, draft.decided_on = status, day
    draft.decided_by, draft.reason = actor.label, reason
    draft.save(update_fields=["status", "decided_on", "decided_by", "reason"])


def known() -> reader.Known:
    """Return what the registry knows of holders, for the reader to settle years and names.

    The mark of a made-up government is left out, as texts write its name without.
    """
    return reader.Known(
        holders=tuple(
            reader.KnownHolder(
                name=row.name,
                office=without_mark(row.office),
                region=without_mark(row.region),
                capacity=Capacity(row.capacity).label,
                starts_on=row.starts_on,
                last_day=row.last_day,
                also_called=row.also_called,
            )
            for row in organisasi.holders_on_record()
        )
    )


def _resident(content: editing.Content) -> Pemda | None:
    """Return the government that the draft is about, if it keeps its records here."""
    try:
        return organisasi.find_resident(content["region"] or "")
    except organisasi.PemdaNotFoundError:
        return None
