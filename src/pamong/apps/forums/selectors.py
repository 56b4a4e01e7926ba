"""Reading documents, drafts, forums, and what was asked and promised there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from pamong.apps.forums.errors import DraftNotFoundError
from pamong.apps.forums.models import (
    Commitment,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    DraftStatus,
    Forum,
    ReadingDraft,
    Statement,
    Topic,
)
from pamong.apps.organisasi.models import Pemda
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.capacity import Capacity


class ForumNotFoundError(LookupError):
    """There is no such forum."""

    def __init__(self) -> None:
        super().__init__("Forum ini tidak ada. Cari dari daftar dokumen.")


@dataclass(frozen=True, slots=True)
class Asked:
    """One directive as pages show it; ``source`` names the document and its day."""

    public_id: UUID
    gist: str
    topic: str
    givers: tuple[str, ...]
    addressees: tuple[str, ...]
    day: date
    forum_id: UUID
    forum_title: str
    source: str
    document_public_id: UUID
    relayed_by: str
    setting: str
    repeats: str
    words: str


def drafts(
    *, reached: Collection[Pemda], status: str | None = None, search: str = ""
) -> QuerySet[ReadingDraft]:
    """Return drafts with their documents, newest first, narrowed by status and by words.

    ``reached`` are the governments of whoever asks; a draft whose government is not known yet is
    for all who review.
    """
    found = ReadingDraft.objects.filter(Q(pemda__in=reached) | Q(pemda=None))
    found = found.select_related("document", "pemda").order_by("-id")
    if status in DraftStatus.values:
        found = found.filter(status=status)
    if search.strip():
        words = search.strip()
        found = found.filter(
            Q(document__title__icontains=words)
            | Q(document__kode__iexact=words)
            | Q(document__text__icontains=words)
        )
    return found


def get_draft(public_id: UUID) -> ReadingDraft:
    """Return one draft with its document.

    Raises:
        DraftNotFoundError: there is none.
    """
    return _only(public_id=public_id)


def draft_of(document_public_id: UUID) -> ReadingDraft:
    """Return the draft of one document.

    Raises:
        DraftNotFoundError: there is no such document, or it was never read.
    """
    return _only(document__public_id=document_public_id)


def _only(**which: UUID) -> ReadingDraft:
    draft = (
        ReadingDraft.objects.select_related("document", "pemda")
        .annotate(touches=Count("changes", filter=Q(changes__is_undone=False)))
        .filter(**which)
        .first()
    )
    if draft is None:
        raise DraftNotFoundError
    return draft


def directives_by(pemda: Pemda, *, day: date, limit: int | None = None) -> list[Asked]:
    """Return what was asked in ``pemda`` until ``day``, newest first."""
    found = (
        Directive.objects.filter(pemda=pemda, forum__day__lte=day)
        .select_related("forum__document", "relayed_by")
        .prefetch_related(
            Prefetch("givers", DirectiveGiver.objects.select_related("person", "jabatan")),
            Prefetch("addressees", DirectiveAddressee.objects.order_by("id")),
        )
        .order_by("-forum__day", "id")
    )
    return [_asked(row, pemda) for row in found[:limit]]


def heard_in(pemda: Pemda) -> Q:
    """Return the condition on people who spoke, asked or promised at forums of ``pemda``."""
    return (
        Q(directives_given__directive__pemda=pemda)
        | Q(statement__forum__pemda=pemda)
        | Q(commitment__pemda=pemda)
        | Q(pk__in=Forum.objects.filter(pemda=pemda).values("reader"))
    )


def get_forum(public_id: UUID) -> Forum:
    """Return one forum with its guests and statements.

    Raises:
        ForumNotFoundError: there is none.
    """
    forum = (
        Forum.objects.select_related("pemda", "document", "reader", "principal")
        .prefetch_related(
            "guests",
            Prefetch("statements", Statement.objects.select_related("speaker").order_by("id")),
            Prefetch("commitments", Commitment.objects.select_related("person").order_by("id")),
        )
        .filter(public_id=public_id)
        .first()
    )
    if forum is None:
        raise ForumNotFoundError
    return forum


def _asked(row: Directive, pemda: Pemda) -> Asked:
    document = row.forum.document
    return Asked(
        public_id=row.public_id,
        gist=row.gist,
        topic=Topic(row.topic).label if row.topic else "",
        givers=tuple(_giver(giver, pemda) for giver in row.givers.all()),
        addressees=tuple(addressee.text for addressee in row.addressees.all()),
        day=row.forum.day,
        forum_id=row.forum.public_id,
        forum_title=row.forum.title,
        source=str(document),
        document_public_id=document.public_id,
        relayed_by=row.relayed_by.shown_name if row.relayed_by else "",
        setting=row.get_setting_display() if row.setting else "",
        repeats=row.repeats,
        words=row.words,
    )


def _giver(giver: DirectiveGiver, pemda: Pemda) -> str:
    """Name a giver with office and capacity: "Nama, Pjs Bupati Jember"."""
    name = giver.person.shown_name
    if giver.jabatan is None:
        return name
    office = office_title(giver.jabatan, pemda)
    acting = giver.capacity and Capacity(giver.capacity).is_acting
    return f"{name}, {Capacity(giver.capacity).label} {office}" if acting else f"{name}, {office}"
