"""Writing the forum of a confirmed draft: who came, what was said, asked and promised."""

from pamong.apps.forums.models import (
    Commitment,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    Forum,
    ForumGuest,
    Statement,
)
from pamong.apps.forums.planning import addressee_kind
from pamong.apps.forums.recorded import Recorded, there
from pamong.reader.draft import DraftDirective, Quote


def record_forum(recorded: Recorded) -> Forum:
    """Record the forum with everything said there; :func:`confirm_draft` has opened the act."""
    forum = _forum(recorded)
    _record_guests(recorded, forum)
    Statement.objects.bulk_create(
        _statement(recorded, forum, quote) for quote in recorded.plan.draft.quotes
    )
    for index, row in enumerate(recorded.plan.draft.directives):
        _record_directive(recorded, forum, row, f"/directives/{index}")
    _record_commitments(recorded, forum)
    return forum


def _forum(recorded: Recorded) -> Forum:
    content, document = recorded.plan.draft, recorded.document
    behalf = content.on_behalf_of
    return Forum.objects.create(
        pemda=recorded.pemda,
        document=document,
        kind=there(content.forum_kind),
        title=document.title or document.kode,
        day=there(content.date),
        time_of_day=content.time_of_day or "",
        place=content.place or "",
        reader=recorded.person(behalf.reader) if behalf else None,
        principal=recorded.office(behalf.principal) if behalf else None,
        topics=list(content.topics),
        recurrence=[{"what": row.what, "rule": row.rule} for row in content.recurrence],
        agenda=[{"item": row.item, "body": row.body} for row in content.agenda],
        numbers=[
            {"value": row.value, "unit": row.unit, "what": row.what} for row in content.numbers
        ],
    )


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
    directive = Directive.objects.create(
        forum=forum,
        pemda=recorded.pemda,
        gist=row.gist,
        topic=row.topic or "",
        setting=row.setting or "",
        relayed_by=recorded.person(row.relayed_by),
        repeats=row.repeats or "",
        words=recorded.words(pointer),
    )
    giver = recorded.person(row.by)
    if giver is not None:
        office, capacity = recorded.office_of(row.by)
        DirectiveGiver.objects.create(
            directive=directive, person=giver, jabatan=office, capacity=capacity
        )
    if row.to:
        kind, opd = addressee_kind(row.to, recorded.pemda)
        DirectiveAddressee.objects.create(directive=directive, kind=kind, opd=opd, text=row.to)


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
    )
