"""Secret addresses of calendars: told once, revoked at once, never wider than their owner."""

from datetime import UTC, date, datetime, timedelta

import pytest

from pamong.apps.accounts.calendars import (
    MOST,
    CalendarAddressRefusedError,
    CalendarRevokedAlreadyError,
    TooManyCalendarsError,
    access_by_calendar,
    calendar_address_by,
    calendar_addresses_of,
    keep_calendar_use,
    make_calendar_address,
    revoke_calendar_address,
)
from pamong.apps.accounts.models import (
    CalendarAddress,
    CalendarUse,
    Delegation,
    Role,
    RoleGrant,
    User,
)
from pamong.apps.core.audit import Actor
from pamong.apps.core.refusals import RefusedError

DAY = date(2024, 6, 3)
AT = datetime(2024, 6, 3, 1, tzinfo=UTC)


@pytest.fixture
def tini(contoh):
    user = User.objects.create(username="tini", nama="Tini (rekaan)")
    RoleGrant.objects.create(user=user, role=Role.BKD, pemda=contoh, starts_on=date(2019, 1, 1))
    return user


def make(user, pemda, name="telepon saya"):
    actor = Actor(user.nama, user.pk)
    return make_calendar_address(user_id=user.pk, pemda=pemda, name=name, day=DAY, actor=actor)


def revoke(user, address):
    actor = Actor(user.nama, user.pk)
    revoke_calendar_address(user_id=user.pk, public_id=address.public_id, day=DAY, actor=actor)


def test_the_secret_is_kept_nowhere(contoh, tini):
    made = make(tini, contoh)

    row = CalendarAddress.objects.values().get()
    assert made.secret not in str(row)
    assert calendar_address_by(made.secret) == made.address


def test_a_wrong_secret_opens_nothing(contoh, tini):
    make(tini, contoh)

    with pytest.raises(CalendarAddressRefusedError, match="tidak dikenal"):
        calendar_address_by("salah")


def test_a_revoked_address_opens_nothing_and_is_listed_no_more(contoh, tini):
    made = make(tini, contoh)

    revoke(tini, made.address)

    with pytest.raises(CalendarAddressRefusedError):
        calendar_address_by(made.secret)
    assert calendar_addresses_of(tini.pk) == []
    with pytest.raises(CalendarRevokedAlreadyError, match="sudah dicabut"):
        revoke(tini, made.address)


def test_nobody_revokes_the_address_of_another(contoh, tini):
    made = make(tini, contoh)
    other = User.objects.create(username="lain", nama="Lain (rekaan)")

    with pytest.raises(CalendarAddressRefusedError):
        revoke(other, made.address)

    assert calendar_address_by(made.secret)


def test_an_address_has_a_name(contoh, tini):
    with pytest.raises(RefusedError, match="Nama alamat kalender kosong"):
        make(tini, contoh, "  ")


def test_one_has_so_many_at_a_time_and_no_more(contoh, tini):
    kept = [make(tini, contoh) for _number in range(MOST)]

    with pytest.raises(TooManyCalendarsError, match="Cabut dulu"):
        make(tini, contoh)

    revoke(tini, kept[0].address)
    assert make(tini, contoh)


def test_it_sees_what_its_owner_sees_on_the_day_of_reading(contoh, tini):
    address = make(tini, contoh).address
    assert access_by_calendar(address, day=DAY).is_any({Role.BKD}, contoh)

    RoleGrant.objects.update(ends_before=DAY)
    assert not access_by_calendar(address, day=DAY).reaches(contoh)
    assert access_by_calendar(address, day=DAY - timedelta(days=1)).reaches(contoh)


def test_it_reaches_its_own_government_alone(contoh, misal, tini):
    RoleGrant.objects.create(user=tini, role=Role.BKD, pemda=misal, starts_on=date(2019, 1, 1))

    access = access_by_calendar(make(tini, contoh).address, day=DAY)

    assert access.reaches(contoh)
    assert not access.reaches(misal)


def test_what_was_delegated_is_not_in_it(contoh, tini):
    other = User.objects.create(username="lain", nama="Lain (rekaan)")
    grant = RoleGrant.objects.create(
        user=other, role=Role.BKD_ADMIN, pemda=contoh, starts_on=date(2019, 1, 1)
    )
    Delegation.objects.create(
        grant=grant, to=tini, starts_on=DAY, ends_before=date(2099, 1, 1), reason="cuti", by="x"
    )

    access = access_by_calendar(make(tini, contoh).address, day=DAY)

    assert [each.role for each in access.grants] == [Role.BKD]


def test_a_closed_account_reads_nothing(contoh, tini):
    made = make(tini, contoh)
    User.objects.filter(pk=tini.pk).update(is_active=False)

    with pytest.raises(CalendarAddressRefusedError):
        calendar_address_by(made.secret)


def test_who_owes_a_second_factor_sees_nothing_until_it_is_set(contoh, tini, settings):
    settings.PAMONG_SECOND_FACTOR_ROLES = ("bkd",)
    address = make(tini, contoh).address
    assert access_by_calendar(address, day=DAY).grants == ()

    address.user.second_factor_since = AT
    assert access_by_calendar(address, day=DAY).reaches(contoh)


def test_the_last_reading_is_kept_to_the_hour(contoh, tini):
    address = make(tini, contoh).address

    keep_calendar_use(address, at=AT)
    keep_calendar_use(address, at=AT + timedelta(minutes=59))
    assert CalendarUse.objects.get().last_read_at == AT

    keep_calendar_use(address, at=AT + timedelta(minutes=61))
    assert CalendarUse.objects.get().last_read_at == AT + timedelta(minutes=61)
    assert calendar_addresses_of(tini.pk)[0].use.last_read_at > AT
