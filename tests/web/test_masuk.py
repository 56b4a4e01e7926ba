"""The gate, the way out, and the pages for what cannot be shown."""

import pytest
from django.test import Client

from pamong.apps.accounts.models import User


@pytest.fixture
def somebody(db) -> User:
    user = User(username="warni", nama="Warni (rekaan)")
    user.set_password("kata-sandi-rekaan")
    user.save()
    return user


def test_somebody_signs_in_and_comes_to_where_he_was_going(somebody, contoh):
    gate = {
        "username": "warni",
        "password": "kata-sandi-rekaan",
        "next": f"/{contoh.slug}/pejabat/",
    }

    assert Client().post("/masuk/", gate)["Location"] == f"/{contoh.slug}/pejabat/"


def test_an_address_elsewhere_is_not_followed(somebody, contoh):
    gate = {
        "username": "warni",
        "password": "kata-sandi-rekaan",
        "next": "https://contoh.invalid/",
    }

    assert Client().post("/masuk/", gate)["Location"] == "/"


def test_a_wrong_password_is_a_sentence_that_does_not_say_which_was_wrong(somebody):
    page = Client().post("/masuk/", {"username": "warni", "password": "salah"}).content.decode()

    assert "Nama pengguna atau kata sandi tidak cocok" in page
    assert 'value="warni"' in page


def test_signing_out_is_a_button_not_a_link(client, contoh):
    assert client.get("/keluar/").status_code == 405
    assert client.post("/keluar/")["Location"] == "/masuk/"
    assert client.get(f"/{contoh.slug}/").status_code == 302


def test_crawlers_are_told_to_keep_away(client):
    assert b"Disallow: /" in client.get("/robots.txt").content


def test_an_address_that_does_not_exist_gets_a_page_in_our_words(client, contoh):
    answer = client.get("/tidak/ada/")

    assert answer.status_code == 404
    assert "Halaman ini tidak ada" in answer.content.decode()


def test_a_form_from_elsewhere_changes_nothing_and_says_so(operator, world):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(operator)

    answer = strict.post(f"/dokumen/{world.waiting.document.public_id}/kukuhkan/")
    assert answer.status_code == 403
    assert "Tidak ada yang berubah" in answer.content.decode()


def test_something_too_large_to_send_gets_a_sentence(client, contoh, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    answer = client.post("/dokumen/masukkan/", {"text": "a" * 200})
    assert answer.status_code == 400
    assert "terlalu besar" in answer.content.decode()


def test_a_failure_of_ours_gets_a_page_that_needs_nothing_of_us(client, contoh, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr("pamong.web.beranda.views.who", None)

    answer = client.get(f"/{contoh.slug}/")
    assert answer.status_code == 500
    assert "Ada yang salah di sistem" in answer.content.decode()


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1/1/1900", "17-8-2101"])
def test_a_day_too_far_away_is_refused(client, contoh, day):
    answer = client.get(f"/{contoh.slug}/pejabat/", {"per": day})

    assert answer.status_code == 400
    assert "di luar 17 Agustus 1945–31 Desember 2100" in answer.content.decode()
