"""Tokens on pages: given within one's roles, shown once, taken back; and nobody else's."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client
from tests.web.test_akun import user_with

from pamong.apps.accounts.models import ApiToken, Role, TokenUse
from pamong.apps.core.selectors import history_of

SECRET = re.compile(r"pamong_[\w-]{43}")
WHY = {"reason": "untuk pengujian"}


def typed(grant, **more):
    return {
        "name": "Aplikasi Gaji",
        "grant": str(grant.pk),
        "scopes": ["read:pegawai"],
        "classes": ["identitas"],
        "last_day": "31/12/2026",
        **WHY,
        **more,
    }


def browser_of(user) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture(autouse=True)
def on_a_day():
    with time_machine.travel("2026-11-23T03:00:00Z", tick=False):
        yield


@pytest.fixture
def analyst(contoh):
    return user_with(Role.BKD, contoh)


@pytest.fixture
def admin(contoh):
    return user_with(Role.BKD_ADMIN, contoh)


@pytest.fixture
def system(contoh):
    return user_with(Role.INTEGRATOR, contoh)


def asks(secret, path="/api/v1/token"):
    return Client().get(path, headers={"Authorization": f"Bearer {secret}"})


def test_the_secret_is_on_the_screen_once_and_lets_in(analyst):
    browser = browser_of(analyst)
    told = browser.post("/saya/token/baru/", typed(analyst.grants.get()))

    (secret,) = SECRET.findall(told.content.decode())
    assert told["Cache-Control"] == "no-store"
    assert asks(secret).json()["classes"] == ["identitas", "terbuka"]
    listed = browser.get("/saya/token/").content.decode()
    assert secret not in listed
    assert "terakhir dipakai" in listed
    assert "belum pernah dipakai" not in listed


def test_a_token_of_ones_own_is_taken_back(analyst):
    browser = browser_of(analyst)
    told = browser.post("/saya/token/baru/", typed(analyst.grants.get()))
    (secret,) = SECRET.findall(told.content.decode())
    token = ApiToken.objects.get()

    empty = browser.post(f"/saya/token/{token.public_id}/cabut/", {"reason": ""})
    done = browser.post(f"/saya/token/{token.public_id}/cabut/", {"reason": "bocor"}, follow=True)
    again = browser.post(f"/saya/token/{token.public_id}/cabut/", {"reason": "lagi"})

    assert (empty.status_code, again.status_code) == (422, 422)
    assert "bocor" in done.content.decode()
    assert asks(secret).status_code == 401
    assert "bocor" in str(history_of([token]))


def test_a_token_of_somebody_else_is_not_there(analyst, admin, contoh):
    browser_of(analyst).post("/saya/token/baru/", typed(analyst.grants.get()))
    token = ApiToken.objects.get()

    other = browser_of(admin)

    assert "Aplikasi Gaji" not in other.get("/saya/token/").content.decode()
    assert other.post(f"/saya/token/{token.public_id}/cabut/", WHY).status_code == 404
    assert (
        other.post(f"/{contoh.slug}/akun/token/{token.public_id}/cabut/", WHY).status_code == 404
    )
    assert ApiToken.objects.get().revoked_on is None


def test_nobody_gives_a_token_of_the_role_of_another(analyst, admin):
    told = browser_of(analyst).post("/saya/token/baru/", typed(admin.grants.get()))

    assert told.status_code == 422
    assert not ApiToken.objects.exists()


@pytest.mark.parametrize(
    "over",
    [
        {"scopes": []},
        {"name": " "},
        {"last_day": "1/1/2020"},
        {"last_day": "31/12/2027"},
        {"scopes": ["semua"]},
        {"reason": ""},
    ],
)
def test_what_cannot_be_stays_on_the_form(analyst, over):
    told = browser_of(analyst).post("/saya/token/baru/", typed(analyst.grants.get(), **over))

    assert told.status_code == 422
    assert not ApiToken.objects.exists()


def test_an_admin_gives_and_takes_back_tokens_of_integrators(admin, system, contoh):
    browser, base = browser_of(admin), f"/{contoh.slug}/akun/token/"
    told = browser.post(f"{base}baru/", typed(system.grants.get()))

    (secret,) = SECRET.findall(told.content.decode())
    assert asks(secret).json()["role"] == "integrator"
    assert "Aplikasi Gaji" in browser.get(base).content.decode()
    token = ApiToken.objects.get()
    browser.post(f"{base}{token.public_id}/cabut/", {"reason": "ganti sistem"})
    assert asks(secret).status_code == 401


def test_an_admin_gives_no_token_wider_than_an_integrator(admin, system, contoh):
    told = browser_of(admin).post(
        f"/{contoh.slug}/akun/token/baru/", typed(system.grants.get(), classes=["kesehatan"])
    )

    assert told.status_code == 422
    assert not ApiToken.objects.exists()


def test_an_admin_gives_no_token_of_an_analyst(admin, system, analyst, contoh):
    told = browser_of(admin).post(f"/{contoh.slug}/akun/token/baru/", typed(analyst.grants.get()))

    assert told.status_code == 422


def test_tokens_of_another_government_are_not_there(admin, misal, system, contoh):
    browser_of(admin).post(f"/{contoh.slug}/akun/token/baru/", typed(system.grants.get()))
    token = ApiToken.objects.get()
    stranger = browser_of(user_with(Role.BKD_ADMIN, misal, username="lain"))

    assert stranger.get(f"/{contoh.slug}/akun/token/").status_code == 404
    assert "Aplikasi Gaji" not in stranger.get(f"/{misal.slug}/akun/token/").content.decode()
    there = f"/{misal.slug}/akun/token/{token.public_id}/cabut/"
    assert stranger.post(there, WHY).status_code == 404


def test_an_ended_role_offers_no_token(analyst):
    analyst.grants.update(ends_before=date(2026, 1, 1))

    assert browser_of(analyst).get("/saya/token/baru/").status_code == 404


def test_a_list_costs_the_same_however_long_it_is(analyst, django_assert_max_num_queries):
    browser = browser_of(analyst)
    for number in range(5):
        browser.post("/saya/token/baru/", typed(analyst.grants.get(), name=f"Sistem {number}"))
    assert not TokenUse.objects.exists()

    with django_assert_max_num_queries(12):
        assert browser.get("/saya/token/").status_code == 200
