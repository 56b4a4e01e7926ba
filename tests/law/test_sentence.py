"""Sentences are told only where every value that they name is there."""

from datetime import date

from pamong.law.sentence import has_stray_brace, names_in, tell

LEAVE = {"mulai": date(2020, 9, 26), "sebelum": date(2020, 12, 6), "hari": 71, "siapa": None}


def test_a_period_is_told_with_its_last_day():
    assert tell(["Cuti {mulai..sebelum}."], LEAVE) == "Cuti 26 September–5 Desember 2020."


def test_a_day_a_number_and_an_answer_are_told_as_people_write_them():
    told = tell(["{mulai}, {hari} hari, {ya}."], LEAVE | {"ya": True})

    assert told == "26 September 2020, 71 hari, ya."


def test_the_first_sentence_that_can_be_told_is():
    assert tell(["{siapa} cuti.", "Seseorang cuti {hari} hari.", "Cuti."], LEAVE) == (
        "Seseorang cuti 71 hari."
    )


def test_where_nothing_can_be_told_nothing_is():
    assert tell(["{siapa} cuti.", "{tidak_ada}."], LEAVE) is None


def test_a_period_needs_both_its_days():
    assert list(names_in("{mulai..sebelum} {hari}")) == ["mulai", "sebelum", "hari"]
    assert tell(["{mulai..siapa}"], LEAVE) is None


def test_a_brace_that_belongs_to_no_field_is_seen():
    assert has_stray_brace("{hari hari")
    assert not has_stray_brace("{hari} hari")
