"""Who reaches whom, on which day: by the tree as it stood, and by what somebody heads."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.support import registry
from tests.support.units import employ, move, opd, place, unit

from pamong.apps.accounts.access import Access, Grant
from pamong.apps.accounts.models import Role
from pamong.apps.accounts.policies import can_see_pegawai, classes_seen, pegawai_visible_to
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Jabatan, JabatanHolding, JabatanKind, PostState
from pamong.kernel.capacity import Capacity

BEFORE, CUT, AFTER = date(2024, 6, 1), date(2025, 1, 1), date(2025, 6, 1)
TODAY = date(2025, 9, 1)
DAY_BEFORE_CUT = CUT - timedelta(days=1)


def access(*grants: Grant, today: date = TODAY) -> Access:
    return Access(1, "Seseorang (rekaan)", grants, today=today)


def over(what, role=Role.OPERATOR_OPD, **more) -> Grant:
    """Return a role over an OPD or a unit."""
    part = "opd_id" if hasattr(what, "nama") else "unit_id"
    return Grant(role, what.pemda_id, **{part: what.pk}, **more)


def seen(who: Access, pemda, day: date, field_class: FieldClass = FieldClass.OPEN) -> set[str]:
    """Return whom somebody sees; both twins must say so."""
    condition = pegawai_visible_to(who, pemda, day=day, field_class=field_class)
    found = set(Pegawai.objects.filter(condition))
    every = Pegawai.objects.filter(pemda=pemda).select_related("person", "pemda")
    one_by_one = {
        row for row in every if can_see_pegawai(who, row, day=day, field_class=field_class)
    }
    assert found == one_by_one
    return {row.person.nama for row in found}


@pytest.fixture
def dinas(contoh):
    return opd(contoh, "Dinas Kesehatan")


@pytest.fixture
def badan(contoh):
    return opd(contoh, "Badan Kepegawaian")


@pytest.fixture
def bidang(dinas):
    return unit(dinas, "Bidang Layanan")


@pytest.fixture
def seksi(dinas, bidang):
    return unit(dinas, "Seksi Rujukan", below=bidang)


@pytest.fixture
def ani(dinas, seksi):
    return place(employ(dinas, "Ani Andaian"), dinas, seksi)


def test_a_role_over_a_unit_reaches_whoever_is_below_it(contoh, dinas, bidang, seksi, ani):
    other = unit(dinas, "Bidang Lain")
    place(employ(dinas, "Edi Edaran"), dinas, other)

    assert seen(access(over(bidang)), contoh, TODAY) == {"Ani Andaian"}
    assert seen(access(over(other)), contoh, TODAY) == {"Edi Edaran"}
    assert seen(access(over(dinas)), contoh, TODAY) == {"Ani Andaian", "Edi Edaran"}


def test_a_unit_with_a_name_that_begins_alike_is_another_unit(contoh, dinas, ani):
    alike = unit(dinas, "Bidang Layanan Khusus", kode="01.02.0")
    place(employ(dinas, "Edi Edaran"), dinas, alike)

    assert seen(access(over(alike)), contoh, TODAY) == {"Edi Edaran"}


def test_a_reorganisation_changes_nothing_of_the_days_before(contoh, dinas, badan, seksi, ani):
    move(seksi, badan, on=CUT)

    assert seen(access(over(dinas)), contoh, DAY_BEFORE_CUT) == {"Ani Andaian"}
    assert seen(access(over(badan)), contoh, DAY_BEFORE_CUT) == set()
    assert seen(access(over(dinas)), contoh, CUT) == set()
    assert seen(access(over(badan)), contoh, CUT) == {"Ani Andaian"}


def test_a_reorganisation_to_come_opens_nothing_today_or_for_its_day(contoh, badan, seksi, ani):
    move(seksi, badan, on=CUT)
    today = access(over(badan), today=BEFORE)

    assert seen(today, contoh, BEFORE) == set()
    assert seen(today, contoh, AFTER) == set()


def test_a_role_over_a_unit_follows_it_into_another_opd(contoh, badan, seksi, ani):
    move(seksi, badan, on=CUT)

    assert seen(access(over(seksi)), contoh, BEFORE) == {"Ani Andaian"}
    assert seen(access(over(seksi)), contoh, AFTER) == {"Ani Andaian"}


def test_of_who_moved_away_one_sees_the_past_and_its_open_fields_only(contoh, dinas, badan):
    ani = employ(dinas, "Ani Andaian")
    place(ani, dinas, until=CUT)
    place(ani, badan, since=CUT)
    former, present = access(over(dinas)), access(over(badan))

    assert seen(former, contoh, BEFORE) == {"Ani Andaian"}
    assert seen(former, contoh, BEFORE, FieldClass.IDENTITY) == set()
    assert seen(former, contoh, AFTER) == set()
    assert seen(present, contoh, BEFORE) == set()
    assert seen(present, contoh, AFTER, FieldClass.IDENTITY) == {"Ani Andaian"}


def test_who_has_retired_is_seen_by_the_bkd_and_on_days_of_service(contoh, dinas):
    ani = employ(dinas, "Ani Andaian", until=CUT)
    place(ani, dinas)
    bkd = access(Grant(Role.BKD, contoh.pk))

    assert seen(bkd, contoh, AFTER) == {"Ani Andaian"}
    assert seen(access(over(dinas)), contoh, AFTER) == set()
    assert seen(access(over(dinas)), contoh, BEFORE) == {"Ani Andaian"}


def test_nobody_sees_a_record_that_begins_later(contoh, dinas):
    employ(dinas, "Ani Andaian", since=CUT)

    assert seen(access(Grant(Role.BKD, contoh.pk)), contoh, DAY_BEFORE_CUT) == set()


def test_who_was_never_placed_is_in_no_opd(contoh, dinas):
    employ(dinas, "Ani Andaian")

    assert seen(access(over(dinas)), contoh, TODAY) == set()
    assert seen(access(Grant(Role.BKD, contoh.pk)), contoh, TODAY) == {"Ani Andaian"}


def test_a_gap_between_placements_is_nobodys_opd(contoh, dinas):
    place(employ(dinas, "Ani Andaian"), dinas, until=CUT)

    assert seen(access(over(dinas)), contoh, AFTER) == set()


def test_a_role_in_one_government_shows_nobody_of_another(contoh, misal, dinas, ani):
    assert seen(access(Grant(Role.BKD, misal.pk)), contoh, TODAY) == set()
    assert seen(access(Grant(Role.BKD, contoh.pk)), misal, TODAY) == set()


def test_one_sees_ones_own_record_and_all_of_it(contoh, dinas, ani):
    place(employ(dinas, "Edi Edaran"), dinas)
    self = access(Grant(Role.PEGAWAI, contoh.pk, person_id=ani.person_id))

    assert seen(self, contoh, TODAY) == {"Ani Andaian"}
    assert classes_seen(self, ani, day=TODAY) == set(FieldClass)


def test_a_delegated_role_shows_what_it_shows_but_not_its_owners_own_record(contoh, dinas, ani):
    owner = employ(dinas, "Pak Kepala")
    grant = over(dinas, role=Role.KEPALA_OPD, person_id=owner.person_id)
    acting = access(replace(grant, owner="Pak Kepala (rekaan)"))

    assert classes_seen(acting, ani, day=TODAY) == classes_seen(access(grant), ani, day=TODAY)
    assert FieldClass.HEALTH in classes_seen(access(grant), owner, day=TODAY)
    assert FieldClass.HEALTH not in classes_seen(acting, owner, day=TODAY)


@pytest.mark.parametrize("capacity", [Capacity.DEFINITIF, Capacity.PLT, Capacity.PLH])
def test_an_atasan_reaches_whom_he_heads_while_he_heads(contoh, dinas, ani, sk, siti, capacity):
    office = registry.office(contoh, "Kepala Dinas Kesehatan", opd=dinas)
    registry.hold(siti, office, capacity, since=BEFORE, until=AFTER, by=sk)
    grant = Grant(Role.ATASAN, contoh.pk, person_id=siti.pk)

    assert seen(access(grant, today=CUT), contoh, CUT) == {"Ani Andaian"}
    assert seen(access(grant, today=AFTER), contoh, CUT) == set()
    assert JabatanHolding.objects.count() == 1


def post(opd, unit, nama, kind=JabatanKind.ADMINISTRATOR, *, since=BEFORE, until=None):
    """Let a post stand in a unit from a day on."""
    office = registry.office(opd.pemda, nama, opd=opd)
    Jabatan.objects.filter(pk=office.pk).update(kind=kind)
    stands(office, opd, unit, since=since, until=until)
    return office


def stands(office, opd, unit, *, since, until=None):
    PostState.objects.create(
        jabatan=office,
        opd=opd,
        unit=unit,
        nama=office.nama,
        starts_on=since,
        ends_before=until,
        source="daftar rekaan",
    )


@pytest.mark.parametrize("capacity", [Capacity.DEFINITIF, Capacity.PLT])
def test_an_atasan_reaches_whoever_is_below_the_unit_he_heads(
    contoh, dinas, bidang, ani, sk, siti, capacity
):
    place(employ(dinas, "Edi Edaran"), dinas, unit(dinas, "Bidang Lain"))
    office = post(dinas, bidang, "Kepala Bidang Layanan")
    registry.hold(siti, office, capacity, since=BEFORE, until=AFTER, by=sk)
    grant = Grant(Role.ATASAN, contoh.pk, person_id=siti.pk)

    assert seen(access(grant, today=CUT), contoh, CUT) == {"Ani Andaian"}
    assert seen(access(grant, today=AFTER), contoh, CUT) == set()


def test_of_two_posts_in_a_unit_the_higher_heads_it(contoh, dinas, bidang, ani, sk, siti, budi):
    kasi = post(dinas, bidang, "Kepala Seksi", JabatanKind.PENGAWAS)
    kabid = post(dinas, bidang, "Kepala Bidang")
    registry.hold(siti, kasi, since=BEFORE, by=sk)
    registry.hold(budi, kabid, since=BEFORE, by=sk)

    assert seen(access(Grant(Role.ATASAN, contoh.pk, person_id=siti.pk)), contoh, TODAY) == set()
    assert seen(access(Grant(Role.ATASAN, contoh.pk, person_id=budi.pk)), contoh, TODAY) == {
        "Ani Andaian"
    }


def test_where_two_posts_share_the_highest_rank_neither_heads_the_unit(
    contoh, dinas, bidang, ani, sk, siti
):
    registry.hold(siti, post(dinas, bidang, "Kepala Bidang I"), since=BEFORE, by=sk)
    post(dinas, bidang, "Kepala Bidang II")

    assert seen(access(Grant(Role.ATASAN, contoh.pk, person_id=siti.pk)), contoh, TODAY) == set()


def test_a_functional_post_heads_no_unit(contoh, dinas, bidang, ani, sk, siti):
    office = post(dinas, bidang, "Perawat", JabatanKind.FUNGSIONAL)
    registry.hold(siti, office, since=BEFORE, by=sk)

    assert seen(access(Grant(Role.ATASAN, contoh.pk, person_id=siti.pk)), contoh, TODAY) == set()


def test_a_post_that_a_reorganisation_moves_heads_its_new_unit(
    contoh, dinas, bidang, ani, sk, siti
):
    other = unit(dinas, "Bidang Lain")
    place(employ(dinas, "Edi Edaran"), dinas, other)
    office = post(dinas, bidang, "Kepala Bidang", until=CUT)
    stands(office, dinas, other, since=CUT)
    registry.hold(siti, office, since=BEFORE, by=sk)
    grant = Grant(Role.ATASAN, contoh.pk, person_id=siti.pk)

    assert seen(access(grant, today=DAY_BEFORE_CUT), contoh, DAY_BEFORE_CUT) == {"Ani Andaian"}
    assert seen(access(grant, today=CUT), contoh, CUT) == {"Edi Edaran"}


def test_three_queries_tell_how_far_an_atasan_reaches(
    contoh, dinas, bidang, ani, sk, siti, django_assert_num_queries
):
    registry.hold(siti, post(dinas, bidang, "Kepala Bidang"), since=BEFORE, by=sk)
    who = access(Grant(Role.ATASAN, contoh.pk, person_id=siti.pk))

    with django_assert_num_queries(3):
        pegawai_visible_to(who, contoh, day=TODAY)
        pegawai_visible_to(who, contoh, day=TODAY, field_class=FieldClass.CONTACT)


def test_no_more_than_one_query_tells_how_far_a_role_reaches(
    contoh, bidang, ani, django_assert_num_queries
):
    who = access(over(bidang))

    with django_assert_num_queries(1):
        pegawai_visible_to(who, contoh, day=TODAY)
        pegawai_visible_to(who, contoh, day=TODAY, field_class=FieldClass.CONTACT)
    with django_assert_num_queries(0):
        pegawai_visible_to(access(Grant(Role.BKD, contoh.pk)), contoh, day=TODAY)
