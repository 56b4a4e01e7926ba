"""What a person says once of an official or of the day follows wherever it stands in the draft."""

import pytest
from tests.support.drafts import (
    APEL,
    DraftAttestation,
    DraftCommitment,
    OnBehalfOf,
    Quote,
    replace,
)

from pamong.apps.forums.editing import DraftEditError
from pamong.apps.forums.following import add_row, set_value
from pamong.reader.draft import Speaker

SITI = "Siti Rekayasari (rekaan)"
DRAFT = replace(
    APEL,
    speakers=(*APEL.speakers, Speaker("Budi (rekaan)", None, None)),
    on_behalf_of=OnBehalfOf(SITI, "Gubernur Contoh"),
    commitments=(DraftCommitment(SITI, None, "hadir", None, None),),
    quotes=(Quote(SITI, "Hadirlah tepat waktu setiap hari", "Hadirlah tepat waktu setiap hari"),),
).to_json()
DAY = DRAFT["date"]


def mentions(content):
    return [(row["name"], row["office"], row["capacity"]) for row in content["attestations"]]


@pytest.mark.parametrize(
    ("field", "value"), [("office", "Sekretaris Daerah Contoh"), ("capacity", "Plt")]
)
def test_a_speakers_office_is_said_once(field, value):
    after = set_value(DRAFT, f"/speakers/0/{field}", value)

    assert after["speakers"][0][field] == after["attestations"][0][field] == value
    assert after["directives"] == DRAFT["directives"]


def test_a_better_form_of_a_name_is_the_name_of_whoever_asked_promised_and_spoke():
    name = "Siti Aminah Rekayasari (rekaan)"
    after = set_value(DRAFT, "/speakers/0/name", name)

    assert after["attestations"][0]["name"] == name
    assert after["directives"][0]["by"] == after["commitments"][0]["by"] == name
    assert after["quotes"][0]["speaker"] == after["on_behalf_of"]["reader"] == name


def test_another_person_takes_the_office_but_not_the_words():
    after = set_value(DRAFT, "/speakers/0/name", "Warni")

    assert after["attestations"][0]["name"] == "Warni"
    assert after["quotes"][0]["speaker"] == after["directives"][0]["by"] == SITI


def test_words_stay_with_a_speaker_of_the_same_name_in_another_row():
    twice = add_row(DRAFT, "speakers", {"name": SITI, "office": "Ketua", "capacity": "definitif"})
    after = set_value(twice, "/speakers/0/name", "Siti Rekayasari Dua (rekaan)")

    assert after["quotes"][0]["speaker"] == SITI


def test_a_mention_by_another_office_stays_as_it_is():
    other = DraftAttestation(SITI, "Ketua Korpri Contoh", "definitif", None)
    content = replace(APEL, attestations=(*APEL.attestations, other)).to_json()
    after = set_value(content, "/speakers/0/office", "Gubernur Contoh")

    assert [office for _name, office, _capacity in mentions(after)] == [
        "Gubernur Contoh",
        "Ketua Korpri Contoh",
    ]


def test_a_new_speaker_with_an_office_is_mentioned_by_it_on_the_day_of_the_forum():
    after = add_row(
        DRAFT, "speakers", {"name": "Warni", "office": "Camat Contoh", "capacity": "definitif"}
    )

    assert after["attestations"][-1] == {
        "name": "Warni",
        "office": "Camat Contoh",
        "capacity": "definitif",
        "day": DAY,
    }


def test_a_speaker_is_mentioned_once_his_office_is_complete():
    with_office = set_value(DRAFT, "/speakers/1/office", "Camat Contoh")
    after = set_value(with_office, "/speakers/1/capacity", "definitif")

    assert mentions(with_office) == mentions(DRAFT)
    assert mentions(after)[-1] == ("Budi (rekaan)", "Camat Contoh", "definitif")


def test_a_speaker_without_an_office_and_a_row_of_another_list_bring_no_mention():
    row = {"name": "Warni", "office": None, "capacity": None}

    assert mentions(add_row(DRAFT, "speakers", row)) == mentions(DRAFT)
    assert mentions(add_row(DRAFT, "topics", "anggaran")) == mentions(DRAFT)


def test_the_day_of_the_forum_is_the_day_of_its_mentions_and_of_no_other():
    days = (DAY, "2020-01-01", None)
    mentioned = tuple(DraftAttestation(SITI, f"Jabatan {day}", "definitif", day) for day in days)
    content = replace(APEL, attestations=mentioned).to_json()
    after = set_value(content, "/date", "2025-01-20")

    assert [row["day"] for row in after["attestations"]] == ["2025-01-20", "2020-01-01", None]


def test_an_emptied_name_changes_nothing_else():
    after = set_value(DRAFT, "/speakers/0/name", "")

    assert after["speakers"][0]["name"] is None
    assert after["attestations"] == DRAFT["attestations"]


def test_a_value_that_has_no_place_is_refused():
    with pytest.raises(DraftEditError):
        set_value(DRAFT, "/speakers/7/name", "Warni")
