"""Signing in: guessing is slowed down, sessions end, first passwords are changed."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from pamong.apps.accounts.models import User

PASSWORD, NEW = "delima kuning tujuh", "sembilan layang biru"


@pytest.fixture
def warni(operator) -> User:
    operator.set_password(PASSWORD)
    operator.save()
    return operator


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(datetime.now(UTC))
    return time_machine


def gate(client: Client, password: str = PASSWORD, username: str = "warni", **more):
    return client.post("/masuk/", {"username": username, "password": password}, **more)


def signed_in() -> Client:
    client = Client()
    assert gate(client).status_code == 302
    return client


def test_after_five_wrong_passwords_the_account_is_locked_for_five_minutes(warni, clock):
    client = Client()
    for _guess in range(5):
        assert "tidak cocok" in gate(client, "salah").content.decode()

    assert "dikunci sebentar" in gate(client).content.decode()
    assert "dikunci sebentar" in gate(Client()).content.decode()
    clock.shift(301)
    assert gate(client).status_code == 302


@pytest.mark.parametrize("typed", [("", ""), ("warni", ""), ("w" * 500, "x")])
def test_a_gate_form_that_is_not_filled_in_says_so(warni, typed):
    username, password = typed

    answer = gate(Client(), password, username).content.decode()

    assert "Tulis nama pengguna dan kata sandi Anda" in answer


def test_one_locked_account_locks_no_other(warni):
    other = User(username="tono", nama="Tono (rekaan)")
    other.set_password(PASSWORD)
    other.save()
    for _guess in range(6):
        gate(Client(), "salah")

    assert gate(Client(), username="tono").status_code == 302


def test_a_network_that_guesses_at_many_accounts_is_stopped(warni):
    for number in range(60):
        gate(Client(), "salah", username=f"orang-{number}")

    assert "dikunci sebentar" in gate(Client()).content.decode()
    assert gate(Client(), REMOTE_ADDR="10.9.9.9").status_code == 302


def test_behind_a_proxy_the_address_of_the_person_counts(warni, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(60):
        gate(Client(), "salah", f"orang-{number}", HTTP_X_FORWARDED_FOR="10.1.1.1")

    assert gate(Client(), HTTP_X_FORWARDED_FOR="10.1.1.2").status_code == 302


def test_too_many_requests_get_a_page_in_our_words(warni, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/m/ip"}
    gate(Client(), "salah")

    answer = gate(Client())
    assert answer.status_code == 429
    assert "Tunggu lima menit" in answer.content.decode()


def test_a_user_name_is_known_in_any_case(warni):
    assert gate(Client(), username="WARNI").status_code == 302


def test_a_session_that_nobody_uses_ends_and_says_so(warni, contoh, clock):
    client = signed_in()
    clock.shift(29 * 60)
    assert client.get("/saya/").status_code == 200
    clock.shift(29 * 60)
    assert client.get("/saya/").status_code == 200
    clock.shift(31 * 60)

    ended = client.get("/saya/?per=2024-10-01")
    assert ended["Location"] == "/masuk/?sesi=diam&next=%2Fsaya%2F%3Fper%3D2024-10-01"
    page = client.get(ended["Location"]).content.decode()
    assert "berakhir karena 30 menit tidak dipakai" in page
    assert 'name="next" value="/saya/?per=2024-10-01"' in page


def test_a_session_ends_with_the_working_day_however_busy(warni, clock):
    client = signed_in()
    for _quarter in range(47):
        clock.shift(15 * 60)
        assert client.get("/saya/").status_code == 200
    clock.shift(15 * 60)

    assert client.get("/saya/")["Location"].startswith("/masuk/?sesi=habis")


def test_a_busy_session_is_not_written_with_every_page(client, only_reading):
    assert client.get("/saya/").status_code == 200


def test_a_session_ends_with_the_window_of_the_browser(warni):
    cookie = signed_in().cookies["sessionid"]

    assert cookie["max-age"] == ""
    assert cookie["httponly"]


def test_other_computers_are_listed_and_signed_out(warni):
    here, there = signed_in(), signed_in()
    page = here.get("/saya/sesi/").content.decode()
    assert page.count("127.0.0.1") == 2
    assert page.count("perangkat ini") == 1

    assert here.post("/saya/sesi/")["Location"] == "/saya/sesi/"

    assert there.get("/saya/").status_code == 302
    assert here.get("/saya/sesi/").content.decode().count("127.0.0.1") == 1


class TestOwnPassword:
    def change(self, client: Client, **typed):
        told = {"present": PASSWORD, "wanted": NEW, "again": NEW, **typed}
        return client.post("/saya/kata-sandi/", told)

    @pytest.mark.usefixtures("warni")
    def test_a_new_password_keeps_this_session_and_ends_the_others(self):
        here, there = signed_in(), signed_in()

        assert self.change(here)["Location"] == "/saya/"
        assert here.get("/saya/").status_code == 200
        assert there.get("/saya/").status_code == 302
        assert gate(Client()).status_code == 200
        assert gate(Client(), NEW).status_code == 302

    @pytest.mark.parametrize(
        ("typed", "sentence"),
        [
            ({"present": "salah"}, "Kata sandi yang sekarang tidak cocok"),
            ({"again": "lain sama sekali"}, "Tidak sama dengan kata sandi baru"),
            ({"wanted": "pendek", "again": "pendek"}, "12"),
            ({"wanted": "password12345", "again": "password12345"}, "umum"),
            ({"wanted": "warni (rekaan)", "again": "warni (rekaan)"}, "mirip"),
            ({"wanted": PASSWORD, "again": PASSWORD}, "sama dengan yang lama"),
            ({"wanted": "", "again": ""}, "Belum diisi"),
        ],
    )
    @pytest.mark.usefixtures("warni")
    def test_what_is_wrong_is_said(self, typed, sentence):
        answer = self.change(signed_in(), **typed)

        assert answer.status_code == 422
        assert sentence in answer.content.decode()

    @pytest.mark.usefixtures("warni")
    def test_guessing_the_present_password_is_slowed_down(self):
        client = signed_in()

        answers = [self.change(client, present="salah").status_code for _try in range(6)]
        assert answers == [422] * 5 + [429]

    @pytest.mark.usefixtures("warni")
    def test_a_first_password_is_changed_before_anything_else(self, contoh):
        User.objects.update(has_first_password=True)
        client = signed_in()

        assert client.get(f"/{contoh.slug}/")["Location"] == "/saya/kata-sandi/"
        assert "diketahui pengelola akun" in client.get("/saya/kata-sandi/").content.decode()
        self.change(client)
        assert client.get(f"/{contoh.slug}/").status_code == 200
