"""What is counted over everybody is kept, and asked anew when somebody comes or is renamed."""

from datetime import date

import pytest
from django.db.models import Q
from tests.support import units

from pamong.apps.kepegawaian.bezetting import manning_by_opd, people_by_place, people_by_unit
from pamong.apps.kepegawaian.duk import Duk
from pamong.apps.kepegawaian.models import RiwayatDiklat, RiwayatPangkat
from pamong.apps.kepegawaian.nominatif import GroupedBy, Nominatif
from pamong.apps.kepegawaian.roster import Roster
from pamong.apps.kepegawaian.roster_wanted import Wanted
from pamong.regulations.duk.ordering import Measure

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 26)


@pytest.fixture
def pasar(contoh):
    opd = units.opd(contoh, "Dinas Pasar")
    units.place(units.employ(opd, "Ani"), opd, units.unit(opd, "Bidang Tera"))
    return opd


def counted(opd):
    pemda = opd.pemda
    manning = manning_by_opd(pemda, day=DAY)[opd.pk].people
    return manning, people_by_place(pemda, day=DAY), people_by_unit(pemda, opd.pk, day=DAY)


def test_who_is_placed_later_is_counted(pasar):
    assert counted(pasar)[0] == 1

    units.place(units.employ(pasar, "Budi"), pasar)

    many, by_place, by_unit = counted(pasar)
    assert many == 2
    assert by_place[pasar.pk, None] == by_unit[None] == 1


def test_one_day_is_not_told_of_another(pasar):
    units.place(units.employ(pasar, "Budi", since=date(2026, 11, 27)), pasar, since=DAY)

    assert counted(pasar)[0] == 1
    assert manning_by_opd(pasar.pemda, day=date(2026, 11, 27))[pasar.pk].people == 2


def test_the_first_page_follows_a_name(pasar):
    units.place(units.employ(pasar, "Budi"), pasar)

    def names():
        roster = Roster(pasar.pemda, Q(pemda=pasar.pemda), Wanted(), DAY)
        return [pk for pk, _group in Nominatif(roster, GroupedBy.OPD).rows(0, 10)]

    first, second = names()
    assert names() == [first, second]
    person = pasar.pemda.pegawai.get(pk=first).person
    person.sort_key = "zaenal"
    person.save()

    assert names() == [second, first]


def test_the_first_page_follows_the_name_of_an_opd(pasar):
    other = units.opd(pasar.pemda, "Dinas Umpama")
    units.place(units.employ(other, "Budi"), other)

    def groups():
        roster = Roster(pasar.pemda, Q(pemda=pasar.pemda), Wanted(), DAY)
        people = Nominatif(roster, GroupedBy.OPD)
        return [(pk, group.label) for pk, group in people.rows(0, 10)]

    (ani, _pasar), (budi, _umpama) = groups()
    pasar.nama, pasar.sort_key = "Dinas Zaman", "dinas zaman"
    pasar.save()

    assert groups() == [(budi, "Dinas Umpama"), (ani, "Dinas Zaman")]


def test_the_first_page_of_the_duk_follows_a_course(pasar):
    """What sets two of like rank apart is recorded after the page was opened."""
    budi = units.place(units.employ(pasar, "Budi"), pasar)
    for each in pasar.pemda.pegawai.all():
        RiwayatPangkat.objects.create(
            pegawai=each, golongan="III/d", starts_on=DAY, service_months=120, source="SK rekaan"
        )

    def places():
        roster = Roster(pasar.pemda, Q(pemda=pasar.pemda), Wanted(kind="pns"), DAY)
        return Duk(roster).places(0, 10)

    assert places()[0].is_tied
    assert places()[0].pegawai_id != budi.pk
    RiwayatDiklat.objects.create(
        pegawai=budi,
        kind="struktural",
        nama="Diklatpim Tingkat IV",
        starts_on=date(2022, 1, 3),
        source="SK rekaan",
    )

    first = places()[0]
    assert first.pegawai_id == budi.pk
    assert first.apart.measure is Measure.COURSE
