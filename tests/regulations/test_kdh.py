"""The rules on heads of regions: the words that people read, and the calendar behind them."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from tests.law.facts import judged

from pamong import law

ABOUT_OFFICES = [
    rule
    for rule in law.rules_of(law.Kind.RULE).values()
    if rule.id.startswith(("kdh-", "plt-")) and rule.id != "kdh-cuti-kampanye-petahana"
]
JAMBI = {"pemda_id": 1, "kode": "15", "nama": "Provinsi Jambi", "level": "provinsi"}
OFFICE = {"jabatan_id": 10, "pemda_id": 1, "jenis": "kepala_daerah", "nama": "Gubernur Jambi"}
LEAVE = {
    "cuti_id": 1,
    "person_id": 5,
    "jabatan_id": 10,
    "pemda_id": 1,
    "kind": "cuti_kampanye",
    "starts_on": "2020-09-26",
    "ends_before": "2020-12-06",
}


def who_acts(as_of=date(2020, 10, 1), **facts):
    given = {"pemda": [JAMBI], "jabatan": [OFFICE], "cuti_pejabat": [LEAVE]} | facts
    return judged("kdh-pjs-cuti-kampanye", as_of, **given)


def test_what_is_not_recorded_is_said_in_the_agreed_words_and_blames_nobody():
    (judgement,) = who_acts()

    assert judgement.breach is None
    assert [missing.name for missing in judgement.missing] == ["pemangku"]
    assert (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas gubernur pada "
        "26 September–5 Desember 2020. Tidak tercatat di sini bukan berarti tidak ada."
    ) in judgement.sentences


def test_a_leave_without_an_end_is_told_from_its_first_day():
    (judgement,) = who_acts(cuti_pejabat=[LEAVE | {"ends_before": None}])

    assert (
        "Belum ada catatan di sistem ini tentang siapa yang melaksanakan tugas gubernur sejak "
        "26 September 2020. Tidak tercatat di sini bukan berarti tidak ada."
    ) in judgement.sentences


@pytest.mark.parametrize("offset", [-1, 0, 1, 35, 69, 70, 71])
def test_nobody_needs_to_act_outside_the_leave(offset):
    day = date(2020, 9, 26) + timedelta(offset)

    assert len(who_acts(day)) == (1 if 0 <= offset < 71 else 0)


@pytest.mark.parametrize("word", ["melanggar", "lalai", "mangkir", "tidak menyerahkan"])
@pytest.mark.parametrize("rule", ABOUT_OFFICES, ids=lambda rule: rule.id)
def test_no_sentence_about_an_office_uses_a_word_that_accuses(rule, word):
    told = [
        text for outcome in rule.outcomes.values() for text in (*outcome.meaning, *outcome.to_do)
    ]
    told += [text for missing in rule.missing.values() for text in missing.sentence]

    assert not [text for text in told if word in text.casefold()]
    assert all(outcome.verdict != "melanggar" for outcome in rule.outcomes.values())


@pytest.mark.parametrize("rule", ABOUT_OFFICES, ids=lambda rule: rule.id)
def test_every_new_outcome_is_told_in_english_too(rule):
    for outcome in rule.outcomes.values():
        assert bool(outcome.label_en) is bool(outcome.meaning_en)


def test_rules_about_officials_say_so_and_the_others_are_about_offices_and_governments():
    about = {rule.id for rule in law.rules().values() if rule.about_officials}

    assert about == {
        "bup-pns",
        "disiplin-absen-10-hari-berturut",
        "disiplin-absen-kumulatif",
        "kdh-cuti-kampanye-petahana",
        "kdh-definitif",
        "kdh-penjabat",
    }


SCHEDULES = law.rule("pilkada-kalender").lists["jadwal"].rows


SEEN = [row for row in SCHEDULES if row["kampanye_mulai"]]


@pytest.mark.parametrize("row", SEEN, ids=lambda row: f"{row['pilkada']}-{row['pemungutan']}")
def test_a_campaign_ends_before_three_quiet_days(row):
    """Source: UU 1/2015 and UU 8/2015 Pasal 67 ayat (2)."""
    assert row["kampanye_sebelum"] == row["pemungutan"] - timedelta(3)
    assert row["mulai_tahapan"] < row["kampanye_mulai"] < row["kampanye_sebelum"]


@pytest.mark.parametrize(
    ("pilkada", "days"), [("2015", 101), ("2017", 107), ("2018", 129), ("2020", 71), ("2024", 60)]
)
def test_a_campaign_has_the_days_that_are_published_of_it(pilkada, days):
    lengths = [
        (row["kampanye_sebelum"] - row["kampanye_mulai"]).days
        for row in SEEN
        if row["pilkada"] == pilkada and row["putaran"] == 1
    ]

    assert lengths == [days]


def test_no_two_schedules_run_for_one_government_on_one_day():
    for first, second in pairwise(SCHEDULES):
        if first["berlaku_sebelum"] is None:
            assert first["pemungutan"] < second["mulai_tahapan"]
