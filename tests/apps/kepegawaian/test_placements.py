"""Where somebody works has days: also for the law, and also for who was on record before."""

from datetime import date, timedelta
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.db import connection
from tests.apps.kepegawaian.test_recording import record

from pamong.apps.core.refusals import RefusedError
from pamong.apps.findings.gathering import gather
from pamong.apps.findings.subjects import described
from pamong.apps.kepegawaian.models import Pegawai, Placement
from pamong.apps.kepegawaian.placing import placement_of, placements_on
from pamong.apps.organisasi.models import Opd

MOVED = date(2022, 7, 1)
BEFORE = MOVED - timedelta(days=1)
upgrade = import_module("pamong.apps.kepegawaian.migrations.0004_placements_of_everybody")


@pytest.fixture
def moved(ani, contoh):
    """Ani, who moves to another OPD."""
    opd = Opd.objects.create(pemda=contoh, nama="Dinas Taman", jenis="dinas", sort_key="t")
    record(ani, {"opd": opd, "starts_on": MOVED, "paper_number": "824/7"}, "penempatan")
    return opd


def unit_on(pemda, day):
    (row,) = gather(["pegawai"], pemda_ids=[pemda.pk], day=day)["pegawai"].to_pylist()
    return row["unit_id"]


def test_a_move_ends_the_placement_before(ani, pasar, moved):
    rows = Placement.objects.filter(pegawai=ani).order_by("starts_on")

    assert [(row.opd, row.ends_before) for row in rows] == [(pasar, MOVED), (moved, None)]


def test_the_law_is_told_the_opd_of_the_day_that_it_judges(ani, pasar, moved):
    assert unit_on(ani.pemda, BEFORE) == pasar.pk
    assert unit_on(ani.pemda, MOVED) == moved.pk
    assert unit_on(ani.pemda, date(2000, 1, 1)) == pasar.pk


def test_a_finding_names_the_opd_of_its_day(ani, moved):
    for day, opd in ((BEFORE, "Dinas Pasar"), (MOVED, "Dinas Taman")):
        told = described("bup-pns", [ani.pk], day=day)[ani.pk]
        assert told.label == f"Ani Rekawati (rekaan), {opd}"


def test_the_placement_of_many_is_read_at_once(ani, pasar, moved, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert placements_on([ani.pk], day=BEFORE)[ani.pk].opd == pasar
    assert placements_on([ani.pk])[ani.pk].opd == moved
    rows = Pegawai.objects.annotate(works_in=placement_of(MOVED, field="opd_id"))
    assert rows.get(pk=ani.pk).works_in == moved.pk


def test_somebody_without_a_placement_is_told_without_an_opd(ani):
    Placement.objects.all().delete()

    assert described("bup-pns", [ani.pk])[ani.pk].label == "Ani Rekawati (rekaan)"
    assert unit_on(ani.pemda, MOVED) is None


def test_two_placements_on_one_day_are_refused(ani, pasar):
    day = {"opd": pasar, "starts_on": ani.starts_on, "paper_number": "824/8"}

    with pytest.raises(RefusedError, match="sudah ditempatkan"):
        record(ani, day, "penempatan")


def test_an_upgrade_places_everybody_in_the_opd_of_before_and_once(ani, pasar, stranger):
    Pegawai.objects.filter(pk=ani.pk).update(opd=pasar)
    Placement.objects.filter(pegawai=ani).delete()
    migration = SimpleNamespace(connection=connection)

    upgrade.place(None, migration)
    upgrade.place(None, migration)

    row = Placement.objects.get(pegawai=ani)
    assert (row.opd, row.unit, row.period) == (pasar, None, ani.period)
    assert Placement.objects.filter(pegawai=stranger).count() == 1
    told = Placement.pgh_event_model.objects.filter(pgh_obj_id=row.pk).get()
    assert told.pgh_context["actor"] == "Pembaruan Pamong"


def test_going_back_tells_the_release_before_where_everybody_works_last(ani, moved):
    upgrade.give_back(None, SimpleNamespace(connection=connection))

    assert Pegawai.objects.values_list("opd", flat=True).get(pk=ani.pk) == moved.pk
