"""Acts on people, documents and decrees."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.files import NewFile, keep_file
from pamong.apps.core.models import Decree, Document, DocumentKind, Instansi, Person
from pamong.apps.core.refusals import refusals
from pamong.kernel.person_name import parse_person_name, sort_key


class DuplicateDocumentError(Exception):
    """The same text is already here."""

    def __init__(self, existing: Document) -> None:
        self.existing = existing
        super().__init__(
            _(
                "Teks ini sama dengan dokumen %s. Buka dokumen itu; tidak ada yang disimpan dua "
                "kali."
            )
            % existing.kode
        )


class FutureDayError(Exception):
    """A paper is dated after the day on which it comes in."""

    def __init__(self, what: str) -> None:
        super().__init__(_("%s sesudah hari ini. Periksa kembali tanggalnya.") % what)


@dataclass(frozen=True, slots=True)
class NewDocument:
    """What is known of a text when it arrives."""

    text: str
    title: str = ""
    file_name: str = ""
    kode: str | None = None
    kind: DocumentKind = DocumentKind.BERITA
    published_on: date | None = None


def register_person(*, name: str, is_made_up: bool, actor: Actor, reason: str) -> Person:
    """Record a person by the name that a decree or document gives, titles kept apart."""
    parsed = parse_person_name(name)
    with act("core.register_person", actor=actor, reason=reason), refusals():
        return Person.objects.create(
            nama=parsed.nama,
            gelar_depan=parsed.gelar_depan,
            gelar_belakang=parsed.gelar_belakang,
            sort_key=sort_key(parsed.nama),
            is_made_up=is_made_up,
        )


def register_document(*, new: NewDocument, day: date, actor: Actor, reason: str) -> Document:
    """Keep a text unchanged, once.

    Raises:
        DuplicateDocumentError: the same text is already here.
        FutureDayError: it was published after ``day``.
        RefusedError: it is empty, or its code is another document's.
    """
    digest = hashlib.sha256(new.text.encode()).hexdigest()
    if new.published_on is not None and new.published_on > day:
        raise FutureDayError(_("Tanggal terbit dokumen"))
    with act("core.register_document", actor=actor, reason=reason), refusals():
        _wait_for_other_documents()
        existing = Document.objects.filter(sha256=digest).first()
        if existing is not None:
            raise DuplicateDocumentError(existing)
        return Document.objects.create(
            kode=new.kode or _next_kode(),
            kind=new.kind,
            title=new.title[:300],
            text=new.text,
            sha256=digest,
            file_name=new.file_name[:200],
            published_on=new.published_on,
            received_on=day,
        )


def keep_original(
    *, document: Document, file: NewFile, day: date, actor: Actor, reason: str
) -> None:
    """Keep the file that a document's text was taken from.

    Raises:
        FileRefusedError: it is empty, too large, or of no kind that is kept here.
    """
    with act("core.keep_original", actor=actor, reason=reason):
        document.original = keep_file(
            file=file, owner=document.owner, day=day, actor=actor, reason=reason
        )
        document.save(update_fields=["original"])


def register_decree(*, decree: Decree, day: date, actor: Actor, reason: str) -> Decree:
    """Record a decree; ``recorded_on`` becomes ``day``.

    Raises:
        FutureDayError: it was decided after ``day``.
        RefusedError: it has no number, or is recorded already.
    """
    if decree.decided_on > day:
        raise FutureDayError(_("Tanggal penetapan SK"))
    decree.number, decree.recorded_on = decree.number.strip(), day
    with act("core.register_decree", actor=actor, reason=reason), refusals():
        decree.save()
    return decree


def assign_owner(*, document: Document, owner: Instansi, actor: Actor, reason: str) -> None:
    """Say which body a document belongs to, once it is known."""
    with act("core.assign_owner", actor=actor, reason=reason):
        document.owner = owner
        document.save(update_fields=["owner"])
        if document.original is not None:
            document.original.owner = owner
            document.original.save(update_fields=["owner"])


def _wait_for_other_documents() -> None:
    """Lock against another document coming in: it could be the same, or take the same code."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('core.document'))")


def _next_kode() -> str:
    """Return the next free code, such as "D-2" after "D-1"."""
    last = (
        Document.objects.filter(kode__regex=r"^D-\d+$")
        .order_by("-id")
        .values_list("kode", flat=True)
        .first()
    )
    return f"D-{int(last.removeprefix('D-')) + 1 if last else 1}"
