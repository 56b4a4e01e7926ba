"""What the worker looks for and counts every night, once a day for each government."""

from datetime import date

import pytest

from pamong.apps.kualitas import tasks as counting
from pamong.apps.kualitas.listing import counted_on
from pamong.apps.penggabungan import tasks as looking
from pamong.apps.penggabungan.models import DuplicatePair
from pamong.apps.penggabungan.selectors import last_search


@pytest.mark.parametrize("hour", ["2026-11-23 17:45Z", "2026-11-24 03:45Z"])
def test_a_new_day_is_counted_and_searched_whenever_the_worker_wakes(
    ani, anni, contoh, time_machine, hour
):
    time_machine.move_to(hour)

    looking.look_every_night.func(timestamp=0)
    counting.count_every_night.func(timestamp=0)

    assert last_search(contoh) == counted_on(contoh, day=date.max) == date(2026, 11, 24)


def test_what_was_done_today_is_not_done_again(ani, anni, contoh, time_machine, monkeypatch):
    time_machine.move_to("2026-11-23 17:45Z")
    looking.look_every_night.func(timestamp=0)
    counting.count_every_night.func(timestamp=0)

    monkeypatch.delattr(looking, "look_for_duplicates")
    monkeypatch.delattr(counting, "count_quality")
    looking.look_every_night.func(timestamp=0)
    counting.count_every_night.func(timestamp=0)

    assert DuplicatePair.objects.filter(pemda=contoh).count() == 1
