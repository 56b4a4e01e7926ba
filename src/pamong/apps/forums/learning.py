"""What a confirmed draft teaches: its corrections as cases without names, and how much it took.

Cases are kept only where the person who confirms lets them be, for that document, and never of a
document in which somebody speaks without a name (docs/explanation/confidential.md).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from pamong.apps.core.audit import Actor, act
from pamong.apps.forums.confirming import confirm_draft
from pamong.apps.forums.models import (
    Correction,
    CorrectionConsent,
    ReadingDraft,
    ReviewMeasure,
)
from pamong.apps.forums.passages import passage_of, places_of
from pamong.apps.forums.services import known
from pamong.apps.forums.touches import Step, corrections, counted, touches
from pamong.apps.organisasi.models import Pemda
from pamong.reader.corrections import CorrectionCase, judge, read_cases
from pamong.reader.nameless import Nameless, names_of

LONGEST_REVIEW = 8 * 60 * 60
"""Seconds; a page that was open for longer tells of a window that was left, not of work."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What may be kept of one draft; ``is_closed`` where nothing ever may."""

    is_closed: bool
    cases: tuple[CorrectionCase, ...]
    without_words: int


def lesson_of(draft: ReadingDraft) -> Lesson:
    """Return the cases that the corrections of ``draft`` make, without names.

    ``without_words`` counts corrections that rest on no words of the document, and make none.
    """
    if draft.is_sealed:
        return Lesson(is_closed=True, cases=(), without_words=0)
    made = list(_cases(draft))
    cases = tuple(case for case in made if case is not None)
    return Lesson(is_closed=False, cases=cases, without_words=len(made) - len(cases))


def is_consent_remembered(user_id: int | None) -> bool:
    """Tell whether somebody let corrections be kept the last time that he confirmed a draft."""
    return CorrectionConsent.objects.filter(user=user_id, is_given=True).exists()


def confirm_and_learn(
    *, public_id: UUID, day: date, actor: Actor, keeps_cases: bool, seconds: int | None
) -> ReadingDraft:
    """Confirm a draft, and keep what its review teaches: the measure, and with consent the cases.

    ``seconds`` is how long the review was to be seen, as the page told; where somebody else
    changed the draft too, that is not the whole time, and stays unknown.

    Raises:
        DraftNotFoundError, DraftDecidedError, ConfirmationRefusedError, RefusedError: see
            :func:`~pamong.apps.forums.confirming.confirm_draft`.
    """
    with act("forums.confirm_and_learn", actor=actor, reason="draf ditinjau"):
        draft = confirm_draft(public_id=public_id, day=day, actor=actor)
        if draft.pemda is None:  # nothing without a government is ever confirmed
            return draft
        _measure(draft, draft.pemda, day, None if _others_worked(draft, actor) else seconds)
        if actor.user_id is not None and is_consent_remembered(actor.user_id) != keeps_cases:
            CorrectionConsent.objects.update_or_create(
                user_id=actor.user_id, defaults={"is_given": keeps_cases}
            )
        if keeps_cases:
            _keep(draft, draft.pemda)
        return draft


def cases_kept(pemda: Pemda | None = None) -> list[CorrectionCase]:
    """Return the cases kept here, or those of one government, in an order that says nothing."""
    kept = Correction.objects.order_by("id")
    if pemda is not None:
        kept = kept.filter(pemda=pemda)
    return list(read_cases(kept.values_list("case", flat=True)))


def standing_steps(draft: ReadingDraft) -> list[Step]:
    """Return the changes of a draft that stand, in their order."""
    made = draft.changes.filter(is_undone=False).order_by("id")
    return [Step(change.pointer, change.before, change.after) for change in made]


def _cases(draft: ReadingDraft) -> Iterator[CorrectionCase | None]:
    """Yield a case for each correction; ``None`` for one that rests on no words."""
    steps = standing_steps(draft)
    found = corrections(draft.as_read, draft.content, steps)
    if not found:
        return
    told = [draft.as_read, *(step.after for step in steps)]
    names = [name for content in told for name in names_of(content)]
    names += [holder.name for holder in known().holders]
    text = draft.document.text
    nameless = Nameless(names, text)
    for one in found:
        places = places_of(one, draft.as_read, draft.content, text)
        if not places:
            yield None
            continue
        yield CorrectionCase(
            field=one.field,
            kind=one.kind,
            proposed=nameless.value(one.proposed),
            corrected=nameless.value(one.corrected),
            passage=nameless(passage_of(text, places)),
            published_on=draft.document.published_on,
        )


def _keep(draft: ReadingDraft, pemda: Pemda) -> None:
    Correction.objects.bulk_create(
        Correction(pemda=pemda, field=case.field, case=replace(case, then=judge(case)).to_line())
        for case in lesson_of(draft).cases
    )


def _measure(draft: ReadingDraft, pemda: Pemda, day: date, seconds: int | None) -> None:
    made = touches(standing_steps(draft))
    kinds = [touch.kind for touch in made]
    is_known = seconds is not None and 0 < seconds <= LONGEST_REVIEW
    ReviewMeasure.objects.create(
        draft=draft,
        pemda=pemda,
        measured_on=day,
        kind=draft.content["forum_kind"] or "",
        changed=kinds.count("changed"),
        added=kinds.count("added"),
        removed=kinds.count("removed"),
        by_field=counted(made),
        seconds=seconds if is_known else None,
    )


def _others_worked(draft: ReadingDraft, actor: Actor) -> bool:
    return draft.changes.exclude(made_by=actor.label).exists()
