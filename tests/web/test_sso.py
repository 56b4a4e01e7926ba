"""The regional SSO: who is linked comes in, and whatever is wrong is one calm sentence."""

import re
import time
from datetime import date

import pytest
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client
from tests.support import sso_server
from tests.support.codes import code_now
from tests.support.sso_server import connect

from pamong.apps.accounts.by_sso import NoSuchGovernmentError, Told, user_of_subject
from pamong.apps.accounts.models import RoleGrant, User
from pamong.web.masuk import sso_refusals
from pamong.web.masuk.sso import SsoDoor


@pytest.fixture
def sso(settings):
    with sso_server.running() as running:
        connect(settings, running)
        yield running


@pytest.fixture
def linked(operator) -> User:
    User.objects.filter(pk=operator.pk).update(sso_subject="subjek-1")
    return operator


def came_back(sso, client=None, **changed):
    client = client or Client()
    start = client.get("/masuk/sso/", {"next": "/saya/"})
    assert start.status_code == 302, start.content.decode()
    return client.get("/masuk/sso/kembali/", {**sso.consent(start["Location"]), **changed})


def test_who_is_linked_signs_in_and_comes_to_where_he_was_going(sso, linked):
    client = Client()

    assert came_back(sso, client)["Location"] == "/saya/"
    assert client.get("/saya/").status_code == 200
    assert not any(path == "/userinfo" for path in sso.asked)


def test_the_button_is_there_where_the_settings_name_an_sso(sso, db):
    assert "Masuk lewat SSO Contoh" in Client().get("/masuk/").content.decode()


def test_without_settings_there_is_no_button_and_no_address(db):
    assert "Masuk lewat" not in Client().get("/masuk/").content.decode()
    assert Client().get("/masuk/sso/").status_code == 404
    assert Client().get("/masuk/sso/kembali/").status_code == 404


def test_nothing_of_the_claims_is_kept(sso, linked):
    sso.claims |= {"email": "rekaan@contoh.invalid", "name": "Rekaan", "email_verified": True}
    came_back(sso)

    assert not EmailAddress.objects.exists()
    assert not SocialAccount.objects.exists()
    assert not SocialToken.objects.exists()


def test_another_claim_may_name_the_account_and_userinfo_may_tell_it(sso, settings, operator):
    connect(settings, sso, claim="nip")
    User.objects.filter(pk=operator.pk).update(sso_subject="198001012005011001")
    sso.about = {"nip": "198001012005011001"}

    assert came_back(sso)["Location"] == "/saya/"


def wrong(sso, **changed) -> str:
    answer = came_back(sso, **changed)
    assert answer.status_code in {403, 503}
    told = answer.content.decode()
    assert "Belum dapat masuk" in told
    assert "Ke halaman masuk" in told
    return told


@pytest.mark.parametrize(
    ("claims", "sentence"),
    [
        ({"iss": "https://lain.invalid"}, "bukan dari SSO yang diatur di sini"),
        ({"aud": "situs-lain"}, "ditujukan kepada situs lain"),
        ({"nonce": "lain"}, "bukan untuk permintaan masuk ini"),
        ({"nonce": None}, "bukan untuk permintaan masuk ini"),
        ({"exp": int(time.time()) - 600}, "sudah kedaluwarsa"),
        ({"iat": int(time.time()) + 6000}, "sudah kedaluwarsa"),
        ({"sub": "subjek-lain"}, "belum ada akun di sini yang tertaut"),
    ],
)
def test_a_token_that_is_not_for_us_now_is_refused(sso, linked, claims, sentence):
    sso.claims |= claims

    assert sentence in wrong(sso)


def test_a_token_that_the_sso_did_not_sign_is_refused(sso, linked):
    sso.key = sso_server.STRANGER

    assert "Tanda tangan jawaban SSO tidak cocok" in wrong(sso)


def test_an_sso_that_calls_itself_otherwise_is_refused(sso, linked):
    sso.config = {"issuer": "https://lain.invalid"}

    answer = Client().get("/masuk/sso/")
    assert answer.status_code == 403
    assert "bukan dari SSO yang diatur di sini" in answer.content.decode()


def test_an_sso_that_nobody_answers_at_is_told_so(sso, settings, linked):
    connect(settings, sso, issuer="http://127.0.0.1:1")

    answer = Client().get("/masuk/sso/")
    assert answer.status_code == 503
    assert "SSO tidak dapat dihubungi" in answer.content.decode()


def test_an_answer_without_a_token_is_refused(sso, linked):
    sso.without_token = True

    assert "tidak dapat dipakai" in wrong(sso)


def test_a_code_of_somebody_else_is_refused(sso, linked):
    assert "tidak dapat dipakai" in wrong(sso, code="kode-lain")


def test_an_answer_nobody_asked_for_is_refused(sso, linked):
    assert "tidak dapat dipakai" in wrong(sso, state="lain")


def test_who_turns_back_is_told_that_nothing_changed(sso, linked):
    client = Client()
    back = sso.consent(client.get("/masuk/sso/")["Location"])

    told = client.get(
        "/masuk/sso/kembali/", {"state": back["state"], "error": "access_denied"}
    ).content.decode()
    assert "Anda membatalkan masuk lewat SSO" in told


def test_userinfo_about_somebody_else_is_refused(sso, settings, linked):
    connect(settings, sso, claim="nip")
    sso.about = {"sub": "orang-lain", "nip": "subjek-1"}

    assert "orang yang berbeda" in wrong(sso)


def test_a_claim_that_is_missing_is_named(sso, settings, linked):
    connect(settings, sso, claim="nip")

    assert "nip" in wrong(sso)


def test_addresses_without_https_behind_an_https_issuer_are_refused(sso, settings, linked):
    connect(settings, sso, issuer="https://sso.contoh.invalid")
    door = SsoDoor(None, "sso")
    door._openid_config = {
        "issuer": "https://sso.contoh.invalid",
        "authorization_endpoint": "https://sso.contoh.invalid/a",
        "token_endpoint": "http://sso.contoh.invalid/t",
        "jwks_uri": "https://sso.contoh.invalid/j",
    }

    with pytest.raises(sso_refusals.OpenAddressError, match="tanpa https"):
        _ = door.openid_config


def test_no_account_is_made_unless_it_is_allowed(sso, db):
    wrong(sso)

    assert not User.objects.exists()


def test_where_allowed_a_new_account_reads_what_is_public(sso, settings, contoh):
    connect(settings, sso, new_accounts=contoh.slug)
    sso.claims |= {"preferred_username": "Siti", "name": "Siti (rekaan)"}
    client = Client()

    assert came_back(sso, client).status_code == 302
    grant = RoleGrant.objects.get()
    assert (grant.role, grant.pemda, grant.user.username) == ("warga", contoh, "siti")
    assert not grant.user.has_usable_password()
    assert client.get(f"/{contoh.slug}/").status_code == 200


def test_a_name_that_is_taken_is_not_taken_over(sso, settings, contoh, operator):
    connect(settings, sso, new_accounts=contoh.slug)
    sso.claims |= {"preferred_username": "warni", "name": "Warni lain (rekaan)"}

    came_back(sso)

    assert User.objects.get(sso_subject="subjek-1").username == "warni-2"


def test_a_closed_account_is_closed_to_the_sso_too(sso, linked):
    User.objects.update(is_active=False)

    assert came_back(sso)["Location"] == "/masuk/ditutup/"
    assert "Akun ini ditutup" in Client().get("/masuk/ditutup/").content.decode()


def test_the_second_factor_is_asked_for_after_the_sso_too(sso, linked):
    client = Client()
    came_back(sso, client)
    page = client.get("/saya/faktor-kedua/pasang/").content.decode()
    secret = re.search(r'class="factor-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")
    client.post("/saya/faktor-kedua/pasang/", {"code": code_now(secret)})
    other = Client()

    assert came_back(sso, other)["Location"] == "/masuk/kode/"
    assert other.get("/saya/").status_code == 302
    assert other.post("/masuk/kode/", {"code": code_now(secret, steps=1)})["Location"] == "/saya/"


def test_a_government_that_is_not_here_opens_no_accounts(db):
    told = Told("subjek-1", "siti", "Siti (rekaan)")

    with pytest.raises(NoSuchGovernmentError, match='"antah", yang tidak dikelola di sini'):
        user_of_subject(told, opens_in="antah", day=date(2026, 1, 1))


def test_a_code_without_its_verifier_opens_nothing(sso):
    sso.codes["kode"] = {"code_challenge": "x", "code_challenge_method": "S256"}

    assert not sso.takes({"code": "kode", "client_secret": sso_server.SECRET})


def test_a_site_without_a_secret_gets_no_token(sso, settings, linked):
    connect(settings, sso)
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["secret"] = "lain"

    assert "tidak dapat dipakai" in wrong(sso)
