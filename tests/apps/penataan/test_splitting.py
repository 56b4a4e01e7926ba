"""An OPD is split with people chosen by name: they go where their step leads, the rest stays."""

from datetime import date

import pytest
from tests.apps.penataan.conftest import DAY, HOW, PAPER, TODAY, drawn, employ

from pamong.apps.core.models import PersonIdentifier
from pamong.apps.core.refusals import RefusedError
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.kepegawaian.record import record_on
from pamong.apps.organisasi.models import Opd
from pamong.apps.organisasi.structure_steps import NotThereError, StepKind
from pamong.apps.penataan.choosing import (
    ChosenDoubtError,
    ChosenGoneError,
    NobodyChosenError,
)
from pamong.apps.penataan.consequences import plan_reorganisation
from pamong.apps.penataan.models import ReorganisationPerson
from pamong.apps.penataan.reorganising import (
    NewStep,
    StillPlannedError,
    add_step,
    carry_out_reorganisation,
    draft_reorganisation,
    remove_step,
    take_back_reorganisation,
)
from pamong.apps.penataan.who_moves import movers, with_names
from pamong.kernel.period import ONE_DAY

NEW = "Dinas Metrologi"


@pytest.fixture
def plan(town):
    """A new OPD beside Dinas Pasar, nobody in it yet."""
    plan = draft_reorganisation(pemda=town.pemda, title="Pemecahan", day=DAY, **HOW)
    add_step(plan=plan, new=NewStep(StepKind.OPEN_OPD, nama=NEW), **HOW)
    return plan


def choose(plan, *people, origin="Dinas Pasar", to=NEW):
    new = NewStep(StepKind.MOVE_PEOPLE, origin, to=to, people=people)
    return add_step(plan=plan, new=new, **HOW)


def told(plan):
    found = with_names(plan, movers(drawn(plan)))
    return [(row.name, row.mover.origin, row.mover.to, row.mover.is_chosen) for row in found]


def done(plan):
    return carry_out_reorganisation(plan=plan, paper=PAPER, today=TODAY, **HOW)


def opds_on(town, day):
    rows = Placement.objects.on(day).select_related("opd", "pegawai__person")
    return {row.pegawai.person.nama: row.opd.nama for row in rows}


def test_who_is_chosen_goes_and_the_rest_stays_and_everybody_is_named_before(town, plan):
    choose(plan, "Ani Andaian", "Cici Citraan")

    tera = "Dinas Pasar / Bidang Tera / Seksi Timbangan"
    assert told(plan) == [
        ("Ani Andaian (rekaan)", "Dinas Pasar", NEW, True),
        ("Cici Citraan (rekaan)", tera, NEW, True),
    ]
    assert plan_reorganisation(drawn(plan)).people == 2
    done(plan)

    assert opds_on(town, DAY) == {
        "Ani Andaian": NEW,
        "Beni Bayangan": "Dinas Pasar",
        "Cici Citraan": NEW,
        "Dodi Dugaan": "Dinas Dagang",
    }


def test_where_the_old_opd_ends_those_who_were_not_chosen_follow_it(town, plan):
    choose(plan, "Ani Andaian")
    end = NewStep(StepKind.END_OPD, "Dinas Pasar", to="Dinas Dagang")
    add_step(plan=plan, new=end, **HOW)

    assert [(name.split()[0], to, chosen) for name, _origin, to, chosen in told(plan)] == [
        ("Ani", NEW, True),
        ("Beni", "Dinas Dagang / Bidang Tera", False),
        ("Cici", "Dinas Dagang / Bidang Tera / Seksi Timbangan", False),
    ]
    done(plan)

    assert opds_on(town, DAY) == {
        "Ani Andaian": NEW,
        "Beni Bayangan": "Dinas Dagang",
        "Cici Citraan": "Dinas Dagang",
        "Dodi Dugaan": "Dinas Dagang",
    }


def test_nobodys_history_breaks_and_taking_it_back_leaves_no_trace_in_the_tables(town, plan):
    before = list(Placement.objects.order_by("pk").values())
    choose(plan, "Ani Andaian")
    done(plan)

    ani = town.people["Ani"]
    assert str(record_on(ani, day=DAY - ONE_DAY).current("penempatan").entry.opd) == "Dinas Pasar"
    assert str(record_on(ani, day=DAY).current("penempatan").entry.opd) == NEW
    take_back_reorganisation(plan=plan, today=TODAY, **HOW)
    assert list(Placement.objects.order_by("pk").values()) == before
    assert not Opd.objects.filter(nama=NEW).exists()


def test_somebody_is_chosen_by_number_where_two_bear_one_name(town, plan):
    twin = employ(town.pemda, "Ani Andaian", town.pasar)
    PersonIdentifier.objects.create(person=twin.person, kind="nip", value="999900000000000001")
    with pytest.raises(ChosenDoubtError, match="2 pegawai bernama itu"):
        choose(plan, "Ani Andaian")

    choose(plan, "999900000000000001")
    done(plan)

    assert twin.placements.on(DAY).get().opd.nama == NEW
    assert town.people["Ani"].placements.on(DAY).get().opd == town.pasar


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        (("Siapa Gerangan",), "Tidak ada pegawai"),
        (("Dodi Dugaan",), "tidak bekerja di tempat asal"),
        (("Ani Andaian", "Dodi Dugaan", "Siapa Gerangan"), "2 baris belum jelas"),
    ],
)
def test_a_doubtful_line_refuses_the_whole_step_and_says_which(town, plan, people, sentence):
    with pytest.raises(ChosenDoubtError, match=sentence):
        choose(plan, *people)

    assert plan.steps.count() == 1
    assert not ReorganisationPerson.objects.exists()


def test_a_step_without_people_a_place_to_go_or_an_origin_on_record_is_refused(town, plan):
    with pytest.raises(NobodyChosenError):
        choose(plan, " ")
    with pytest.raises(NotThereError):
        choose(plan, "Ani Andaian", to="")
    with pytest.raises(StillPlannedError):
        choose(plan, "Ani Andaian", origin=NEW, to="Dinas Pasar")


def test_nobody_is_chosen_twice_in_one_plan(town, plan):
    choose(plan, "Ani Andaian")

    with pytest.raises(RefusedError, match="sudah dipilih"):
        choose(plan, "Ani Andaian", to="Dinas Dagang")


def test_a_step_that_is_taken_out_takes_its_people_along(town, plan):
    step = choose(plan, "Ani Andaian")

    remove_step(plan=plan, position=step.position, **HOW)

    assert not ReorganisationPerson.objects.exists()
    assert told(plan) == []


def test_who_was_chosen_and_left_since_is_told_and_nothing_is_carried_out(town, plan):
    choose(plan, "Ani Andaian")
    ani = town.people["Ani"]
    ani.placements.update(ends_before=date(2025, 6, 10))
    Pegawai.objects.filter(pk=ani.pk).update(ends_before=date(2025, 6, 10))

    with pytest.raises(ChosenGoneError, match="1 pegawai"):
        done(plan)
    assert not Opd.objects.filter(nama=NEW).exists()


def test_chosen_people_go_into_a_unit_that_moves_with_a_later_step(town, plan):
    add_step(plan=plan, new=NewStep(StepKind.MOVE_UNIT, "Bidang Tera", to=NEW), **HOW)
    choose(plan, "Ani Andaian", to=f"{NEW} / Bidang Tera")

    done(plan)

    placed = town.people["Ani"].placements.on(DAY).get()
    assert (placed.opd.nama, placed.unit_id) == (NEW, town.tera.pk)
