"""One case judged by a step rule: what it takes, what it names as missing, what it refuses."""

from dataclasses import replace
from datetime import date

import pytest

from pamong import law
from pamong.law.source import Confidence

HANDED_OVER = "disiplin-penyampaian"
SET_ON, DAY = date(2024, 7, 1), date(2024, 7, 22)


def judged(as_of=DAY, rule=HANDED_OVER, **facts):
    return law.judge_case(rule, facts, as_of=as_of)


def test_a_case_is_told_in_sentences_with_its_article():
    judgement = judged(ditetapkan_on=SET_ON, sudah_disampaikan=False)

    assert judgement.outcome.id == "lewat_tenggat"
    assert judgement.since == date(2024, 7, 20)
    assert "Dasar: PP 94/2021 Pasal 37 ayat (3)" in " ".join(judgement.sentences)
    assert judgement.to_json()["subject"] == "perkara"


def test_values_may_be_written_as_people_do():
    assert judged(ditetapkan_on="1/7/2024", sudah_disampaikan="tidak").breach is True


def test_the_version_is_chosen_by_the_day_that_the_rule_names():
    judgement = judged(ditetapkan_on=date(2021, 8, 30), disampaikan_on=date(2021, 9, 1))

    assert judgement.version.id == "pp-53-2010"


def test_the_day_that_chooses_the_version_may_be_missing_itself():
    judgement = judged(disampaikan_on=date(2024, 7, 2))

    assert judgement.breach is None
    assert [each.name for each in judgement.missing] == ["ditetapkan_on"]
    assert judgement.missing[0].sentence == ("Belum diketahui: tanggal keputusan ditetapkan.",)


def test_what_does_not_decide_need_not_be_told():
    assert judged(ditetapkan_on=SET_ON, disampaikan_on=date(2024, 7, 2)).breach is False


def test_a_day_before_the_first_version_is_refused():
    with pytest.raises(law.BeforeFirstVersionError):
        judged(ditetapkan_on=date(2010, 6, 5))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"ditetapkan": SET_ON}, 'ditetapkan: kolom ini tidak ada. Maksud Anda "ditetapkan_on"?'),
        ({"ditetapkan_on": "31/2/2024"}, "ditetapkan_on: harus tanggal"),
        ({"sudah_disampaikan": "mungkin"}, "sudah_disampaikan: harus true atau false"),
    ],
)
def test_what_cannot_be_read_is_named_with_advice(facts, told):
    with pytest.raises(law.CaseError) as refused:
        judged(**facts)

    assert told in str(refused.value)


def test_a_rule_over_tables_judges_no_single_case():
    with pytest.raises(law.NotACaseError, match="tidak menilai satu perkara"):
        judged(rule="plt-jabatan-batas")


def test_an_unconfirmed_basis_decides_nothing():
    rule = law.rule(HANDED_OVER)
    unsure = [replace(each, confidence=Confidence.UNCONFIRMED) for each in rule.versions]
    copy = replace(rule, versions=tuple(unsure))

    judgement = judged(rule=copy, ditetapkan_on=SET_ON, sudah_disampaikan=False)

    assert judgement.outcome.id == "lewat_tenggat"
    assert judgement.breach is None
    assert [each.name for each in judgement.missing] == ["dasar_belum_dikonfirmasi"]
