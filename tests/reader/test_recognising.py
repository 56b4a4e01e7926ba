from datetime import date

import pytest

from pamong.reader import Known, KnownHolder, read

TODAY = date(2026, 11, 23)
TEXT = (
    "Pemerintah Kabupaten Jember menggelar apel pagi di halaman pendopo, Senin (18/3/2019). "
    'Wakil Bupati Jember memimpin apel itu.\n"Disiplin itu harus dijaga semua," kata {who}.\n'
)


def holder(name, office="Wakil Bupati Jember", starts_on=date(2016, 2, 17), **more):
    return KnownHolder(name, office, "Kabupaten Jember", "definitif", starts_on, **more)


def first_speaker(who, *holders):
    draft = read(TEXT.format(who=who), known=Known(holders), not_after=TODAY)
    return draft, draft.speakers[0] if draft.speakers else None


@pytest.mark.parametrize("who", ["Wakil Bupati", "Wabup"])
def test_an_office_alone_is_its_holder_on_that_day(who):
    before = holder("Andai Misalnya", starts_on=date(2010, 1, 1), last_day=date(2015, 1, 1))
    draft, speaker = first_speaker(who, before, holder("Rekaan Contoh"))

    assert (speaker.name, speaker.office) == ("Rekaan Contoh", "Wakil Bupati Jember")
    assert draft.quotes[0].speaker == "Rekaan Contoh"
    assert "hanya menyebut jabatannya" in draft.evidence["/speakers/0/name"].reason


def test_an_office_that_two_can_have_held_stays_without_a_name():
    draft, speaker = first_speaker("Wabup", holder("Rekaan Contoh"), holder("Andai Misalnya"))

    assert speaker is None
    assert draft.quotes[0].speaker is None


def test_whom_only_the_registry_names_is_not_attested_by_the_text():
    draft, _ = first_speaker("Wabup", holder("Rekaan Contoh"))

    assert draft.attestations == ()


@pytest.mark.parametrize("who", ["Kak Uta", "Contoh Utama"])
def test_a_nickname_or_a_surname_is_the_known_person_with_the_office(who):
    known = holder("Rekaan Contoh Utama", "Bupati Jember", also_called=("Kak Uta",))
    draft, speaker = first_speaker(who, known)

    assert (speaker.name, speaker.office) == ("Rekaan Contoh Utama", "Bupati Jember")
    assert draft.quotes[0].speaker == "Rekaan Contoh Utama"
    assert "Menurut catatan di sini" in draft.evidence["/speakers/0/office"].reason


def test_without_a_registry_an_office_alone_speaks_for_nobody():
    assert first_speaker("Wabup")[1] is None
