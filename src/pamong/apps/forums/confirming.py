"""Confirming a draft: everything that a person has reviewed becomes records, or nothing does."""

from datetime import date
from typing import TypeVar
from uuid import UUID

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import RUN_LAW, defer
from pamong.apps.core.models import Person
from pamong.apps.core.refusals import refusals
from pamong.apps.core.services import assign_owner
from pamong.apps.forums.errors import ConfirmationRefusedError
from pamong.apps.forums.matching import Matcher
from pamong.apps.forums.models import (
    Commitment,
    Directive,
    DirectiveAddressee,
    DirectiveGiver,
    DraftStatus,
    Forum,
    ForumGuest,
    ReadingDraft,
    Statement,
)
from pamong.apps.forums.planning import Plan, PlannedTenure, addressee_kind, plan_confirmation
from pamong.apps.forums.services import decide, open_draft
from pamong.apps.organisasi.models import Attestation, Jabatan, JabatanHolding, OfficeLeave
from pamong.apps.organisasi.services import (
    Grounds,
    Said,
    end_tenure,
    record_attestation,
    record_leave,
    record_tenure,
)
from pamong.reader.draft import DraftDirective, Quote

Row = TypeVar("Row")


def confirm_draft(
    *, public_id: UUID, day: date, actor: Actor, reason: str = "draf ditinjau"
) -> ReadingDraft:
    """Make records of a draft, in one transaction.

    A tenure or leave that is recorded already, with the same days, is left as it is; an open
    tenure ends where this document says when.

    Raises:
        DraftNotFoundError: there is no such draft.
        DraftDecidedError: it was decided already.
        ConfirmationRefusedError: something is missing or not settled; all of it is named.
        RefusedError: the records that are here refuse a new one.
    """
    with act("forums.confirm_draft", actor=actor, reason=reason):
        draft = open_draft(public_id)
        plan = plan_confirmation(draft)
        if plan.problems or plan.matcher is None or draft.pemda is None:
            raise ConfirmationRefusedError(plan.problems)
        plan.matcher.record_new(actor=actor, reason=reason)
        assign_owner(
            document=draft.document, owner=draft.pemda.instansi, actor=actor, reason=reason
        )
        with refusals():
            Confirmation(draft, plan, actor, reason).write()
        decide(draft, DraftStatus.CONFIRMED, day=day, actor=actor, reason=reason)
        defer(RUN_LAW, pemda_id=draft.pemda.pk, reason=f"{draft.document} dikukuhkan")
        return draft


class Confirmation:
    """Writes the records of one plan; :func:`confirm_draft` has opened the act."""

    def __init__(self, draft: ReadingDraft, plan: Plan, actor: Actor, reason: str) -> None:
        self.draft, self.plan = draft, plan
        self.actor, self.reason = actor, reason

    def write(self) -> None:
        """Write offices first, then the forum and what was said and asked there."""
        self._tenures()
        self._leaves()
        self._attestations()
        if self.plan.draft.is_forum:
            forum = self._forum()
            self._guests(forum)
            self._statements(forum)
            self._directives(forum)
            self._commitments(forum)

    def _tenures(self) -> None:
        for row in self.plan.tenures:
            recorded = JabatanHolding.objects.filter(
                person=row.person.person,
                jabatan=row.office.jabatan,
                capacity=row.capacity,
                starts_on=row.period.start,
            ).first()
            if recorded is None or _ends_apart(recorded, row):
                self._new_tenure(row)
            elif recorded.ends_before is None and row.period.last_day is not None:
                end_tenure(
                    holding=recorded,
                    last_day=row.period.last_day,
                    actor=self.actor,
                    reason=f"{self.reason}; {self.draft.document}",
                )

    def _new_tenure(self, row: PlannedTenure) -> None:
        record_tenure(
            person=_there(row.person.person),
            jabatan=_there(row.office.jabatan),
            capacity=row.capacity,
            period=row.period,
            grounds=self.grounds(row.pointer),
            actor=self.actor,
            reason=self.reason,
        )

    def _leaves(self) -> None:
        for row in self.plan.leaves:
            same = OfficeLeave.objects.filter(
                person=row.person.person,
                jabatan=row.office.jabatan,
                starts_on=row.period.start,
                ends_before=row.period.end,
            )
            if not same.exists():
                record_leave(
                    person=_there(row.person.person),
                    jabatan=_there(row.office.jabatan),
                    kind=row.kind,
                    period=row.period,
                    grounds=self.grounds(row.pointer),
                    actor=self.actor,
                    reason=self.reason,
                )

    def _attestations(self) -> None:
        for row in self.plan.attestations:
            said = Said(self.draft.document, row.day, self.words(row.pointer))
            same = Attestation.objects.filter(
                document=said.document,
                person=row.person.person,
                jabatan=row.office.jabatan,
                capacity=row.capacity,
                day=row.day,
            )
            if not same.exists():
                record_attestation(
                    person=_there(row.person.person),
                    jabatan=_there(row.office.jabatan),
                    capacity=row.capacity,
                    said=said,
                    actor=self.actor,
                    reason=self.reason,
                )

    def _forum(self) -> Forum:
        content = self.plan.draft
        behalf = content.on_behalf_of
        return Forum.objects.create(
            pemda=_there(self.draft.pemda),
            document=self.draft.document,
            kind=_there(content.forum_kind),
            title=self.draft.document.title or self.draft.document.kode,
            day=_there(content.date),
            time_of_day=content.time_of_day or "",
            place=content.place or "",
            reader=self.person(behalf.reader) if behalf else None,
            principal=self.office(behalf.principal) if behalf else None,
            topics=list(content.topics),
            recurrence=[{"what": row.what, "rule": row.rule} for row in content.recurrence],
            agenda=[{"item": row.item, "body": row.body} for row in content.agenda],
            numbers=[
                {"value": row.value, "unit": row.unit, "what": row.what} for row in content.numbers
            ],
        )

    def _guests(self, forum: Forum) -> None:
        came = [row.office for row in self.plan.draft.attendees] + [*self.plan.draft.organisations]
        ForumGuest.objects.bulk_create(
            ForumGuest(forum=forum, text=text) for text in dict.fromkeys(filter(None, came))
        )

    def _statements(self, forum: Forum) -> None:
        Statement.objects.bulk_create(
            self._statement(forum, quote) for quote in self.plan.draft.quotes
        )

    def _directives(self, forum: Forum) -> None:
        for index, row in enumerate(self.plan.draft.directives):
            directive = Directive.objects.create(
                forum=forum,
                pemda_id=forum.pemda_id,
                gist=row.gist,
                topic=row.topic or "",
                setting=row.setting or "",
                relayed_by=self.person(row.relayed_by),
                repeats=row.repeats or "",
                words=self.words(f"/directives/{index}"),
            )
            self._give(directive, row)
            if row.to and self.draft.pemda:
                kind, opd = addressee_kind(row.to, self.draft.pemda)
                DirectiveAddressee.objects.create(
                    directive=directive, kind=kind, opd=opd, text=row.to
                )

    def _commitments(self, forum: Forum) -> None:
        Commitment.objects.bulk_create(
            Commitment(
                forum=forum,
                pemda_id=forum.pemda_id,
                person=self.person(row.by),
                to=row.to or "",
                gist=row.gist,
                topic=row.topic or "",
                due=row.due or "",
                words=self.words(f"/commitments/{index}"),
            )
            for index, row in enumerate(self.plan.draft.commitments)
        )

    def person(self, name: str | None) -> Person | None:
        """Return the record of somebody whom the draft names."""
        return self._matcher.person(name).person if name else None

    def office(self, text: str | None) -> Jabatan | None:
        """Return the record of an office that the draft names, if its government is here."""
        meant = self._matcher.office(text) if text else None
        return meant.jabatan if meant else None

    def grounds(self, pointer: str) -> Grounds:
        """Say what a tenure or leave rests on: this document, on the day on which it speaks."""
        document = self.draft.document
        return Grounds(
            document=document,
            stated_on=self.plan.draft.date or document.published_on,
            words=self.words(pointer),
        )

    def words(self, pointer: str) -> str:
        """Return the words of the document that a value came from."""
        evidence = self.plan.draft.evidence.get(pointer)
        text = self.draft.document.text
        return " … ".join(text[start:end] for start, end in evidence.spans) if evidence else ""

    @property
    def _matcher(self) -> Matcher:
        return _there(self.plan.matcher)

    def _statement(self, forum: Forum, quote: Quote) -> Statement:
        speaker = self.person(quote.speaker)
        office, capacity = self._office_of(quote.speaker)
        return Statement(
            forum=forum,
            speaker=speaker,
            office=office.nama if office and speaker else "",
            capacity=capacity if speaker else "",
            setting=quote.setting or "",
            words=quote.text,
        )

    def _give(self, directive: Directive, row: DraftDirective) -> None:
        giver = self.person(row.by)
        if giver is not None:
            office, capacity = self._office_of(row.by)
            DirectiveGiver.objects.create(
                directive=directive, person=giver, jabatan=office, capacity=capacity
            )

    def _office_of(self, name: str | None) -> tuple[Jabatan | None, str]:
        """Return the office and capacity by which this document calls somebody."""
        if name is None:
            return None, ""
        meant = self._matcher.person(name)
        for row in self.plan.attestations:
            if row.person is meant:
                return row.office.jabatan, row.capacity
        return None, ""


def _ends_apart(recorded: JabatanHolding, row: PlannedTenure) -> bool:
    """Tell whether both state an end, and not the same."""
    ends = {recorded.ends_before, row.period.end}
    return None not in ends and len(ends) > 1


def _there(row: Row | None) -> Row:
    """Return what the plan has recorded by now."""
    if row is None:
        raise AssertionError("the plan was not recorded before it was written")
    return row
