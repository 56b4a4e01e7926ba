"""What is counted of plans once: right for as long as the records are what they were."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.penataan.conftest import DAY, HOW, drawn, employ
from tests.support import registry

from pamong.apps.core.models import Person
from pamong.apps.kepegawaian.models import RiwayatJabatan, RiwayatPangkat, RiwayatPendidikan
from pamong.apps.organisasi.models import JabatanHolding, JabatanKind, UnitState
from pamong.apps.organisasi.structure_steps import StepKind
from pamong.apps.penataan.appointing import (
    NewLine,
    add_lines,
    draft_appointment,
    get_appointment,
    plan_appointment,
)
from pamong.apps.penataan.kept import Kept
from pamong.apps.penataan.outline import Concern, outline_appointment
from pamong.apps.penataan.reorganising import (
    NewStep,
    add_step,
    draft_reorganisation,
    planned,
    steps_of,
)
from pamong.apps.penataan.seals import OF_A_REORGANISATION, OF_AN_APPOINTMENT

TABLE = re.compile(r'(?:FROM|JOIN) "(\w+)"')
SINCE = date(2021, 1, 1)


@pytest.fixture
def post(town):
    row = registry.office(town.pemda, "Kepala Bidang A", opd=town.pasar)
    row.kind, row.eselon = JabatanKind.KEPALA_OPD, "II.b"
    row.save()
    return row


@pytest.fixture
def plan(town, post):
    made = draft_appointment(
        pemda=town.pemda, title="Pelantikan", day=DAY, decided_by="kepala_daerah", **HOW
    )
    add_lines(plan=made, new=[NewLine(town.people["Ani"], post)], **HOW)
    return made


@pytest.fixture
def reorganisation(town):
    made = draft_reorganisation(pemda=town.pemda, title="Susunan", day=DAY, **HOW)
    new = NewStep(StepKind.OPEN_UNIT, nama="Bidang Baru", to="Dinas Pasar", unit_kind="bidang")
    add_step(plan=made, new=new, **HOW)
    return made


def got(plan):
    return get_appointment(plan.pemda, plan.public_id)


def outline(plan):
    return outline_appointment(got(plan)).outline


def read_by(act):
    with CaptureQueriesContext(connection) as queries:
        act()
    return {table for query in queries for table in TABLE.findall(query["sql"])}


def test_the_seal_of_an_appointment_covers_every_table_that_it_is_judged_by(plan):
    read = read_by(lambda: plan_appointment(plan))

    assert "kepegawaian_riwayatpangkat" in read
    assert read <= set(OF_AN_APPOINTMENT)


def test_the_seal_of_a_structure_covers_every_table_that_it_is_drawn_from(reorganisation):
    read = read_by(lambda: planned(reorganisation, steps_of(reorganisation)))

    assert "organisasi_unitstate" in read
    people = {"penataan_reorganisationperson", "kepegawaian_placement"}  # asked for anew each time
    assert read - people <= set(OF_A_REORGANISATION)


def test_nothing_is_judged_again_while_the_records_are_the_same(plan):
    outline(plan)

    assert outline_appointment(got(plan)).told is None
    assert got(plan).seal == got(plan).seal


@pytest.mark.parametrize(
    "change",
    [
        lambda _town, post, _sk: type(post).objects.filter(pk=post.pk).update(eselon="III.a"),
        lambda _town, _post, _sk: Person.objects.update(nama="Lain"),
        lambda town, _post, _sk: RiwayatPangkat.objects.create(
            pegawai=town.people["Ani"], golongan="IV/a", starts_on=SINCE, source="SK"
        ),
        lambda town, _post, _sk: RiwayatPendidikan.objects.create(
            pegawai=town.people["Ani"], jenjang="sarjana", source="Ijazah"
        ),
        lambda town, _post, _sk: RiwayatJabatan.objects.create(
            pegawai=town.people["Ani"],
            kind="administrator",
            nama="Camat",
            starts_on=SINCE,
            source="SK",
        ),
        lambda town, post, sk: registry.hold(
            employ(town.pemda, "Fani Fantasi", town.pasar).person,
            post,
            since=SINCE,
            by=sk,
        ),
        lambda town, _post, _sk: town.people["Ani"].placements.all().delete(),
    ],
    ids=["post", "name", "golongan", "diploma", "riwayat", "tenure", "placement"],
)
def test_whatever_changes_in_the_records_is_counted_anew(town, post, plan, sk, change):
    before = got(plan).seal
    outline(plan)

    change(town, post, sk)

    assert got(plan).seal != before
    assert outline_appointment(got(plan)).told is not None


def test_what_is_taken_back_again_is_another_state_of_the_records(town, post, plan):
    before = got(plan).seal
    for eselon in ("III.a", "II.b"):
        type(post).objects.filter(pk=post.pk).update(eselon=eselon)

    assert got(plan).seal != before


def test_a_record_of_somebody_else_changes_nothing(town, plan):
    before = got(plan).seal

    RiwayatPangkat.objects.create(
        pegawai=town.people["Dodi"], golongan="III/a", starts_on=SINCE, source="SK"
    )

    assert got(plan).seal == before


def test_the_outline_names_who_stands_in_the_way_and_at_which_line(town, post, plan, sk):
    fani = employ(town.pemda, "Fani Fantasi", town.pasar).person
    registry.hold(fani, post, since=SINCE, by=sk)

    (each,) = outline(plan).obstacles

    assert (each.line, each.post, each.holder) == (1, str(post), fani.shown_name)
    assert outline(plan).positions(Concern.IN_THE_WAY) == [1]
    JabatanHolding.objects.filter(person=fani).update(ends_before=date(2024, 1, 1))
    assert outline(plan).obstacles == ()


def test_lines_that_are_read_alone_are_told_as_with_all_others(town, plan):
    second = registry.office(town.pemda, "Kepala Bidang B", opd=town.pasar)
    add_lines(plan=plan, new=[NewLine(town.people["Beni"], second)], **HOW)
    whole = outline_appointment(got(plan)).lines([1])

    alone = outline_appointment(got(plan)).lines([1])

    assert [line.advice for line in alone] == [line.advice for line in whole]
    assert [line.link.golongan for line in alone] == [line.link.golongan for line in whole]


def test_lines_are_found_by_a_part_of_a_name_or_of_a_post(plan):
    told = outline(plan)

    assert told.positions(words="ani") == told.positions(words="BIDANG a") == [1]
    assert told.positions(words="Beni") == []


def test_a_structure_that_changed_is_drawn_anew(town, reorganisation):
    drawn(reorganisation)
    assert drawn(reorganisation).rows is None

    UnitState.objects.filter(unit=town.tera).update(nama="Bidang Ukur")

    assert drawn(reorganisation).rows is not None
    told = drawn(reorganisation).drawn.planned
    assert told.after.units[town.tera.pk].nama == "Bidang Ukur"


def test_of_what_is_kept_the_one_asked_for_longest_ago_goes_first():
    kept = Kept[int](most=2)
    for seal, value in (("a", 1), ("b", 2)):
        kept.keep(seal, value)
    kept.get("a")

    kept.keep("c", 3)

    assert [kept.get(seal) for seal in "abc"] == [1, None, 3]
