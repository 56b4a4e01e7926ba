"""Confirming a draft: everything that a person has reviewed becomes records, or nothing does."""

from datetime import date
from uuid import UUID

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.core.services import assign_owner
from pamong.apps.forums.errors import ConfirmationRefusedError
from pamong.apps.forums.models import DraftStatus, ReadingDraft
from pamong.apps.forums.planning import plan_confirmation
from pamong.apps.forums.recorded import Recorded
from pamong.apps.forums.recording_forums import record_forum
from pamong.apps.forums.recording_offices import record_offices
from pamong.apps.forums.services import decide, open_draft


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
        document = draft.document
        assign_owner(document=document, owner=draft.pemda.instansi, actor=actor, reason=reason)
        recorded = Recorded(document, draft.pemda, plan, plan.matcher)
        with refusals():
            record_offices(recorded, actor=actor, reason=reason)
            if plan.draft.is_forum:
                record_forum(recorded)
        decide(draft, DraftStatus.CONFIRMED, day=day, actor=actor, reason=reason)
        return draft
