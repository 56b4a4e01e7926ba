"""The page of exports: what is asked for comes as a file, with what is closed told beforehand."""

import io
import zipfile
from datetime import date

import pytest
from django.http import FileResponse
from django.test import Client
from tests.support.any_record import fill

from pamong.apps.accounts.models import Look, Role, RoleGrant, User
from pamong.apps.accounts.selectors import access_of
from pamong.apps.impor.export_acts import make_export
from pamong.apps.impor.export_models import ExportStep, RegistryExport
from pamong.apps.kepegawaian.models import Pegawai
from pamong.exchange.writing import NOTES_SHEET

pytestmark = pytest.mark.django_db
DAY = "30-10-2026"


def signed_in(role, pemda):
    user = User.objects.create(username=f"u-{role}", nama="Pemeriksa (rekaan)")
    RoleGrant.objects.create(user=user, role=role, pemda=pemda, starts_on=date(2019, 1, 1))
    client = Client()
    client.force_login(user)
    return client


def asked(**how):
    told = {
        "layouts": ["siasn-pegawai", "siasn-rw-golongan"],
        "form": "csv",
        "day": DAY,
        "reason": "rekonsiliasi data",
    }
    return told | how


def content_of(answer):
    whole = b"".join(answer.streaming_content)
    if isinstance(answer, FileResponse):
        answer.file_to_stream.close()  # closing the answer would close the test's connection too
    return whole


def page(pemda):
    return f"/{pemda.slug}/ekspor/"


def test_a_small_export_comes_at_once_as_an_archive_with_its_notes(contoh):
    fill(contoh, seed=1, people=2)
    client = signed_in(Role.BKD, contoh)

    answer = client.post(page(contoh), asked())

    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    assert answer["Cache-Control"] == "private, no-store"
    with zipfile.ZipFile(io.BytesIO(content_of(answer))) as archive:
        assert sorted(archive.namelist()) == [
            "keterangan.md",
            "siasn-pegawai.csv",
            "siasn-rw-golongan.csv",
        ]
        assert "semua pegawai" in archive.read("keterangan.md").decode()
    assert RegistryExport.objects.get().step == ExportStep.SENT
    assert Look.objects.count() == 2


def test_one_layout_comes_as_one_workbook(contoh):
    fill(contoh, seed=1, people=1)
    client = signed_in(Role.BKD, contoh)

    answer = client.post(page(contoh), asked(layouts=["siasn-rw-golongan"], form="xlsx"))

    assert "ekspor-kabupaten-contoh" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(content_of(answer))) as book:
        assert NOTES_SHEET in book.read("xl/workbook.xml").decode()


def test_a_large_export_is_left_to_the_worker_and_fetched_from_the_page(contoh, monkeypatch):
    monkeypatch.setattr("pamong.apps.impor.export_acts.AT_ONCE", 0)
    fill(contoh, seed=1, people=1)
    client = signed_in(Role.BKD, contoh)

    answer = client.post(page(contoh), asked(), follow=True)
    row = RegistryExport.objects.get()
    there = f"{page(contoh)}{row.public_id}/unduh/"

    assert "sedang dibuat" in answer.content.decode()
    assert client.get(there).status_code == 404
    user = User.objects.get(pk=row.user_id)
    make_export(row, access=_access(user), at=row.asked_at)
    assert there in client.get(page(contoh)).content.decode()
    fetched = client.get(there)
    assert content_of(fetched).startswith(b"PK")
    assert signed_in(Role.BKD_ADMIN, contoh).get(there).status_code == 404


def _access(user):
    return access_of(user.pk, label=str(user), day=date(2026, 11, 26))


def test_a_list_with_an_unknown_number_is_refused_with_its_line(contoh):
    (ani,) = fill(contoh, seed=1, people=1)
    client = signed_in(Role.BKD, contoh)
    nip = ani.person.identifiers.get(kind="nip").value

    refused = client.post(page(contoh), asked(numbers=f"{nip}\n199901012020121999"))
    taken = client.post(page(contoh), asked(numbers=f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"))

    assert refused.status_code == 422
    assert "Nomor pada baris 2 tidak dikenal" in refused.content.decode()
    assert content_of(taken)
    assert "daftar 1 nomor" in RegistryExport.objects.get().about


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"layouts": []}, "Belum ada tata letak"),
        ({"layouts": ["siasn-pegawai", "siasn-data-utama"]}, "pilih satu"),
        ({"reason": ""}, "Belum diisi"),
        ({"day": "31-02-2026"}, "31-02-2026"),
        ({"kind": "cpns"}, "Tidak ada pegawai yang cocok"),
    ],
)
def test_what_cannot_be_exported_is_refused_in_a_sentence(contoh, how, told):
    fill(contoh, seed=1, people=1)

    answer = signed_in(Role.BKD, contoh).post(page(contoh), asked(**how))

    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert not RegistryExport.objects.exists()


def test_what_is_closed_is_told_before_the_file_is_made(contoh):
    told = signed_in(Role.AUDITOR, contoh).get(page(contoh)).content.decode()

    assert "tertutup bagi Anda: alamat dan kontak, keluarga, kesehatan, disiplin" in told
    assert "Riwayat PNS unor" in told
    whole = signed_in(Role.BKD, contoh).get(page(contoh)).content.decode()
    assert "tertutup bagi Anda" not in whole


def test_the_page_asks_little_of_the_database(contoh, django_assert_max_num_queries):
    fill(contoh, seed=1, people=2)
    client = signed_in(Role.BKD, contoh)
    content_of(client.post(page(contoh), asked()))
    assert Pegawai.objects.count() == 2

    with django_assert_max_num_queries(12):
        assert client.get(page(contoh)).status_code == 200
