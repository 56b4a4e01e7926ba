"""What falls due for oneself, as it is read on a telephone."""

from datetime import date

import pytest
from django.test import Client
from tests.support.units import employ, opd, place

from pamong.apps.accounts.models import Look, Role, RoleGrant, User
from pamong.apps.kepegawaian.models import PegawaiDocument, PerjanjianKerja, RiwayatJabatan
from pamong.apps.kepegawaian.models.jabatan import Penugasan

PAGE = "/saya/hak/"


@pytest.fixture
def siti_at_work(contoh):
    dinas = opd(contoh, "Dinas Uji")
    pegawai = place(employ(dinas, "Siti Rekayasari"), dinas)
    pegawai.born_on = date(1980, 3, 10)
    pegawai.save()
    RiwayatJabatan.objects.create(
        pegawai=pegawai,
        kind="pelaksana",
        nama="Pengadministrasi Umum",
        starts_on=pegawai.starts_on,
        source="SK rekaan",
    )
    return pegawai


def browser(role: Role, pemda, person=None) -> Client:
    user = User.objects.create(username=f"{role}-uji", nama="Pengguna (rekaan)")
    since = {"starts_on": date(2019, 1, 1)}
    RoleGrant.objects.create(user=user, role=role, pemda=pemda, person=person, **since)
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def siti(contoh, siti_at_work):
    return browser(Role.PEGAWAI, contoh, siti_at_work.person)


def told(answer) -> str:
    return answer.content.decode()


def test_the_site_opens_there_for_who_came_for_his_own_record(siti):
    assert siti.get("/")["Location"] == PAGE


def test_for_whoever_has_another_role_it_opens_as_before(contoh):
    assert browser(Role.BKD, contoh).get("/")["Location"] == f"/{contoh.slug}/"


def test_a_day_stands_with_its_reason_and_its_article(siti):
    page = told(siti.get(f"{PAGE}?per=2024-06-03"))

    assert "1 April 2038" in page
    assert "UU 20/2023 Pasal 55" in page
    assert "/aturan/bup-pns/" in page


def test_what_is_missing_leads_to_asking_for_it(siti):
    page = told(siti.get(PAGE))

    assert "Belum dapat dinilai" in page
    assert "/saya/perbaikan/baru/?bagian=gaji" in page


def test_it_is_a_page_of_few_questions(siti, django_assert_max_num_queries):
    siti.get(PAGE)

    with django_assert_max_num_queries(12):
        answer = siti.get(PAGE)

    assert len(answer.content) < 40_000


def test_a_paper_is_downloaded_where_its_file_is_kept(siti, siti_at_work):
    PegawaiDocument.objects.create(pegawai=siti_at_work, kind="sk_pns", number="821/1")

    page = told(siti.get(PAGE))

    assert "821/1" in page
    assert "Berkasnya belum diunggah" in page
    assert not Look.objects.exists()


def test_a_pppk_without_a_contract_is_told_so(siti, siti_at_work):
    siti_at_work.kind = "pppk"
    siti_at_work.save()
    assert "belum tercatat" in told(siti.get(f"{PAGE}?per=2024-06-03"))

    PerjanjianKerja.objects.create(
        pegawai=siti_at_work,
        starts_on=date(2024, 1, 1),
        ends_before=date(2026, 1, 1),
        source="PK",
    )
    assert "31 Desember 2025" in told(siti.get(f"{PAGE}?per=2024-06-03"))


def test_a_plt_reads_when_it_ends_and_how_long_the_law_lets_him(siti, siti_at_work):
    RiwayatJabatan.objects.create(
        pegawai=siti_at_work,
        kind="administrator",
        capacity=Penugasan.PLT,
        nama="Kepala Bidang Pasar",
        starts_on=date(2024, 5, 1),
        ends_before=date(2024, 8, 1),
        source="SK rekaan",
    )

    page = told(siti.get(f"{PAGE}?per=2024-06-03"))

    assert "31 Juli 2024" in page
    assert "paling lama 3 bulan" in page


def test_who_is_nobody_in_the_records_is_told_what_to_do(contoh):
    assert "belum dihubungkan" in told(browser(Role.BKD, contoh).get(PAGE))


def test_in_english_the_law_speaks_english_where_it_can(siti):
    siti.cookies["bahasa"] = "en"

    page = told(siti.get(f"{PAGE}?per=2024-06-03"))

    assert "Retirement age not reached yet" in page
