"""Opening accounts for many pegawai, on the pages: seen first, told once, and not by another."""

import io

import pytest
from django.conf import settings
from django.test import Client
from python_calamine import load_workbook
from tests.support import units, worker
from tests.support.openings import nip_of, numbered
from tests.web.test_akun import WHY, user_with

from pamong.apps.accounts import opening_many
from pamong.apps.accounts.models import AccountOpening, Look, OpeningStep, Role, User
from pamong.apps.accounts.selectors import access_of

SURE = {"setuju": "1"}


@pytest.fixture
def warni(contoh) -> User:
    return user_with(Role.BKD_ADMIN, contoh, username="warni")


@pytest.fixture
def bkd(warni) -> Client:
    return browser_of(warni)


@pytest.fixture
def pasar(contoh):
    return units.opd(contoh, "Dinas Pasar")


@pytest.fixture
def ani(pasar):
    return numbered(pasar, "Ani", 1)


def browser_of(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def opened(browser, opd, **more) -> str:
    """Open accounts for an OPD; return the address of what was done."""
    told = {"opd": opd.pk, **WHY, **SURE, **more}
    answer = browser.post(f"/{opd.pemda.slug}/akun/bersama/buka/", told)
    assert answer.status_code == 302, answer.content.decode()
    return answer["Location"]


def rows_of(answer) -> list[list]:
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    return book.get_sheet_by_index(0).to_python()


@pytest.mark.usefixtures("ani")
def test_before_the_act_it_says_who_gets_one_and_who_cannot(bkd, pasar):
    units.place(units.employ(pasar, "Tanpa Nomor"), pasar)

    answer = bkd.post(f"/{pasar.pemda.slug}/akun/bersama/buka/", {"opd": pasar.pk, **WHY})

    page = answer.content.decode()
    assert "1 akun dibuka: Dinas Pasar." in page
    assert "Tanpa Nomor (rekaan), Dinas Pasar: tanpa NIP" in page
    assert not AccountOpening.objects.exists()


def test_the_file_is_sent_once_and_opens_ones_own_record(bkd, pasar, ani):
    address = opened(bkd, pasar)
    assert "Ambil berkas kata sandi awal" in bkd.get(address).content.decode()

    answer = bkd.post(f"{address}berkas/")
    *_head, row = rows_of(answer)

    assert answer["Cache-Control"] == "private, no-store"
    assert row[:4] == ["Dinas Pasar", "", "Ani (rekaan)", nip_of(ani)]
    assert Look.objects.get().person == ani.person
    again = bkd.post(f"{address}berkas/", follow=True).content.decode()
    assert "sudah diambil sekali" in again
    assert "Ambil berkas" not in again
    browser = Client()
    signed_in = browser.post("/masuk/", {"username": row[3], "password": row[4]})
    assert signed_in.status_code == 302
    assert browser.get(f"/{pasar.pemda.slug}/")["Location"] == "/saya/kata-sandi/"


@pytest.mark.usefixtures("ani")
def test_another_administrator_gets_no_file_and_another_government_finds_nothing(
    bkd, pasar, misal
):
    address = opened(bkd, pasar)
    other = browser_of(user_with(Role.BKD_ADMIN, pasar.pemda, username="budi"))
    stranger = browser_of(user_with(Role.BKD_ADMIN, misal, username="jauh"))

    assert "Ambil berkas" not in other.get(address).content.decode()
    refused = other.post(f"{address}berkas/", follow=True).content.decode()
    assert "hanya diberikan kepada yang membuka akunnya" in refused
    assert stranger.get(address).status_code == 404
    elsewhere = address.replace(pasar.pemda.slug, misal.slug)
    assert stranger.post(f"{elsewhere}berkas/").status_code == 404


@pytest.mark.usefixtures("ani")
def test_new_first_passwords_and_closing_together_each_with_a_reason(bkd, pasar):
    address = opened(bkd, pasar)
    rows_of(bkd.post(f"{address}berkas/"))

    bkd.post(f"{address}kata-sandi/", WHY)
    assert "Ambil berkas" in bkd.get(address).content.decode()
    plan = bkd.post(f"{address}tutup/", WHY).content.decode()
    assert "1 akun ditutup; 0 di antaranya" in plan
    closed = bkd.post(f"{address}tutup/", {**WHY, **SURE}, follow=True).content.decode()
    assert "Buka lagi bersama" in closed
    assert not User.objects.get(nama="Ani (rekaan)").is_active
    bkd.post(f"{address}buka-lagi/", WHY)
    assert User.objects.get(nama="Ani (rekaan)").is_active


@pytest.mark.usefixtures("ani")
def test_nothing_to_do_and_two_parts_at_once_are_refused_in_words(bkd, pasar):
    address = f"/{pasar.pemda.slug}/akun/bersama/buka/"
    unit = units.unit(pasar, "Bidang Tera")
    both = {"opd": pasar.pk, "unit": "Bidang Tera", **WHY, **SURE}

    answer = bkd.post(address, {"unit": "Bidang Tera", **WHY, **SURE})

    assert unit.states.exists()
    assert answer.status_code == 422
    assert "Tidak ada yang dapat dibukakan akun" in answer.content.decode()
    assert "bukan keduanya" in bkd.post(address, both).content.decode()


@pytest.mark.usefixtures("ani")
def test_many_are_waited_for_on_a_page_that_asks_for_itself(bkd, pasar, monkeypatch):
    monkeypatch.setattr(opening_many, "AT_ONCE", 0)
    address = opened(bkd, pasar)
    worker.lives()

    waiting = bkd.get(address).content.decode()
    row = AccountOpening.objects.get()
    access = access_of(row.user_id, label=row.actor, day=row.day)
    opening_many.carry_out(row, by=access)

    assert "Menunggu giliran" in waiting
    assert bkd.get(address, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    assert row.step == OpeningStep.OPENED


def test_with_an_sso_one_chooses_how_they_sign_in(bkd, pasar, ani, monkeypatch):
    sso = {"label": "SSO Contoh", "claim": "nip"}
    monkeypatch.setattr(settings, "PAMONG_OIDC", sso)

    form = bkd.get(f"/{pasar.pemda.slug}/akun/bersama/buka/").content.decode()
    address = opened(bkd, pasar, way="sso")

    assert "SSO Contoh, yang menyebut NIP pada klaim nip" in form
    assert User.objects.get(nama="Ani (rekaan)").sso_subject == nip_of(ani)
    assert "Ambil berkas" not in bkd.get(address).content.decode()


def test_an_account_is_found_by_nip_which_never_stands_in_an_address(bkd, pasar, ani):
    opened(bkd, pasar)
    at_list, nip = f"/{pasar.pemda.slug}/akun/", nip_of(ani)

    found = bkd.post(at_list, {"cari": f"{nip[:8]} {nip[8:]}"})
    by_address = bkd.get(at_list, {"cari": nip})
    by_name = bkd.post(at_list, {"cari": "ani"})

    assert "1 akun" in found.content.decode()
    assert by_address["Location"] == at_list
    assert by_name["Location"] == f"{at_list}?cari=ani"
