"""The life of a duty as values: who has to act after each step, and what may follow."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong.apps.duties import life
from pamong.apps.duties.life import ENDED, RULES, WORKING, Holder, Move, State, StepKind

BEGUN = date(2024, 9, 16)
DUE = date(2024, 10, 31)
LATER = date(2024, 11, 30)


def stand(*moves: Move, is_recommendation: bool = False) -> life.Standing:
    return life.fold(BEGUN, DUE, moves, is_recommendation=is_recommendation)


def on(day: int, kind: StepKind, **more) -> Move:
    return Move(kind, date(2024, 10, day), **more)


DELEGATED = on(2, StepKind.DELEGATED, delegate="Kepala Bidang")
ASKED = on(3, StepKind.PROLONG_ASKED, due_on=LATER)


@pytest.mark.parametrize(
    ("moves", "state", "holder", "since"),
    [
        ((), State.MADE, Holder.OPD, BEGUN),
        ((on(1, StepKind.ACCEPTED),), State.ACCEPTED, Holder.OPD, BEGUN),
        ((DELEGATED,), State.DELEGATED, Holder.DELEGATE, date(2024, 10, 2)),
        ((on(4, StepKind.REPORTED),), State.REPORTED, Holder.GIVER, date(2024, 10, 4)),
        ((ASKED,), State.MADE, Holder.GIVER, date(2024, 10, 3)),
        (
            (DELEGATED, ASKED, on(5, StepKind.PROLONG_REFUSED)),
            State.DELEGATED,
            Holder.DELEGATE,
            date(2024, 10, 5),
        ),
        (
            (on(4, StepKind.REPORTED), on(7, StepKind.RETURNED)),
            State.RETURNED,
            Holder.OPD,
            date(2024, 10, 7),
        ),
        (
            (on(4, StepKind.REPORTED), on(7, StepKind.CLOSED)),
            State.CLOSED,
            Holder.NOBODY,
            date(2024, 10, 7),
        ),
        ((on(4, StepKind.CANNOT_SAID),), State.CANNOT, Holder.GIVER, date(2024, 10, 4)),
        (
            (on(4, StepKind.CANNOT_SAID), on(8, StepKind.CANNOT_ACCEPTED)),
            State.DROPPED,
            Holder.NOBODY,
            date(2024, 10, 8),
        ),
        (
            (on(4, StepKind.CANNOT_SAID), on(8, StepKind.CANNOT_REFUSED)),
            State.RETURNED,
            Holder.OPD,
            date(2024, 10, 8),
        ),
    ],
)
def test_after_each_step_one_side_has_to_act_since_a_day(moves, state, holder, since):
    reached = stand(*moves)

    assert (reached.state, reached.holder, reached.holder_since) == (state, holder, since)


def test_a_recommendation_lies_with_the_other_government_which_may_say_no():
    begun = stand(is_recommendation=True)

    assert begun.holder is Holder.KABUPATEN
    assert life.may_follow(begun, StepKind.DECLINED, is_recommendation=True)
    assert not life.may_follow(begun, StepKind.DECLINED, is_recommendation=False)
    declined = stand(on(1, StepKind.DECLINED), is_recommendation=True)
    assert (declined.state, declined.holder) == (State.DECLINED, Holder.NOBODY)


def test_a_prolongation_counts_from_the_day_it_is_granted_and_not_when_it_is_asked():
    assert stand(ASKED).due_on == DUE
    assert stand(ASKED, on(4, StepKind.PROLONG_GRANTED)).due_on == LATER
    assert stand(ASKED, on(4, StepKind.PROLONG_REFUSED)).due_on == DUE


def test_a_report_makes_an_undecided_prolongation_idle():
    reported = stand(ASKED, on(4, StepKind.REPORTED))

    assert reported.asked_due_on is None
    assert not life.may_follow(reported, StepKind.PROLONG_GRANTED, is_recommendation=False)


def test_what_has_ended_can_only_be_evaluated():
    for state in ENDED:
        ended = life.Standing(state, Holder.NOBODY, BEGUN, DUE)
        open_now = {kind for kind in RULES if life.may_follow(ended, kind, is_recommendation=True)}
        assert open_now == {StepKind.EVALUATED}


@given(st.data(), st.booleans())
def test_whatever_is_done_somebody_has_to_act_or_it_has_ended(data, is_recommendation):
    standing = life.begin(BEGUN, DUE, is_recommendation=is_recommendation)
    day = BEGUN
    for _ in range(data.draw(st.integers(0, 12))):
        open_now = sorted(
            kind
            for kind in RULES
            if life.may_follow(standing, kind, is_recommendation=is_recommendation)
        )
        day += timedelta(days=data.draw(st.integers(0, 9)))
        later = max(standing.due_on, day) + timedelta(days=40)
        move = Move(StepKind(data.draw(st.sampled_from(open_now))), day, later, "Bidang")
        standing = life.after(standing, move, is_recommendation=is_recommendation)

        assert (standing.holder is Holder.NOBODY) == (standing.state in ENDED)
        assert BEGUN <= standing.holder_since <= day
        assert standing.due_on >= DUE
        if standing.state in WORKING and standing.asked_due_on is None:
            assert standing.holder is not Holder.GIVER
