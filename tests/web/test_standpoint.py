"""The day and the government stand in the address."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from tests.support import registry

from pamong.web.standpoint import today_in


def test_without_a_day_the_page_shows_the_governments_today(client, contoh):
    with time_machine.travel(datetime(2026, 11, 22, 18, 0, tzinfo=UTC)):
        told = client.get(f"/{contoh.slug}/").content.decode()

    assert "Senin, 23 November 2026" in told
    assert "bukan hari ini" not in told


def test_papua_has_tomorrow_when_jakarta_has_an_hour_left():
    with time_machine.travel(datetime(2026, 11, 23, 16, 30, tzinfo=UTC)):  # 23:30 in Jakarta
        assert today_in("Asia/Jakarta") == date(2026, 11, 23)
        assert today_in("Asia/Jayapura") == date(2026, 11, 24)


def test_the_page_of_a_papuan_government_turns_at_its_own_midnight(client, db):
    papua = registry.government(
        "Kabupaten Andaian", level="kabupaten", kode="00.09", zone="Asia/Jayapura"
    )
    with time_machine.travel(datetime(2026, 11, 23, 16, 30, tzinfo=UTC)):
        told = client.get(f"/{papua.slug}/").content.decode()

    assert "Selasa, 24 November 2026" in told


@pytest.mark.parametrize("text", ["1/10/2020", "01-10-2020", "1 Okt 2020", "2020-10-01"])
def test_a_day_is_read_as_people_write_it(client, contoh, text):
    told = client.get(f"/{contoh.slug}/", {"per": text}).content.decode()

    assert "keadaan per <time" in told
    assert "Kamis, 1 Oktober 2020" in told


def test_a_year_of_two_digits_is_asked_about(client, contoh):
    answer = client.get(f"/{contoh.slug}/", {"per": "1/10/20"})

    assert answer.status_code == 400
    assert "1920 atau 2020" in answer.content.decode()


def test_a_government_that_is_not_here_is_named(client, contoh):
    answer = client.get("/provinsi-antah/")

    assert answer.status_code == 404
    assert "provinsi-antah" in answer.content.decode()


def test_without_any_government_the_first_page_says_so(client):
    answer = client.get("/")

    assert answer.status_code == 404
    assert "Belum ada pemerintah daerah" in answer.content.decode()


def test_the_first_page_opens_the_only_government_today(client, contoh):
    assert client.get("/")["Location"] == f"/{contoh.slug}/"


def test_a_demonstration_opens_on_the_day_that_it_is_made_for(client, contoh, settings):
    settings.PAMONG_DEMONSTRATION = True
    contoh.slug = "provinsi-jambi"
    contoh.save()

    assert client.get("/")["Location"] == "/provinsi-jambi/?per=2020-10-01"


def test_the_form_of_the_day_keeps_the_rest_of_the_address(client, world):
    told = client.get(f"/{world.pemda.slug}/pejabat/", {"jenis": "sekda", "per": "2024-10-01"})

    assert '<input type="hidden" name="jenis" value="sekda">' in told.content.decode()
