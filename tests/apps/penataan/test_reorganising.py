"""A reorganisation is one act: seen before it is done, whole when it is done, and taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.apps.penataan.conftest import DAY, HOW, PAPER, TODAY, drawn, employ
from tests.support import furniture, registry

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.accounts.selectors import access_of
from pamong.apps.core.services import FutureDayError
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.organisasi.journal import ChangedSinceError
from pamong.apps.organisasi.models import Jabatan, JabatanHolding, Opd, OpdState, UnitState
from pamong.apps.organisasi.structure_reading import opd_names, read_structure
from pamong.apps.organisasi.structure_steps import StepKind, StillInUseError
from pamong.apps.organisasi.unit_tree import units_of
from pamong.apps.penataan.consequences import plan_reorganisation
from pamong.apps.penataan.moving import HomelessError, LaterPlacementError
from pamong.apps.penataan.naming import AmbiguousNameError, UnknownNameError
from pamong.apps.penataan.papers import OnlyFromSamplesError
from pamong.apps.penataan.reorganising import (
    NewStep,
    NoNewNameError,
    StillPlannedError,
    add_step,
    carry_out_reorganisation,
    draft_reorganisation,
    get_reorganisation,
    remove_step,
    reorganisations,
    steps_of,
    take_back_reorganisation,
)
from pamong.apps.penataan.stages import (
    DayHasComeError,
    EmptyPlanError,
    NotADraftError,
    PlanNotFoundError,
)


@pytest.fixture
def plan(town):
    return draft_reorganisation(pemda=town.pemda, title="Susunan baru", day=DAY, **HOW)


def merge(plan):
    """Two OPDs become a third, with what stood in them."""
    for new in (
        NewStep(StepKind.OPEN_OPD, nama="Dinas Perdagangan dan Pasar"),
        NewStep(StepKind.END_OPD, "Dinas Pasar", to="Dinas Perdagangan dan Pasar"),
        NewStep(StepKind.END_OPD, "Dinas Dagang", to="Dinas Perdagangan dan Pasar"),
    ):
        add_step(plan=plan, new=new, **HOW)
    return plan


def done(plan, today=TODAY):
    return carry_out_reorganisation(plan=plan, paper=PAPER, today=today, **HOW)


def tables():
    """Return every row that a reorganisation may touch, as it is."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Opd, OpdState, UnitState, Jabatan, JabatanHolding, Placement, Pegawai)
    ]


def test_a_draft_changes_nothing_of_the_structure(town, plan):
    before = tables()

    merge(plan)
    told = plan_reorganisation(drawn(plan))

    assert tables() == before
    assert told.people == 4
    assert told.is_complete
    assert {(move.origin, move.to) for move in told.moves} == {
        ("Dinas Pasar", "Dinas Perdagangan dan Pasar"),
        ("Dinas Dagang", "Dinas Perdagangan dan Pasar"),
        (
            "Dinas Pasar / Bidang Tera",
            "Dinas Perdagangan dan Pasar / Bidang Tera",
        ),
        (
            "Dinas Pasar / Bidang Tera / Seksi Timbangan",
            "Dinas Perdagangan dan Pasar / Bidang Tera / Seksi Timbangan",
        ),
    }


def test_two_opds_merge_with_their_units_and_their_people(town, plan):
    done(merge(plan))

    (new,) = Opd.objects.filter(nama="Dinas Perdagangan dan Pasar")
    assert units_of(new, day=DAY) == {
        town.tera.pk: "Bidang Tera",
        town.timbangan.pk: "Seksi Timbangan",
    }
    assert Placement.objects.on(DAY).filter(opd=new).count() == 4
    cici = town.people["Cici"].placements
    assert [(row.opd_id, row.unit_id) for row in cici.order_by("starts_on")] == [
        (town.pasar.pk, town.timbangan.pk),
        (new.pk, town.timbangan.pk),
    ]


def test_the_history_of_a_person_names_the_old_unit_on_old_days(town, plan):
    add_step(plan=plan, new=NewStep(StepKind.RENAME_UNIT, "Bidang Tera", "Bidang Ukur"), **HOW)
    add_step(plan=plan, new=NewStep(StepKind.MOVE_UNIT, "Bidang Ukur", to="Dinas Dagang"), **HOW)
    done(plan)

    def told(day):
        row = town.people["Beni"].placements.on(day).get()
        state = UnitState.objects.on(day).get(unit=row.unit_id)
        return opd_names(town.pemda, day=day)[row.opd_id], state.nama

    assert told(DAY - timedelta(days=1)) == ("Dinas Pasar", "Bidang Tera")
    assert told(DAY) == ("Dinas Dagang", "Bidang Ukur")


def test_nobodys_access_opens_but_as_the_plan_says(town, plan):
    users = {}
    for nama, opd in {"kepala pasar": town.pasar, "kepala dagang": town.dagang}.items():
        user = User.objects.create(username=nama, nama=nama)
        RoleGrant.objects.create(
            user=user, role=Role.KEPALA_OPD, pemda=town.pemda, opd=opd, starts_on=date(2020, 1, 1)
        )
        users[nama] = user
    move = NewStep(StepKind.MOVE_UNIT, "Bidang Tera", to="Dinas Dagang")
    add_step(plan=plan, new=move, **HOW)
    told = {
        each.user: (each.before, each.after) for each in plan_reorganisation(drawn(plan)).access
    }

    def seen(nama, day):
        opds = access_of(users[nama].pk, label=nama, day=day).opd_ids(town.pemda)
        return set(
            Placement.objects.on(day).filter(opd__in=opds).values_list("pegawai", flat=True)
        )

    before = {nama: seen(nama, DAY) for nama in users}
    done(plan)
    for nama in users:
        lost, won = before[nama] - seen(nama, DAY), seen(nama, DAY) - before[nama]
        assert (len(lost), len(won)) == told[nama]
        assert seen(nama, DAY - timedelta(days=1)) == before[nama]
    assert told == {"kepala pasar": (2, 0), "kepala dagang": (0, 2)}


def test_what_ends_takes_its_holder_out_and_says_so_before(town, plan, siti, sk):
    held = registry.hold(siti, town.kepala, since=date(2021, 1, 1), by=sk)
    merge(plan)
    told = plan_reorganisation(drawn(plan))
    assert [(row.person, row.office) for row in told.offices] == [
        ("Siti Rekayasari (rekaan)", "Kepala Dinas Pasar")
    ]

    done(plan)

    held.refresh_from_db()
    assert held.ends_before == DAY


def test_what_hangs_on_an_ended_opd_is_told(town, plan, siti, sekda, berita):
    registry.hold(siti, town.kepala, since=date(2021, 1, 1), by=berita, stated_on=date(2021, 1, 2))
    furniture.furnish(town.kepala, sekda, siti, berita)
    merge(plan)

    (hanging,) = plan_reorganisation(drawn(plan)).hanging

    assert hanging.opd == "Dinas Pasar"
    assert hanging.facilities > 0


def test_an_opd_is_split_with_a_unit_of_it(town, plan):
    for new in (
        NewStep(StepKind.OPEN_OPD, nama="Badan Metrologi", jenis="badan"),
        NewStep(StepKind.MOVE_UNIT, "Bidang Tera", to="Badan Metrologi"),
        NewStep(StepKind.OPEN_UNIT, nama="Sekretariat", to="Badan Metrologi"),
        NewStep(StepKind.OPEN_POST, nama="Kepala Badan Metrologi", to="Badan Metrologi"),
    ):
        add_step(plan=plan, new=new, **HOW)
    done(plan)

    (badan,) = Opd.objects.filter(nama="Badan Metrologi")
    assert Placement.objects.on(DAY).filter(opd=badan).count() == 2
    assert Placement.objects.on(DAY).filter(opd=town.pasar).count() == 1
    assert "Sekretariat" in units_of(badan, day=DAY).values()
    told = read_structure(town.pemda, day=DAY).posts.values()
    assert badan.pk in {post.opd for post in told if post.nama == "Kepala Badan Metrologi"}


def test_people_without_a_place_to_go_stop_it(town, plan):
    add_step(plan=plan, new=NewStep(StepKind.END_OPD, "Dinas Dagang"), **HOW)
    assert not plan_reorganisation(drawn(plan)).is_complete

    with pytest.raises(HomelessError, match="Dinas Dagang"):
        done(plan)


def test_a_placement_from_that_day_on_stops_it(town, plan):
    row = town.people["Dodi"].placements.get()
    row.ends_before = DAY
    row.save()
    Placement.objects.create(
        pegawai=row.pegawai, opd=town.dagang, starts_on=DAY, source="SK rekaan"
    )

    with pytest.raises(LaterPlacementError, match="1 penempatan"):
        done(merge(plan))


def test_it_is_taken_back_whole_before_its_day(town, plan, siti, sk):
    registry.hold(siti, town.kepala, since=date(2021, 1, 1), by=sk)
    before = tables()
    done(merge(plan))
    assert tables() != before

    take_back_reorganisation(plan=plan, today=TODAY, **HOW)

    assert tables() == before
    with pytest.raises(NotADraftError, match="dibatalkan"):
        done(plan)


def test_it_is_not_taken_back_once_its_day_has_come(plan):
    done(merge(plan))

    with pytest.raises(DayHasComeError, match="1 Juli 2025"):
        take_back_reorganisation(plan=plan, today=DAY, **HOW)


def test_it_is_not_taken_back_over_what_another_act_changed(town, plan):
    done(merge(plan))
    row = town.people["Ani"].placements.on(DAY).get()
    row.ends_before = date(2025, 9, 1)
    row.save()

    with pytest.raises(ChangedSinceError, match="Ani Andaian"):
        take_back_reorganisation(plan=plan, today=TODAY, **HOW)


def test_a_draft_is_not_taken_back(plan):
    with pytest.raises(NotADraftError, match="rancangan"):
        take_back_reorganisation(plan=plan, today=TODAY, **HOW)


def test_what_was_decided_before_is_carried_out_at_once(town, plan):
    done(merge(plan), today=date(2025, 8, 1))

    placed = Placement.objects.on(DAY).filter(pegawai__in=town.people.values())
    assert {each.opd.nama for each in placed} == {"Dinas Perdagangan dan Pasar"}


def test_a_step_that_cannot_be_taken_is_refused_when_it_is_added(town, plan):
    with pytest.raises(StillInUseError):
        add_step(plan=plan, new=NewStep(StepKind.END_OPD, "Dinas Pasar"), **HOW)
    with pytest.raises(NoNewNameError):
        add_step(plan=plan, new=NewStep(StepKind.RENAME_OPD, "Dinas Pasar"), **HOW)
    with pytest.raises(UnknownNameError, match="Maksudnya: Dinas Pasar"):
        add_step(plan=plan, new=NewStep(StepKind.RENAME_OPD, "Dinas Pasarr", "X"), **HOW)
    with pytest.raises(UnknownNameError, match="tidak ada dalam susunan"):
        add_step(plan=plan, new=NewStep(StepKind.MOVE_UNIT, "Bidang Tera", to="Kantor"), **HOW)
    assert steps_of(plan) == []


def test_a_name_that_several_bear_must_be_told_with_its_path(town, plan):
    for opd in ("Dinas Pasar", "Dinas Dagang"):
        add_step(plan=plan, new=NewStep(StepKind.OPEN_UNIT, nama="Sekretariat", to=opd), **HOW)

    with pytest.raises(AmbiguousNameError, match="Dinas Dagang / Sekretariat"):
        add_step(
            plan=plan, new=NewStep(StepKind.MOVE_UNIT, "Bidang Tera", to="Sekretariat"), **HOW
        )
    to = "dinas pasar/sekretariat"
    add_step(plan=plan, new=NewStep(StepKind.MOVE_UNIT, "Bidang Tera", to=to), **HOW)


def test_what_a_plan_opens_is_not_changed_by_the_same_plan(plan):
    add_step(plan=plan, new=NewStep(StepKind.OPEN_OPD, nama="Badan Baru"), **HOW)

    with pytest.raises(StillPlannedError, match="Badan Baru"):
        add_step(plan=plan, new=NewStep(StepKind.RENAME_OPD, "Badan Baru", "Badan Lain"), **HOW)


def test_a_step_goes_with_those_that_build_on_it(plan):
    merge(plan)

    remove_step(plan=plan, position=2, **HOW)

    assert [row.position for row in steps_of(plan)] == [1]


def test_an_empty_plan_and_a_paper_of_tomorrow_are_refused(plan):
    with pytest.raises(EmptyPlanError):
        done(plan)
    merge(plan)
    paper = replace(PAPER, decided_on=TODAY + timedelta(days=1))
    with pytest.raises(FutureDayError):
        carry_out_reorganisation(plan=plan, paper=paper, today=TODAY, **HOW)
    plan.refresh_from_db()
    assert plan.is_draft


def test_a_demonstration_reorganises_only_what_is_made_up(settings, plan):
    settings.PAMONG_DEMONSTRATION = True
    plan.pemda.is_made_up = False
    merge(plan)

    with pytest.raises(OnlyFromSamplesError):
        done(plan)


def test_a_plan_is_its_governments_own(plan, misal):
    assert reorganisations(plan.pemda) == [plan]
    assert reorganisations(misal) == []
    with pytest.raises(PlanNotFoundError):
        get_reorganisation(misal, plan.public_id)


def test_hundreds_move_in_a_handful_of_queries(town, plan, django_assert_max_num_queries):
    for number in range(40):
        employ(town.pemda, f"Orang {number}", town.dagang)
    merge(plan)

    with django_assert_max_num_queries(140):
        done(plan)
