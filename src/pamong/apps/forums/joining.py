"""Two documents about one forum: proposed by the reader, joined or kept apart by a person.

Joining records nothing: one document is reviewed and confirmed, the other is set aside as a
further source of the same forum. That can be taken back at any time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.forums.errors import DraftDecidedError, DraftNotFoundError
from pamong.apps.forums.models import DraftStatus, ReadingDraft, SameForum
from pamong.apps.forums.services import decide, open_draft
from pamong.apps.organisasi.models import Pemda
from pamong.reader import Draft
from pamong.reader.draft import DraftFormError
from pamong.reader.same_forum import ForumTrace, days_around, likeness, trace_of


class OtherGovernmentError(Exception):
    """Two documents of different governments are not about one forum."""

    def __init__(self) -> None:
        super().__init__(
            _("Kedua dokumen ini tentang pemerintah yang berbeda. Perbaiki daerahnya dahulu.")
        )


class NotJoinedError(Exception):
    """The document does not stand beside another, so there is nothing to part."""

    def __init__(self) -> None:
        super().__init__(
            _("Dokumen ini tidak digabungkan dengan yang lain. Muat ulang halamannya.")
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two documents that are likely about one forum; ``lead`` came first, or is on record."""

    lead: ReadingDraft
    beside: ReadingDraft
    reason: str

    @property
    def can_turn(self) -> bool:
        """Whether the other one may lead as well: while neither is on record."""
        return self.lead.status == DraftStatus.OPEN


def proposals(*, reached: Collection[Pemda]) -> list[Proposal]:
    """Return the pairs that wait for a person, of the governments that somebody reaches."""
    waiting = list(_drafts(reached).filter(status=DraftStatus.OPEN))
    days = {near for draft in waiting for day in _days(draft.content) for near in _near(day)}
    on_record = _drafts(reached).filter(status=DraftStatus.CONFIRMED, content__date__in=days)
    traces = _traces([*on_record, *waiting])
    decided = {
        frozenset(pair)
        for pair in SameForum.objects.filter(
            Q(lead__in=traces) | Q(beside__in=traces)
        ).values_list("lead_id", "beside_id")
    }
    return [
        Proposal(lead, beside, reason)
        for lead, beside, reason in _pairs(traces)
        if frozenset((lead.pk, beside.pk)) not in decided
    ]


def join_documents(
    *, lead_id: UUID, beside_id: UUID, day: date, actor: Actor, reason: str
) -> SameForum:
    """Decide that two documents tell of one forum; ``beside`` is set aside as a further source.

    Raises:
        DraftNotFoundError: one of them has no draft.
        DraftDecidedError: ``beside`` was decided already, or ``lead`` was set aside.
        OtherGovernmentError: they are about different governments.
        RefusedError: ``beside`` stands beside another document already.
    """
    with act("forums.join_documents", actor=actor, reason=reason), refusals():
        lead, beside = _locked(lead_id), open_draft(beside_id)
        if lead.status == DraftStatus.SET_ASIDE:
            raise DraftDecidedError(lead.get_status_display())
        if lead.pemda_id is None or lead.pemda_id != beside.pemda_id:
            raise OtherGovernmentError
        decision = _write(lead, beside, is_same=True, day=day, actor=actor, reason=reason)
        told = _("Satu forum dengan %(document)s, yang dicatat. %(reason)s")
        words = told % {"document": lead.document, "reason": reason.strip()}
        decide(beside, DraftStatus.SET_ASIDE, day=day, actor=actor, reason=words)
        return decision


def keep_apart(
    *, lead_id: UUID, beside_id: UUID, day: date, actor: Actor, reason: str
) -> SameForum:
    """Decide that two documents tell of different forums; they are not proposed again.

    Raises:
        DraftNotFoundError: one of them has no draft.
        RefusedError: somebody else was quicker.
    """
    with act("forums.keep_apart", actor=actor, reason=reason), refusals():
        lead, beside = _locked(lead_id), _locked(beside_id)
        return _write(lead, beside, is_same=False, day=day, actor=actor, reason=reason)


def part_documents(*, beside_id: UUID, day: date, actor: Actor, reason: str) -> SameForum:
    """Take back that a document stands beside another: its draft waits again.

    Raises:
        NotJoinedError: it does not stand beside another.
    """
    with act("forums.part_documents", actor=actor, reason=reason), refusals():
        beside = _locked(beside_id)
        decision = SameForum.objects.filter(beside=beside, is_same=True).first()
        if decision is None or beside.status != DraftStatus.SET_ASIDE:
            raise NotJoinedError
        beside.status, beside.decided_on = DraftStatus.OPEN, None
        beside.decided_by = beside.reason = ""
        beside.save(update_fields=["status", "decided_on", "decided_by", "reason"])
        return _write(decision.lead, beside, is_same=False, day=day, actor=actor, reason=reason)


def with_joins(drafts: "QuerySet[ReadingDraft]") -> "QuerySet[ReadingDraft]":
    """Add to each draft, as ``joins``, beside which document its own stands: one or none."""
    standing = SameForum.objects.filter(is_same=True).select_related("lead__document")
    return drafts.prefetch_related(Prefetch("placed", standing, to_attr="joins"))


def standing_beside(lead: ReadingDraft) -> list[ReadingDraft]:
    """Return the drafts whose documents stand beside this one, in the order in which they came."""
    beside = ReadingDraft.objects.filter(placed__lead=lead, placed__is_same=True)
    return list(beside.select_related("document", "pemda").order_by("id"))


def _drafts(reached: Collection[Pemda]) -> QuerySet[ReadingDraft]:
    return (
        ReadingDraft.objects.filter(pemda__in=reached)
        .select_related("document", "pemda")
        .order_by("id")
    )


def _locked(public_id: UUID) -> ReadingDraft:
    draft = (
        ReadingDraft.objects.select_for_update(of=("self",))
        .select_related("document")
        .filter(public_id=public_id)
        .first()
    )
    if draft is None:
        raise DraftNotFoundError
    return draft


def _write(
    lead: ReadingDraft,
    beside: ReadingDraft,
    *,
    is_same: bool,
    day: date,
    actor: Actor,
    reason: str,
) -> SameForum:
    """Write a decision down, or change the one that is there; the caller has opened the act."""
    pair = Q(lead=lead, beside=beside) | Q(lead=beside, beside=lead)
    decision = SameForum.objects.select_for_update().filter(pair).first() or SameForum()
    decision.lead, decision.beside, decision.is_same = lead, beside, is_same
    decision.proposed_because = decision.proposed_because or _why(lead, beside)
    decision.decided_on, decision.decided_by = day, actor.label
    decision.reason = reason.strip()
    decision.save()
    return decision


def _why(lead: ReadingDraft, beside: ReadingDraft) -> str:
    one, other = _trace(lead), _trace(beside)
    alike = likeness(one, other) if one and other else None
    return alike.reason if alike else ""


def _traces(drafts: Iterable[ReadingDraft]) -> dict[ReadingDraft, ForumTrace]:
    """Return what can be compared; of a day with one document only, nothing need be read."""
    by_day: defaultdict[tuple[int | None, str], list[ReadingDraft]] = defaultdict(list)
    for draft in drafts:
        for day in {near for one in _days(draft.content) for near in _near(one)}:
            by_day[draft.pemda_id, day].append(draft)
    near = {draft: None for together in by_day.values() if len(together) > 1 for draft in together}
    return {draft: trace for draft in near if (trace := _trace(draft)) is not None}


def _pairs(
    traces: dict[ReadingDraft, ForumTrace],
) -> Iterator[tuple[ReadingDraft, ReadingDraft, str]]:
    for one, other in combinations(traces, 2):
        if other.status != DraftStatus.OPEN or one.pemda_id != other.pemda_id:
            continue
        if alike := likeness(traces[one], traces[other]):
            yield one, other, alike.reason


def _days(content: dict[str, object]) -> list[str]:
    """Return the day of a draft, or those that compete for it, as they are written in it."""
    if content["date"]:
        return [str(content["date"])]
    evidence = content["evidence"]
    told = evidence.get("/date", {}) if isinstance(evidence, dict) else {}
    return [str(candidate["value"]) for candidate in told.get("candidates", ())]


def _near(day: str) -> list[str]:
    """Return the day and those beside it: documents may date one forum a day apart."""
    try:
        return [near.isoformat() for near in days_around(date.fromisoformat(day))]
    except (ValueError, OverflowError):
        return [day]


def _trace(draft: ReadingDraft) -> ForumTrace | None:
    try:
        return trace_of(Draft.from_json(draft.content))
    except DraftFormError:  # read by an older reader
        return None
