"""Whatever is done to a structure: every day has one tree without cycles, days before stay.

The database's rows are not needed for it: steps are a pure description.
"""

import contextlib

from hypothesis import given
from hypothesis import strategies as st

from pamong.apps.organisasi.structure_steps import (
    Step,
    StepKind,
    StepRefusedError,
    plan_structure,
)
from pamong.apps.organisasi.structure_values import (
    OpdAs,
    Place,
    Structure,
    UnitAs,
    has_cycle,
)

KEYS = st.integers(1, 6)
OPDS = st.integers(101, 103)


@st.composite
def steps(draw):
    """Draw steps, sound and unsound ones, over three OPDs and six units."""
    kind = draw(st.sampled_from([StepKind.MOVE_UNIT, StepKind.CLOSE_UNIT, StepKind.END_OPD]))
    to = draw(st.none() | st.builds(Place, OPDS, st.none() | KEYS))
    return Step(kind, draw(OPDS if kind is StepKind.END_OPD else KEYS), to=to)


def structure() -> Structure:
    opds = {key: OpdAs(f"Dinas {key}") for key in (101, 102, 103)}
    above = {1: None, 2: 1, 3: 2, 4: None, 5: 4, 6: 5}
    units = {
        key: UnitAs(101 if key < 4 else 102, parent, f"Unit {key}", "lain")
        for key, parent in above.items()
    }
    return Structure(opds, units)


def taken(drawn):
    """Take as many of the steps as can be taken, one plan after another."""
    now, plans = structure(), []
    for step in drawn:
        try:
            plans.append(plan_structure(now, [step]))
        except StepRefusedError:
            continue
        now = plans[-1].after
    return plans


@given(drawn=st.lists(steps(), max_size=12))
def test_there_is_never_a_unit_below_itself(drawn):
    for plan in taken(drawn):
        assert not has_cycle((key, row.parent) for key, row in plan.after.units.items())


@given(drawn=st.lists(steps(), max_size=12))
def test_a_unit_stands_in_the_opd_of_its_parent_and_that_opd_stands(drawn):
    for plan in taken(drawn):
        for row in plan.after.units.values():
            assert row.opd in plan.after.opds
            assert row.parent is None or plan.after.units[row.parent].opd == row.opd


@given(drawn=st.lists(steps(), max_size=12))
def test_a_plan_leaves_what_stood_before_as_it_was(drawn):
    before = structure()
    for step in drawn:
        with contextlib.suppress(StepRefusedError):
            plan_structure(before, [step])
    assert before == structure()


@given(drawn=st.lists(steps(), max_size=12))
def test_who_worked_somewhere_works_somewhere_that_stands_or_nobody_said_where(drawn):
    for plan in taken(drawn):
        for key, row in plan.before.units.items():
            place = plan.place_after(Place(row.opd, key))
            assert place is None or place.opd in plan.after.opds
            assert place is None or place.unit is None or place.unit in plan.after.units


def test_a_cycle_is_seen():
    assert has_cycle([(1, 2), (2, 3), (3, 1)])
    assert not has_cycle([(1, None), (2, 1), (3, 1)])
