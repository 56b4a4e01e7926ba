"""People recorded twice, as the page proposes, compares, keeps apart, merges and takes apart."""

import re
from datetime import date

import pytest
from django.test import Client
from tests.apps.kepegawaian.conftest import employed, opd_of
from tests.apps.kepegawaian.test_recording import rank, record
from tests.apps.penggabungan.conftest import born, number
from tests.support import worker

from pamong.apps.accounts.looking import looks_at
from pamong.apps.accounts.models import Look, RoleGrant, User
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.penggabungan.looking import look_for_duplicates
from pamong.apps.penggabungan.models import ApartDecision, DuplicatePair, Merging

DAY = date(2025, 6, 2)


@pytest.fixture
def client_of(contoh):
    """Let somebody with one role sign in, as whoever he is in the records."""

    def sign_in(role, *, pemda=contoh, person=None):
        user = User.objects.create(username=f"{role}-{pemda.slug}", nama="Penguji (rekaan)")
        RoleGrant.objects.create(
            user=user, role=role, pemda=pemda, person=person, starts_on=date(2019, 1, 1)
        )
        client = Client()
        client.force_login(user)
        return client

    return sign_in


WHY = {"reason": "sudah dicocokkan dengan SK"}


@pytest.fixture
def both(contoh):
    opd = opd_of(contoh)
    ani = born(employed(opd, "Ani Rekawati", "990004072015032001"))
    anni = born(employed(opd, "Anni Rekawati", "990004072015032010"))
    number(ani, "nik", "0001010704900001")
    record(ani, rank("III/a", date(2019, 4, 1)))
    record(anni, rank("III/b", date(2023, 4, 1)))
    look_for_duplicates(pemda=contoh, day=DAY)
    return ani, anni


@pytest.fixture
def pair(both):
    return DuplicatePair.objects.get()


def base(pair, *more):
    return f"/{pair.pemda.slug}/pegawai/ganda/" + "".join(f"{each}/" for each in more)


def asked(page):
    """Return the fields that a form asks to be chosen."""
    return re.findall(r'name="(pilih-\d+)"', page.content.decode())


def answered(client, pair, side="tetap", **more):
    address = base(pair, pair.public_id, "gabung")
    chosen = dict.fromkeys(asked(client.get(address)), side)
    return client.post(address, {**chosen, **WHY, **more})


def merged(client, pair):
    answered(client, pair, setuju="1")
    return Merging.objects.get()


def test_the_list_of_pegawai_leads_to_who_is_recorded_twice(client_of, pair):
    page = client_of("bkd").get(f"/{pair.pemda.slug}/pegawai/").content.decode()

    assert base(pair) in page


def test_the_list_names_both_and_the_reason_and_no_number(client_of, pair):
    page = client_of("bkd").get(base(pair)).content.decode()

    assert "Ani Rekawati" in page

    assert "Anni Rekawati" in page
    assert "Nama mirip, tanggal lahir sama" in page
    assert "99000407" not in page
    assert "1 pasangan" in page


def test_the_list_is_narrowed_by_reason_and_by_name(client_of, pair):
    client = client_of("bkd")

    assert "1 pasangan" in client.get(base(pair) + "?alasan=tertukar&cari=anni").content.decode()
    assert "Tidak ada yang perlu" in client.get(base(pair) + "?alasan=nomor").content.decode()
    assert "Tidak ada yang perlu" in client.get(base(pair) + "?cari=budi").content.decode()


def test_a_pair_stands_side_by_side_and_the_look_at_both_is_kept(client_of, pair, both):
    page = client_of("bkd").get(base(pair, pair.public_id)).content.decode()

    assert "990004072015032001" in page

    assert "990004072015032010" in page
    assert "III/a, 823/III/a, sejak 1 April 2019" in page
    assert "III/b, 823/III/b, sejak 1 April 2023" in page
    assert set(Look.objects.values_list("person", flat=True)) == {one.person_id for one in both}


def test_the_other_one_may_be_the_one_that_stays(client_of, pair, both):
    query = f"?tetap={both[1].public_id}"
    page = client_of("bkd").get(base(pair, pair.public_id) + query).content.decode()

    assert re.search(r'data-label="Yang tetap"><a[^>]*>Anni Rekawati', page)


def test_what_differs_has_to_be_decided(client_of, pair):
    page = client_of("bkd").post(base(pair, pair.public_id, "gabung"), WHY)

    assert page.status_code == 422
    assert page.content.decode().count("Belum dipilih.") == len(asked(page)) == 3
    assert not Merging.objects.exists()


def test_merging_tells_what_comes_of_it_before_anything_is_written(client_of, pair):
    page = answered(client_of("bkd"), pair).content.decode()

    assert "NIP 990004072015032010 menjadi nomor lama" in page
    assert "tetap tersimpan padanya, tidak berlaku" in page
    assert not Merging.objects.exists()


def test_a_merged_record_leads_to_the_one_that_stays_at_each_of_its_addresses(
    client_of, pair, both
):
    client = client_of("bkd")
    merged(client, pair)
    ani, anni = both

    for tail in ("", "riwayat-hidup/", "bagian/pangkat/"):
        old = f"/{pair.pemda.slug}/pegawai/{anni.public_id}/{tail}?per=2025-06-02"
        assert client.get(old).url == old.replace(str(anni.public_id), str(ani.public_id))
    assert client.get(base(pair, pair.public_id)).status_code == 404


def test_nobody_is_listed_twice_after_it(client_of, pair):
    client = client_of("bkd")
    merged(client, pair)

    page = client.get(f"/{pair.pemda.slug}/pegawai/").content.decode()
    assert page.count("Ani Rekawati")
    assert "Anni Rekawati" not in page


def test_who_looked_at_the_merged_record_is_told_to_the_one_that_stays(client_of, pair, both):
    client = client_of("bkd")
    client.get(base(pair, pair.public_id))
    merged(client, pair)

    assert {look.person_id for look in looks_at({both[0].person_id})} == {
        one.person_id for one in both
    }


def test_a_merging_is_taken_back_from_its_own_page(client_of, pair):
    client = client_of("bkd")
    merging = merged(client, pair)
    address = base(pair, "gabungan", merging.public_id)

    page = client.get(address).content.decode()
    assert "baris kembali ke catatan asalnya" in page
    assert "Riwayat pangkat: III/b, 823/III/b, sejak 1 April 2023" in page
    assert "Yang akan dicatat" in client.post(f"{address}batal/", WHY).content.decode()
    assert client.post(f"{address}batal/", {**WHY, "setuju": "1"}).url == address
    page = client.get(address).content.decode()
    assert "Dibatalkan oleh" in page
    assert Pegawai.objects.filter(pemda=pair.pemda).count() == 2
    again = client.post(f"{address}batal/", {**WHY, "setuju": "1"})
    assert "sudah dibatalkan" in again.content.decode()


def test_not_the_same_person_is_kept_with_its_reason_and_taken_back(client_of, pair):
    client = client_of("bkd")
    client.post(base(pair, pair.public_id, "bukan"), {"reason": "kakak beradik"})

    assert "Tidak ada yang perlu" in client.get(base(pair)).content.decode()
    assert "kakak beradik" in client.get(base(pair, "bukan")).content.decode()
    assert "kakak beradik" in client.get(base(pair, pair.public_id, "tarik")).content.decode()
    refused = answered(client, pair, setuju="1")
    assert "kakak beradik" in refused.content.decode()
    client.post(base(pair, pair.public_id, "tarik"), WHY)
    assert ApartDecision.objects.get().taken_back_because == WHY["reason"]
    assert "1 pasangan" in client.get(base(pair)).content.decode()


def test_looking_again_is_left_to_the_worker_and_shown_when_it_is_done(client_of, pair):
    client = client_of("bkd")
    DuplicatePair.objects.all().delete()

    page = client.post(base(pair, "cari"), follow=True).content.decode()
    assert "Pencarian dimulai." in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "sudah berjalan" in client.post(base(pair, "cari"), follow=True).content.decode()

    assert worker.does_errands() == 1
    done = client.get(base(pair), headers={"HX-Request": "true"})
    assert done["HX-Refresh"] == "true"
    page = client.get(base(pair)).content.decode()
    assert "1 pasangan" in page
    assert re.search(r"Dicari terakhir \d+ \w+ \d{4} pukul \d\d\.\d\d", page)


def test_one_does_not_merge_oneself(client_of, pair, both):
    client = client_of("bkd", person=both[0].person)

    assert "catatan Anda sendiri" in client.get(base(pair, pair.public_id)).content.decode()
    for act in ("gabung", "bukan", "tarik"):
        assert client.get(base(pair, pair.public_id, act)).status_code == 403


def test_another_government_sees_neither(client_of, pair, misal):
    client = client_of("bkd", pemda=misal)

    assert client.get(base(pair)).status_code == 404
    assert client.get(f"/{misal.slug}/pegawai/ganda/{pair.public_id}/").status_code == 404


def test_every_page_asks_the_database_little(client_of, pair, django_assert_max_num_queries):
    client = client_of("bkd")
    pages = ["", f"{pair.public_id}/", f"{pair.public_id}/gabung/", "bukan/", "gabungan/"]

    for tail in pages:
        with django_assert_max_num_queries(12):
            assert client.get(base(pair) + tail).status_code == 200
    merging = merged(client, pair)
    for tail in (f"gabungan/{merging.public_id}/", f"gabungan/{merging.public_id}/batal/"):
        with django_assert_max_num_queries(12):
            assert client.get(base(pair) + tail).status_code == 200
