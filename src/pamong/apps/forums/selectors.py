"""Reading documents, drafts, forums, and what was asked and promised there."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

from pamong.apps.forums.asked import Asked, as_asked, with_everything
from pamong.apps.forums.errors import (
    AnswerNotFoundError,
    DirectiveNotFoundError,
    DraftNotFoundError,
    ForumNotFoundError,
    MatterNotFoundError,
    SeriesNotFoundError,
    SheetNotFoundError,
)
from pamong.apps.forums.models import (
    AgendaItem,
    CallingOff,
    Commitment,
    ConfidentialStatement,
    Directive,
    DirectiveAddressee,
    DirectiveAnswer,
    DirectiveGiver,
    DirectiveUnit,
    DraftStatus,
    Forum,
    ForumGuest,
    ForumSeries,
    ListSheet,
    ReadingDraft,
    Statement,
)
from pamong.apps.forums.touches import PROPOSALS
from pamong.apps.organisasi.models import Pemda

STANDING_TOUCH = Q(changes__is_undone=False) & ~Q(changes__pointer__startswith=f"/{PROPOSALS}")
"""Changes that stand, less what only asks a language model or leaves what it proposed."""


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
        .annotate(
            standing=Count("changes", filter=Q(changes__is_undone=False)),
            touches=Count("changes", filter=STANDING_TOUCH),
        )
        .filter(**which)
        .first()
    )
    if draft is None:
        raise DraftNotFoundError
    return draft


def directives_by(pemda: Pemda, *, day: date, limit: int | None = None) -> list[Asked]:
    """Return what was asked in ``pemda`` until ``day``, newest first."""
    found = Directive.objects.filter(pemda=pemda, day__lte=day).order_by("-day", "id")
    return as_asked(with_everything(found)[:limit], pemda)


def heard_in(pemda: Pemda) -> Q:
    """Return the condition on people who spoke, asked or promised at forums of ``pemda``."""
    return Q(pk__in=ids_heard_in(pemda))


def ids_heard_in(pemda: Pemda) -> QuerySet[Any, Any]:
    """Return the keys of who spoke, asked or promised at forums of ``pemda``.

    A union of keys, found by indexes: a condition over joins looks at everybody in the database.
    """
    at_forums = Forum.objects.filter(pemda=pemda)
    givers = DirectiveGiver.objects.filter(directive__pemda=pemda)
    return givers.values_list("person_id", flat=True).union(
        Statement.objects.filter(forum__pemda=pemda).values_list("speaker_id", flat=True),
        Commitment.objects.filter(pemda=pemda).values_list("person_id", flat=True),
        at_forums.exclude(reader=None).values_list("reader_id", flat=True),
        at_forums.exclude(chair=None).values_list("chair_id", flat=True),
    )


def get_forum(public_id: UUID) -> Forum:
    """Return one forum, with its government, chair and series.

    Raises:
        ForumNotFoundError: there is none.
    """
    forum = (
        Forum.objects.select_related(
            "pemda__instansi", "document", "reader", "principal", "series", "host"
        )
        .select_related("chair", "chair_office")
        .annotate(**_told_in_the_same_query())
        .filter(public_id=public_id)
        .first()
    )
    if forum is None:
        raise ForumNotFoundError
    return forum


def _told_in_the_same_query() -> dict[str, ArraySubquery]:
    """Return the small parts of a forum, so that a page needs no query for each."""
    guests = ForumGuest.objects.filter(forum=OuterRef("pk")).order_by("id").values("text")
    words = ConfidentialStatement.objects.filter(forum=OuterRef("pk")).order_by("id")
    agenda = AgendaItem.objects.filter(forum=OuterRef("pk")).order_by("position")
    told = JSONObject(
        public_id=Cast("public_id", TextField()),
        item="item",
        body="body",
        directive_id=Cast("directive__public_id", TextField()),
    )
    called_off = CallingOff.objects.filter(forum=OuterRef("pk")).order_by("-id")
    told_off = JSONObject(called_off_on="called_off_on", why="why", taken_back_on="taken_back_on")
    return {
        "guest_texts": ArraySubquery(guests),
        "callings_off_told": ArraySubquery(called_off.values(told=told_off)),
        "confidential_words": ArraySubquery(words.values("words")),
        "agenda_told": ArraySubquery(agenda.values(told=told)),
    }


def get_directive(public_id: UUID) -> Directive:
    """Return one directive, with its forum and government.

    Raises:
        DirectiveNotFoundError: there is none.
    """
    directive = (
        with_everything(Directive.objects.filter(public_id=public_id))
        .select_related("pemda__instansi", "list_request", "repeats_of", "forum__series")
        .prefetch_related(
            Prefetch("units", DirectiveUnit.objects.select_related("opd")),
            Prefetch(
                "addressees",
                DirectiveAddressee.objects.select_related("opd", "instansi", "daerah").order_by(
                    "id"
                ),
            ),
        )
        .annotate(is_asked_again=Exists(Directive.objects.filter(repeats_of=OuterRef("pk"))))
        .first()
    )
    if directive is None:
        raise DirectiveNotFoundError
    return directive


def get_series(public_id: UUID, pemda: Pemda) -> ForumSeries:
    """Return one series of forums of ``pemda``.

    Raises:
        SeriesNotFoundError: there is none.
    """
    series = ForumSeries.objects.filter(public_id=public_id, pemda=pemda).first()
    if series is None:
        raise SeriesNotFoundError
    return series


def get_matter(public_id: UUID) -> AgendaItem:
    """Return one point of an agenda, with its forum.

    Raises:
        MatterNotFoundError: there is none.
    """
    matter = AgendaItem.objects.select_related("forum__pemda").filter(public_id=public_id).first()
    if matter is None:
        raise MatterNotFoundError
    return matter


def get_sheet(public_id: UUID) -> ListSheet:
    """Return the table of one OPD, with the directive that asks for it.

    Raises:
        SheetNotFoundError: there is none.
    """
    sheet = (
        ListSheet.objects.select_related("request__directive__pemda__instansi", "opd")
        .filter(public_id=public_id)
        .first()
    )
    if sheet is None:
        raise SheetNotFoundError
    return sheet


def get_answer(public_id: UUID) -> DirectiveAnswer:
    """Return one answer with its file.

    Raises:
        AnswerNotFoundError: there is none.
    """
    answer = (
        DirectiveAnswer.objects.select_related("directive__pemda", "file")
        .filter(public_id=public_id)
        .first()
    )
    if answer is None:
        raise AnswerNotFoundError
    return answer
