"""Delegations: never more than the owner has, never longer, and told in what is done by them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from tests.support.registry import REASON, WARNI, person
from tests.support.units import opd

from pamong.apps.accounts.delegating import (
    DelegationNotFoundError,
    DelegationRefusedError,
    NewDelegation,
    delegable_grants,
    delegate,
    delegations_of,
    get_delegation,
    plan_delegation,
    receiver_named,
    usual_receivers,
    withdraw_delegation,
)
from pamong.apps.accounts.models import Delegation, Role, RoleGrant, User
from pamong.apps.accounts.policies import can_delegate, can_record_offices
from pamong.apps.accounts.selectors import access_of
from pamong.apps.core.audit import ReasonMissingError
from pamong.apps.core.selectors import history_of
from pamong.kernel.period import Period
from pamong.web.http import actor_of

FIRST, DAY, LAST = date(2025, 1, 1), date(2025, 6, 1), date(2025, 6, 7)
WEEK = Period.inclusive(DAY, LAST)


def user(nama: str) -> User:
    return User.objects.create(username=nama.casefold(), nama=f"{nama} (rekaan)")


def give(who: User, role: Role, pemda, **more) -> RoleGrant:
    return RoleGrant.objects.create(
        user=who, role=role, pemda=pemda, **{"starts_on": FIRST, **more}
    )


def access(who: User, day: date = DAY):
    return access_of(who.pk, label=str(who), day=day)


@pytest.fixture
def siti_user(contoh):
    return user("Siti")


@pytest.fixture
def budi_user(contoh):
    budi = user("Budi")
    give(budi, Role.PEGAWAI, contoh, person=person("Budi Contohadi"))
    return budi


@pytest.fixture
def grant(siti_user, contoh):
    return give(siti_user, Role.BKD, contoh, person=person("Siti Rekayasari"))


def hand(grant, to, period=WEEK, day=DAY, reason=REASON) -> Delegation:
    return delegate(new=NewDelegation(grant, to, period), day=day, actor=WARNI, reason=reason)


def test_it_lets_another_do_what_the_owner_may_on_its_days_only(contoh, grant, budi_user):
    hand(grant, budi_user)

    may = {
        day: can_record_offices(access(budi_user, day), contoh)
        for day in (DAY - timedelta(days=1), DAY, LAST, LAST + timedelta(days=1))
    }
    assert list(may.values()) == [False, True, True, False]


def test_it_ends_when_the_owners_role_ends(contoh, grant, budi_user):
    hand(grant, budi_user)
    RoleGrant.objects.filter(pk=grant.pk).update(ends_before=LAST)

    assert can_record_offices(access(budi_user, LAST - timedelta(days=1)), contoh)
    assert not can_record_offices(access(budi_user, LAST), contoh)


def test_it_ends_when_the_owners_account_is_closed(contoh, grant, budi_user):
    hand(grant, budi_user)
    User.objects.filter(pk=grant.user_id).update(is_active=False)

    assert not can_record_offices(access(budi_user), contoh)


def test_it_can_be_taken_back_also_before_it_begins(contoh, grant, budi_user):
    row = hand(grant, budi_user, day=FIRST)

    withdraw_delegation(delegation=row, day=FIRST, actor=WARNI, reason=REASON)

    assert not can_record_offices(access(budi_user), contoh)
    with pytest.raises(DelegationRefusedError, match="sudah berakhir"):
        withdraw_delegation(delegation=row, day=FIRST, actor=WARNI, reason=REASON)


def test_the_owners_own_record_is_not_opened(grant, budi_user):
    before = access(budi_user).person_ids

    hand(grant, budi_user)

    assert access(budi_user).person_ids == before


def test_what_is_done_by_it_names_both(contoh, grant, budi_user):
    hand(grant, budi_user)
    budi_user.access = access(budi_user)

    assert actor_of(budi_user).label == "Budi (rekaan)"
    assert can_record_offices(budi_user.access, contoh)
    assert actor_of(budi_user).label == "Budi (rekaan) a.n. Siti (rekaan)"


def test_who_could_do_it_himself_does_it_in_his_own_name(contoh, grant, budi_user):
    give(budi_user, Role.SEKDA, contoh)
    hand(grant, budi_user)
    budi_user.access = access(budi_user)

    assert can_record_offices(budi_user.access, contoh)
    assert actor_of(budi_user).label == "Budi (rekaan)"


def test_both_are_shown_it(grant, budi_user):
    row = hand(grant, budi_user)

    assert delegations_of(grant.user_id) == delegations_of(budi_user.pk) == [row]
    assert get_delegation(row.public_id).by == WARNI.label
    assert history_of([row])[0].reason == REASON


def test_the_plan_says_what_it_lets_somebody_do(contoh, grant, budi_user):
    RoleGrant.objects.filter(pk=grant.pk).update(ends_before=LAST)
    grant.refresh_from_db()

    told = " ".join(plan_delegation(new=NewDelegation(grant, budi_user, WEEK), day=DAY))

    assert "analis BKD (Kabupaten Contoh (rekaan)) milik Siti (rekaan)" in told
    assert "a.n. Siti" in told
    assert "berhenti bersamanya" in told


@pytest.mark.parametrize("role", [Role.PEGAWAI, Role.AUDITOR, Role.INTEGRATOR, Role.OPERATOR])
def test_what_somebody_is_himself_is_not_delegated(contoh, siti_user, budi_user, role):
    grant = give(siti_user, role, contoh, person=person("Siti Rekayasari"))

    with pytest.raises(DelegationRefusedError, match="melekat pada orangnya"):
        hand(grant, budi_user)
    assert grant not in delegable_grants(siti_user.pk, day=DAY)


def test_nobody_from_elsewhere_receives_it(misal, grant):
    stranger = user("Tono")
    give(stranger, Role.BKD, misal)

    with pytest.raises(DelegationRefusedError, match="tidak mempunyai peran di Kabupaten Contoh"):
        hand(grant, stranger)
    assert stranger not in usual_receivers([grant], day=DAY)
    with pytest.raises(DelegationRefusedError, match="Tidak ada akun"):
        receiver_named("Tono", grant, day=DAY)


def test_whoever_signs_in_by_that_name_goes_before_those_who_are_called_so(grant, budi_user):
    other = user("Lain")
    other.nama = budi_user.username
    other.save()
    give(other, Role.BKD, grant.pemda)
    give(budi_user, Role.AUDITOR, grant.pemda)

    assert receiver_named(budi_user.username.upper(), grant, day=DAY) == budi_user


def test_suggested_are_those_with_an_office(grant, budi_user):
    clerk = user("Kerani")
    give(clerk, Role.AUDITOR, grant.pemda)
    give(budi_user, Role.BKD, grant.pemda)

    suggested = usual_receivers([grant], day=DAY)

    assert budi_user in suggested
    assert clerk not in suggested
    assert receiver_named("kera", grant, day=DAY) == clerk


def test_one_does_not_delegate_to_oneself(grant, siti_user):
    with pytest.raises(DelegationRefusedError, match="pemilik peran itu sendiri"):
        hand(grant, siti_user)


@pytest.mark.parametrize(
    ("period", "sentence"),
    [
        (Period(DAY), "Hari terakhir"),
        (Period(FIRST, DAY), "Hari terakhir"),
        (Period.inclusive(FIRST, LAST), "Hari pertama"),
        (Period(date(2026, 1, 1), date(2026, 1, 8)), "tidak berlaku pada hari-hari"),
    ],
)
def test_days_on_which_it_could_not_hold_are_refused(grant, budi_user, period, sentence):
    RoleGrant.objects.filter(pk=grant.pk).update(ends_before=date(2025, 12, 31))
    grant.refresh_from_db()

    with pytest.raises(DelegationRefusedError, match=sentence):
        hand(grant, budi_user, period)


def test_the_same_is_not_delegated_twice(grant, budi_user):
    hand(grant, budi_user)

    with pytest.raises(DelegationRefusedError, match="sudah dilimpahkan"):
        hand(grant, budi_user, Period.inclusive(LAST, LAST))


def test_a_delegation_has_its_reason(grant, budi_user):
    with pytest.raises(ReasonMissingError):
        hand(grant, budi_user, reason=" ")


@pytest.mark.django_db
def test_there_is_no_such_delegation():
    with pytest.raises(DelegationNotFoundError):
        get_delegation(uuid4())


def test_the_owner_and_the_admin_may_and_others_may_not(contoh, misal, grant, budi_user):
    admin, stranger = user("Admin"), user("Asing")
    give(admin, Role.BKD_ADMIN, contoh)
    give(stranger, Role.BKD_ADMIN, misal)

    assert [
        can_delegate(access(who), grant) for who in (grant.user, admin, stranger, budi_user)
    ] == [True, True, False, False]


def test_whoever_received_a_role_cannot_hand_it_on(contoh, grant, budi_user):
    hand(grant, budi_user)

    assert delegable_grants(budi_user.pk, day=DAY) == []
    assert not can_delegate(access(budi_user), grant)


def test_all_roles_are_asked_for_at_once(contoh, grant, budi_user, django_assert_num_queries):
    give(budi_user, Role.ASN, contoh, opd=opd(contoh, "Dinas Uji"))
    hand(grant, budi_user)

    with django_assert_num_queries(1):
        assert len(access(budi_user).grants) == 3
