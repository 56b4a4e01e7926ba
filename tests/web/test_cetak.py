"""Pages on paper: the size that was asked for, and what every sheet says of itself."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from tests.support import registry

from pamong.web.cetak.paper import Paper, stylesheet

MARGIN = {"page_of": ("halaman ", " dari ")}


@pytest.mark.parametrize(("paper", "size"), [("a4", "210mm 297mm"), ("f4", "215mm 330mm")])
def test_a_page_that_is_asked_for_on_paper_names_its_sheet(client, world, paper, size):
    told = client.get(f"/{world.pemda.slug}/", {"kertas": paper, "per": "2024-10-01"})
    address = f"/cetak/{paper}.css?pemda={world.pemda.slug}&amp;per=2024-10-01"

    assert f'media="print" href="{address}"' in told.content.decode()
    assert f"size: {size}" in client.get(address.replace("&amp;", "&")).content.decode()


def test_a_page_that_nobody_prints_has_no_sheet(client, world):
    assert "/cetak/" not in client.get(f"/{world.pemda.slug}/").content.decode()
    assert "/cetak/" not in client.get(f"/{world.pemda.slug}/?kertas=a9").content.decode()


def test_a_paper_that_nobody_has_is_not_found(client, world):
    assert client.get("/cetak/a9.css").status_code == 404


def test_the_papers_keep_what_the_page_was_asked(client, world):
    told = client.get(f"/{world.pemda.slug}/pejabat/", {"cari": "tono"}).content.decode()

    assert f"/{world.pemda.slug}/pejabat/?cari=tono&amp;kertas=f4" in told


def test_every_sheet_says_whose_it_is_of_which_day_by_whom_and_when(client, db):
    papua = registry.government(
        "Kabupaten Andaian", level="kabupaten", kode="00.09", zone="Asia/Jayapura"
    )
    with time_machine.travel(datetime(2026, 11, 23, 16, 30, tzinfo=UTC)):
        told = client.get(f"/cetak/a4.css?pemda={papua.slug}&per=2020-10-01").content.decode()

    for words in ("1 Oktober 2020", "dicetak Warni", "24 November 2026 01", "30 WIT"):
        assert words in told
    assert "counter(page)" in told
    assert "counter(pages)" in told


def test_a_name_cannot_leave_its_string():
    told = stylesheet(Paper.A4, margin='"; } body { display: none } \\', **MARGIN)

    assert told.count('"') == stylesheet(Paper.A4, margin="", **MARGIN).count('"')
    assert "display:" not in told
    assert told.count("{") == 3


def test_a_stranger_gets_no_sheet(world):
    assert Client().get("/cetak/a4.css").status_code == 302


def test_the_letterhead_names_the_government_and_the_day(client, world):
    told = client.get(f"/{world.pemda.slug}/", {"per": "2024-10-01"}).content.decode()

    head = told[told.index('class="letterhead"') :]
    assert "Keadaan per 1 Oktober 2024" in head
    assert world.pemda.nama in head
