"""Who is proposed as recorded twice, and for which reason."""

from datetime import date

import pytest
from tests.apps.penggabungan.conftest import DAY, TOLD

from pamong.apps.penggabungan.deciding import keep_apart, take_back_apart
from pamong.apps.penggabungan.likely import CROWD, Traits, find_pairs
from pamong.apps.penggabungan.looking import look_for_duplicates
from pamong.apps.penggabungan.models import Alike
from pamong.apps.penggabungan.selectors import get_pair, pairs_to_decide

BORN = date(1980, 5, 4)
NIP, NIK = "198005042005011001", "0001010405800001"


def who(key, name, born=BORN, nip=(), nik=()):
    return Traits(key, (name,), born, nip, nik)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (who(1, "ani rekawati"), who(2, "ani rekawati"), Alike.NAME_AND_BIRTH),
        (who(1, "muhamad jusuf"), who(2, "moh yusuf"), Alike.NAME_AND_BIRTH),
        (who(1, "ani rekawati"), who(2, "anik rekawati"), Alike.LIKE_NAME_AND_BIRTH),
        (who(1, "ani rekawati"), who(2, "rekawati ani"), Alike.LIKE_NAME_AND_BIRTH),
        (who(1, "rekawati"), who(2, "ani rekawati"), Alike.LIKE_NAME_AND_BIRTH),
        (
            who(1, "ani", None, nip=(NIP,)),
            who(2, "budi", None, nip=(NIP,)),
            Alike.NUMBER,
        ),
        (
            who(1, "ani rekawati", None, nip=(NIP,)),
            who(2, "ani rekawati", None, nip=("198005042005012001",)),
            Alike.ONE_DIGIT,
        ),
        (
            who(1, "ani rekawati", None, nik=(NIK,)),
            who(2, "ani rekawati", None, nik=("0001010405800010",)),
            Alike.SWAPPED,
        ),
    ],
    ids=lambda told: told.value if isinstance(told, Alike) else "",
)
def test_two_records_are_proposed_for_a_reason(one, other, why):
    assert find_pairs([one, other]) == {(1, 2): {why}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who(1, "ani rekawati"), who(2, "budi contohadi")),
        (who(1, "ombaraga wanabratama"), who(2, "tembarasa wanabratama")),
        (who(1, "ani rekawati"), who(2, "ani rekawati", date(1981, 5, 4))),
        (who(1, "ani rekawati", None), who(2, "ani rekawati", None)),
        (
            who(1, "ani", None, nip=(NIP,)),
            who(2, "budi", None, nip=("198005042005011002",)),
        ),
        (who(1, "ani", None, nip=("1980050420",)), who(2, "ani", None, nip=(NIP,))),
    ],
    ids=[
        "others",
        "one word alike",
        "another birth",
        "no birth",
        "next number, other name",
        "cut off",
    ],
)
def test_two_people_are_left_alone(one, other):
    assert find_pairs([one, other]) == {}


def test_three_records_of_one_number_apart_are_three_pairs():
    records = [
        who(place, "ani rekawati", None, nip=(f"19800504200501100{place}",)) for place in (1, 2, 3)
    ]

    assert find_pairs(records).keys() == {(1, 2), (1, 3), (2, 3)}


def test_of_a_crowd_born_on_one_day_only_namesakes_are_proposed():
    crowd = [who(place, f"umpama {place:04d}") for place in range(CROWD + 1)]

    assert find_pairs([*crowd, who(9001, "umpama 0007")]) == {(7, 9001): {Alike.NAME_AND_BIRTH}}


def test_a_pair_that_is_found_again_keeps_its_address_and_one_that_is_not_goes(ani, anni, contoh):
    assert look_for_duplicates(pemda=contoh, day=DAY) == 1
    pair = pairs_to_decide(contoh).get()

    look_for_duplicates(pemda=contoh, day=date(2025, 6, 3))
    assert get_pair(contoh, pair.public_id).found_on == date(2025, 6, 3)

    type(ani).objects.filter(pk=anni.pk).update(born_on=date(1971, 1, 1))
    type(ani.person).objects.filter(pk=anni.person_id).update(sort_key="lain sekali")
    assert look_for_duplicates(pemda=contoh, day=DAY) == 0


def test_a_pair_that_was_decided_about_is_proposed_again_only_when_that_is_taken_back(
    ani, anni, contoh
):
    look_for_duplicates(pemda=contoh, day=DAY)
    keep_apart(one=ani, other=anni, day=DAY, **TOLD)
    look_for_duplicates(pemda=contoh, day=DAY)
    assert not pairs_to_decide(contoh).exists()

    take_back_apart(one=ani, other=anni, day=DAY, **TOLD)
    assert pairs_to_decide(contoh).count() == 1


def test_another_governments_people_are_not_compared(ani, anni, misal):
    assert look_for_duplicates(pemda=misal, day=DAY) == 0
