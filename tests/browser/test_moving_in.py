"""An analyst moves in: every mistake is named with its place, mended, and brought in again."""

from contextlib import contextmanager

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect
from tests.apps.impor.conftest import export
from tests.browser.conftest import SIZES
from tests.support.accessible import FITS, troubles
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.impor import progress
from pamong.apps.impor.carrying_out import carry_on
from pamong.apps.impor.models import Import
from pamong.apps.kepegawaian.models import Pegawai
from pamong.exchange.sample import AS_OF

PEOPLE = 400


@pytest.fixture(autouse=True)
def the_day_of_the_export(monkeypatch):
    """Who is made up to be at work on that day may have retired since."""
    monkeypatch.setattr("pamong.web.standpoint.today_in", lambda _zone: AS_OF)
    yield
    progress.close()


@contextmanager
def worker_carries_on():
    """Do what was asked for inside, as the worker would, while the page waits."""
    yield
    carry_on(Import.objects.latest("pk").pk)


def upload(page, base, files, reason):
    page.goto(f"{base}baru/")
    page.set_input_files("#id_tables", files)
    page.fill("#id_reason", reason)
    with worker_carries_on():
        page.get_by_role("button", name="Unggah dan baca").click()
        expect(page.get_by_role("heading", name="Sedang dibaca")).to_be_visible()
    expect(page.get_by_role("heading", name="Pratinjau")).to_be_visible()


def act(page, link, button, reason):
    """Open an act, say why, read what it will do, and do it."""
    page.get_by_role("link", name=link).click()
    page.fill("#id_reason", reason)
    page.get_by_role("button", name=button).click()
    plan = page.locator(".plan").inner_text()
    with worker_carries_on():
        page.get_by_role("button", name=button).click()
        page.wait_for_selector("#kemajuan")
    page.wait_for_selector("#kemajuan", state="detached")
    return plan


def accept(page):
    return act(page, "Terima dan masukkan", "Masukkan", "berkas sudah diperiksa")


def test_an_analyst_moves_in(visit, world, tmp_path, misal, browser, live_server):
    export(tmp_path / "betul", PEOPLE)
    _, planted = export(tmp_path / "salah", PEOPLE, mistakes=200)
    seen = visit("lebar")
    base = f"{live_server.url}/{world.pemda.slug}/impor/"
    before = Pegawai.objects.count()

    upload(seen.page, base, sorted((tmp_path / "salah").glob("*.csv")), "Unduhan SIASN (rekaan)")
    one = seen.page.url
    assert troubles(seen.page) == []
    found = set()
    for code in {code for code, _ in planted}:
        seen.page.goto(f"{one}keraguan/?jenis={code}")
        for head in seen.page.locator("tbody th").all_inner_texts():
            where, _, file = head.replace("\n", " ").partition(" ")
            found.add((code, file, where))
    for code, place in planted:
        where = f"{place.column}{place.row}" if place.column else "baris"
        file = place.file if place.column else f"{place.row} {place.file}"
        assert (code, file, where) in found, (code, place)
    assert len(planted) == 200
    with seen.page.expect_download() as download:
        seen.page.get_by_role("link", name="Keraguan ke Excel").click()
    assert download.value.path().stat().st_size > 10_000

    seen.page.goto(one)
    assert "pegawai baru" in accept(seen.page)
    assert Pegawai.objects.count() > before
    plan = act(seen.page, "Batalkan impor", "Batalkan impor", "berkasnya diperbaiki dulu")
    assert "Tidak ada catatan yang diubah sesudahnya" in plan
    assert Pegawai.objects.count() == before

    upload(seen.page, base, sorted((tmp_path / "betul").glob("*.csv")), "Sudah diperbaiki")
    assert "0 baris harus diperbaiki dulu" in seen.page.locator("main").inner_text()
    accept(seen.page)
    expect(seen.page.get_by_text("Impor ini sudah dimasukkan")).to_be_visible()
    assert Pegawai.objects.filter(pemda=world.pemda).count() == before + PEOPLE
    a_second_government_sees_nothing(browser, live_server, misal, seen.page.url)


def a_second_government_sees_nothing(browser, live_server, misal, address):
    client: Client = signed_in(Role.BKD, misal)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(viewport=SIZES["sempit"])
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/{misal.slug}/impor/")
    assert "Belum ada impor" in page.locator("main").inner_text()
    assert page.evaluate(FITS)
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
    context.close()
