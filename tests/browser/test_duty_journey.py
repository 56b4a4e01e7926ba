"""From document 001 to a closed duty: three people, one browser each, nothing but the pages."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from tests.browser.conftest import SIZES, Visit, watch
from tests.support import registry
from tests.support.accessible import FITS, troubles

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.forums.models import ReadingDraft
from pamong.apps.forums.services import Arrival, receive_document
from pamong.apps.organisasi.governments import (
    establish_typical_structure,
    load_governments,
    make_resident,
)
from pamong.apps.organisasi.models import Opd, Pemda

SAMPLE = Path(settings.PAMONG_SAMPLES) / "001.txt"
PDF = {"name": "notulen.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 rekaan"}


@pytest.fixture
def jember(transactional_db) -> Pemda:
    """The government of document 001, which waits to be confirmed."""
    how = {"actor": registry.WARNI, "reason": registry.REASON}
    load_governments(**how)
    pemda = Pemda.objects.get(nama="Kabupaten Jember")
    make_resident(pemda=pemda, **how)
    establish_typical_structure(pemda=pemda, **how)
    arrival = Arrival(content=SAMPLE.read_bytes(), file_name="001.txt", kode="001")
    receive_document(arrival=arrival, day=date(2024, 9, 26), **how)
    return pemda


@pytest.fixture
def as_user(browser, live_server, jember):
    """Open a window for somebody with a role: ``as_user("ajudan")``; no errors may be seen."""
    opened = []
    unit = Opd.objects.get(pemda=jember, nama="Dinas Kesehatan")

    def window(role: Role, size: str = "lebar") -> Visit:
        user, _ = User.objects.get_or_create(username=role, nama=f"{role.label} (rekaan)")
        opd = unit if role is Role.KEPALA_OPD else None
        RoleGrant.objects.get_or_create(
            user=user, role=role, pemda=jember, opd=opd, starts_on=date(2019, 1, 1)
        )
        signed_in = Client()
        signed_in.force_login(user)
        cookie = signed_in.cookies[settings.SESSION_COOKIE_NAME].value
        context = browser.new_context(viewport=SIZES[size], reduced_motion="reduce")
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}]
        )
        seen = Visit(context.new_page(), live_server.url, [], [])
        watch(seen)
        opened.append((context, seen))
        return seen

    yield window
    for context, seen in opened:
        context.close()
        assert seen.troubles == []


def is_readable(page) -> None:
    assert troubles(page) == []
    assert page.evaluate(FITS)


def test_document_001_becomes_a_closed_duty_of_one_opd(as_user, jember):
    duty = made_by_the_aide(as_user(Role.AJUDAN), jember)
    reported_by_the_head(as_user(Role.KEPALA_OPD, "sempit"), jember)
    closed_by_the_secretary(as_user(Role.SEKDA), jember)

    page = as_user(Role.AJUDAN).open(f"/{jember.slug}/tindak-lanjut/?keadaan=closed")
    assert page.locator(".duty .badge-done").inner_text() == "selesai"
    assert page.locator(".duty a").get_attribute("href").startswith(duty)


def made_by_the_aide(seen: Visit, jember: Pemda) -> str:
    draft = ReadingDraft.objects.get(document__kode="001")
    page = seen.open(f"/dokumen/{draft.document.public_id}/kukuhkan/")
    page.get_by_role("button", name="Kukuhkan").click()
    page.wait_for_url(f"**/dokumen/{draft.document.public_id}/**")
    directive = jember.directives.get(topic="anggaran")

    page = seen.open(f"/arahan/{directive.public_id}/tindak-lanjut/")
    is_readable(page)
    page.get_by_label("Hanya yang saya pilih").check()
    page.get_by_label("Dinas Kesehatan", exact=True).check()
    page.get_by_label("Tenggat", exact=True).fill("1/1/2020")
    page.get_by_role("button", name="Buat tindak lanjut").click()
    assert "mendahului" in page.locator(".errorlist").first.inner_text()
    seen.troubles.clear()  # Chromium counts a page with 422 as an error
    assert page.get_by_label("Dinas Kesehatan", exact=True).is_checked()
    page.get_by_label("Tenggat", exact=True).fill("31 Desember 2099")
    page.get_by_role("button", name="Buat tindak lanjut").click()
    page.wait_for_url("**/tindak-lanjut/*-*/**")
    assert "belum ada laporan yang dicatat di sini" in page.locator(".page-head").inner_text()
    assert "pengunjung peraga" in page.locator(".page-head").inner_text()
    return re.sub(r"^https?://[^/]+|\?.*$", "", page.url)


def reported_by_the_head(seen: Visit, jember: Pemda) -> None:
    page = seen.open(f"/{jember.slug}/kotak-masuk/")
    is_readable(page)
    assert page.locator(".nav-count").inner_text().startswith("1")
    page.locator(".duty a").click()
    is_readable(page)
    page.get_by_role("button", name="Terima", exact=True).click()
    page.wait_for_selector(".message-success")
    page.get_by_label("Yang dikerjakan").fill("Semua kegiatan diperiksa dasar aturannya.")
    page.get_by_label("Berkas bukti").set_input_files(PDF)
    page.get_by_role("button", name="Laporkan", exact=True).click()
    page.wait_for_selector("text=notulen.pdf")
    assert page.get_by_role("heading", name="Yang dapat Anda lakukan").count() == 0


def closed_by_the_secretary(seen: Visit, jember: Pemda) -> None:
    page = seen.open(f"/{jember.slug}/kotak-masuk/")
    assert "Menunggu pemeriksaan Anda" in page.locator("main").inner_text()
    page.locator(".duty a").click()
    with page.expect_download() as got:
        page.get_by_role("link", name="notulen.pdf").click()
    assert Path(got.value.path()).read_bytes() == PDF["buffer"]
    page.get_by_label("Catatan pemeriksaan").fill("Notulen cocok dengan daftar kegiatan.")
    page.get_by_role("button", name="Periksa dan tutup").click()
    page.wait_for_selector(".page-head .badge-done")
    is_readable(page)
