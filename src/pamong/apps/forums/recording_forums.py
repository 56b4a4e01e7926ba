"""Writing the forum of a confirmed draft: who came, what was said, asked and promised."""

from datetime import date

from pamong.apps.forums.addressees import Addressee, addressees_of
from pamong.apps.forums.bodies import ensure_body
from pamong.apps.forums.confidential import keep_confidential
from pamong.apps.forums.models import (
    AddresseeKind,
    AgendaItem,
    Commitment,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    Forum,
    ForumGuest,
    ForumKind,
    Statement,
)
from pamong.apps.forums.planning_forums import ForumPlan, PlannedMatter
from pamong.apps.forums.recorded import Recorded, there
from pamong.apps.forums.recording_series import record_series
from pamong.apps.forums.terms import term_in
from pamong.apps.organisasi.models import Pemda
from pamong.kernel.day import format_day
from pamong.reader.draft import DraftDirective, Quote
from pamong.reader.topics import topic_of

TERM_ROOM = 200
"""Letters; a text's words for a term are far shorter, or they are no term."""


def record_forum(recorded: Recorded) -> Forum:
    """Record the forum with everything said there; :func:`confirm_draft` has opened the act."""
    plan = there(recorded.plan.forum)
    forum = _forum(recorded, plan)
    record_series(recorded, forum, plan.series)
    _record_guests(recorded, forum)
    Statement.objects.bulk_create(
        _statement(recorded, forum, quote) for quote in recorded.plan.draft.quotes if quote.speaker
    )
    for index, row in enumerate(recorded.plan.draft.directives):
        _record_directive(recorded, forum, row, f"/directives/{index}")
    for position, matter in enumerate(plan.matters, start=1):
        record_matter(forum, matter, position, words=recorded.words(matter.pointer))
    _record_commitments(recorded, forum)
    for words in plan.confidential:
        keep_confidential(forum=forum, words=words)
    return forum


def record_matter(forum: Forum, matter: PlannedMatter, position: int, *, words: str) -> AgendaItem:
    """Record a point of the agenda, and the directive upwards where its body is known."""
    return AgendaItem.objects.create(
        forum=forum,
        position=position,
        item=matter.item,
        body=matter.body_text,
        directive=raise_upwards(forum, matter.item, matter.body_text, words)
        if matter.body
        else None,
    )


def raise_upwards(forum: Forum, item: str, body: str, words: str) -> Directive:
    """Record that a forum puts a matter to a body above or beside; the caller opened the act."""
    directive = Directive.objects.create(
        forum=forum,
        pemda_id=forum.pemda_id,
        day=forum.day,
        gist=item,
        topic=topic_of(item.casefold()) or "",
        words=words,
        is_upward=True,
    )
    instansi = ensure_body(body)
    DirectiveAddressee.objects.create(
        directive=directive, kind=AddresseeKind.INSTANSI, instansi=instansi, text=body
    )
    return directive


def address(directive: Directive, text: str, pemda: Pemda) -> list[Addressee]:
    """Record whom a directive addresses, as ``text`` says it; the caller has opened the act."""
    meant = addressees_of(text, pemda)
    DirectiveAddressee.objects.bulk_create(
        DirectiveAddressee(
            directive=directive,
            kind=row.kind,
            opd=row.opd,
            instansi=ensure_body(row.text) if row.kind is AddresseeKind.INSTANSI else None,
            daerah=row.daerah,
            text=row.text,
        )
        for row in meant
    )
    return meant


def _forum(recorded: Recorded, plan: ForumPlan) -> Forum:
    content, document = recorded.plan.draft, recorded.document
    behalf = content.on_behalf_of
    office, capacity = recorded.office_of(plan.chair)
    return Forum.objects.create(
        pemda=recorded.pemda,
        document=document,
        kind=there(content.forum_kind),
        title=document.title or _title(there(content.forum_kind), there(content.date)),
        day=there(content.date),
        hour=plan.hour,
        time_of_day=content.time_of_day or "",
        place=content.place or "",
        chair=recorded.person(plan.chair),
        chair_office=office,
        chair_capacity=capacity,
        reader=recorded.person(behalf.reader) if behalf else None,
        principal=recorded.office(behalf.principal) if behalf else None,
        topics=list(content.topics),
        protocol=plan.protocol,
        numbers=[
            {"value": row.value, "unit": row.unit, "what": row.what} for row in content.numbers
        ],
    )


def _title(kind: str, day: date) -> str:
    """Name a forum whose document has no title: "Silaturahmi, 23 September 2020"."""
    return f"{ForumKind(kind).label}, {format_day(day)}"


def _record_guests(recorded: Recorded, forum: Forum) -> None:
    content = recorded.plan.draft
    came = [*(row.office for row in content.attendees), *content.organisations]
    ForumGuest.objects.bulk_create(
        ForumGuest(forum=forum, text=text) for text in dict.fromkeys(filter(None, came))
    )


def _statement(recorded: Recorded, forum: Forum, quote: Quote) -> Statement:
    speaker = recorded.person(quote.speaker)
    office, capacity = recorded.office_of(quote.speaker)
    return Statement(
        forum=forum,
        speaker=speaker,
        office=office.nama if office else "",
        capacity=capacity,
        setting=quote.setting or "",
        words=quote.text,
    )


def _record_directive(recorded: Recorded, forum: Forum, row: DraftDirective, pointer: str) -> None:
    words = recorded.words(pointer)
    term = term_in(row.gist, asked_on=forum.day)
    if not term.words:
        term = term_in(words, asked_on=forum.day)
    directive = Directive.objects.create(
        forum=forum,
        pemda=recorded.pemda,
        day=forum.day,
        gist=row.gist,
        topic=row.topic or "",
        setting=row.setting or "",
        relayed_by=recorded.person(row.relayed_by),
        repeats=row.repeats or "",
        words=words,
        term=term.words[:TERM_ROOM],
        due_on=term.due_on,
    )
    giver = recorded.person(row.by)
    if giver is not None:
        office, capacity = recorded.office_of(row.by)
        DirectiveGiver.objects.create(
            directive=directive, person=giver, jabatan=office, capacity=capacity
        )
    if row.to and any(
        meant.kind is AddresseeKind.INSTANSI
        for meant in address(directive, row.to, recorded.pemda)
    ):
        directive.is_upward = True
        directive.save(update_fields=["is_upward"])


def _record_commitments(recorded: Recorded, forum: Forum) -> None:
    Commitment.objects.bulk_create(
        Commitment(
            forum=forum,
            pemda=recorded.pemda,
            person=recorded.person(row.by),
            to=row.to or "",
            gist=row.gist,
            topic=row.topic or "",
            due=row.due or "",
            words=recorded.words(f"/commitments/{index}"),
        )
        for index, row in enumerate(recorded.plan.draft.commitments)
        if row.by
    )
