"""What holds of perangkat daerah, scores and leave on record, whatever the figures."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import employee, judged, loaded_since

from pamong import law
from pamong.regulations.months import last_day

DAY = date(2024, 3, 1)
SCORES = st.integers(0, 100_000)
#: Types from the lowest, as the rule on types names them.
RANKS = ["tidak_diwadahi", "subbidang_seksi", "bidang", "c", "b", "a"]
CATEGORIES = ["d", "c", "cc", "b", "bb", "a", "aa"]
#: The law names the longest term in months; all of them begin on one of these days.
STARTS = st.dates(date(2018, 1, 1), date(2020, 12, 31))
KINDS = {
    "cuti-besar-batas": ("besar", 3),
    "cuti-sakit-batas": ("sakit", 18),
    "cuti-cltn-batas": ("cltn", 48),
}


def step(judgement, name):
    return next(each.value for each in judgement.steps if each.step.name == name)


def typed(score, **facts):
    known = {
        "unit": "dinas",
        "daerah": "kabupaten",
        "urusan": "lain",
        "wilayah": "jawa_bali",
        "berciri_kepulauan": False,
        "perbatasan_darat": False,
        "pulau_terluar": False,
        "teknis_nol": False,
        "nilai_seperseratus": score,
    }
    return law.judge_case("opd-tipologi", known | facts, as_of=DAY)


@given(SCORES, SCORES)
def test_a_higher_score_never_gives_a_lower_type(one, other):
    lower, higher = (RANKS.index(step(typed(score), "tipe")) for score in sorted((one, other)))

    assert lower <= higher


@given(SCORES, st.sampled_from(["berciri_kepulauan", "perbatasan_darat", "pulau_terluar"]))
def test_a_factor_more_never_lowers_the_type(score, flag):
    without, with_it = (typed(score, **{flag: told}) for told in (False, True))

    assert RANKS.index(step(without, "tipe")) <= RANKS.index(step(with_it, "tipe"))


@given(SCORES, st.sampled_from(["pendidikan", "kesehatan", "sosial", "penanaman_modal"]))
def test_some_affairs_always_have_an_office(score, affair):
    assert RANKS.index(step(typed(score, urusan=affair), "tipe")) >= RANKS.index("c")


@given(
    st.sampled_from(["provinsi", "kabupaten_kota"]),
    st.sampled_from("abc"),
    st.lists(st.integers(0, 6), min_size=4, max_size=4),
    st.integers(0, 3),
)
def test_a_part_more_is_never_lighter(region, kind, numbers, which):
    names = ["asisten", "biro", "bagian", "subbagian"]
    facts = {"unit": "sekretariat_daerah", "daerah": region, "tipe": kind}
    facts |= dict(zip(names, numbers, strict=True))
    more = facts | {names[which]: numbers[which] + 1}
    fewer, larger = (
        law.judge_case("opd-setda-susunan", each, as_of=DAY).breach for each in (facts, more)
    )

    assert fewer <= larger


@given(st.sampled_from(["provinsi", "kabupaten_kota"]), st.sampled_from("abc"), st.integers(0, 8))
def test_the_inspectorate_lost_nothing_in_2019(region, kind, inspectors):
    facts = {"daerah": region, "tipe": kind, "inspektur_pembantu": inspectors, "subbagian": 2}
    before, after = (
        law.judge_case("opd-inspektorat-susunan", facts, as_of=day).outcome.id
        for day in (date(2019, 10, 14), date(2019, 10, 15))
    )

    assert not (before != "melebihi_batas" and after == "melebihi_batas")


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_higher_score_never_has_a_lower_category(one, other):
    lower, higher = (
        CATEGORIES.index(
            law.judge_case(
                "sakip-kategori",
                {"dievaluasi_on": DAY, "nilai_seperseratus": score},
                as_of=DAY,
            ).outcome.id
        )
        for score in sorted((one, other))
    )

    assert lower <= higher


@pytest.mark.parametrize("rule_id", KINDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_leave_up_to_its_longest_term_is_no_breach_and_a_day_more_is_one(rule_id, data):
    kind, months = KINDS[rule_id]
    start = data.draw(STARTS)
    end = last_day(start, months) + timedelta(1)
    leave = {"cuti_id": 1, "pegawai_id": 1, "jenis": kind, "starts_on": start, "kembali_on": end}
    longest, longer = (
        judged(
            rule_id,
            date(2025, 6, 30),
            pegawai=[employee(1)],
            cuti_pegawai=[leave | {"ends_before": end + timedelta(more)}],
            cuti_pegawai_cakupan=[loaded_since()],
        ).of(1)
        for more in (0, 1)
    )

    assert longest.breach is False
    assert longer.breach is True
    assert longer.since == end


@pytest.mark.parametrize("rule_id", KINDS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_leave_in_pieces_without_a_gap_ends_on_the_same_day(rule_id, data):
    kind, months = KINDS[rule_id]
    start = data.draw(STARTS)
    end = last_day(start, months) + timedelta(1)
    middle = start + timedelta(data.draw(st.integers(1, (end - start).days - 1)))
    pieces = [
        {"cuti_id": 2, "pegawai_id": 1, "jenis": kind, "starts_on": start, "ends_before": middle},
        {"cuti_id": 1, "pegawai_id": 1, "jenis": kind, "starts_on": middle, "ends_before": end},
    ]
    last = judged(rule_id, end - timedelta(1), pegawai=[employee(1)], cuti_pegawai=pieces).of(1)

    assert last.breach is False
    assert step(last, "mulai") == start
    assert step(last, "batas_terakhir") == end - timedelta(1)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 450), min_size=1, max_size=12), st.integers(0, 11))
def test_minutes_more_never_touch_a_lower_rung(minutes, which):
    days = [
        {
            "pegawai_id": 1,
            "hari": date(2025, 1, 6) + timedelta(number),
            "hadir": True,
            "terlambat_menit": late,
            "pulang_cepat_menit": 0,
        }
        for number, late in enumerate(minutes)
    ]
    more = [dict(day) for day in days]
    more[which % len(more)]["pulang_cepat_menit"] = 450
    fewer, larger = (
        judged(
            "jam-kerja-kumulatif",
            date(2025, 6, 30),
            pegawai=[employee(1)],
            kehadiran=rows,
            kehadiran_cakupan=[loaded_since()],
        ).of(1)
        for rows in (days, more)
    )

    assert step(fewer, "jumlah_hari") + 1 == step(larger, "jumlah_hari")
    assert fewer.breach <= larger.breach
