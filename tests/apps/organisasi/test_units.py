"""OPDs, units and posts in time: every day has its own tree, what cannot stand is refused."""

from dataclasses import replace
from datetime import date

import pytest
from tests.support import registry
from tests.support.registry import REASON, WARNI

from pamong.apps.core.refusals import RefusedError
from pamong.apps.core.selectors import history_of
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Opd, UnitState
from pamong.apps.organisasi.structure_reading import opd_names, read_opds, read_structure
from pamong.apps.organisasi.structure_steps import (
    NameTakenError,
    NotThereError,
    StillInUseError,
    UnitCycleError,
)
from pamong.apps.organisasi.structure_values import OpdAs, Place, PostAs
from pamong.apps.organisasi.structure_writing import (
    Basis,
    LaterCycleError,
    LaterStructureError,
)
from pamong.apps.organisasi.unit_tree import (
    UnitNotThereError,
    branch,
    former_names,
    get_unit,
    path_of,
    unit_tree,
    units_below,
    units_of,
)
from pamong.apps.organisasi.units import (
    Changing,
    close_unit,
    end_opd,
    move_unit,
    open_opd,
    open_post,
    open_unit,
    rename_opd,
    rename_unit,
    settle_structure,
)

FIRST, DAY, LATER, TODAY = date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1), date(2025, 6, 2)


@pytest.fixture
def how(contoh):
    def since(day, today=TODAY):
        return Changing(contoh, Basis(day, "Perbup 1/2020 (rekaan)"), today, WARNI, REASON)

    return since


@pytest.fixture
def pasar(contoh, how):
    return open_opd(new=OpdAs("Dinas Pasar"), how=how(FIRST))


@pytest.fixture
def tera(pasar, how):
    return open_unit(nama="Bidang Tera", kind="bidang", place=Place(pasar.pk), how=how(FIRST))


@pytest.fixture
def timbangan(pasar, tera, how):
    place = Place(pasar.pk, tera.pk)
    return open_unit(nama="Seksi Timbangan", kind="seksi", place=place, how=how(FIRST))


def test_a_renamed_unit_keeps_its_old_name_on_old_days(contoh, tera, how):
    rename_unit(unit=tera, nama="Bidang Metrologi", how=how(DAY))

    assert [each.nama for each in unit_tree(contoh, day=date(2021, 12, 31))] == ["Bidang Tera"]
    assert [each.nama for each in unit_tree(contoh, day=DAY)] == ["Bidang Metrologi"]
    assert unit_tree(contoh, day=date(2019, 12, 31)) == []
    assert [row.nama for row in former_names(tera.pk)] == ["Bidang Tera", "Bidang Metrologi"]
    told = history_of([UnitState.objects.get(nama="Bidang Tera")])
    assert {each.reason for each in told} == {REASON}


def test_a_moved_unit_takes_along_what_stands_below_it(contoh, pasar, tera, timbangan, how):
    dagang = open_opd(new=OpdAs("Dinas Dagang"), how=how(FIRST))

    move_unit(unit=tera, place=Place(dagang.pk), how=how(DAY))

    assert units_of(pasar, day=DAY) == {}
    assert units_of(dagang, day=DAY) == {tera.pk: "Bidang Tera", timbangan.pk: "Seksi Timbangan"}
    assert set(units_of(pasar, day=date(2021, 12, 31))) == {tera.pk, timbangan.pk}
    assert units_below([tera.pk], day=DAY) == {tera.pk, timbangan.pk}


def test_who_asks_for_a_tree_gets_branches_with_the_number_below(contoh, pasar, tera, timbangan):
    (top,) = branch(contoh, day=DAY, opd=pasar.pk)
    (below,) = branch(contoh, day=DAY, parent=tera.pk)

    assert (top.nama, top.children) == ("Bidang Tera", 1)
    assert (below.nama, below.children) == ("Seksi Timbangan", 0)
    assert path_of(below, day=DAY) == ["Bidang Tera", "Seksi Timbangan"]
    assert get_unit(contoh, timbangan.public_id, day=DAY).nama == "Seksi Timbangan"


def test_units_below_nothing_are_nothing_and_ask_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert units_below([], day=DAY) == frozenset()


def test_another_governments_unit_is_not_found(misal, tera):
    with pytest.raises(UnitNotThereError):
        get_unit(misal, tera.public_id, day=DAY)


def test_a_unit_is_refused_below_itself(pasar, tera, timbangan, how):
    with pytest.raises(UnitCycleError, match="bawah dirinya sendiri"):
        move_unit(unit=tera, place=Place(pasar.pk, timbangan.pk), how=how(DAY))


def test_a_cycle_that_a_later_change_would_close_is_refused(pasar, tera, how):
    other = open_unit(nama="Bidang Lain", kind="bidang", place=Place(pasar.pk), how=how(FIRST))
    move_unit(unit=tera, place=Place(pasar.pk, other.pk), how=how(LATER))

    with pytest.raises(LaterCycleError, match="1 Januari 2024"):
        move_unit(unit=other, place=Place(pasar.pk, tera.pk), how=how(DAY))


def test_a_change_before_one_on_record_is_refused(tera, how):
    rename_unit(unit=tera, nama="Bidang Metrologi", how=how(LATER))

    with pytest.raises(LaterStructureError, match="Bidang Metrologi"):
        rename_unit(unit=tera, nama="Bidang Ukur", how=how(DAY))


def test_a_unit_is_closed_only_when_what_is_below_it_goes_somewhere(pasar, tera, timbangan, how):
    with pytest.raises(StillInUseError, match="Masih ada unit di bawahnya"):
        close_unit(unit=tera, into=None, how=how(DAY))

    close_unit(unit=tera, into=Place(pasar.pk), how=how(DAY))

    assert units_of(pasar, day=DAY) == {timbangan.pk: "Seksi Timbangan"}
    with pytest.raises(NotThereError, match="tidak ada lagi"):
        rename_unit(unit=tera, nama="Apa Saja", how=how(LATER))


def test_what_is_closed_cannot_go_below_itself(pasar, tera, timbangan, how):
    with pytest.raises(UnitCycleError):
        close_unit(unit=tera, into=Place(pasar.pk, timbangan.pk), how=how(DAY))


def test_an_opd_without_a_name_of_its_own_is_refused(pasar, how):
    with pytest.raises(NameTakenError, match="dinas pasar"):
        open_opd(new=OpdAs("dinas pasar"), how=how(DAY))


def test_a_unit_without_a_name_is_refused(pasar, how):
    with pytest.raises(RefusedError, match="Nama unit kerja kosong"):
        open_unit(nama="", kind="bidang", place=Place(pasar.pk), how=how(DAY))


def test_an_opd_bears_the_name_of_the_day_and_its_posts_follow(contoh, how):
    pasar = Opd.objects.create(
        pemda=contoh, nama="Dinas Pasar", jenis="dinas", sort_key="dinas pasar"
    )
    head = registry.office(contoh, "Kepala Dinas Pasar", opd=pasar)

    rename_opd(opd=pasar, nama="Dinas Perdagangan", how=how(DAY))

    assert opd_names(contoh, day=date(2021, 12, 31))[pasar.pk] == "Dinas Pasar"
    assert read_opds(contoh, day=DAY)[pasar.pk].nama == "Dinas Perdagangan"
    assert read_structure(contoh, day=FIRST).posts[head.pk].nama == "Kepala Dinas Pasar"
    assert read_structure(contoh, day=DAY).posts[head.pk].nama == "Kepala Dinas Perdagangan"
    pasar.refresh_from_db()
    head.refresh_from_db()
    assert (pasar.nama, head.nama) == ("Dinas Perdagangan", "Kepala Dinas Perdagangan")


def test_a_name_recorded_ahead_is_the_name_of_today_only_when_its_day_comes(contoh, pasar, how):
    rename_opd(opd=pasar, nama="Dinas Perdagangan", how=how(LATER, today=DAY))
    pasar.refresh_from_db()
    assert pasar.nama == "Dinas Pasar"

    assert settle_structure(pemda=contoh, day=DAY, actor=WARNI, reason=REASON) == 0
    assert settle_structure(pemda=contoh, day=LATER, actor=WARNI, reason=REASON) == 1

    pasar.refresh_from_db()
    assert pasar.nama == "Dinas Perdagangan"


def test_an_ended_opd_hands_its_units_on_and_its_posts_lose_their_holders(
    contoh, pasar, tera, how, siti, sk
):
    dagang = open_opd(new=OpdAs("Dinas Dagang"), how=how(FIRST))
    head = registry.office(contoh, "Kepala Dinas Pasar", opd=pasar)
    held = registry.hold(siti, head, since=date(2021, 1, 1), by=sk)
    with pytest.raises(StillInUseError, match="Masih ada unit"):
        end_opd(opd=pasar, into=None, how=how(DAY))
    with pytest.raises(NotThereError, match="tujuannya sendiri"):
        end_opd(opd=pasar, into=Place(pasar.pk), how=how(DAY))

    end_opd(opd=pasar, into=Place(dagang.pk), how=how(DAY))

    held.refresh_from_db()
    assert held.ends_before == DAY
    assert list(read_opds(contoh, day=DAY)) == [dagang.pk]
    assert set(read_opds(contoh, day=date(2021, 12, 31))) == {pasar.pk, dagang.pk}
    assert units_of(dagang, day=DAY) == {tera.pk: "Bidang Tera"}


def test_a_post_says_its_class_and_need_from_a_day(contoh, pasar, tera, how):
    post = PostAs(None, None, "Penera Ahli Muda", JabatanKind.FUNGSIONAL, "", 9, 4, "III/c", False)

    opened = open_post(post=post, place=Place(pasar.pk, tera.pk), how=how(DAY))

    told = read_structure(contoh, day=DAY).posts[opened.pk]
    assert told == replace(post, opd=pasar.pk, unit=tera.pk)
    assert opened.pk not in read_structure(contoh, day=FIRST).posts
    assert not Jabatan.objects.get(pk=opened.pk).is_single_seat


@pytest.mark.parametrize("kelas", [0, 18])
def test_a_class_beside_the_seventeen_is_refused(pasar, how, kelas):
    post = PostAs(None, None, "Penera", JabatanKind.PELAKSANA, kelas=kelas)

    with pytest.raises(RefusedError, match="1 sampai dengan 17"):
        open_post(post=post, place=Place(pasar.pk), how=how(DAY))


def test_a_place_that_does_not_stand_is_refused(pasar, tera, how):
    other = open_opd(new=OpdAs("Dinas Dagang"), how=how(FIRST))

    with pytest.raises(NotThereError, match="tidak berada dalam OPD"):
        open_unit(nama="X", kind="seksi", place=Place(other.pk, tera.pk), how=how(DAY))
    with pytest.raises(NotThereError, match="OPD itu tidak ada"):
        open_unit(nama="X", kind="seksi", place=Place(10**9), how=how(DAY))


def test_an_ended_opd_leaves_its_name_to_another(pasar, how):
    end_opd(opd=pasar, into=None, how=how(DAY))

    assert open_opd(new=OpdAs("Dinas Pasar"), how=how(DAY)).pk != pasar.pk
