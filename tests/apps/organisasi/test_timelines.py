"""The offices of a government over time, as they are drawn and as the table behind says."""

from datetime import date, timedelta

import pytest
from tests.support.registry import attest, document, hold, leading, leave

from pamong.apps.organisasi.models import JabatanKind
from pamong.apps.organisasi.timelines import BarKind, lanes
from pamong.kernel.capacity import Capacity

SPOKEN = date(2020, 9, 23)
LATER = date(2021, 6, 1)


@pytest.fixture
def history(siti, budi, bupati, berita):
    hold(siti, bupati, Capacity.PLT, since=date(2018, 4, 10), until=date(2019, 2, 13), by=berita)
    hold(siti, bupati, since=date(2019, 2, 13), by=berita, stated_on=SPOKEN)
    leave(siti, bupati, since=date(2020, 9, 26), until=date(2020, 12, 6), by=berita)
    attest(budi, bupati, Capacity.PJS, on=date(2020, 10, 1), by=document("uji-2"))


def lane_of(pemda, jabatan, day):
    (lane,) = lanes(pemda, day=day, jabatan=[jabatan])
    return lane


def test_bars_stand_in_the_order_of_their_first_days(history, contoh, bupati):
    bars = lane_of(contoh, bupati, LATER).bars

    assert [bar.kind for bar in bars] == [
        BarKind.ACTING,
        BarKind.DEFINITIVE,
        BarKind.LEAVE,
        BarKind.ATTESTED,
    ]
    assert [bar.label for bar in bars] == ["Plt", "definitif", "cuti kampanye", "Pjs"]


@pytest.mark.parametrize("day", [date(2018, 4, 9), date(2019, 2, 13), date(2020, 9, 30), LATER])
def test_nothing_that_begins_later_is_told(day, history, contoh):
    for lane in lanes(contoh, day=day):
        assert all(bar.start <= day for bar in lane.bars)


def test_last_days_are_those_that_people_write(history, contoh, bupati):
    acting, definitive, away, attested = lane_of(contoh, bupati, LATER).bars

    assert acting.last_day == date(2019, 2, 12)
    assert definitive.last_day is None
    assert away.last_day == date(2020, 12, 5)
    assert attested.start == attested.last_day == date(2020, 10, 1)


def test_an_open_tenure_is_shown_as_is_only_until_it_goes_stale(history, contoh, bupati):
    _, definitive, *_ = lane_of(contoh, bupati, LATER).bars

    assert definitive.known_until == SPOKEN + timedelta(days=180)


def test_an_open_tenure_is_known_until_the_day_before_a_text_names_another(
    siti, tono, contoh, sekda, sk
):
    hold(siti, sekda, since=date(2019, 2, 13), by=sk)
    attest(tono, sekda, on=LATER, by=document("uji-2"))

    (held, _) = lane_of(contoh, sekda, LATER).bars

    assert held.known_until == LATER - timedelta(days=1)


def test_an_open_tenure_by_decree_is_known_without_an_end(siti, contoh, sekda, sk):
    hold(siti, sekda, since=date(2019, 2, 13), by=sk)

    (held,) = lane_of(contoh, sekda, LATER).bars

    assert held.known_until is None


def test_a_bar_names_its_source(history, contoh, bupati):
    attested = lane_of(contoh, bupati, LATER).bars[-1]

    assert attested.source.sentence == "menurut dokumen uji-2 (1 Oktober 2020)"
    assert attested.source.words == "menurut kata-kata rekaan"


def test_leading_offices_come_first_and_unknown_ones_are_left_out(
    history, contoh, kepala_bkd, asisten, siti, berita
):
    attest(siti, kepala_bkd, on=SPOKEN, by=berita)

    told = [lane.office for lane in lanes(contoh, day=LATER)]

    assert told == [
        "Bupati Contoh (rekaan)",
        "Wakil Bupati Contoh (rekaan)",
        "Sekretaris Daerah Kabupaten Contoh (rekaan)",
        "Kepala BKD Kabupaten Contoh (rekaan)",
    ]


def test_an_office_of_which_nothing_had_begun_by_the_day_is_not_told(
    siti, contoh, kepala_bkd, berita
):
    attest(siti, kepala_bkd, on=SPOKEN, by=berita)

    told = [lane.jabatan_id for lane in lanes(contoh, day=SPOKEN - timedelta(days=1))]

    assert kepala_bkd.pk not in told


def test_a_lane_is_its_own_government_s(history, contoh, misal):
    assert all(lane.bars == () for lane in lanes(misal, day=LATER))
    assert lane_of(contoh, leading(contoh, JabatanKind.SEKDA), LATER).bars == ()
