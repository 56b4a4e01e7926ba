"""Roles: dated, over one government or one OPD, and nothing beyond."""

from datetime import date, timedelta

import pytest
from tests.support.registry import REASON, WARNI

from pamong.apps.accounts.access import NOBODY
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.policies import can_record_offices, is_staff
from pamong.apps.accounts.selectors import access_of
from pamong.apps.accounts.services import Scope, UserNotFoundError, ensure_role
from pamong.apps.core.refusals import RefusedError
from pamong.apps.organisasi.models import Opd

FIRST = date(2024, 1, 1)


@pytest.fixture
def warni(db) -> User:
    return User.objects.create(username="warni", nama="Warni (rekaan)")


@pytest.fixture
def dinkes(contoh) -> Opd:
    return Opd.objects.create(
        pemda=contoh, nama="Dinas Kesehatan", jenis="dinas", sort_key="dinas kesehatan"
    )


def give(role: Role, scope: Scope, since: date = FIRST) -> None:
    ensure_role(username="warni", role=role, scope=scope, since=since, actor=WARNI, reason=REASON)


def access(user: User, day: date = FIRST):
    return access_of(user.pk, label=str(user), day=day)


def test_a_role_begins_on_its_first_day_and_ends_before_its_last(warni, contoh):
    give(Role.BKD, Scope(contoh))
    RoleGrant.objects.update(ends_before=FIRST + timedelta(days=30))

    days = [FIRST - timedelta(days=1), FIRST, FIRST + timedelta(days=29)]
    assert [access(warni, day).reaches(contoh) for day in days] == [False, True, True]
    assert not access(warni, FIRST + timedelta(days=30)).reaches(contoh)


def test_a_role_in_one_government_reaches_no_other(warni, contoh, misal):
    give(Role.BKD, Scope(contoh))

    assert can_record_offices(access(warni), contoh)
    assert not access(warni).reaches(misal)
    assert not can_record_offices(access(warni), misal)


def test_an_operator_and_a_resident_reach_every_government(warni, contoh, misal):
    give(Role.WARGA, Scope())

    assert access(warni).reaches(contoh)
    assert access(warni).reaches(misal)
    assert not is_staff(access(warni), contoh)


def test_who_leads_an_opd_leads_no_other(warni, contoh, dinkes):
    other = Opd.objects.create(
        pemda=contoh, nama="Dinas Sosial", jenis="dinas", sort_key="dinas sosial"
    )
    give(Role.KEPALA_OPD, Scope(contoh, dinkes))

    assert access(warni).leads(dinkes)
    assert not access(warni).leads(other)
    assert access(warni).opd_ids(contoh) == {dinkes.pk}


def test_a_closed_account_reaches_nothing(warni, contoh):
    give(Role.OPERATOR, Scope())
    User.objects.update(is_active=False)

    assert not access(warni).reaches(contoh)
    assert not NOBODY.reaches(contoh)


def test_a_role_is_given_once(warni, contoh):
    give(Role.BKD, Scope(contoh))
    give(Role.BKD, Scope(contoh))

    assert RoleGrant.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "sentence"),
    [(Role.SEKDA, "Pilih pemerintah daerahnya"), (Role.KEPALA_OPD, "pemerintah daerah|OPD")],
)
def test_a_role_without_its_scope_is_refused(warni, role, sentence):
    with pytest.raises(RefusedError, match=sentence):
        give(role, Scope())

    assert RoleGrant.objects.count() == 0


def test_an_opd_is_demanded_beside_the_government(warni, contoh):
    with pytest.raises(RefusedError, match="Pilih OPD-nya"):
        give(Role.ASN, Scope(contoh))


def test_nobody_has_no_role(contoh):
    with pytest.raises(UserNotFoundError):
        give(Role.BKD, Scope(contoh))
