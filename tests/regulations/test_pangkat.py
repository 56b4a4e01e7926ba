"""Promotions, credit points and periodic rises: what must hold whatever the figures."""

from datetime import date, timedelta
from itertools import product

import ibis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import judged, loaded_since

from pamong import law
from pamong.regulations.kgb.steps import steps
from pamong.regulations.months import months_after
from pamong.regulations.pangkat.periods import next_period, next_period_value, previous_period

DAYS = st.dates(date(2000, 11, 10), date(2029, 12, 31))
PREDICATES = ("sangat_kurang", "kurang", "butuh_perbaikan", "baik", "sangat_baik")
LEVELS = tuple(
    row["jenjang"] for row in law.rule("kinerja-angka-kredit").lists["angka_kredit"].rows
)


@given(DAYS)
def test_the_next_day_of_promotion_is_one_and_none_lies_between(day):
    found = next_period(day)

    assert law.judge_case("pangkat-periode", {"tmt_on": found}, as_of=day).outcome.id == (
        "tanggal_periode"
    )
    assert next_period(found) == found
    assert found == day or (previous_period(found) or date.min) < day


def test_over_a_population_the_next_day_of_promotion_is_the_same():
    days = [date(2000, 11, 10) + timedelta(each) for each in range(0, 10_500, 7)]
    rows = ibis.memtable({"hari": days}, schema={"hari": "date"})
    found = ibis.duckdb.connect().to_pyarrow(
        rows.select("hari", berikut=next_period_value(rows.hari))
    )

    assert {row["hari"]: row["berikut"] for row in found.to_pylist()} == {
        day: next_period(day) for day in days
    }


def points(level, grade, months):
    told = {"sampai_on": date(2025, 12, 31), "jenjang": level, "predikat": grade, "bulan": months}
    judgement = law.judge_case("kinerja-angka-kredit", told, as_of=date(2026, 1, 5))
    return {each.step.name: each.value for each in judgement.steps}["ak_seperseratus"]


@pytest.mark.parametrize("level", LEVELS)
def test_a_better_predicate_gives_more_points_and_more_months_never_fewer(level):
    full = [points(level, grade, 12) for grade in PREDICATES]

    assert full == sorted(set(full))
    for grade in PREDICATES:
        by_months = [points(level, grade, months) for months in range(1, 13)]
        assert by_months == sorted(by_months)


@pytest.mark.parametrize("level", LEVELS)
def test_the_printed_table_is_rounded_as_a_part_of_a_year_is(level):
    values = law.rule("kinerja-angka-kredit").versions[-1].values
    for grade in PREDICATES:
        exact = values["koefisien"][level] * values["persen"][grade]
        assert points(level, grade, 12) == (2 * exact + 100) // 200


def rise(room, months):
    facts = {
        "pegawai": [{"pegawai_id": 1, "pemda_id": 1, "status": "pns"}],
        "gaji_berkala": [
            {
                "kgb_id": 1,
                "pegawai_id": 1,
                "tmt_on": date(2024, 3, 1),
                "golongan": room,
                "mkg_bulan": months,
            }
        ],
    }
    (row,) = judged("kgb", date(2024, 3, 1), **facts).table.to_pylist()
    return row


@settings(deadline=None, max_examples=25)
@given(st.sampled_from(sorted(steps())), st.integers(0, 450))
def test_the_next_rise_is_due_when_the_next_row_of_the_table_is_reached(room, months):
    years = steps()[room]
    row = rise(room, months)
    later = [year for year in years if year * 12 > months]
    if months < years[0] * 12:
        assert row["missing"] == ["masa_kerja_golongan"]
    elif not later:
        assert row["outcome"] == "tertinggi"
    else:
        assert row["due_on"] == months_after(date(2024, 3, 1), later[0] * 12 - months) or (
            row["outcome"] == "tidak_dapat_dinilai"
        )


@given(st.integers(0, 480), st.integers(0, 60))
def test_longer_service_never_takes_a_promotion_away(worked, in_rank):
    event = date(2026, 5, 1)

    def outcome(service, rank):
        told = {
            "peristiwa_on": event,
            "sebab": "batas_usia_pensiun",
            "bekerja_sejak_on": months_after(event, -service),
            "pangkat_sejak_on": months_after(event, -rank),
            "terus_menerus": True,
            "penilaian_terakhir": "baik",
            "bebas_sedang_berat_setahun": True,
        }
        return law.judge_case("pangkat-pengabdian", told, as_of=event).outcome.id

    if outcome(worked, in_rank) == "memenuhi":
        assert outcome(worked + 12, in_rank) == "memenuhi"
        assert outcome(worked, in_rank + 1) == "memenuhi"


#: What may be on record of a year: no row, one that says nothing, a figure without a word.
RECORDS = {
    "tidak ada": None,
    "kosong": {},
    "tanpa sebutan": {"nilai_seperseratus": 7550},
    "kurang": {"predikat": "kurang"},
    "baik": {"predikat": "baik"},
}
NOT_RECORDED = {"tidak ada", "kosong"}


def expected_of(month, before, covered):
    """Say in plain words what a promotion of 2020 comes to by the records of 2019 to 2017."""
    last, second, third = before
    if month == 1:
        last = next(
            (each for each in ("baik", "kosong", "tidak ada") if each in (last, third)),
            "kurang" if last == third == "kurang" else "tanpa sebutan",
        )
    if "kurang" in (last, second):
        return "naik_penilaian_kurang"
    return "tidak_dapat_dinilai" if covered and NOT_RECORDED & {last, second} else "lain"


def test_a_regular_promotion_is_held_against_the_years_before_it():
    asked = list(product((1, 4), product(RECORDS, repeat=3), (1, 2, 3)))
    starts = {1: date(2018, 12, 31), 2: date(2019, 1, 1), 3: None}
    people = dict(enumerate(asked, 1))
    judgements = judged(
        "pangkat-reguler",
        date(2020, 6, 1),
        pegawai=[
            {"pegawai_id": who, "pemda_id": pemda, "unit_id": 7, "status": "pns"}
            for who, (_, _, pemda) in people.items()
        ],
        riwayat_pangkat=[
            {
                "riwayat_id": who,
                "pegawai_id": who,
                "golongan": "III/b",
                "tmt_on": date(2020, month, 1),
                "jenis": "reguler",
            }
            for who, (month, _, _) in people.items()
        ],
        riwayat_pangkat_cakupan=[loaded_since(pemda_id=pemda) for pemda in starts],
        riwayat_jabatan_cakupan=[loaded_since(pemda_id=pemda) for pemda in starts],
        penilaian_kinerja=[
            {"pegawai_id": who, "tahun": 2019 - back} | RECORDS[record]
            for who, (_, before, _) in people.items()
            for back, record in enumerate(before)
            if RECORDS[record] is not None
        ],
        penilaian_kinerja_cakupan=[
            loaded_since(day, pemda_id=pemda) for pemda, day in starts.items() if day
        ],
    )

    for who, (month, before, pemda) in people.items():
        found = judgements.of(who).outcome.id
        found = "lain" if found == "belum_empat_tahun" else found
        assert found == expected_of(month, before, pemda == 1), people[who]
