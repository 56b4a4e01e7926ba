"""``pamong who`` without a day: today, by the clock of the government that is asked about."""

import json
import os
from datetime import date

import pytest
from tests.support import registry

from pamong.apps.findings.selectors import days_judged
from pamong.apps.findings.tasks import run_law_again
from pamong.cli import house
from pamong.cli.who import who
from pamong.installation.place import VARIABLE
from pamong.kernel.capacity import Capacity

HALF_PAST_ELEVEN_IN_JAKARTA = "2026-11-23 16:30Z"


@pytest.fixture
def papua(db):
    return registry.government(
        "Kabupaten Andaian", level="kabupaten", kode="00.09", zone="Asia/Jayapura"
    )


@pytest.fixture
def papuan_head(papua, siti, berita):
    """Siti leads from the 24th, which has begun in Papua and not in Jakarta."""
    office = registry.leading(papua, registry.JabatanKind.KEPALA_DAERAH)
    registry.hold(siti, office, Capacity.DEFINITIF, since=date(2026, 11, 24), by=berita)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The command stands in a folder of its own and in the test's database."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "data"))
    monkeypatch.setattr(house.os, "environ", os.environ.copy())


def asked(capsys, government):
    who(government, None, as_json=True)
    return {row["office"]: row["holder"] for row in json.loads(capsys.readouterr().out)}


def test_today_is_tomorrow_in_papua_when_it_is_half_past_eleven_in_jakarta(
    data, papua, papuan_head, time_machine, capsys
):
    time_machine.move_to(HALF_PAST_ELEVEN_IN_JAKARTA)

    told = asked(capsys, papua.nama)

    assert "Siti Rekayasari (rekaan)" in told.values()


def test_the_same_moment_is_still_yesterday_in_jakarta(
    data, contoh, bupati, siti, berita, time_machine, capsys
):
    registry.hold(siti, bupati, Capacity.DEFINITIF, since=date(2026, 11, 24), by=berita)
    time_machine.move_to(HALF_PAST_ELEVEN_IN_JAKARTA)

    told = asked(capsys, contoh.nama)

    assert set(told.values()) == {None}


def test_the_day_is_named_above_the_answers(data, papua, time_machine, capsys):
    time_machine.move_to(HALF_PAST_ELEVEN_IN_JAKARTA)

    who(papua.nama, None, as_json=False)

    assert "Selasa, 24 November 2026" in capsys.readouterr().out


def test_the_law_is_run_for_the_papuan_day(papua, time_machine):
    time_machine.move_to(HALF_PAST_ELEVEN_IN_JAKARTA)

    run_law_again(pemda_id=papua.pk, reason="uji")

    assert days_judged(papua) == [date(2026, 11, 24)]


def test_the_law_is_run_for_the_day_of_jakarta_at_the_same_moment(contoh, time_machine):
    time_machine.move_to(HALF_PAST_ELEVEN_IN_JAKARTA)

    run_law_again(pemda_id=contoh.pk, reason="uji")

    assert days_judged(contoh) == [date(2026, 11, 23)]
