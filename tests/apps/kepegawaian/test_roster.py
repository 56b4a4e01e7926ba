"""The list of people: every page told once, whatever the page size; ages; the trees of a day."""

from datetime import date

import pytest
from django.db.models import Q
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.support import registry, units

from pamong.apps.kepegawaian import roster as rosters
from pamong.apps.kepegawaian.places import units_on, with_those_below
from pamong.apps.kepegawaian.roster import Beside, Roster
from pamong.apps.kepegawaian.roster_columns import Column
from pamong.apps.kepegawaian.roster_wanted import AGE_BANDS, State, Wanted, born_in

DAY = date(2024, 10, 1)
names = st.sampled_from(["Ana", "Budi", "Cici", "Dewi"])


class PagesByKey(TestCase):
    """However many bear the same name, and however short a page is."""

    @given(
        called=st.lists(names, min_size=1, max_size=9), size=st.integers(1, 4), few=st.booleans()
    )
    def test_pages_forth_and_back_tell_everybody_once(self, called, size, few):
        pemda = registry.government("Kabupaten Contoh", level="kabupaten", kode="00.01")
        opd = units.opd(pemda, "Dinas Uji")
        for nama in called:
            units.place(units.employ(opd, nama), opd)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rosters, "COUNTED", 1000 if few else 0)
            told = Roster(pemda, Q(), Wanted(), DAY)
            forth, page = [], told.page((), size=size)
            while True:
                forth += page.rows
                if not page.has_after:
                    break
                page = told.page((), size=size, beside=Beside(page.rows[-1].public_id))
            back = list(page.rows)
            while page.has_before:
                page = told.page(
                    (), size=size, beside=Beside(page.rows[0].public_id, is_before=True)
                )
                back = [*page.rows, *back]

        assert [row.person.nama for row in forth] == sorted(called)
        assert [row.pk for row in back] == [row.pk for row in forth]
        assert [row.pk for row in told.everybody(())] == [row.pk for row in forth]


@given(
    born=st.dates(date(1940, 1, 1), date(2010, 1, 1)),
    day=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_bands_of_age_leave_nobody_out_and_take_nobody_twice(born, day):
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    fitting = [
        band for band in AGE_BANDS
        if (found := born_in(band, day=day)) and found[0] < born <= found[1]
    ]  # fmt: skip

    assert len(fitting) == 1
    first, last = AGE_BANDS[fitting[0]]
    leap = (born.month, born.day) == (2, 29) or (day.month, day.day) == (2, 29)
    assert first <= age <= last or leap


def test_an_unknown_band_narrows_nothing():
    assert born_in("muda", day=DAY) is None


def test_a_unit_that_moved_is_looked_for_where_it_stands_on_the_day(contoh):
    old, new = units.opd(contoh, "Dinas Lama"), units.opd(contoh, "Dinas Baru")
    bidang = units.unit(old, "Bidang Pindah")
    units.place(units.employ(old, "Ana Pindah"), old, bidang)
    units.move(bidang, new, on=date(2024, 1, 1))

    def found(opd, day):
        places = units_on(contoh, day=day, opd=opd.pk)
        here = frozenset(each.unit_id for each in places)
        wanted = Wanted(opd=opd.pk, opd_units=here)
        rows = Roster(contoh, Q(), wanted, day).page((Column.OPD, Column.UNIT), size=5).rows
        return [(row.told_opd, row.told_unit) for row in rows]

    assert found(old, date(2023, 12, 31)) == [("Dinas Lama", "Bidang Pindah")]
    assert found(new, date(2023, 12, 31)) == []
    assert found(old, DAY) == []
    assert found(new, DAY) == [("Dinas Baru", "Bidang Pindah")]


def test_units_stand_below_their_parents(contoh):
    opd = units.opd(contoh, "Dinas Pohon")
    top = units.unit(opd, "Bidang A")
    deep = units.unit(opd, "Seksi A", below=top)
    other = units.unit(opd, "Bidang B")
    places = units_on(contoh, day=DAY, opd=opd.pk)

    assert [(each.nama, each.depth) for each in places] == [
        ("Bidang A", 0),
        ("Seksi A", 1),
        ("Bidang B", 0),
    ]
    assert with_those_below(places, top.pk) == {top.pk, deep.pk}
    assert with_those_below(places, other.pk) == {other.pk}
    assert with_those_below(places, 0) == frozenset()


def test_who_left_is_told_with_the_last_place(contoh):
    opd = units.opd(contoh, "Dinas Uji")
    left = date(2024, 1, 1)
    units.place(units.employ(opd, "Ana", until=left), opd, until=left)
    ended = Roster(contoh, Q(), Wanted(state=State.BERAKHIR), DAY)

    assert [row.told_opd for row in ended.page((Column.OPD,), size=5).rows] == ["Dinas Uji"]
    assert Roster(contoh, Q(), Wanted(), DAY).number() == 0
    assert Roster(contoh, Q(), Wanted(), date(2023, 1, 1)).number() == 1
