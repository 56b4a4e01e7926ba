"""Directives as pages show them: what, who to whom, how, where, by when, and the source."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.forums.models import (
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    Forum,
    Topic,
)
from pamong.apps.organisasi.models import Jabatan, Pemda
from pamong.apps.organisasi.titles import office_title
from pamong.kernel.capacity import Capacity


@dataclass(frozen=True, slots=True)
class Asked:
    """One directive; ``source`` names the document, or that it is a record by hand."""

    public_id: UUID
    gist: str
    topic: str
    givers: tuple[str, ...]
    addressees: tuple[str, ...]
    day: date
    forum_id: UUID
    forum_title: str
    source: str
    document_public_id: UUID | None
    relayed_by: str
    setting: str
    repeats: str
    words: str
    term: str
    due_on: date | None
    is_upward: bool
    is_repeated: bool


def with_everything(directives: QuerySet[Directive]) -> QuerySet[Directive]:
    """Let a query bring all that :func:`as_asked` shows, in two queries however many rows."""
    addressed = DirectiveAddressee.objects.filter(directive=OuterRef("pk")).order_by("id")
    return (
        directives.select_related("forum__document", "relayed_by")
        .prefetch_related(
            Prefetch("givers", DirectiveGiver.objects.select_related("person", "jabatan"))
        )
        .annotate(addressed=ArraySubquery(addressed.values("text")))
    )


def as_asked(rows: Iterable[Directive], pemda: Pemda) -> list[Asked]:
    """Return directives of ``pemda``, fetched by :func:`with_everything`, as pages show them."""
    return [_asked(row, pemda) for row in rows]


def source_of(forum: Forum) -> str:
    """Name what a forum is known from: "dokumen 003", or the minutes taken here."""
    return str(forum.document) if forum.document else _("catatan forum ini")


def named_with_office(name: str, jabatan: Jabatan | None, capacity: str, pemda: Pemda) -> str:
    """Name somebody with office and capacity: "Nama, Pjs Bupati Jember"."""
    if jabatan is None:
        return name
    office = office_title(jabatan, pemda)
    acting = capacity and Capacity(capacity).is_acting
    return f"{name}, {Capacity(capacity).label} {office}" if acting else f"{name}, {office}"


def _asked(row: Directive, pemda: Pemda) -> Asked:
    document = row.forum.document
    return Asked(
        public_id=row.public_id,
        gist=row.gist,
        topic=str(Topic(row.topic).label) if row.topic else "",
        givers=tuple(
            named_with_office(giver.person.shown_name, giver.jabatan, giver.capacity, pemda)
            for giver in row.givers.all()
        ),
        addressees=tuple(row.addressed),  # type: ignore[attr-defined]  # annotated above
        day=row.day,
        forum_id=row.forum.public_id,
        forum_title=row.forum.title,
        source=source_of(row.forum),
        document_public_id=document.public_id if document else None,
        relayed_by=row.relayed_by.shown_name if row.relayed_by else "",
        setting=row.get_setting_display() if row.setting else "",
        repeats=row.repeats,
        words=row.words,
        term=row.term,
        due_on=row.due_on,
        is_upward=row.is_upward,
        is_repeated=bool(row.repeats or row.repeats_of_id),
    )
