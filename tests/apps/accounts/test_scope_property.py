"""Predicate, queryset and a plain reckoning agree, over random trees, placements and roles.

The reckoning walks from each person upwards, one parent after another, in plain values; what it
checks works downwards, in the database.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support import registry
from tests.support.units import SOURCE, employ, opd

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import can_see_pegawai, pegawai_visible_to
from pamong.apps.accounts.seeing import OVER_A_PART, SEES
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.models import (
    Jabatan,
    JabatanKind,
    PostState,
    UnitKerja,
    UnitKind,
    UnitState,
)

START = date(2024, 1, 1)
STEPS = range(6)
OPDS, UNITS, PEOPLE = 2, 4, 3


def day(step: int) -> date:
    return START + timedelta(days=100 * step)


@dataclass(frozen=True)
class State:
    """Where one unit stands between two steps: in which OPD, below which unit."""

    opd: int
    parent: int | None


@dataclass(frozen=True)
class Placed:
    """Where one person is between two steps."""

    opd: int
    unit: int | None


@st.composite
def states(draw, number):
    """Of one unit, what it is in each step: nothing, or somewhere; above it an earlier unit."""
    above = st.none() if number == 0 else st.none() | st.integers(0, number - 1)
    return draw(
        st.lists(
            st.none() | st.builds(State, st.integers(0, OPDS - 1), above),
            min_size=len(STEPS),
            max_size=len(STEPS),
        )
    )


TREES = st.tuples(*(states(number) for number in range(UNITS)))
PLACEMENTS = st.lists(
    st.lists(
        st.none()
        | st.builds(Placed, st.integers(0, OPDS - 1), st.none() | st.integers(0, UNITS - 1)),
        min_size=len(STEPS),
        max_size=len(STEPS),
    ),
    min_size=PEOPLE,
    max_size=PEOPLE,
)


@dataclass(frozen=True)
class Held:
    """One role, by numbers: over all, an OPD, a unit, or oneself; perhaps somebody else's.

    Of an atasan ``by_tenure`` says whether his role names no unit, so that his posts count.
    """

    role: Role
    part: int
    person: int | None
    is_delegated: bool
    by_tenure: bool


GRANTS = st.lists(
    st.builds(
        Held,
        st.sampled_from(list(Role)),
        st.integers(0, OPDS + UNITS - 1),
        st.none() | st.integers(0, PEOPLE - 1),
        st.booleans(),
        st.booleans(),
    ),
    max_size=3,
)


@dataclass(frozen=True)
class Post:
    """One post of a person: what sort, and in which unit it stands in each step; 0 is highest."""

    sort: int
    holder: int
    stands: tuple[int | None, ...]


SORTS = (JabatanKind.ADMINISTRATOR, JabatanKind.PENGAWAS, JabatanKind.PELAKSANA)
STRUCTURAL = 2
POSTS = st.lists(
    st.builds(
        Post,
        st.integers(0, len(SORTS) - 1),
        st.integers(0, PEOPLE - 1),
        st.tuples(*(st.none() | st.integers(0, UNITS - 1) for _ in STEPS)),
    ),
    max_size=3,
)


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    tree=TREES,
    placements=PLACEMENTS,
    held=GRANTS,
    posts=POSTS,
    asked=st.sampled_from(STEPS),
    today=st.sampled_from(STEPS),
    field_class=st.sampled_from(list(FieldClass)),
)
def test_one_by_one_and_all_at_once_agree_with_a_plain_reckoning(
    contoh, *, tree, placements, held, posts, asked, today, field_class
):
    with transaction.atomic():
        world = build(contoh, tree, placements, posts)
        access = access_of(world, held, day(today))
        expected = {
            number
            for number in range(PEOPLE)
            if reckoned(
                tree,
                placements,
                held,
                posts,
                person=number,
                asked=asked,
                today=today,
                field_class=field_class,
            )
        }

        found = Pegawai.objects.filter(
            pegawai_visible_to(access, contoh, day=day(asked), field_class=field_class)
        )
        numbers = {row.pk: number for number, row in enumerate(world.people)}
        one_by_one = {
            number
            for number, row in enumerate(world.people)
            if can_see_pegawai(access, row, day=day(asked), field_class=field_class)
        }
        assert sorted(numbers[row.pk] for row in found) == sorted(expected)
        assert one_by_one == expected
        transaction.set_rollback(True)


def reckoned(tree, placements, held, posts, *, person, asked, today, field_class) -> bool:
    if any(each.person == person and not each.is_delegated for each in held):
        return True
    steps = [min(asked, today)]
    if field_class is not FieldClass.OPEN:
        steps.append(today)
    roles = [each for each in held if field_class in SEES[each.role]]
    parts = [part for each in roles for part in parts_of(each, posts, today)]
    return all(
        any(covers(tree, placements, part, person, step) for part in parts) for step in steps
    )


def parts_of(held, posts, today) -> list[tuple[int | None, int | None] | None]:
    """Return the OPDs and units of a role; of one over everything, nothing but ``None``."""
    if held.role not in OVER_A_PART:
        return [None]
    if not is_by_tenure(held):
        return [part_of(held)]
    return [
        (None, post.stands[today])
        for post in posts
        if post.holder == held.person and heads(post, posts, today)
    ]


def heads(post, posts, today) -> bool:
    unit = post.stands[today]
    others = [each for each in posts if each is not post and each.stands[today] == unit]
    return (
        unit is not None
        and post.sort < STRUCTURAL
        and all(post.sort < each.sort for each in others)
    )


def is_by_tenure(held) -> bool:
    return held.role is Role.ATASAN and held.by_tenure


def covers(tree, placements, part, person, step) -> bool:
    if part is None:
        return True
    opd_number, unit_number = part
    placed = placements[person][step]
    if placed is None:
        return False
    state = tree[placed.unit][step] if placed.unit is not None else None
    if unit_number is None:
        return opd_number == (state.opd if state else placed.opd)
    unit, above = placed.unit, state
    while above is not None:
        if unit == unit_number:
            return True
        unit = above.parent
        above = tree[unit][step] if unit is not None else None
    return False


def part_of(held) -> tuple[int | None, int | None]:
    """Return the OPD or the unit of a role; a head has an OPD, an atasan a unit."""
    if held.role is Role.KEPALA_OPD:
        return held.part % OPDS, None
    if held.role is Role.ATASAN:
        return None, held.part % UNITS
    return (held.part, None) if held.part < OPDS else (None, held.part - OPDS)


@dataclass(frozen=True)
class Built:
    opds: list
    units: list
    people: list


def build(pemda, tree, placements, posts) -> Built:
    opds = [opd(pemda, f"Dinas {number}") for number in range(OPDS)]
    units = [UnitKerja.objects.create(pemda=pemda) for _ in range(UNITS)]
    UnitState.objects.bulk_create(
        UnitState(
            unit=units[number],
            opd=opds[state.opd],
            parent=None if state.parent is None else units[state.parent],
            nama=f"Unit {number}",
            sort_key=f"unit {number}",
            kind=UnitKind.BIDANG,
            source=SOURCE,
            **days(step),
        )
        for number, row in enumerate(tree)
        for step, state in enumerate(row)
        if state is not None
    )
    people = [employ(opds[0], f"Orang {'abc'[number]}") for number in range(PEOPLE)]
    Placement.objects.bulk_create(
        Placement(
            pegawai=people[number],
            opd=opds[placed.opd],
            unit=None if placed.unit is None else units[placed.unit],
            source=SOURCE,
            **days(step),
        )
        for number, row in enumerate(placements)
        for step, placed in enumerate(row)
        if placed is not None
    )
    decree = registry.decree(pemda, "800/1", decided_on=START)
    for number, post in enumerate(posts):
        office = registry.office(pemda, f"Jabatan {number}", opd=opds[0])
        Jabatan.objects.filter(pk=office.pk).update(kind=SORTS[post.sort])
        registry.hold(people[post.holder].person, office, since=START, by=decree)
        PostState.objects.bulk_create(
            PostState(
                jabatan=office,
                opd=opds[0],
                unit=None if unit is None else units[unit],
                nama=office.nama,
                source=SOURCE,
                **days(step),
            )
            for step, unit in enumerate(post.stands)
        )
    return Built(opds, units, people)


def days(step: int) -> dict[str, date]:
    return {"starts_on": day(step), "ends_before": day(step + 1)}


def access_of(world: Built, held, today: date) -> Access:
    pemda_id = world.opds[0].pemda_id
    grants = []
    for each in held:
        names_a_part = each.role in OVER_A_PART and not is_by_tenure(each)
        opd_number, unit_number = part_of(each) if names_a_part else (None, None)
        grants.append(
            Grant(
                each.role,
                pemda_id,
                None if opd_number is None else world.opds[opd_number].pk,
                None if each.person is None else world.people[each.person].person_id,
                None if unit_number is None else world.units[unit_number].pk,
                "Orang lain (rekaan)" if each.is_delegated else "",
            )
        )
    return Access(1, "Seseorang (rekaan)", tuple(grants), today=today)
