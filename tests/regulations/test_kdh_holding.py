"""Holding and acting for a head of region: order in time, one rule a row, no accusation."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.facts import judged, loaded_since

AS_OF = date(2019, 5, 6)
PEMDA = {"pemda_id": 1, "kode": "99", "nama": "Provinsi Contoh (rekaan)", "level": "provinsi"}
OFFICES = [
    {"jabatan_id": 10, "pemda_id": 1, "jenis": "kepala_daerah", "nama": "Gubernur Contoh"},
    {"jabatan_id": 11, "pemda_id": 1, "jenis": "wakil_kepala_daerah", "nama": "Wakil Contoh"},
    {"jabatan_id": 12, "pemda_id": 1, "jenis": "sekda", "nama": "Sekda Contoh"},
    {"jabatan_id": 15, "pemda_id": 1, "jenis": "lain", "nama": "Contoh", "eselon": "I.a"},
]
HEAD, DEPUTY, SECRETARY, OTHER = 5, 6, 7, 8


def tenure(number, jabatan_id, person_id, starts_on, ends_before=None, **more):
    return {
        "pemangku_id": number,
        "jabatan_id": jabatan_id,
        "pemda_id": 1,
        "person_id": person_id,
        "capacity": "definitif",
        "starts_on": starts_on,
        "ends_before": ends_before,
        "starts_is_exact": True,
    } | more


def leave(number, person_id, jabatan_id, starts_on, ends_before=None, kind="cuti_sakit"):
    return {
        "cuti_id": number,
        "person_id": person_id,
        "jabatan_id": jabatan_id,
        "pemda_id": 1,
        "kind": kind,
        "starts_on": starts_on,
        "ends_before": ends_before,
    }


def who_acts(rule_id, **facts):
    return list(judged(rule_id, AS_OF, pemda=[PEMDA], jabatan=OFFICES, **facts))


SITUATIONS = st.fixed_dictionaries(
    {
        "head": st.sampled_from(["in office", "on leave", "on open leave", "gone", "unknown"]),
        "deputy": st.sampled_from(["in office", "on leave", "gone", "unknown"]),
        "secretary": st.booleans(),
        "acting": st.sampled_from([None, DEPUTY, SECRETARY, OTHER]),
        "capacity": st.sampled_from(["plt", "plh", "pj", "pjs"]),
        "complete": st.booleans(),
        "leave_complete": st.booleans(),
    }
)
SINCE, LATER = date(2017, 2, 12), date(2019, 6, 1)


def facts_of(case):
    """Return the facts of a situation as of ``AS_OF``."""
    tenures, leaves = [], []
    for number, (office, person, state) in enumerate(
        [(10, HEAD, case["head"]), (11, DEPUTY, case["deputy"])], 1
    ):
        if state != "unknown":
            ended = AS_OF if state == "gone" else None
            tenures.append(tenure(number, office, person, SINCE, ended))
        if state == "on leave":
            leaves.append(leave(number, person, office, AS_OF, LATER))
        if state == "on open leave":
            leaves.append(leave(number, person, office, AS_OF))
    if case["secretary"]:
        tenures.append(tenure(3, 12, SECRETARY, SINCE))
    if case["acting"]:
        acting = tenure(4, 10, case["acting"], AS_OF, LATER, capacity=case["capacity"])
        tenures.append(acting)
    return {
        "pemangku": tenures,
        "cuti_pejabat": leaves,
        "pemangku_cakupan": [loaded_since()] if case["complete"] else [],
        "cuti_pejabat_cakupan": [loaded_since()] if case["leave_complete"] else [],
    }


@settings(max_examples=150, deadline=None)
@given(SITUATIONS)
def test_every_situation_is_told_by_one_rule_and_says_what_is_missing(case):
    facts = facts_of(case)
    told = who_acts("kdh-wakil-melaksanakan-tugas", **facts) + who_acts("kdh-plh-sekda", **facts)
    concerns = case["head"] in {"on leave", "on open leave", "gone"} or case["acting"]

    assert len(told) == bool(concerns)
    for judgement in told:
        assert bool(judgement.missing) is (judgement.breach is None)


@settings(max_examples=100, deadline=None)
@given(SITUATIONS)
def test_nobody_is_asked_to_look_where_less_is_recorded_than_where_more_is(case):
    """To know less may make a row unjudged; it never makes a finding out of what accords."""
    found = {}
    for known in (True, False):
        facts = facts_of(case | {"complete": known, "leave_complete": known})
        for rule_id in ("kdh-wakil-melaksanakan-tugas", "kdh-plh-sekda"):
            for judgement in who_acts(rule_id, **facts):
                found[known] = judgement.breach

    assert not (found.get(False) is True and found.get(True) is False)


@pytest.mark.parametrize("rule_id", ["kdh-wakil-melaksanakan-tugas", "kdh-plh-sekda"])
def test_campaign_leave_is_left_to_its_own_rule(rule_id):
    away = [leave(1, HEAD, 10, AS_OF, LATER, kind="cuti_kampanye")]
    facts = {"pemangku": [tenure(1, 10, HEAD, SINCE)], "cuti_pejabat": away}

    assert who_acts(rule_id, **facts) == []


STARTS = st.dates(date(2016, 1, 1), date(2016, 6, 30))


@settings(max_examples=40, deadline=None)
@given(STARTS)
def test_a_term_of_office_is_five_years_as_one_counts_them(start):
    facts = {"pemangku": [tenure(1, 10, HEAD, start, pilkada="2015")], "jabatan": OFFICES}
    told = judged("kdh-definitif", AS_OF, **facts).of(1)
    last = {each.step.name: each.value for each in told.steps}["hari_terakhir"]
    beyond = last + timedelta(1)

    assert (beyond.year, beyond.month) == (2021, start.month + (start == date(2016, 2, 29)))
    assert beyond.day == (1 if start == date(2016, 2, 29) else start.day)


@settings(max_examples=30, deadline=None)
@given(STARTS, st.integers(1, 900))
def test_a_successor_never_serves_longer_than_the_term_that_he_takes_over(start, days):
    taken = start + timedelta(days)
    facts = {
        "jabatan": OFFICES,
        "pemangku": [
            tenure(1, 10, HEAD, start, taken, pilkada="2015"),
            tenure(2, 10, DEPUTY, taken, pilkada="2015"),
        ],
    }
    (now,) = judged("kdh-definitif", date(2018, 12, 31), **facts)
    alone = judged("kdh-definitif", start, **facts).of(1)

    assert now.due_on == alone.due_on


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 1200), st.integers(0, 400))
def test_a_pj_who_began_earlier_is_never_judged_more_lightly(days, more):
    order = ["dalam_masa_pertama", "dalam_perpanjangan", "melewati_batas"]
    as_of = date(2022, 12, 31)

    def outcome(days):
        facts = {
            "pemda": [PEMDA],
            "jabatan": OFFICES,
            "pemangku_cakupan": [loaded_since()],
            "pemangku": [
                tenure(1, 10, OTHER, as_of - timedelta(days), capacity="pj"),
                tenure(2, 15, OTHER, date(2010, 1, 1)),
            ],
        }
        return order.index(judged("kdh-penjabat", as_of, **facts).of(1).outcome.id)

    assert outcome(days) <= outcome(days + more)


def test_a_missing_record_of_handover_is_said_in_the_agreed_words_and_blames_nobody():
    facility = {
        "fasilitas_id": 1,
        "jabatan_id": 10,
        "pemda_id": 1,
        "person_id": HEAD,
        "nama": "Rumah dinas gubernur",
        "jenis": "rumah_dinas",
        "diserahkan_on": "2016-02-12",
    }
    facts = {
        "pemda": [PEMDA],
        "jabatan": OFFICES,
        "fasilitas_jabatan": [facility],
        "cuti_pejabat": [leave(1, HEAD, 10, "2020-09-26", "2020-12-06", kind="cuti_kampanye")],
    }
    (judgement,) = judged("kdh-larangan-fasilitas-jabatan", date(2020, 10, 1), **facts)

    assert judgement.breach is None
    assert (
        "Berita acara serah terima Rumah dinas gubernur belum dimasukkan ke sistem ini. "
        "Tidak tercatat di sini bukan berarti belum diserahkan."
    ) in judgement.sentences


def test_a_pj_is_told_what_is_banned_and_from_which_rank_he_comes():
    facts = {
        "pemda": [PEMDA],
        "jabatan": OFFICES,
        "pemangku": [
            tenure(1, 10, OTHER, "2022-05-12", capacity="pj"),
            tenure(2, 15, OTHER, "2010-01-01"),
        ],
    }
    sentences = judged("kdh-penjabat", date(2022, 12, 31), **facts).of(1).sentences

    assert "Pj gubernur berasal dari jabatan pimpinan tinggi madya (eselon I)." in sentences
    assert any("melakukan mutasi pegawai" in sentence for sentence in sentences)
