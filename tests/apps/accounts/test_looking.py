"""Who looked at what: kept once an hour, never of oneself, never changed, deleted in time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import ProgrammingError
from tests.support.registry import REASON, WARNI

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.looking import (
    Seen,
    forget_old_looks,
    keep_look,
    look_retention,
    looks_at,
    looks_in,
    set_look_retention,
)
from pamong.apps.accounts.models import Look, LookWay, Role, User
from pamong.apps.core.refusals import RefusedError

AT = datetime(2025, 6, 1, 2, 15, tzinfo=UTC)
SEEN = Seen(["keluarga"], LookWay.PAGE, "pegawai:show")


@pytest.fixture
def analyst(contoh):
    user = User.objects.create(username="warni", nama="Warni (rekaan)")
    return Access(user.pk, user.nama, (Grant(Role.BKD, contoh.pk),))


def test_it_is_kept_once_an_hour_for_a_person_and_section(contoh, analyst, siti, budi):
    for minutes in (0, 40, 50):  # from 9.15 to 9.55, and to 10.05
        keep_look(analyst, contoh, [siti.pk], SEEN, at=AT + timedelta(minutes=minutes))
    keep_look(analyst, contoh, [budi.pk], SEEN, at=AT)

    assert [look.at for look in looks_at([siti.pk])] == [AT + timedelta(minutes=50), AT]
    assert len(looks_at([budi.pk])) == 1


def test_a_whole_list_is_one_insertion(contoh, analyst, siti, budi, django_assert_num_queries):
    seen = Seen(["keluarga", "kontak"], LookWay.LIST, "pegawai:list")

    with django_assert_num_queries(1):
        keep_look(analyst, contoh, [siti.pk, budi.pk], seen, at=AT)

    assert Look.objects.count() == 4


def test_of_oneself_and_of_nobody_nothing_is_kept(contoh, analyst, siti):
    oneself = Access(analyst.user_id, "", (Grant(Role.BKD, contoh.pk, person_id=siti.pk),))

    keep_look(oneself, contoh, [siti.pk], SEEN, at=AT)
    keep_look(Access(None, ""), contoh, [siti.pk], SEEN, at=AT)

    assert not Look.objects.exists()


def test_who_looks_for_another_is_kept_with_his_name(contoh, analyst, siti):
    acting = Access(analyst.user_id, "", (Grant(Role.BKD, contoh.pk, owner="Budi (rekaan)"),))
    acting.is_any([Role.BKD], contoh)

    keep_look(acting, contoh, [siti.pk], SEEN, at=AT)

    assert Look.objects.get().acts_for == "Budi (rekaan)"


def test_one_government_is_told_of_its_own_looks(contoh, misal, analyst, siti, budi):
    keep_look(analyst, contoh, [siti.pk, budi.pk], SEEN, at=AT)

    assert looks_in(contoh).count() == 2
    assert looks_in(contoh, words="siti").get().person == siti
    assert not looks_in(misal).exists()


def test_a_look_is_never_changed(contoh, analyst, siti):
    keep_look(analyst, contoh, [siti.pk], SEEN, at=AT)

    with pytest.raises(ProgrammingError, match="Cannot"):
        Look.objects.update(section="lain")


def test_a_look_is_not_deleted_by_hand(contoh, analyst, siti):
    keep_look(analyst, contoh, [siti.pk], SEEN, at=AT)

    with pytest.raises(ProgrammingError, match="Cannot"):
        Look.objects.all().delete()


def test_looks_are_kept_for_good_until_the_government_says_for_how_long(contoh, analyst, siti):
    keep_look(analyst, contoh, [siti.pk], SEEN, at=AT)

    assert look_retention(contoh) is None
    assert forget_old_looks(pemda=contoh, day=date(2055, 1, 1), actor=WARNI) == 0


def test_looks_go_when_their_months_are_over(contoh, misal, analyst, siti):
    keep_look(analyst, contoh, [siti.pk], SEEN, at=AT)
    set_look_retention(pemda=contoh, months=24, actor=WARNI, reason=REASON)
    set_look_retention(pemda=misal, months=12, actor=WARNI, reason=REASON)

    days = [date(2027, 5, 31), date(2027, 6, 1), date(2027, 6, 2)]
    gone = [forget_old_looks(pemda=contoh, day=day, actor=WARNI) for day in days]

    assert gone == [0, 0, 1]


@pytest.mark.parametrize("months", [0, 11, 601])
def test_a_time_too_short_for_the_person_to_ask_is_refused(contoh, months):
    with pytest.raises(RefusedError, match="paling pendek 12 bulan"):
        set_look_retention(pemda=contoh, months=months, actor=WARNI, reason=REASON)


def test_the_shortest_month_has_its_last_day(contoh, analyst, siti):
    keep_look(analyst, contoh, [siti.pk], SEEN, at=datetime(2025, 2, 27, 2, tzinfo=UTC))
    set_look_retention(pemda=contoh, months=12, actor=WARNI, reason=REASON)

    assert forget_old_looks(pemda=contoh, day=date(2026, 3, 31), actor=WARNI) == 1
