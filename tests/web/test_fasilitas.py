"""Fasilitas: lists that tell the day, forms that say all that is wrong, papers for staff only."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.support import registry
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.organisasi.models import (
    Bast,
    ExOfficioChair,
    Facility,
    FacilityHandover,
    FacilityStatement,
    JabatanKind,
    OfficeRecordsCoverage,
)

REASON = "BAST diterima dari bagian umum"
PDF = b"%PDF-1.4 rekaan"


@pytest.fixture
def base(world) -> str:
    return f"/{world.pemda.slug}/fasilitas/"


@pytest.fixture
def office(world) -> str:
    return world.pages()["jabatan"]


@pytest.fixture
def nothing_saved(world):
    kept = (Facility, FacilityHandover, Bast, FacilityStatement, ExOfficioChair)

    def counts():
        rows = FacilityHandover.objects.filter(returned_by=None).count()
        return [rows, *(model.objects.count() for model in kept)]

    before = counts()
    yield
    assert counts() == before


def told(answer) -> str:
    return " ".join(answer.content.decode().split())


def rows_of(page: str) -> str:
    return page[page.index('id="fasilitas"') :]


def paper(world, **more) -> dict:
    sekda = world.pemda.jabatan.get(kind=JabatanKind.SEKDA)
    return {
        "number": "030/uji",
        "day": "2/12/2024",
        "side": f"jabatan-{sekda.pk}",
        "reason": REASON,
        **more,
    }


def test_the_list_tells_in_whose_hands_each_is_on_the_day(client, base):
    before = told(client.get(base, {"per": "2024-09-23"}))
    on_leave = told(client.get(base, {"per": "2024-10-01"}))

    assert "Dikembalikan" not in before
    assert "Dikembalikan Siti Rekayasari (rekaan) pada" in on_leave
    assert "Pemegangnya cuti kampanye 25 September–23 November 2024" in on_leave
    assert "Daftar ini dinyatakan lengkap sejak" in on_leave


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"cari": "MOBIL"}, {"Mobil dinas uji"}),
        ({"cari": "siti"}, {"Mobil dinas uji"}),
        ({"jenis": "rumah_dinas"}, {"Rumah dinas uji"}),
        ({"di": "cuti"}, {"Mobil dinas uji"}),
        ({"di": "kembali"}, {"Rumah dinas uji"}),
        ({"jabatan": "bukan-alamat"}, {"Mobil dinas uji", "Rumah dinas uji"}),
        ({"cari": "zzz\0"}, set()),
        ({"hal": "99"}, {"Mobil dinas uji", "Rumah dinas uji"}),
    ],
)
def test_what_is_asked_stands_in_the_address(client, base, asked, found):
    page = told(client.get(base, {"per": "2024-10-01", **asked}))

    names = {"Mobil dinas uji", "Rumah dinas uji"}
    assert {name for name in names if f">{name}</a>" in rows_of(page)} == found
    assert found or "Tidak ada fasilitas yang cocok" in page


def test_htmx_gets_the_rows_alone(client, base):
    page = client.get(base, headers={"HX-Request": "true"}).content.decode()

    assert "<html" not in page
    assert "Mobil dinas uji" in page


def test_a_resident_sees_the_hand_over_but_not_the_paper(world, base):
    resident = signed_in(Role.WARGA, world.pemda)
    page = told(resident.get(base, {"per": "2024-10-01"}))

    assert "menurut BAST 030/serah" in page
    assert "/fasilitas/bast/" not in page
    assert resident.get(world.pages()["bast"]).status_code == 403


def test_the_office_tells_its_facilities_and_statements(client, office):
    page = told(client.get(office, {"per": "2024-10-01"}))

    assert ">Mobil dinas uji</a>" in page
    assert "bupati menyatakan akan memakai rumah dinas uji." in page
    assert "Ketua Badan Uji" in page


def test_a_facility_is_registered_and_the_office_says_so(client, office):
    typed = {
        "kind": "ajudan", "nama": "Ajudan I", "mark": "", "basis": "", "since": "1/2/2024",
        "reason": REASON,
    }  # fmt: skip
    answer = client.post(f"{office}fasilitas/daftarkan/?per=2024-10-01", typed, follow=True)

    assert answer.redirect_chain == [(f"{office}?per=2024-10-01#fasilitas", 302)]
    assert "Ajudan I didaftarkan." in told(answer)
    assert Facility.objects.get(nama="Ajudan I").starts_on == date(2024, 2, 1)


def test_a_name_that_is_there_is_refused_and_what_was_typed_stays(client, office, nothing_saved):
    typed = {"kind": "lain", "nama": "Mobil dinas uji", "since": "1/2/2024", "reason": REASON}
    answer = client.post(f"{office}fasilitas/daftarkan/", typed)

    assert answer.status_code == 422
    assert "sudah terdaftar pada jabatan itu" in told(answer)
    assert 'value="Mobil dinas uji"' in told(answer)


def test_a_facility_is_handed_over_and_its_paper_shown(client, world, office, siti):
    house = world.furnished.house
    typed = paper(world, items=[house.public_id], person=siti.public_id, condition="baik")
    answer = client.post(f"{office}fasilitas/serahkan/?per=2024-12-05", typed, follow=True)

    page = told(answer)
    assert "BAST 030/uji dicatat." in page
    assert "Senin, 2 Desember 2024" in page
    assert "Keadaan pada saat diserahkan: baik." in page
    assert "karena memangku jabatan Bupati Contoh (rekaan)" in page
    assert house.handovers.filter(returned_by=None).exists()


def test_what_is_held_is_handed_back(client, world, office):
    car = world.furnished.car
    typed = paper(world, items=[car.public_id])
    page = told(client.post(f"{office}fasilitas/kembalikan/", typed, follow=True))

    assert "Pihak Pertama menyerahkan kembali" in page
    assert page.index("Siti Rekayasari") < page.index("selaku Pihak Pertama")
    assert car.handovers.get().ends_before == date(2024, 12, 2)


def test_everything_that_is_wrong_is_said_at_once(client, office, nothing_saved):
    wrong = {"number": "", "day": "31/2/2024", "side": "opd-0", "person": "x", "reason": " "}
    form = client.post(f"{office}fasilitas/serahkan/", wrong).context["form"]

    assert set(form.errors) == {"items", "number", "day", "side", "person", "reason"}


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"day": "1/1/2099"}, "day", "Hari serah terima sesudah hari ini"),
        ({"day": "5/3/2021"}, "day", "Hari pengembaliannya harus sesudah itu"),
        ({"number": "030/serah", "day": "5/3/2021", "side": "lain"}, "side", ""),
        ({"number": "n" * 121}, "number", "120"),
        ({"items": []}, "items", "Belum dipilih"),
    ],
)
def test_a_return_that_cannot_be_is_refused_at_its_field(
    client, world, office, nothing_saved, typed, field, sentence
):
    sent = {**paper(world, items=[world.furnished.car.public_id]), **typed}
    answer = client.post(f"{office}fasilitas/kembalikan/", sent)

    assert answer.status_code == 422
    assert sentence in answer.context["form"].errors[field][0]


def test_a_number_of_another_paper_is_refused(client, world, office, budi, nothing_saved):
    """Budi acted in the office; the paper of that number and day is Siti's."""
    sent = paper(
        world, number="030/kembali", day="24/9/2024",
        items=[world.furnished.house.public_id], person=budi.public_id,
    )  # fmt: skip
    form = client.post(f"{office}fasilitas/serahkan/", sent).context["form"]

    assert form.errors


def test_what_a_document_says_is_recorded_with_its_words(client, world, office, siti):
    world.paper.owner = world.pemda.instansi
    world.paper.save(update_fields=["owner"])
    typed = {
        "document": world.paper.public_id,
        "person": siti.public_id,
        "day": "23/9/2020",
        "says": "tidak memakai mobil dinas",
        "words": "Kata yang tidak ada",
        "reason": REASON,
    }
    refused = client.post(f"{office}fasilitas/pernyataan/?per=2024-10-01", typed)
    assert "Salin persis" in refused.context["form"].errors["words"][0]

    typed["words"] = "Teks rekaan"
    page = told(client.post(f"{office}fasilitas/pernyataan/?per=2024-10-01", typed, follow=True))
    assert "bupati menyatakan tidak memakai mobil dinas." in page


def test_a_facility_in_hands_is_not_retired_and_one_that_came_back_is(client, world, base):
    things, typed = world.furnished, {"last_day": "31/12/2024", "reason": REASON}

    held = client.post(f"{base}{things.car.public_id}/hentikan/", typed)
    assert "Catat dulu pengembaliannya" in told(held)

    page = told(client.post(f"{base}{things.house.public_id}/hentikan/", typed, follow=True))
    assert "Fasilitas jabatan ini sampai" in page


def test_the_signed_paper_is_uploaded_and_handed_out_as_a_file(client, world):
    address = world.pages()["bast"]
    scan = SimpleUploadedFile("pindaian BAST.pdf", PDF)
    page = told(client.post(f"{address}unggah/", {"paper": scan}, follow=True))
    assert "Berkas pindaian BAST.pdf tersimpan." in page

    answer = client.get(f"{address}berkas/")
    assert answer.content == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert signed_in(Role.WARGA, world.pemda).get(f"{address}berkas/").status_code == 403


@pytest.mark.parametrize("content", [b"", b"MZ\x00\x01", b"x" * 10_000_001])
def test_a_file_that_is_none_is_refused(client, world, content):
    scan = SimpleUploadedFile("bast.pdf", content)
    answer = client.post(f"{world.pages()['bast']}unggah/", {"paper": scan})

    assert answer.status_code == 422
    assert answer.context["form"].errors
    assert client.get(f"{world.pages()['bast']}berkas/").status_code == 404


def test_a_chair_is_recorded_with_what_it_rests_on(client, world, office):
    typed = {
        "title": "Ketua", "body": "Forum Uji", "follows": "pemangku", "first_day": "1/1/2023",
        "basis": "", "reason": REASON,
    }  # fmt: skip
    refused = client.post(f"{office}karena-jabatan/", typed)
    assert "Sebutkan dasarnya" in refused.context["form"].errors["basis"][0]

    typed["basis"] = "Keputusan rekaan 1/2023"
    page = told(client.post(f"{office}karena-jabatan/?per=2024-03-01", typed, follow=True))
    assert "Ketua Forum Uji" in page
    assert "Siti Rekayasari (rekaan), karena memangku jabatan Bupati Contoh (rekaan)" in page
    assert "Menurut Keputusan rekaan 1/2023" in page


def test_a_chair_that_follows_an_office_is_ended_before_it_follows_another(client, world, office):
    typed = {
        "title": "Ketua", "body": "Badan Uji", "follows": "pemangku", "first_day": "1/1/2024",
        "basis": "Keputusan rekaan", "reason": REASON,
    }  # fmt: skip
    assert "sudah tercatat mengikuti jabatan Bupati" in told(
        client.post(f"{office}karena-jabatan/", typed)
    )

    end = {"last_day": "31/12/2023", "reason": REASON}
    client.post(world.pages()["akhiri karena jabatan"], end)
    assert client.post(f"{office}karena-jabatan/", typed).status_code == 302


def test_coverage_is_recorded_once_and_closed(client, world, base):
    typed = {"records": "cuti", "first_day": "1/1/2021", "source": "SK lengkap", "reason": REASON}
    assert "Cakupan dicatat" in told(client.post(f"{base}cakupan/", typed, follow=True))
    again = client.post(f"{base}cakupan/", typed)
    assert again.status_code == 422
    assert "Tutup dulu cakupan yang berjalan" in told(again)

    row = OfficeRecordsCoverage.objects.get(records="cuti")
    end = {"last_day": "31/12/2022", "reason": REASON}
    client.post(f"{base}cakupan/{row.public_id}/tutup/", end)
    row.refresh_from_db()
    assert row.ends_before == date(2023, 1, 1)


@pytest.mark.parametrize(
    "page",
    ["daftarkan fasilitas", "serahkan fasilitas", "kembalikan fasilitas", "cakupan", "unggah bast",
     "catat karena jabatan", "hentikan fasilitas"],
)  # fmt: skip
def test_a_demonstration_adds_nothing_to_what_its_samples_say(
    client, world, misal, settings, page, nothing_saved
):
    settings.PAMONG_DEMONSTRATION = True
    world.pemda.is_made_up = False
    world.pemda.save(update_fields=["is_made_up"])
    address = world.pages()[page]

    assert client.post(address, {}).status_code == 403
    assert "hanya berasal dari dokumen contoh" in told(client.get(address))


def test_things_of_another_government_are_not_here(client, world, misal):
    elsewhere = f"/{misal.slug}/fasilitas/"
    things = world.furnished

    for address in (
        f"{elsewhere}{things.house.public_id}/",
        f"{elsewhere}bast/{things.given.public_id}/",
        f"{elsewhere}bast/{things.given.public_id}/berkas/",
        f"{elsewhere}cakupan/{things.coverage.public_id}/tutup/",
        f"/{misal.slug}/karena-jabatan/{things.chair.public_id}/akhiri/",
    ):
        assert client.get(address).status_code == 404, address
    sekda = registry.leading(misal, JabatanKind.SEKDA)
    assert client.get(f"/{world.pemda.slug}/pejabat/{sekda.public_id}/fasilitas/serahkan/"
                      ).status_code == 404  # fmt: skip


def test_the_election_is_asked_of_elected_offices_only(client, world, office, sekda):
    elected = client.get(f"{office}catat/").context["form"]
    appointed = client.get(f"/{world.pemda.slug}/pejabat/{sekda.public_id}/catat/").context["form"]

    assert "pilkada" in elected.fields
    assert "pilkada" not in appointed.fields


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"pilkada": "20"}, "empat angka"),
        ({"pilkada": "2024", "role": "pjs"}, "Hanya pemangku definitif"),
    ],
)
def test_an_election_that_cannot_be_is_refused_at_its_field(client, office, typed, sentence):
    sent = {"role": "definitif", **typed}
    form = client.post(f"{office}catat/", sent).context["form"]

    assert sentence in form.errors["pilkada"][0]
