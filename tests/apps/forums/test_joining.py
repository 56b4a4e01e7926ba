"""Two documents about one forum are proposed, joined, kept apart and parted again."""

from datetime import timedelta
from uuid import uuid4

import pytest
from tests.support.drafts import APEL, TODAY, confirm, put_down, replace
from tests.support.registry import WARNI

from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.forums.errors import DraftDecidedError, DraftNotFoundError
from pamong.apps.forums.joining import (
    NotJoinedError,
    OtherGovernmentError,
    join_documents,
    keep_apart,
    part_documents,
    proposals,
    standing_beside,
    with_joins,
)
from pamong.apps.forums.models import DraftStatus, Forum, ReadingDraft, SameForum


def joined(lead, beside, reason="berita yang sama"):
    return join_documents(
        lead_id=lead.public_id, beside_id=beside.public_id, day=TODAY, actor=WARNI, reason=reason
    )


def apart(lead, beside):
    return keep_apart(
        lead_id=lead.public_id, beside_id=beside.public_id, day=TODAY, actor=WARNI, reason="beda"
    )


def parted(beside):
    return part_documents(beside_id=beside.public_id, day=TODAY, actor=WARNI, reason="keliru")


def pairs(*governments):
    return [
        (one.lead.document.kode, one.beside.document.kode)
        for one in proposals(reached=governments)
    ]


@pytest.fixture
def first(contoh):
    return put_down(contoh, APEL, "uji-1")


@pytest.fixture
def second(contoh, first):
    return put_down(contoh, replace(APEL, quotes=(), numbers=()), "uji-2")


def test_two_documents_that_tell_the_same_are_proposed_with_the_reason(contoh, first, second):
    (proposal,) = proposals(reached=[contoh])

    assert (proposal.lead, proposal.beside) == (first, second)
    assert proposal.reason.startswith("Pemerintah dan hari sama; juga jenis acara yang sama")
    assert proposal.can_turn


def test_other_days_and_other_forums_of_the_day_are_not(contoh, first):
    put_down(contoh, replace(APEL, date=APEL.date + timedelta(days=2)), "uji-2")
    put_down(contoh, replace(APEL, forum_kind="audiensi", quotes=()), "uji-3")

    assert pairs(contoh) == []


def test_documents_that_date_it_a_day_apart_are_where_they_quote_the_same(contoh, first):
    put_down(contoh, replace(APEL, date=APEL.date + timedelta(days=1)), "uji-2")
    lean = replace(APEL, date=APEL.date - timedelta(days=1), quotes=(), numbers=())
    put_down(contoh, lean, "uji-3")

    (proposal,) = proposals(reached=[contoh])

    assert (proposal.lead, proposal.beside.document.kode) == (first, "uji-2")
    assert "harinya berselisih sehari" in proposal.reason


def test_documents_of_a_government_that_somebody_does_not_reach_are_not_told(misal, first, second):
    assert pairs(misal) == []


def test_a_forum_on_record_leads_and_cannot_be_turned(contoh, first, second):
    confirm(first)

    (proposal,) = proposals(reached=[contoh])

    assert proposal.lead == first
    assert not proposal.can_turn


def test_joining_sets_one_aside_and_keeps_the_proposal_with_who_and_why(contoh, first, second):
    decision = joined(first, second)
    second.refresh_from_db()
    first.refresh_from_db()

    assert (first.status, second.status) == (DraftStatus.OPEN, DraftStatus.SET_ASIDE)
    assert second.reason == "Satu forum dengan dokumen uji-1, yang dicatat. berita yang sama"
    assert decision.proposed_because.startswith("Pemerintah dan hari sama")
    assert (decision.decided_by, decision.decided_on) == (WARNI.label, TODAY)
    assert pairs(contoh) == []
    assert standing_beside(first) == [second]
    assert not Forum.objects.exists()


def test_history_names_the_act_its_actor_and_its_reason(first, second):
    decision = joined(first, second)

    (entry,) = history_of([decision])
    assert entry.actor == WARNI.label
    assert entry.reason == "berita yang sama"


def test_either_of_two_that_wait_may_lead(first, second):
    joined(second, first)

    assert standing_beside(second) == [first]


def test_kept_apart_they_are_not_proposed_again_whichever_is_named_first(contoh, first, second):
    apart(second, first)

    assert pairs(contoh) == []
    assert not SameForum.objects.get().is_same
    assert ReadingDraft.objects.filter(status=DraftStatus.OPEN).count() == 2


def test_parted_again_the_draft_waits_and_the_decision_is_changed_not_doubled(
    contoh, first, second
):
    joined(first, second)
    parted(second)
    second.refresh_from_db()

    assert second.status == DraftStatus.OPEN
    assert (second.decided_on, second.decided_by, second.reason) == (None, "", "")
    assert SameForum.objects.count() == 1
    assert pairs(contoh) == []
    confirm(second)


def test_a_document_stands_beside_one_other_only(contoh, first, second):
    third = put_down(contoh, APEL, "uji-3")
    joined(first, second)

    with pytest.raises(DraftDecidedError):
        joined(third, second)


def test_what_was_set_aside_leads_no_other(contoh, first, second):
    third = put_down(contoh, APEL, "uji-3")
    joined(first, second)

    with pytest.raises(DraftDecidedError):
        joined(second, third)


def test_a_document_is_not_beside_itself(first):
    with pytest.raises(RefusedError, match="dua dokumen yang berbeda"):
        joined(first, first)


def test_documents_of_two_governments_are_not_one_forum(misal, first):
    other = put_down(misal, APEL, "uji-2")

    with pytest.raises(OtherGovernmentError):
        joined(first, other)


def test_what_is_not_there_not_joined_or_has_no_reason_is_refused(first, second):
    with pytest.raises(DraftNotFoundError):
        part_documents(beside_id=uuid4(), day=TODAY, actor=WARNI, reason="keliru")
    with pytest.raises(NotJoinedError):
        parted(second)
    with pytest.raises(ReasonMissingError):
        joined(first, second, reason=" ")


def test_a_list_tells_beside_which_document_each_stands(first, second):
    joined(first, second)
    told = {draft.pk: draft.joins for draft in with_joins(ReadingDraft.objects.all())}

    assert [join.lead for join in told[second.pk]] == [first]
    assert told[first.pk] == []
