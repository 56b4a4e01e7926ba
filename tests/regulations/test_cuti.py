"""Leave and ages: more days are never lighter, and terms by months end where they should."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamong import law
from pamong.kernel.period import ONE_DAY
from pamong.regulations.months import age_on, birthday, last_day, months_after

DAYS = st.dates(date(1950, 1, 1), date(2040, 12, 31))
FIRST = date(2024, 3, 1)
ANNUAL = {
    "mulai_on": date(2025, 6, 2),
    "bekerja_sejak_on": date(2010, 1, 1),
    "cuti_besar_tahun_ini": False,
}
TAKEN = st.integers(0, 12)


def breach(rule_id, as_of=date(2026, 11, 25), **facts):
    return law.judge_case(rule_id, facts, as_of=as_of).breach


def step(judgement, name):
    return next(each.value for each in judgement.steps if each.step.name == name)


@given(DAYS, st.integers(1, 60))
def test_a_term_and_the_next_one_leave_no_day_between(start, months):
    end = last_day(start, months)

    assert start <= end
    assert months_after(start, months) - end in {timedelta(0), ONE_DAY}


@given(DAYS, st.integers(0, 90))
def test_an_age_is_reached_on_the_birthday_and_not_before(born, age):
    reached = birthday(born, age)

    assert age_on(born, reached) == age
    assert age_on(born, reached - ONE_DAY) == age - 1


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 3, 15), 3, date(2024, 6, 14)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 1), 1, date(2024, 2, 29)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
    ],
)
def test_a_term_by_months_ends_the_day_before_or_with_a_shorter_month(start, months, end):
    assert last_day(start, months) == end


@given(
    used=TAKEN,
    last_year=TAKEN,
    before=TAKEN,
    postponed=TAKEN,
    added=st.integers(0, 10),
    asked=st.integers(1, 30),
)
def test_annual_leave_is_always_judged_where_all_is_told(
    used, last_year, before, postponed, added, asked
):
    facts = ANNUAL | {
        "terpakai_tahun_ini": used,
        "terpakai_tahun_lalu": last_year,
        "terpakai_dua_tahun_lalu": before,
        "ditangguhkan_hari": postponed,
        "cuti_bersama_tidak_diberikan": added,
    }
    right = law.judge_case("cuti-tahunan-pns", facts, as_of=ANNUAL["mulai_on"])

    assert 12 + added <= step(right, "seluruhnya") <= 24 + added
    assert breach("cuti-tahunan-pns", **facts, hari_diminta=asked) == (asked > step(right, "sisa"))


@given(last_year=TAKEN, before=TAKEN, more=st.integers(1, 12))
def test_who_took_more_has_no_more_to_carry(last_year, before, more):
    facts = ANNUAL | {
        "terpakai_tahun_ini": 0,
        "terpakai_dua_tahun_lalu": before,
        "ditangguhkan_hari": 0,
        "cuti_bersama_tidak_diberikan": 0,
    }
    less, greater = (
        law.judge_case(
            "cuti-tahunan-pns", facts | {"terpakai_tahun_lalu": taken}, as_of=ANNUAL["mulai_on"]
        )
        for taken in (last_year, min(last_year + more, 12))
    )

    assert step(greater, "seluruhnya") <= step(less, "seluruhnya")


LONGER = {
    "cuti-sakit-pns": {"sebab": "sakit", "surat": "dokter", "diperpanjang": False},
    "cuti-sakit-pppk": {"sebab": "sakit", "surat": "dokter"},
    "cuti-besar-pns": {"bekerja_sejak_on": date(2010, 1, 1), "pernah_cuti_besar": False},
    "cuti-melahirkan-pns": {"anak_ke_selama_pns": 2},
    "cuti-melahirkan-pppk": {"anak_ke_selama_pppk": 2},
    "cuti-alasan-penting-pns": {"alasan": "perkawinan", "izin": "pejabat_berwenang"},
    "cltn-pns": {
        "bekerja_sejak_on": date(2010, 1, 1),
        "alasan_pribadi_mendesak": True,
        "disetujui_bkn": True,
        "ditetapkan_ppk": True,
    },
}


@pytest.mark.parametrize("rule_id", LONGER)
@given(days=st.integers(0, 1500), more=st.integers(1, 400))
def test_longer_leave_is_never_lighter(rule_id, days, more):
    facts = LONGER[rule_id] | {"mulai_on": FIRST}
    shorter, longer = (
        breach(rule_id, **facts, sampai_on=FIRST + timedelta(length))
        for length in (days, days + more)
    )

    assert longer or not shorter


@pytest.mark.parametrize(
    ("rule_id", "facts"),
    [
        ("pppk-usia-melamar", {"jabatan": "guru"}),
        ("pppk-usia-melamar", {"jabatan": "keterampilan"}),
        ("cpns-usia-melamar", {"jabatan": "lain"}),
        ("cpns-usia-melamar", {"jabatan": "dosen", "kualifikasi": "doktor"}),
    ],
)
@given(born=st.dates(date(1950, 1, 1), date(2004, 1, 1)), days=st.integers(1, 9000))
def test_the_older_of_two_grown_applicants_is_never_in_a_better_place(rule_id, facts, born, days):
    facts = facts | {"melamar_on": FIRST}
    younger = breach(rule_id, **facts, lahir_on=born)
    older = breach(rule_id, **facts, lahir_on=born - timedelta(days))

    assert older or not younger


@given(born=st.dates(date(1955, 1, 1), date(1990, 1, 1)))
def test_a_pppk_is_never_within_the_limit_on_the_day_it_is_reached(born):
    reached = birthday(born, 58)
    facts = {"lahir_on": born, "jabatan": "ahli_muda", "kontrak_sampai_on": reached}
    if reached - ONE_DAY < date(2018, 11, 28):
        return

    assert breach("pppk-batas-usia", as_of=reached, **facts)
    assert not breach("pppk-batas-usia", as_of=reached - ONE_DAY, **facts)
