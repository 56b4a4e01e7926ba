"""Forums without a document: announced with their invitations, called over, and minuted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.forums.bodies import ensure_body, find_known_body
from pamong.apps.forums.calling_off import expect_held, expect_not_called_off
from pamong.apps.forums.matching import Matcher, OfficeMeant, PersonMeant
from pamong.apps.forums.models import (
    AgendaItem,
    Commitment,
    Directive,
    DirectiveGiver,
    Forum,
    ForumSeries,
    Invitation,
    InviteeKind,
    Presence,
    RollCallEntry,
    Statement,
)
from pamong.apps.forums.recorded import there
from pamong.apps.forums.recording_forums import address
from pamong.apps.forums.terms import term_in
from pamong.apps.organisasi.models import Opd, Pemda


class OfficeElsewhereError(ValueError):
    """An office belongs to another government."""

    def __init__(self, office: str, pemda: Pemda) -> None:
        super().__init__(
            _('"%(office)s" bukan jabatan %(pemda)s. Tulis jabatan pemerintah daerah ini.')
            % {"office": office, "pemda": pemda}
        )


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as a clerk writes it: the name, the office on that day, and the capacity."""

    name: str
    office: str = ""
    capacity: str = ""


@dataclass(frozen=True, slots=True)
class NewForum:
    """A forum that is announced, or put down afterwards; ``invited`` are texts of categories."""

    kind: str
    title: str
    day: date
    hour: time | None = None
    end_hour: time | None = None
    place: str = ""
    chair: Somebody | None = None
    series: ForumSeries | None = None
    host: Pemda | None = None
    agenda: Sequence[str] = ()
    opds: Sequence[Opd] = ()
    invited: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Called:
    """What the roll call says of one invitation."""

    presence: Presence
    represented_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class NewDirective:
    """A directive of the minutes; ``due_on`` goes before what the words say."""

    gist: str
    givers: Sequence[Somebody]
    to: str
    topic: str = ""
    due_on: date | None = None


@dataclass(slots=True)
class Cast:
    """The people and offices of one record by hand, matched like those of a document."""

    matcher: Matcher
    met: list[tuple[PersonMeant, OfficeMeant | None, str]] = field(default_factory=list)

    def meet(self, who: Somebody) -> tuple[PersonMeant, OfficeMeant | None, str]:
        """Match somebody.

        Raises:
            PersonNameError: the name is empty, or holds titles only.
            NamesakesError: several people on record bear it.
            OfficeElsewhereError: the office is another government's.
        """
        person = self.matcher.person(who.name)
        office = self.matcher.office(who.office) if who.office else None
        if who.office and office is None:
            raise OfficeElsewhereError(who.office, self.matcher.pemda)
        return person, office, who.capacity if office else ""


def announce_forum(*, pemda: Pemda, new: NewForum, day: date, actor: Actor, reason: str) -> Forum:
    """Record a forum with its invitations; until its day it is planned.

    Raises:
        PersonNameError: the name of the chair is empty, or holds titles only.
        NamesakesError: several people on record bear it.
        OfficeElsewhereError: the office of the chair is another government's.
        RefusedError: the records that are here refuse it.
    """
    with act("forums.announce_forum", actor=actor, reason=reason), refusals():
        cast = Cast(Matcher(pemda))
        chair = cast.meet(new.chair) if new.chair else None
        cast.matcher.record_new(actor=actor, reason=reason)
        forum = Forum.objects.create(
            pemda=pemda,
            announced_on=day,
            kind=new.kind,
            title=new.title,
            day=new.day,
            hour=new.hour,
            end_hour=new.end_hour,
            place=new.place,
            series=new.series,
            host=new.host,
            chair=chair[0].person if chair else None,
            chair_office=chair[1].jabatan if chair and chair[1] else None,
            chair_capacity=chair[2] if chair else "",
        )
        AgendaItem.objects.bulk_create(
            AgendaItem(forum=forum, position=position, item=item)
            for position, item in enumerate(new.agenda, start=1)
        )
        _invite(forum, new.opds, new.invited)
        return forum


def invite(
    *, forum: Forum, opds: Sequence[Opd], others: Sequence[str], actor: Actor, reason: str
) -> int:
    """Invite more OPDs, bodies and categories; return how many are new.

    Raises:
        ForumCalledOffError: the forum is called off.
    """
    with act("forums.invite", actor=actor, reason=reason), refusals():
        expect_not_called_off(forum)
        return _invite(forum, opds, others)


def take_roll_call(
    *,
    forum: Forum,
    called: Mapping[Invitation, Called],
    at: datetime,
    day: date,
    actor: Actor,
    reason: str,
) -> int:
    """Write down who came; return how many entries are new or corrected.

    An entry that is the same is left alone, with who took it. History keeps what was corrected.

    Raises:
        ForumNotHeldError: ``day`` is before the forum's.
        ForumCalledOffError: it is called off.
        RefusedError: somebody was represented, and it is not said by whom.
    """
    changed = 0
    with act("forums.take_roll_call", actor=actor, reason=reason), refusals():
        expect_held(forum, day)
        for invitation, told in called.items():
            changed += _call(invitation, told, at, actor)
    return changed


def note_protocol(*, forum: Forum, words: str, actor: Actor, reason: str) -> None:
    """Write down how the protocol of a forum was arranged and kept."""
    with act("forums.note_protocol", actor=actor, reason=reason), refusals():
        forum.protocol = words.strip()
        forum.save(update_fields=["protocol"])


def minute_statement(
    *, forum: Forum, who: Somebody, words: str, setting: str, day: date, actor: Actor, reason: str
) -> Statement:
    """Add words that somebody said, with name and office.

    Raises:
        ForumNotHeldError: ``day`` is before the forum's.
        ForumCalledOffError: it is called off.
        PersonNameError, NamesakesError, OfficeElsewhereError: see :meth:`Cast.meet`.
    """
    with act("forums.minute_statement", actor=actor, reason=reason), refusals():
        expect_held(forum, day)
        cast = Cast(Matcher(forum.pemda))
        person, office, capacity = cast.meet(who)
        cast.matcher.record_new(actor=actor, reason=reason)
        return Statement.objects.create(
            forum=forum,
            speaker=there(person.person),
            office=office.nama if office else "",
            capacity=capacity,
            setting=setting,
            words=words.strip(),
        )


def minute_directive(
    *, forum: Forum, new: NewDirective, day: date, actor: Actor, reason: str
) -> Directive:
    """Add what was asked, by whom and of whom.

    Raises:
        ForumNotHeldError: ``day`` is before the forum's.
        ForumCalledOffError: it is called off.
        PersonNameError, NamesakesError, OfficeElsewhereError: see :meth:`Cast.meet`.
        RefusedError: somebody is named twice as giver.
    """
    with act("forums.minute_directive", actor=actor, reason=reason), refusals():
        expect_held(forum, day)
        cast = Cast(Matcher(forum.pemda))
        givers = [cast.meet(who) for who in new.givers]
        cast.matcher.record_new(actor=actor, reason=reason)
        term = term_in(new.gist, asked_on=forum.day)
        directive = Directive.objects.create(
            forum=forum,
            pemda_id=forum.pemda_id,
            day=forum.day,
            gist=new.gist,
            topic=new.topic,
            term=term.words,
            due_on=new.due_on or term.due_on,
            is_upward=find_known_body(new.to) is not None,
        )
        for person, office, capacity in givers:
            DirectiveGiver.objects.create(
                directive=directive,
                person=there(person.person),
                jabatan=office.jabatan if office else None,
                capacity=capacity,
            )
        address(directive, new.to, forum.pemda)
        return directive


def minute_commitment(
    *, forum: Forum, who: Somebody, gist: str, due: str, day: date, actor: Actor, reason: str
) -> Commitment:
    """Add what somebody promised.

    Raises:
        ForumNotHeldError: ``day`` is before the forum's.
        ForumCalledOffError: it is called off.
        PersonNameError, NamesakesError, OfficeElsewhereError: see :meth:`Cast.meet`.
    """
    with act("forums.minute_commitment", actor=actor, reason=reason), refusals():
        expect_held(forum, day)
        cast = Cast(Matcher(forum.pemda))
        person, _office, _capacity = cast.meet(who)
        cast.matcher.record_new(actor=actor, reason=reason)
        return Commitment.objects.create(
            forum=forum, pemda_id=forum.pemda_id, person=there(person.person), gist=gist, due=due
        )


def _invite(forum: Forum, opds: Sequence[Opd], others: Sequence[str]) -> int:
    here = set(forum.invitations.values_list("text", flat=True))
    rows = [
        Invitation(forum=forum, kind=InviteeKind.OPD, opd=opd, text=opd.nama)
        for opd in opds
        if opd.nama not in here
    ]
    for text in dict.fromkeys(text.strip() for text in others):
        if text and text not in here:
            body = ensure_body(text) if find_known_body(text) else None
            kind = InviteeKind.INSTANSI if body else InviteeKind.KATEGORI
            rows.append(Invitation(forum=forum, kind=kind, instansi=body, text=text))
    return len(Invitation.objects.bulk_create(rows))


def _call(invitation: Invitation, told: Called, at: datetime, actor: Actor) -> bool:
    entry = RollCallEntry.objects.filter(invitation=invitation).first()
    said = (told.presence, told.represented_by, told.note)
    if entry and (entry.presence, entry.represented_by, entry.note) == said:
        return False
    entry = entry or RollCallEntry(invitation=invitation)
    entry.presence, entry.represented_by, entry.note = said
    entry.taken_by, entry.taken_at = actor.label, at
    entry.save()
    return True
