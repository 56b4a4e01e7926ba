"""Recording by decree: all that is wrong at once, what was typed stays, what was done is said."""

from datetime import date

import pytest
from django.test import Client
from tests.support import registry

from pamong.apps.core.models import Decree, Person
from pamong.apps.organisasi.models import JabatanHolding, JabatanKind, OfficeLeave
from pamong.kernel.capacity import Capacity

TENURE = {
    "name": "Tono Andaikata",
    "role": "pjs",
    "first_day": "25/11/2024",
    "last_day": "24 Desember 2024",
    "number": "131/77/2024",
    "decided_on": "2024-11-20",
    "title": "penunjukan penjabat sementara (rekaan)",
    "issued_by": "Pejabat rekaan",
    "effective_on": "",
    "reason": "SK diterima dari bagian hukum",
}
LEAVE = {
    **TENURE,
    "name": "Siti Rekayasari (rekaan)",
    "role": "cuti_tahunan",
    "first_day": "2 Januari 2025",
    "last_day": "3 Januari 2025",
}


@pytest.fixture
def office(world) -> str:
    return world.pages()["jabatan"]


@pytest.fixture
def nothing_saved(world):
    def counts():
        return [row.objects.count() for row in (Person, Decree, JabatanHolding, OfficeLeave)]

    before = counts()
    yield
    assert counts() == before


def told(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("page", ["catat/", "catat/cuti/", "akhiri/"])
def test_a_stranger_is_sent_to_the_gate(office, page, nothing_saved):
    for answer in (Client().get(office + page), Client().post(office + page, TENURE)):
        assert answer.status_code == 302
        assert answer["Location"].startswith("/masuk/")


@pytest.mark.parametrize("page", ["catat/", "catat/cuti/", "akhiri/"])
def test_a_page_that_is_opened_with_everything_in_its_address_writes_nothing(
    client, office, page, only_reading, nothing_saved
):
    assert client.get(office + page, TENURE).status_code == 200


def test_the_office_leads_to_its_forms(client, office):
    page = told(client.get(office))

    assert f'href="{office}catat/"' in page
    assert f'href="{office}akhiri/"' in page


def test_a_tenure_is_recorded_and_the_office_says_so(client, world, office):
    answer = client.post(f"{office}catat/?per=2024-12-01", TENURE, follow=True)

    assert answer.redirect_chain == [(f"{office}?per=2024-12-01", 302)]
    page = told(answer)
    assert (
        "Tono Andaikata (rekaan), Pjs Bupati, 25 November–24 Desember 2024: dicatat berdasarkan "
        "SK 131/77/2024." in page
    )
    assert "Berdasarkan SK 131/77/2024 (20 November 2024)" in page
    row = JabatanHolding.objects.get(decree__number="131/77/2024")
    assert row.decree.effective_on == row.starts_on == date(2024, 11, 25)


def test_who_recorded_it_when_and_why_stands_on_the_page(client, office, operator):
    client.post(f"{office}catat/", TENURE)

    page = told(client.get(office, {"per": "2024-12-01"}))

    assert "Riwayat perubahan" in page
    assert "Masa jabatan Pjs Tono Andaikata (rekaan)" in page
    assert f'Oleh {operator}: <span lang="id">SK diterima dari bagian hukum</span>' in page
    earlier = told(client.get(office, {"per": "2024-11-01"}))
    assert "Tono Andaikata" not in earlier


def test_what_begins_after_the_day_of_the_page_is_shown_on_its_first_day(client, office):
    answer = client.post(f"{office}catat/?per=2024-10-01", TENURE)

    assert answer["Location"] == f"{office}?per=2024-11-25"


def test_a_leave_is_recorded(client, office):
    page = told(client.post(f"{office}catat/cuti/?per=2025-01-02", LEAVE, follow=True))

    assert "cuti tahunan Siti Rekayasari (rekaan), 2–3 Januari 2025: dicatat" in page
    assert OfficeLeave.objects.get(kind="cuti_tahunan").decree.number == "131/77/2024"


def test_everything_that_is_wrong_is_said_at_once_and_what_was_typed_stays(
    client, office, nothing_saved
):
    typed = {
        **TENURE,
        "name": " (rekaan) ",
        "role": "raja",
        "first_day": "25/11/24",
        "last_day": "31 Februari 2025",
        "number": "",
        "decided_on": "1/1/2099",
        "reason": "n" * 301,
    }
    answer = client.post(f"{office}catat/", typed)
    form = answer.context["form"]

    assert answer.status_code == 422
    assert set(form.errors) == set(typed) - {"title", "issued_by", "effective_on"}
    page = told(answer)
    assert "tahun 1924 atau 2024? Tulis tahun dengan empat angka." in page
    assert "hari itu tidak ada dalam kalender" in page
    assert "Tanggal penetapan SK sesudah hari ini" in page
    assert 'value="25/11/24"' in page
    assert 'value="penunjukan penjabat sementara (rekaan)"' in page


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"last_day": "24/11/2024"}, "last_day", "Masa ini berakhir sebelum sempat dimulai"),
        ({"effective_on": "1/12/2024"}, "effective_on", "SK baru berlaku pada 1 Desember 2024"),
        ({"first_day": "1/1/1900"}, "first_day", "Tanggal 1 Januari 1900 di luar"),
        ({"last_day": "31/12/9999"}, "last_day", "Tanggal 31 Desember 9999 di luar"),
        ({"first_day": "Senin, 26/11/2024"}, "first_day", "adalah hari Selasa"),
        ({"name": "N" * 201}, "name", "200"),
        ({"number": "a\0b"}, "number", ""),
    ],
)
def test_a_problem_stands_at_its_field(client, office, nothing_saved, typed, field, sentence):
    form = client.post(f"{office}catat/", {**TENURE, **typed}).context["form"]

    assert list(form.errors) == [field]
    assert sentence in form.errors[field][0]


def test_a_second_definitive_holder_is_refused_with_a_way_on(client, world, office, nothing_saved):
    typed = {**TENURE, "role": "definitif", "last_day": ""}
    answer = client.post(f"{office}catat/", typed)

    held = JabatanHolding.objects.get(capacity=Capacity.DEFINITIF)
    page = told(answer)
    assert answer.status_code == 422
    assert "Siti Rekayasari (rekaan) tercatat memangku jabatan ini secara definitif" in page
    assert f'href="{office}akhiri/?masa={held.public_id}"' in page
    assert 'value="Tono Andaikata"' in page


def test_somebody_else_acting_is_refused(client, office, nothing_saved):
    page = told(client.post(f"{office}catat/", {**TENURE, "first_day": "1/11/2024"}))

    assert "Budi Contohadi (rekaan) tercatat melaksanakan tugas jabatan ini sebagai Pjs" in page


def test_a_leave_on_days_of_another_is_refused(client, office, nothing_saved):
    typed = {**LEAVE, "first_day": "1/10/2024", "last_day": "2/10/2024"}
    typed["decided_on"] = "1/9/2024"
    page = told(client.post(f"{office}catat/cuti/", typed))

    assert "Siti Rekayasari (rekaan) sudah tercatat cuti kampanye dari jabatan ini" in page


def test_a_leave_of_somebody_else_is_refused_at_the_name(client, office, nothing_saved):
    form = client.post(f"{office}catat/cuti/", {**LEAVE, "name": "Orang Lain"}).context["form"]

    assert "Orang Lain tidak tercatat memangku jabatan Bupati" in form.errors["name"][0]


def test_the_decree_of_a_tenure_from_a_document_is_entered(client, world, office):
    told_before = JabatanHolding.objects.get(capacity=Capacity.PJS)
    form = client.get(f"{office}catat/", {"masa": told_before.public_id}).context["form"]
    paper = {name: TENURE[name] for name in ("number", "title", "issued_by", "reason")}
    typed = {**form.initial, **paper, "decided_on": "20 September 2024"}

    page = told(client.post(f"{office}catat/?per=2024-10-01", typed, follow=True))

    assert "SK 131/77/2024 dimasukkan: kini menjadi dasar Budi Contohadi (rekaan)" in page
    told_before.refresh_from_db()
    assert told_before.decree.number == "131/77/2024"
    assert told_before.document == world.paper


def test_tenures_that_wait_for_their_decree_are_offered(client, office):
    waiting = JabatanHolding.objects.get(capacity=Capacity.PJS)

    page = told(client.get(f"{office}catat/", {"per": "2024-10-01"}))

    assert f'href="{office}catat/?masa={waiting.public_id}&amp;per=2024-10-01"' in page


def test_a_decree_that_is_here_already_is_used_and_that_is_said(client, world, office, sekda):
    client.post(f"{office}catat/", TENURE)
    other = f"/{world.pemda.slug}/pejabat/{sekda.public_id}/catat/"

    page = told(client.post(other, {**TENURE, "title": "ditulis lain"}, follow=True))

    assert "SK itu sudah tercatat" in page
    assert Decree.objects.get().title == TENURE["title"]


def test_a_tenure_is_ended_and_the_seat_can_be_taken(client, office):
    held = JabatanHolding.objects.get(capacity=Capacity.DEFINITIF)
    page = told(client.get(f"{office}akhiri/", {"masa": held.public_id}))
    assert f'<option value="{held.public_id}" selected>' in page

    end = {"tenure": held.public_id, "last_day": "24/11/2024", "reason": "berhenti"}
    page = told(client.post(f"{office}akhiri/", end, follow=True))
    assert "Siti Rekayasari (rekaan), definitif Bupati: hari terakhir 24 November 2024" in page

    taken = {**TENURE, "role": "definitif", "last_day": ""}
    assert client.post(f"{office}catat/", taken).status_code == 302


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"last_day": "27 Februari 2021"}, "last_day"),
        ({"last_day": ""}, "last_day"),
        ({"tenure": "lain"}, "tenure"),
        ({"reason": " "}, "reason"),
    ],
)
def test_an_end_that_cannot_be_is_refused_at_its_field(client, office, typed, field):
    held = JabatanHolding.objects.get(capacity=Capacity.DEFINITIF)
    sound = {"tenure": held.public_id, "last_day": "24/11/2024", "reason": "berhenti"}

    answer = client.post(f"{office}akhiri/", {**sound, **typed})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    held.refresh_from_db()
    assert held.ends_before is None


def test_an_office_without_tenures_has_nothing_to_end(client, world, sekda):
    page = told(client.get(f"/{world.pemda.slug}/pejabat/{sekda.public_id}/akhiri/"))

    assert "Belum ada masa jabatan yang tercatat" in page


@pytest.mark.parametrize("page", ["catat/", "catat/cuti/", "akhiri/"])
def test_an_office_of_another_government_is_not_here(client, world, misal, page):
    elsewhere = registry.leading(misal, JabatanKind.SEKDA)

    address = f"/{world.pemda.slug}/pejabat/{elsewhere.public_id}/{page}"
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("page", ["catat/", "catat/cuti/", "akhiri/"])
def test_a_demonstration_says_where_to_try_it(client, world, misal, office, settings, page):
    settings.PAMONG_DEMONSTRATION = True
    world.pemda.is_made_up = False
    world.pemda.save(update_fields=["is_made_up"])
    before = JabatanHolding.objects.count(), Decree.objects.count()

    opened, sent = client.get(office + page), client.post(office + page, TENURE)

    assert (opened.status_code, sent.status_code) == (200, 403)
    for answer in (opened, sent):
        assert "hanya berasal dari dokumen contoh" in told(answer)
        assert f'href="/{misal.slug}/pejabat/"' in told(answer)
        assert "<form class=" not in told(answer).partition('id="isi"')[2]
    assert (JabatanHolding.objects.count(), Decree.objects.count()) == before
