"""Nobody gives more than he has: the rule of it, and the acts that ask it."""

from datetime import UTC, date, datetime

import pytest
from tests.support.registry import REASON, WARNI
from tests.support.units import opd, unit

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.account_acts import AccountNameError, UserNameTakenError, open_account
from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.passwords import LETTERS, first_password
from pamong.apps.accounts.policies import can_administer, can_give
from pamong.apps.accounts.role_acts import (
    BeyondOwnPowerError,
    NewAccount,
    NewRole,
    end_role,
    give_role,
    open_account_with_role,
)
from pamong.apps.accounts.services import Scope, ScopeElsewhereError

HOW = {"actor": WARNI, "reason": REASON}
NOW = datetime(2026, 11, 26, tzinfo=UTC)
DAY = date(2026, 11, 26)
HERE, THERE, DINAS = 1, 2, 11


def having(role: Role, pemda=None, opd=None) -> Access:
    return Access(9, "Rekaan", (Grant(role, pemda, opd),))


@pytest.mark.parametrize(
    ("own", "given", "may"),
    [
        (having(Role.BKD_ADMIN, HERE), Grant(Role.SEKDA, HERE), True),
        (having(Role.BKD_ADMIN, HERE), Grant(Role.ASN, HERE, DINAS), True),
        (having(Role.BKD_ADMIN, HERE), Grant(Role.SEKDA, THERE), False),
        (having(Role.BKD_ADMIN, HERE), Grant(Role.WARGA), False),
        (having(Role.BKD_ADMIN, HERE), Grant(Role.OPERATOR, HERE), False),
        (having(Role.BKD_ADMIN, HERE, DINAS), Grant(Role.ASN, HERE, DINAS), True),
        (having(Role.BKD_ADMIN, HERE, DINAS), Grant(Role.ASN, HERE, 12), False),
        (having(Role.BKD_ADMIN, HERE, DINAS), Grant(Role.AJUDAN, HERE), False),
        (having(Role.SEKDA, HERE), Grant(Role.ASN, HERE, DINAS), False),
        (having(Role.OPERATOR), Grant(Role.OPERATOR), True),
        (having(Role.OPERATOR), Grant(Role.BKD, THERE), True),
        (having(Role.OPERATOR, HERE), Grant(Role.OPERATOR), False),
        (Access(None, ""), Grant(Role.WARGA, HERE), False),
        (
            Access(9, "", (Grant(Role.BKD_ADMIN, HERE, owner="Siti"),)),
            Grant(Role.ASN, HERE),
            False,
        ),
        (Access(9, "", (Grant(Role.BKD_ADMIN, HERE, unit_id=3),)), Grant(Role.ASN, HERE), False),
        (having(Role.BKD_ADMIN, HERE), Grant(Role.OPERATOR_OPD, HERE, unit_id=3), True),
        (having(Role.BKD_ADMIN, THERE), Grant(Role.OPERATOR_OPD, HERE, unit_id=3), False),
        (having(Role.BKD_ADMIN, HERE, DINAS), Grant(Role.ATASAN, HERE, unit_id=3), False),
    ],
)
def test_a_role_reaches_no_further_than_that_of_who_gives_it(own, given, may):
    assert can_give(own, given) is may


def test_nobody_administers_himself():
    own = having(Role.OPERATOR)

    assert can_administer(own, 8, [])
    assert not can_administer(own, own.user_id, [])


@pytest.fixture
def siti(db) -> User:
    return User.objects.create(username="siti", nama="Siti (rekaan)")


def test_a_role_beyond_the_own_power_is_neither_given_nor_ended(siti, contoh, misal):
    by = having(Role.BKD_ADMIN, contoh.pk)
    far = RoleGrant.objects.create(user=siti, role=Role.SEKDA, pemda=misal, starts_on=DAY)

    with pytest.raises(BeyondOwnPowerError, match="lebih luas"):
        give_role(user=siti, new=NewRole(Role.SEKDA, Scope(misal), DAY), by=by, **HOW)
    with pytest.raises(BeyondOwnPowerError):
        end_role(grant=far, ends_before=date(2027, 1, 1), by=by, **HOW)


def test_a_unit_of_another_government_is_refused(siti, contoh, misal):
    dinas = opd(misal, "Dinas Kesehatan")
    scope = Scope(contoh, unit=unit(dinas, "Bidang Layanan"))

    with pytest.raises(ScopeElsewhereError, match="bukan bagian dari"):
        give_role(
            user=siti,
            new=NewRole(Role.OPERATOR_OPD, scope, DAY),
            by=having(Role.BKD_ADMIN, contoh.pk),
            **HOW,
        )


def test_an_account_whose_role_is_refused_is_not_opened(contoh, misal):
    new = NewAccount("tini", "Tini (rekaan)", NewRole(Role.SEKDA, Scope(misal), DAY))

    with pytest.raises(BeyondOwnPowerError):
        open_account_with_role(new=new, by=having(Role.BKD_ADMIN, contoh.pk), at=NOW, **HOW)
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["SITI", "si ti", "-siti", "s", "siti\n", "sití"])
def test_a_name_that_cannot_be_typed_everywhere_is_refused(db, name):
    with pytest.raises(AccountNameError, match="huruf kecil"):
        open_account(username=name, nama="Siti (rekaan)", at=NOW, **HOW)


def test_a_name_is_taken_in_any_case(db):
    User.objects.create(username="Siti", nama="Siti (rekaan)")

    with pytest.raises(UserNameTakenError, match="sudah dipakai"):
        open_account(username="siti", nama="Siti lain (rekaan)", at=NOW, **HOW)


def test_first_passwords_differ_and_have_no_letter_that_is_taken_for_another():
    made = {first_password() for _ in range(50)}

    assert len(made) == 50
    assert set("".join(made)) <= {*LETTERS, "-"}
    assert not set("ilo01") & set(LETTERS)
