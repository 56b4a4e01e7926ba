"""Chairs that come with an office: they follow its holder by dates, and never by themselves."""

from datetime import date

import pytest
from tests.support import registry
from tests.support.registry import REASON, WARNI

from pamong.apps.core.models import Instansi, Person
from pamong.apps.core.refusals import RefusedError
from pamong.apps.organisasi.chairs import (
    ChairDaysError,
    ChairGrounds,
    ChairNotFoundError,
    ChairTakenError,
    NewChair,
    chairs,
    end_chair,
    get_chair,
    record_chair,
)
from pamong.apps.organisasi.models import ChairFollows
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period

ACT = {"actor": WARNI, "reason": REASON}
BASIS = ChairGrounds(basis="Surat Keputusan TP PKK rekaan")


def chair(jabatan, follows=ChairFollows.PASANGAN, *, since=date(2021, 1, 1), grounds=BASIS):
    new = NewChair("Ketua", "TP PKK Kabupaten Contoh", follows, Period(since))
    return record_chair(jabatan=jabatan, new=new, grounds=grounds, **ACT)


@pytest.fixture
def led(siti, bupati, sk):
    return registry.hold(siti, bupati, since=date(2021, 2, 26), until=date(2025, 2, 20), by=sk)


def on(contoh, day):
    (answer,) = chairs(contoh, day=day)
    return answer


def test_a_spouse_is_known_by_function_and_never_by_name(contoh, bupati, led):
    chair(bupati)
    people = Person.objects.count()

    answer = on(contoh, date(2022, 1, 1))

    assert answer.name == "Ketua TP PKK Kabupaten Contoh"
    assert answer.said == (
        "pasangan Bupati Contoh (rekaan), karena Siti Rekayasari "
        "(rekaan) memangku jabatan itu, berdasarkan SK 821.2/001/2019 (1 Februari 2019)"
    )
    assert answer.notes == ()
    assert answer.source.sentence == "menurut Surat Keputusan TP PKK rekaan"
    assert Person.objects.count() == people


def test_a_chair_of_the_holder_names_the_holder(contoh, bupati, led):
    chair(bupati, ChairFollows.PEMANGKU)

    assert on(contoh, date(2022, 1, 1)).said.startswith(
        "Siti Rekayasari (rekaan), karena memangku jabatan Bupati Contoh (rekaan), berdasarkan"
    )


def test_the_chair_follows_the_office_to_its_next_holder(contoh, bupati, led, budi, sk):
    chair(bupati)
    registry.hold(budi, bupati, since=date(2025, 2, 20), by=sk)

    assert "karena Siti" in on(contoh, date(2025, 2, 19)).said
    assert "karena Budi" in on(contoh, date(2025, 2, 20)).said


def test_nobody_sits_there_where_nobody_holds_the_office(contoh, bupati, led):
    chair(bupati)
    answer = on(contoh, date(2021, 1, 15))

    assert answer.said is None
    assert "Belum tercatat siapa yang memangku jabatan Bupati Contoh (rekaan)" in answer.notes[0]
    assert answer.notes[-1].endswith("belum tercatat.")


def test_who_acts_does_not_bring_the_chair_along(contoh, bupati, led, budi, sk):
    chair(bupati)
    registry.hold(budi, bupati, Capacity.PJ, since=date(2025, 2, 20), by=sk)
    answer = on(contoh, date(2025, 3, 1))

    assert answer.said is None
    assert answer.notes == (
        (
            "Budi Contohadi (rekaan) (Pj) melaksanakan tugas Bupati Contoh (rekaan), berdasarkan "
            "SK 821.2/001/2019 (1 Februari 2019)."
        ),
        "Apakah Ketua TP PKK Kabupaten Contoh ikut beralih dalam keadaan ini: belum tercatat.",
    )


def test_on_leave_the_chair_stays_and_what_is_not_known_is_said(
    contoh, siti, bupati, led, budi, sk
):
    chair(bupati)
    away = {"since": date(2024, 9, 25), "until": date(2024, 11, 24), "by": sk}
    registry.leave(siti, bupati, **away)
    registry.hold(budi, bupati, Capacity.PJS, **away)
    answer = on(contoh, date(2024, 10, 1))

    assert "karena Siti" in answer.said
    assert answer.notes[0].startswith("Siti Rekayasari (rekaan) tercatat cuti kampanye, 25 Sep")
    assert answer.notes[1].startswith("Budi Contohadi (rekaan) (Pjs) melaksanakan tugas")
    assert answer.notes[2].endswith("ikut beralih dalam keadaan ini: belum tercatat.")


def test_what_the_source_says_of_such_days_is_told(contoh, bupati, led, budi, sk):
    chair(bupati, grounds=ChairGrounds(decree=sk, when_away="Dijabat Wakil Ketua I."))
    registry.hold(budi, bupati, Capacity.PJ, since=date(2025, 2, 20), by=sk)

    answer = on(contoh, date(2025, 3, 1))

    assert answer.notes[-1] == (
        "Untuk keadaan ini dasar kaitannya menyatakan: Dijabat Wakil Ketua I."
    )
    assert answer.source.sentence == "berdasarkan SK 821.2/001/2019 (1 Februari 2019)"


def test_a_link_is_told_from_its_first_day_and_as_over_after_its_last(contoh, bupati, led):
    end_chair(chair=chair(bupati), last_day=date(2023, 12, 31), **ACT)

    assert chairs(contoh, day=date(2020, 12, 31)) == ()
    assert not on(contoh, date(2023, 12, 31)).is_over
    over = on(contoh, date(2024, 1, 1))
    assert over.is_over
    assert over.said is None


def test_a_chair_follows_one_office_at_a_time(bupati, sekda):
    chair(bupati)

    with pytest.raises(ChairTakenError, match="sudah tercatat mengikuti jabatan Bupati"):
        chair(sekda, since=date(2022, 1, 1))


def test_another_chair_of_the_same_body_may_follow_another_office(contoh, bupati, sekda):
    chair(bupati)
    new = NewChair(
        "Ketua Pokja I", "TP PKK Kabupaten Contoh", ChairFollows.PASANGAN, Period(date(2021, 1, 1))
    )
    record_chair(jabatan=sekda, new=new, grounds=BASIS, **ACT)

    assert len(chairs(contoh, day=date(2022, 1, 1))) == 2
    assert Instansi.objects.filter(kind="mitra").count() == 1
    assert len(chairs(contoh, day=date(2022, 1, 1), jabatan=sekda)) == 1


def test_a_link_without_a_source_is_refused(bupati):
    with pytest.raises(RefusedError, match="harus bersandar"):
        chair(bupati, grounds=ChairGrounds())


def test_a_link_does_not_end_before_it_begins(bupati):
    with pytest.raises(ChairDaysError):
        end_chair(chair=chair(bupati), last_day=date(2020, 1, 1), **ACT)


def test_another_governments_chair_is_not_there(misal, bupati):
    with pytest.raises(ChairNotFoundError):
        get_chair(misal, str(chair(bupati).public_id))
    assert chairs(misal, day=date(2022, 1, 1)) == ()
