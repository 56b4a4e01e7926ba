"""Accounts for many pegawai: who gets one, first passwords told once, all closed together."""

import pytest
from django.contrib.auth import authenticate
from django.db import connection
from tests.support import units
from tests.support.openings import DAY, NOW, admin, nip_of, numbered, opened
from tests.support.registry import REASON, WARNI

from pamong.apps.accounts import opening_many, passwords, tasks
from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import OpeningStep, Role, RoleGrant, User
from pamong.apps.accounts.opening_closing import close_together, plan_closing, reopen_together
from pamong.apps.accounts.opening_many import NobodyToOpenError, begin_opening, can_open_many
from pamong.apps.accounts.opening_plan import NewOpening, plan_opening
from pamong.apps.accounts.opening_slips import (
    NothingToTellError,
    NotToldToYouError,
    ToldAlreadyError,
    renew_first_passwords,
    tell_first_passwords,
)
from pamong.apps.accounts.role_acts import BeyondOwnPowerError
from pamong.apps.core.audit import Actor
from pamong.apps.core.selectors import history_of
from pamong.apps.kepegawaian.models import LegalStanding, Termination

HOW = {"actor": WARNI, "reason": REASON}


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def ani(pasar):
    return numbered(pasar, "Ani", 1)


@pytest.fixture
def edi(pasar):
    return numbered(pasar, "Edi", 2)


def told(opening, actor=WARNI, **more):
    slips = []
    more = {"by": admin(opening.pemda, None), "write": slips.extend, **more}
    tell_first_passwords(opening=opening, at=NOW, actor=actor, **more)
    return slips


def why_not(opd, **more):
    plan = plan_opening(NewOpening(opd.pemda, DAY, opd, **more))
    return [(each.nama, each.why.split(";")[0]) for each in plan.missed]


def test_everybody_of_an_opd_gets_an_account_for_his_own_record(pasar, ani, edi):
    elsewhere = numbered(units.opd(pasar.pemda, "Dinas Tera"), "Oni", 3)

    opening = opened(pasar)

    grants = RoleGrant.objects.order_by("user__username")
    assert (opening.step, opening.opened) == (OpeningStep.OPENED, 2)
    assert [(row.user.username, row.person) for row in grants] == [
        (nip_of(ani), ani.person),
        (nip_of(edi), edi.person),
    ]
    assert {(row.role, row.pemda, row.starts_on) for row in grants} == {
        (Role.PEGAWAI, pasar.pemda, DAY)
    }
    assert not elsewhere.person.grants.exists()
    assert {(c.actor, c.reason) for c in history_of([grants[0].user, grants[0]])} == {
        (WARNI.label, REASON)
    }


def test_the_plan_counts_by_opd_who_gets_one_has_one_or_cannot(pasar, ani, edi):
    opened(pasar)
    numbered(pasar, "Oni", 3)
    units.place(units.employ(pasar, "Tanpa Nomor"), pasar)

    plan = plan_opening(NewOpening(pasar.pemda, DAY))

    (line,) = plan.opds
    assert (line.nama, line.opens, line.has_one, line.cannot) == ("Dinas Pasar", 1, 2, 1)
    assert (plan.opens, plan.left) == (1, 0)


@pytest.mark.parametrize(
    ("state", "is_gone"), [("99", True), ("88", True), ("01", False), ("02", False)]
)
def test_whom_the_record_tells_gone_gets_none(pasar, ani, state, is_gone):
    LegalStanding.objects.create(
        pegawai=ani, state=state, starts_on=units.FIRST, source=units.SOURCE
    )

    assert bool(why_not(pasar)) is is_gone


def test_nor_does_who_died_though_the_employment_was_never_ended(pasar, ani):
    Termination.objects.create(pegawai=ani, kind="2", source=units.SOURCE)

    assert why_not(pasar) == [
        ("Ani (rekaan)", "menurut catatan sudah berhenti, pensiun atau meninggal")
    ]
    with pytest.raises(NobodyToOpenError):
        opened(pasar)


def test_a_user_name_of_somebody_else_and_a_closed_account_are_told(pasar, ani, edi):
    User.objects.create(username=nip_of(ani), nama="Lain")
    closed = User.objects.create(username="edi", nama="Edi", is_active=False)
    RoleGrant.objects.create(
        user=closed, role=Role.PEGAWAI, pemda=pasar.pemda, person=edi.person, starts_on=DAY
    )

    assert why_not(pasar) == [
        ("Ani (rekaan)", "NIP-nya sudah dipakai akun lain"),
        ("Edi (rekaan)", "akunnya ditutup"),
    ]


def test_an_account_of_another_government_is_not_told_of(pasar, ani, misal):
    user = User.objects.create(username="ani-di-misal", nama="Ani")
    RoleGrant.objects.create(
        user=user, role=Role.PEGAWAI, pemda=misal, person=ani.person, starts_on=DAY
    )

    assert opened(pasar).opened == 1


@pytest.mark.usefixtures("ani")
def test_a_first_password_signs_in_is_told_once_and_lies_nowhere(pasar):
    opening = opened(pasar)

    (slip,) = told(opening)

    user = User.objects.get(username=slip.username)
    assert slip.opd == "Dinas Pasar"
    assert user.has_first_password
    assert user.password.startswith(passwords.QUICK)
    assert slip.password not in user.password
    with pytest.raises(ToldAlreadyError):
        told(opening)
    assert authenticate(username=slip.username, password=slip.password) == user
    user.refresh_from_db()
    assert not user.password.startswith(passwords.QUICK)  # what was used is kept slowly
    assert authenticate(username=slip.username, password=slip.password) == user


@pytest.mark.usefixtures("ani")
def test_before_it_is_told_nobody_signs_in(pasar):
    opened(pasar)

    assert not User.objects.get().has_usable_password()


def test_a_wrong_first_password_takes_as_long_as_a_slow_digest(monkeypatch):
    made = []
    monkeypatch.setattr(passwords, "make_password", made.append)
    hasher = passwords.FirstPasswordHasher()
    kept = hasher.encode("aaaa-bbbb-cccc-dddd", "garam")

    assert hasher.verify("aaaa-bbbb-cccc-dddd", kept)
    assert made == []
    assert not hasher.verify("salah", kept)
    assert made == ["salah"]


@pytest.mark.usefixtures("ani")
def test_a_file_that_could_not_be_written_tells_nothing(pasar):
    opening = opened(pasar)

    def breaks(_slips):
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        told(opening, write=breaks)

    assert not User.objects.get().has_usable_password()
    assert len(told(opening)) == 1


@pytest.mark.usefixtures("ani")
def test_first_passwords_go_to_whoever_opened_the_accounts_and_to_nobody_else(pasar):
    opening, other = opened(pasar), Actor("Budi (rekaan)", user_id=8)

    with pytest.raises(NotToldToYouError):
        told(opening, other)
    renew_first_passwords(opening=opening, by=admin(pasar.pemda, 8), actor=other, reason=REASON)

    assert len(told(opening, other)) == 1


def test_new_ones_end_those_told_before_and_leave_who_signed_in(pasar, ani, edi):
    opening = opened(pasar)
    before = {slip.username: slip.password for slip in told(opening)}
    User.objects.filter(username=nip_of(edi)).update(last_login=NOW)

    renew_first_passwords(opening=opening, by=admin(pasar.pemda), **HOW)
    (after,) = told(opening)

    assert after.username == nip_of(ani)
    assert not authenticate(username=nip_of(ani), password=before[nip_of(ani)])
    assert authenticate(username=nip_of(ani), password=after.password)
    assert authenticate(username=nip_of(edi), password=before[nip_of(edi)])


def test_by_sso_there_is_no_password_and_the_nip_is_linked(pasar, ani):
    opening = opened(pasar, by_sso=True)

    user = User.objects.get()
    assert (user.sso_subject, user.has_first_password) == (nip_of(ani), False)
    with pytest.raises(NothingToTellError):
        told(opening)


@pytest.mark.usefixtures("ani")
def test_many_are_left_to_the_worker_and_asked_for_anew_where_it_failed(pasar, monkeypatch):
    monkeypatch.setattr(opening_many, "AT_ONCE", 0)
    user = User.objects.create(pk=WARNI.user_id, username="warni", nama="Warni")
    RoleGrant.objects.create(user=user, role=Role.BKD_ADMIN, pemda=pasar.pemda, starts_on=DAY)
    opening = opened(pasar)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed'")

    opening_many.ask_again(opening)
    opening.refresh_from_db()

    assert opening_many.running(opening).waits
    tasks.open_many(opening_id=opening.pk)
    tasks.open_many(opening_id=opening.pk)
    opening.refresh_from_db()
    assert (opening.step, opening.opened) == (OpeningStep.OPENED, 1)


@pytest.mark.usefixtures("ani")
def test_who_lost_his_role_meanwhile_opens_none(pasar, monkeypatch):
    monkeypatch.setattr(opening_many, "AT_ONCE", 0)
    opening = opened(pasar)

    tasks.open_many(opening_id=opening.pk)

    opening.refresh_from_db()
    assert (opening.step, opening.problem) == (OpeningStep.FAILED, str(BeyondOwnPowerError()))
    assert not User.objects.exists()


@pytest.mark.parametrize(
    ("role", "is_over_an_opd", "may"),
    [
        (Role.BKD_ADMIN, False, True),
        (Role.OPERATOR, False, True),
        (Role.BKD_ADMIN, True, False),
        (Role.BKD, False, False),
        (Role.OPERATOR_OPD, True, False),
        (Role.KEPALA_OPD, True, False),
    ],
)
def test_only_who_may_give_the_role_in_the_whole_government(pasar, ani, role, is_over_an_opd, may):
    grant = Grant(role, pasar.pemda_id, pasar.pk if is_over_an_opd else None)
    by = Access(7, "Rekaan", (grant,), today=DAY)

    assert can_open_many(by, pasar.pemda) is may
    if not may:
        with pytest.raises(BeyondOwnPowerError):
            begin_opening(new=NewOpening(pasar.pemda, DAY, pasar), by=by, at=NOW, **HOW)


def test_nor_for_another_government_or_for_whom_one_stands_in(pasar, misal):
    assert not can_open_many(admin(misal), pasar.pemda)
    stands_in = Grant(Role.BKD_ADMIN, pasar.pemda_id, owner="Siti")
    assert not can_open_many(Access(7, "", (stands_in,), today=DAY), pasar.pemda)


def test_they_are_closed_and_opened_again_together_but_for_who_got_more(pasar, ani, edi):
    opening = opened(pasar)
    told(opening)
    head = User.objects.get(username=nip_of(edi))
    RoleGrant.objects.create(
        user=head, role=Role.KEPALA_OPD, pemda=pasar.pemda, opd=pasar, starts_on=DAY
    )
    plan = plan_closing(opening, day=DAY)
    acting = {"opening": opening, "by": admin(pasar.pemda), "day": DAY, **HOW}

    assert (plan.closes, plan.in_use, plan.stays) == (1, 0, 1)
    assert close_together(**acting) == 1
    ani_user = User.objects.get(username=nip_of(ani))
    assert (ani_user.is_active, ani_user.session_round) == (False, 1)
    assert User.objects.get(pk=head.pk).is_active
    assert history_of([ani_user])[0].reason == REASON
    with pytest.raises(NothingToTellError):
        renew_first_passwords(opening=opening, by=admin(pasar.pemda), **HOW)
    assert reopen_together(**acting) == 1
    assert User.objects.filter(is_active=True).count() == 2
