"""Pairs, decisions and mergings of one government, as pages show them."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from pamong.apps.organisasi.models import Pemda
from pamong.apps.penggabungan.errors import MergingNotFoundError, PairNotFoundError
from pamong.apps.penggabungan.models import Alike, ApartDecision, DuplicatePair, Merging


def pairs_to_decide(pemda: Pemda, *, alike: str = "", words: str = "") -> QuerySet[DuplicatePair]:
    """Return the pairs that nobody has decided about, the surest first."""
    rows = _standing(pemda).filter(~Exists(_apart()))
    if alike in Alike.values:
        rows = rows.filter(alike__contains=[alike])
    for word in words.casefold().split():
        rows = rows.filter(
            Q(first__person__sort_key__contains=word) | Q(second__person__sort_key__contains=word)
        )
    return rows.order_by("rank", "first__person__sort_key", "pk")


def get_pair(pemda: Pemda, public_id: UUID) -> DuplicatePair:
    """Return one pair, decided about or not.

    Raises:
        PairNotFoundError: there is no such one, or one of the two was merged since.
    """
    found = _standing(pemda).filter(public_id=public_id).first()
    if found is None:
        raise PairNotFoundError
    return found


def with_pairs(
    decisions: Iterable[ApartDecision],
) -> list[tuple[ApartDecision, DuplicatePair | None]]:
    """Return decisions, each with its pair where the last search found it still."""
    told = list(decisions)
    pairs = DuplicatePair.objects.filter(first__in=[each.first_id for each in told])
    known = {(pair.first_id, pair.second_id): pair for pair in pairs}
    return [(each, known.get((each.first_id, each.second_id))) for each in told]


def decided_apart(pemda: Pemda) -> QuerySet[ApartDecision]:
    """Return the decisions that stand, the latest first."""
    rows = ApartDecision.objects.filter(first__pemda=pemda, taken_back_on=None)
    return rows.select_related("first__person", "second__person").order_by("-decided_on", "-pk")


def mergings(pemda: Pemda) -> QuerySet[Merging]:
    """Return every merging, undone ones too, the latest first."""
    rows = Merging.objects.filter(pemda=pemda).defer("journal")
    return rows.select_related("stays__person", "away__person").order_by("-merged_on", "-pk")


def get_merging(pemda: Pemda, public_id: UUID) -> Merging:
    """Return one merging.

    Raises:
        MergingNotFoundError: there is no such one.
    """
    rows = Merging.objects.filter(pemda=pemda, public_id=public_id)
    found = rows.select_related("stays__person", "away__person").first()
    if found is None:
        raise MergingNotFoundError
    return found


def last_search(pemda: Pemda) -> date | None:
    """Return the day of the search that the pairs come from; ``None`` where nothing was found."""
    rows = DuplicatePair.objects.filter(pemda=pemda).order_by("-found_on")
    return rows.values_list("found_on", flat=True).first()


def _standing(pemda: Pemda) -> QuerySet[DuplicatePair]:
    rows = DuplicatePair.objects.filter(pemda=pemda, first__merged_into=None)
    return rows.filter(second__merged_into=None).select_related(
        "first__person", "second__person", "first__pemda", "second__pemda"
    )


def _apart() -> QuerySet[ApartDecision]:
    pair = {"first": OuterRef("first"), "second": OuterRef("second")}
    return ApartDecision.objects.filter(taken_back_on=None, **pair)
