"""The second factor: set up, used, lost; and who may not work without it."""

import re
from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.support.codes import code_now

from pamong.apps.accounts.models import Role, User
from pamong.apps.accounts.signing_in import UnknownRoleError, check_settings
from pamong.apps.core.selectors import history_of

PASSWORD = "delima kuning tujuh"
SET_UP, CODES = "/saya/faktor-kedua/pasang/", "/saya/faktor-kedua/kode/"


@pytest.fixture
def warni(operator) -> User:
    operator.set_password(PASSWORD)
    operator.save()
    return operator


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(datetime.now(UTC))
    return time_machine


def gate(client: Client, password: str = PASSWORD):
    return client.post("/masuk/", {"username": "warni", "password": password})


def signed_in() -> Client:
    client = Client()
    assert gate(client).status_code == 302
    return client


def set_up(client: Client) -> str:
    """Set a factor up as a person does; return its secret, as the page writes it."""
    page = client.get(SET_UP).content.decode()
    secret = re.search(r'class="factor-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    answer = client.post(SET_UP, {"code": code_now(secret)})
    assert answer["Location"] == CODES
    return secret


def recovery_codes(client: Client) -> list[str]:
    return re.findall(r"<code>(\d{8})</code>", client.get(CODES).content.decode())


def test_a_factor_is_set_up_and_asked_for_at_the_next_sign_in(warni):
    secret = set_up(signed_in())
    client = Client()

    assert gate(client)["Location"] == "/masuk/kode/"
    assert client.get("/saya/").status_code == 302
    assert "enam angka" in client.get("/masuk/kode/").content.decode()
    assert client.post("/masuk/kode/", {"code": code_now(secret, steps=1)})["Location"] == "/"
    assert client.get("/saya/").status_code == 200


def test_a_wrong_code_is_a_sentence_and_many_lock(warni):
    set_up(signed_in())
    client = Client()
    gate(client)

    told = [client.post("/masuk/kode/", {"code": "000000"}).content.decode() for _try in range(6)]
    assert "Kode tidak cocok" in told[0]
    assert "dikunci sebentar" in told[5]


def test_a_code_serves_once(warni):
    secret = set_up(signed_in())
    code = code_now(secret, steps=1)
    first, second = Client(), Client()
    gate(first)
    gate(second)

    assert first.post("/masuk/kode/", {"code": code}).status_code == 302
    assert "Kode tidak cocok" in second.post("/masuk/kode/", {"code": code}).content.decode()


def test_recovery_codes_are_shown_once_and_each_serves_once(warni):
    client = signed_in()
    set_up(client)
    codes = recovery_codes(client)

    assert len(codes) == 10
    assert recovery_codes(client) == []
    other = Client()
    gate(other)
    assert other.post("/masuk/kode/", {"code": codes[0]}).status_code == 302
    again = Client()
    gate(again)
    assert "Kode tidak cocok" in again.post("/masuk/kode/", {"code": codes[0]}).content.decode()


def test_new_recovery_codes_take_the_place_of_the_old_ones(warni):
    client = signed_in()
    set_up(client)
    old = recovery_codes(client)

    assert "10 kode" in client.get(f"{CODES}baru/").content.decode()
    assert client.post(f"{CODES}baru/")["Location"] == CODES
    new = recovery_codes(client)
    assert len(new) == 10
    assert not set(old) & set(new)


def test_the_secret_lies_encrypted_in_the_database(warni):
    secret = set_up(signed_in())

    for kept in Authenticator.objects.all():
        assert secret not in str(kept.data)
        assert any(str(value).startswith("gAAAA") for value in kept.data.values())


def test_a_secret_of_another_key_fits_no_code(warni, settings):
    secret = set_up(signed_in())
    settings.SECRET_KEY = "kunci-lain-yang-cukup-panjang-untuk-uji"
    client = Client()
    gate(client)

    told = client.post("/masuk/kode/", {"code": code_now(secret, steps=1)}).content.decode()
    assert "Kode tidak cocok" in told


def test_the_history_says_that_a_factor_was_set_up_and_taken_off(warni):
    client = signed_in()
    set_up(client)
    assert client.post("/saya/faktor-kedua/lepas/")["Location"] == "/saya/faktor-kedua/"
    assert client.get("/saya/faktor-kedua/")["Location"] == "/saya/"

    reasons = [change.reason for change in history_of([warni])]
    assert reasons[:2] == ["melepas faktor kedua", "memasang faktor kedua"]
    assert gate(Client())["Location"] == "/"


def test_a_change_of_the_factor_asks_again_who_it_is_after_a_while(warni, clock):
    client = signed_in()
    clock.shift(400)

    asked = client.get(SET_UP)["Location"]
    assert asked.startswith("/masuk/lagi/")
    assert "Kata sandi tidak cocok" in client.post(asked, {"password": "x"}).content.decode()
    assert client.post(asked, {"password": PASSWORD})["Location"] == SET_UP
    secret = set_up(client)
    clock.shift(400)
    assert client.get("/saya/faktor-kedua/lepas/")["Location"].startswith("/masuk/lagi/")
    assert "Satu kode pemulihan" in client.get("/masuk/lagi/kode/").content.decode()
    again = client.post(f"/masuk/lagi/kode/?next={SET_UP}", {"code": code_now(secret, steps=1)})
    assert again["Location"] == SET_UP


class TestDemanded:
    """A role that sees much works with a second factor or not at all."""

    @pytest.fixture(autouse=True)
    def demanded(self, settings):
        settings.PAMONG_SECOND_FACTOR_ROLES = ["operator"]

    @pytest.mark.usefixtures("warni")
    def test_every_page_leads_to_the_set_up(self, contoh):
        client = signed_in()

        for page in ("/", f"/{contoh.slug}/", "/aturan/", "/saya/"):
            assert client.get(page)["Location"] == SET_UP
        assert "wajib memakai faktor kedua" in client.get(SET_UP).content.decode()

    @pytest.mark.usefixtures("warni")
    def test_the_way_out_and_the_language_stay_open(self):
        client = signed_in()

        assert client.post("/bahasa/", {"language": "en", "next": "/"}).status_code == 302
        assert client.post("/keluar/")["Location"] == "/masuk/"

    @pytest.mark.usefixtures("warni")
    def test_afterwards_pages_open_and_the_factor_stays(self, contoh):
        client = signed_in()
        set_up(client)

        assert client.get(f"/{contoh.slug}/").status_code == 200
        told = client.post("/saya/faktor-kedua/lepas/").content.decode()
        assert "tidak dapat dilepas" in told

    @pytest.mark.usefixtures("warni")
    def test_other_roles_work_without(self, contoh, settings):
        settings.PAMONG_SECOND_FACTOR_ROLES = ["bkd"]

        assert signed_in().get(f"/{contoh.slug}/").status_code == 200


def test_a_role_that_does_not_exist_stops_the_start(settings):
    settings.PAMONG_SECOND_FACTOR_ROLES = [Role.BKD, "raja"]

    with pytest.raises(UnknownRoleError, match='"raja" yang tidak ada'):
        check_settings()
