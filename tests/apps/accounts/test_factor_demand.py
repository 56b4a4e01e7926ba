"""A second factor that a government demands: planned, with days to set it up, by its own admin."""

from datetime import UTC, date, datetime, timedelta

import pytest
from tests.support import registry

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.factor_demand import (
    NAMED,
    Demand,
    DemandInThePastError,
    NotYoursToDemandError,
    OwnFactorMissingError,
    can_demand_second_factor,
    demand_of,
    plan_demand,
    set_demand,
)
from pamong.apps.accounts.models import Role, RoleGrant, SecondFactorDemand, User
from pamong.apps.accounts.selectors import access_of
from pamong.apps.accounts.signing_in import demands_second_factor
from pamong.apps.core.selectors import history_of

DAY = date(2024, 6, 3)
LATER = DAY + timedelta(days=14)
AT = datetime(2024, 6, 1, tzinfo=UTC)
KEPALA = Demand(frozenset({Role.KEPALA_DAERAH}), LATER)


def user(nama: str, role: Role, pemda, **more) -> User:
    made = User.objects.create(username=nama.casefold(), nama=nama, **more)
    RoleGrant.objects.create(user=made, role=role, pemda=pemda, starts_on=date(2019, 1, 1))
    return made


def access(of: User, day: date = DAY) -> Access:
    return access_of(of.pk, label=of.nama, day=day)


@pytest.fixture
def admin(contoh):
    return user("Admin", Role.BKD_ADMIN, contoh)


def demand(pemda, by: User, what: Demand = KEPALA, day: date = DAY) -> None:
    how = {"actor": registry.WARNI, "reason": registry.REASON}
    set_demand(pemda=pemda, demand=what, day=day, by=access(by, day), **how)


def test_it_holds_from_its_day_on_and_not_before(contoh, admin):
    head = user("Kepala", Role.KEPALA_DAERAH, contoh)
    assert not demands_second_factor(access(head))

    demand(contoh, admin)

    early = access(head, LATER - timedelta(days=1))
    assert (demands_second_factor(early), early.factor_wanted_on) == (False, LATER)
    assert demands_second_factor(access(head, LATER))
    assert demand_of(contoh) == KEPALA


def test_it_concerns_its_own_government_and_its_roles_alone(contoh, misal, admin):
    elsewhere = user("Lain", Role.KEPALA_DAERAH, misal)
    analyst = user("Analis", Role.BKD, contoh)

    demand(contoh, admin)

    assert not demands_second_factor(access(elsewhere, LATER))
    assert not demands_second_factor(access(analyst, LATER))


def test_a_role_that_is_over_demands_nothing(contoh, admin):
    head = user("Kepala", Role.KEPALA_DAERAH, contoh)
    demand(contoh, admin)
    RoleGrant.objects.filter(user=head).update(ends_before=LATER)

    assert not demands_second_factor(access(head, LATER))


def test_the_plan_tells_whom_it_concerns(contoh, misal):
    for number in range(NAMED + 2):
        user(f"Kepala {number:02}", Role.KEPALA_DAERAH, contoh)
    user("Siap", Role.KEPALA_DAERAH, contoh, second_factor_since=AT)
    user("Tutup", Role.KEPALA_DAERAH, contoh, is_active=False)
    user("Lain", Role.KEPALA_DAERAH, misal)

    plan = plan_demand(pemda=contoh, demand=KEPALA, day=DAY)

    assert (plan.without, plan.ready, len(plan.names)) == (NAMED + 2, 1, NAMED)
    assert plan.names[0] == "Kepala 00"
    assert not SecondFactorDemand.objects.exists()


def test_a_day_that_is_over_is_refused(contoh, admin):
    past = Demand(KEPALA.roles, DAY - timedelta(days=1))

    with pytest.raises(DemandInThePastError, match="3 Juni 2024"):
        demand(contoh, admin, past)
    with pytest.raises(DemandInThePastError):
        plan_demand(pemda=contoh, demand=past, day=DAY)


def test_nobody_demands_of_himself_what_he_has_not(contoh, admin):
    own = Demand(frozenset({Role.BKD_ADMIN}), LATER)
    with pytest.raises(OwnFactorMissingError, match="Pasang dulu"):
        demand(contoh, admin, own)

    User.objects.filter(pk=admin.pk).update(second_factor_since=AT)
    demand(contoh, admin, own)
    assert demand_of(contoh) == own


def test_only_the_admin_of_the_government_demands_it(contoh, misal):
    for who in (user("Lain", Role.BKD_ADMIN, misal), user("Analis", Role.BKD, contoh)):
        with pytest.raises(NotYoursToDemandError):
            demand(contoh, who)
    handed = Access(1, "", (Grant(Role.BKD_ADMIN, contoh.pk, owner="Admin"),))
    assert not can_demand_second_factor(handed, contoh)


def test_it_is_lifted_and_its_history_stays(contoh, admin):
    demand(contoh, admin)

    demand(contoh, admin, Demand(frozenset(), DAY))

    assert demand_of(contoh) is None
    row = SecondFactorDemand.objects.get()
    assert [change.reason for change in history_of([row])] == [registry.REASON] * 2


def test_it_costs_no_further_query(contoh, admin, django_assert_num_queries):
    demand(contoh, admin)
    head = user("Kepala", Role.KEPALA_DAERAH, contoh)

    with django_assert_num_queries(1):
        assert demands_second_factor(access(head, LATER))
