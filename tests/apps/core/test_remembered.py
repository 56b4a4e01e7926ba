"""What was counted is counted anew as soon as a row that it counts is written."""

from datetime import date

import pytest
from tests.support import units

from pamong.apps.core import remembered as module
from pamong.apps.core.remembered import remembered
from pamong.apps.kepegawaian.models import Pegawai, Placement


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def asked(contoh):
    """Count the pegawai of a government, and remember how often it was counted."""

    def ask(name: str = "number", pemda=contoh) -> int:
        rows = Pegawai.objects.filter(pemda=pemda)

        def count() -> int:
            ask.times += 1
            return rows.count()

        return remembered(name, rows, count, told_by=(Pegawai,))

    ask.times = 0
    return ask


def test_the_same_question_is_counted_once(asked, pasar):
    units.employ(pasar, "Ani Rekawati")

    assert [asked(), asked(), asked()] == [1, 1, 1]
    assert asked.times == 1


def test_whoever_comes_changes_or_goes_is_seen_at_once(asked, pasar):
    assert asked() == 0
    ani = units.employ(pasar, "Ani Rekawati")
    assert asked() == 1
    Pegawai.objects.filter(pk=ani.pk).update(born_on=date(1980, 1, 1))
    assert asked() == 1
    assert asked.times == 3
    ani.delete()
    assert asked() == 0


def test_what_it_does_not_rest_on_does_not_ask_anew(asked, pasar):
    ani = units.employ(pasar, "Ani Rekawati")
    asked()
    units.place(ani, pasar)

    assert Placement.objects.count() == 1
    assert asked() == 1
    assert asked.times == 1


def test_another_government_and_another_question_are_answered_by_themselves(asked, misal, pasar):
    units.employ(pasar, "Ani Rekawati")

    assert asked() == 1
    assert asked(pemda=misal) == 0
    assert asked("other") == 1
    assert asked.times == 3


def test_nothing_is_remembered_for_longer_than_a_minute(asked, monkeypatch):
    asked()
    moment = module.monotonic() + module.LONGEST + 1
    monkeypatch.setattr(module, "monotonic", lambda: moment)
    asked()

    assert asked.times == 2


def test_what_can_hold_for_nobody_is_not_kept(asked):
    rows = Pegawai.objects.none()

    assert remembered("none", rows, rows.count, told_by=(Pegawai,)) == 0


def test_the_one_longest_unused_is_given_up_first(asked, monkeypatch):
    monkeypatch.setattr(module, "MOST", 2)
    for name in ("first", "second", "first", "third", "first"):
        asked(name)

    assert asked.times == 3
    asked("second")
    assert asked.times == 4
