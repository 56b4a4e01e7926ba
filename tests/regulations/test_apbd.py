"""Budgets, surveys and complaints: more is never better or worse than it should be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.law.facts import judged

from pamong import law
from pamong.regulations.skm.nilai import rounded, written

PEMDA = [{"pemda_id": 1, "kode": "99.01", "nama": "Kabupaten Contoh", "level": "kabupaten"}]
TODAY = date(2027, 6, 30)
BANDS = ["tidak_baik", "kurang_baik", "baik", "sangat_baik"]
DAYS = st.dates(date(2020, 1, 1), date(2025, 6, 30))


def budget(rule_id, as_of=TODAY, **cells):
    rows = [{"pemda_id": 1, "tahun": as_of.year, **cells}]
    (row,) = judged(rule_id, as_of, pemda=PEMDA, apbd=rows).table.to_pylist()
    return row


def survey(sums, respondents=100):
    told = {f"unsur_{number}": total for number, total in enumerate(sums, 1)}
    told |= {"selesai_on": date(2024, 6, 30), "skala_tertinggi": 4, "responden": respondents}
    return law.judge_case("skm-nilai", told, as_of=date(2024, 7, 1))


@pytest.mark.parametrize("spending", [1, 7, 1_000_003, 89_999_999_999_999])
@pytest.mark.parametrize("beyond", [0, 1])
def test_the_cap_on_personnel_is_exact_to_the_rupiah(spending, beyond):
    personnel = min(spending * 30 // 100 + beyond, spending)
    found = budget(
        "apbd-belanja-pegawai-30",
        belanja=spending,
        belanja_pegawai=personnel,
        tunjangan_guru_tkd=0,
    )

    assert (found["outcome"] == "melampaui") is (personnel * 100 > spending * 30)
    assert (found["kelebihan"] is not None) is (found["outcome"] == "melampaui")


def test_what_is_above_the_cap_brings_it_back_to_it():
    cells = {"belanja": 1_000_003, "belanja_pegawai": 400_000, "tunjangan_guru_tkd": 7}
    found = budget("apbd-belanja-pegawai-30", **cells)
    cells["belanja_pegawai"] -= found["kelebihan"]

    assert budget("apbd-belanja-pegawai-30", **cells)["outcome"] == "dalam_batas"
    cells["belanja_pegawai"] += 1
    assert budget("apbd-belanja-pegawai-30", **cells)["outcome"] == "melampaui"


def test_a_breach_of_a_share_begins_after_the_last_day_to_adjust():
    cells = {"belanja": 100, "belanja_pegawai": 31, "tunjangan_guru_tkd": 0}
    breaches = {
        day: budget("apbd-belanja-pegawai-30", date(2027, 1, day), **cells)["breach"]
        for day in (4, 5, 6, 7)
    }

    assert breaches == {4: False, 5: False, 6: True, 7: True}


@given(st.lists(st.integers(100, 400), min_size=9, max_size=9), st.integers(0, 8))
def test_a_better_score_never_gives_a_lower_band(sums, place):
    better = [total + (total < 400 and number == place) for number, total in enumerate(sums)]

    assert BANDS.index(survey(better).outcome.id) >= BANDS.index(survey(sums).outcome.id)


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_rounding_is_to_the_nearest_and_half_goes_up(above, below):
    off = 2 * (rounded(above, below) * below - above)

    assert -below < off <= below


@given(st.integers(0, 10_000))
def test_an_index_is_written_with_two_decimals(value):
    whole, _, part = written(value, 2).partition(",")

    assert int(whole) * 100 + int(part) == value
    assert len(part) == 2


@given(DAYS, st.integers(0, 120))
def test_the_earlier_of_two_clocks_is_the_one_that_is_told(received, waited):
    told = {
        "diterima_on": received,
        "jenis": "tidak_berkadar_pengawasan",
        "sudah_ditanggapi": False,
        "sudah_selesai": False,
    }
    found = law.judge_case("pengaduan-sla", told, as_of=received + timedelta(days=waited))
    steps = {each.step.name: each.value for each in found.steps}
    ran_out = [steps["lewat_undang_undang_sejak"], steps["lewat_standar_sejak"]]

    assert found.since == min((day for day in ran_out if day), default=None)
    assert (waited > 14) is (steps["lewat_undang_undang_sejak"] is not None)
