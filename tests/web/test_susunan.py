"""The structure on a day, and reorganising it by pages: planned, seen, carried out, taken back."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from tests.support import registry

from pamong.apps.kepegawaian.models import Placement
from pamong.apps.organisasi.models import Opd
from pamong.apps.penataan.models import Reorganisation

PAPER = {
    "number": "Perbup 9/2029",
    "decided_on": "2/5/2024",
    "issued_by": "Bupati (rekaan)",
    "reason": "susunan baru ditetapkan",
}


@pytest.fixture
def base(world):
    return f"/{world.pemda.slug}/"


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def told(answer):
    return " ".join(str(each) for each in get_messages(answer.wsgi_request))


def test_the_list_counts_people_and_posts_of_each_opd(client, world, base):
    seen = page(client, f"{base}susunan/")

    assert "4 pegawai" in seen
    assert "Dinas Perniagaan" in seen


def test_a_day_before_anything_shows_nothing(client, base):
    seen = page(client, f"{base}susunan/?per=2015-01-01")

    assert "Dinas Perniagaan" not in seen


def test_a_branch_is_loaded_by_its_plain_address(client, world, base):
    address = f"{base}susunan/opd/{world.plans.opd.pk}/"

    whole = page(client, address)
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "<html" in whole
    assert "<html" not in part
    for seen in (whole, part):
        assert "Bidang Tera" in seen
        assert "1 unit di bawahnya" in seen
    assert "Seksi Timbangan" not in part
    below = client.get(
        f"{base}susunan/unit/{world.plans.unit.public_id}/", headers={"HX-Request": "true"}
    ).content.decode()
    assert "Seksi Timbangan" in below
    assert "<html" not in below


def test_a_unit_tells_its_posts_with_need_and_gap(client, world, base):
    seen = page(client, f"{base}susunan/unit/{world.plans.unit.public_id}/")

    assert "Kepala Bidang Tera" in seen
    assert 'data-label="Kelas">11</td>' in seen
    assert 'data-label="Selisih">-1</td>' in seen


def test_what_is_not_there_is_not_found(client, misal, world, base):
    assert client.get(f"{base}susunan/opd/999999/").status_code == 404
    other = f"/{misal.slug}/susunan/unit/{world.plans.unit.public_id}/"
    assert client.get(other).status_code == 404
    unit = f"{base}susunan/unit/{world.plans.unit.public_id}/?per=2015-01-01"
    assert client.get(unit).status_code == 404
    plan = f"/{misal.slug}/susunan/penataan/{world.plans.reorganisation.public_id}/"
    assert client.get(plan).status_code == 404


def test_a_plan_shows_what_it_comes_to_before_the_button(client, world, base):
    seen = page(client, world.pages()["satu penataan"])

    assert "Akibatnya bila dijalankan" in seen
    assert "Pegawai yang pindah: 1" in seen
    assert "Badan Metrologi / Bidang Tera" in seen
    assert "Akun tidak ikut pindah dengan sendirinya" in seen


def test_a_reorganisation_from_draft_to_the_day_it_is_taken_back(client, world, base):
    answer = client.post(
        f"{base}susunan/penataan/baru/",
        {"title": "Uji", "day": "1/1/2031", "reason": "uji"},
        follow=True,
    )
    plan = Reorganisation.objects.get(title="Uji")
    address = f"{base}susunan/penataan/{plan.public_id}/"
    assert answer.redirect_chain[-1][0] == address
    refused = client.post(f"{address}langkah/", {"kind": "rename_opd", "nama": "Dinas Niaga"})
    assert refused.status_code == 422
    refused = client.post(
        f"{address}langkah/",
        {"kind": "rename_opd", "subject": "Dinas Perniagaann", "nama": "Dinas Niaga"},
    )
    assert "Maksudnya: Dinas Perniagaan" in refused.content.decode()
    client.post(
        f"{address}langkah/",
        {"kind": "rename_opd", "subject": "Dinas Perniagaan", "nama": "Dinas Niaga"},
    )
    asked = client.post(f"{address}jalankan/", PAPER).content.decode()
    assert "1 OPD dibentuk, dihapus, atau diubah namanya." in asked
    plan.refresh_from_db()
    assert plan.is_draft

    client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"})

    plan.refresh_from_db()
    assert plan.status == "carried_out"
    assert "Dinas Niaga" in page(client, f"{base}susunan/?per=2031-01-01")
    assert "Dinas Niaga" not in page(client, f"{base}susunan/?per=2030-12-31")
    client.post(f"{address}batalkan/", {"reason": "ditunda"})
    plan.refresh_from_db()
    assert plan.status == "taken_back"
    assert "Dinas Niaga" not in page(client, f"{base}susunan/?per=2031-01-01")
    assert "Dibatalkan" in page(client, address)


def test_a_step_is_taken_out(client, world):
    address = world.pages()["satu penataan"]

    client.post(f"{address}langkah/2/hapus/")

    assert world.plans.reorganisation.steps.count() == 1


def test_what_is_refused_stands_above_the_form(client, world):
    address = world.pages()["satu penataan"]
    paper = {**PAPER, "decided_on": "1/1/2090", "setuju": "1"}

    answer = client.post(f"{address}jalankan/", paper)

    assert answer.status_code == 422
    assert "sesudah hari ini" in answer.content.decode()


def test_pages_of_structure_ask_the_database_little(client, world, django_assert_max_num_queries):
    for number in range(15):
        opd = Opd.objects.create(
            pemda=world.pemda, nama=f"Dinas {number}", jenis="dinas", sort_key=f"dinas {number}"
        )
        registry.office(world.pemda, f"Kepala Dinas {number}", opd=opd)
    names = ("susunan", "susunan opd", "susunan unit", "susunan jabatan")
    pages = world.pages()
    for name in (*names, "penataan", "satu penataan", "penataan: pegawai"):
        with django_assert_max_num_queries(12):
            client.get(pages[name])


def test_nothing_is_written_by_looking(client, world, only_reading):
    for name in ("susunan", "susunan opd", "susunan unit", "penataan", "satu penataan"):
        assert client.get(world.pages()[name]).status_code == 200


def test_people_of_a_unit_that_moves_are_there_on_the_day(client, world):
    address = world.pages()["satu penataan"]
    client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"})

    (badan,) = Opd.objects.filter(nama="Badan Metrologi")
    assert Placement.objects.on(date(2030, 7, 1)).filter(opd=badan).count() == 1


def test_everybody_whom_a_plan_moves_is_named_before_the_button(client, world):
    address = world.pages()["satu penataan"]
    assert f'href="{address}pegawai/"' in page(client, address)

    seen = page(client, f"{address}pegawai/")

    assert "1 pegawai, berlaku mulai" in seen
    assert "Wati Wacana" in seen
    assert "Badan Metrologi / Bidang Tera" in seen
    assert "ikut tempatnya" in seen
    client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"})
    assert "sudah dijalankan" in page(client, f"{address}pegawai/")


def test_chosen_people_are_typed_one_a_line_and_told_as_chosen(client, world, base):
    address = f"{base}susunan/penataan/baru/"
    client.post(address, {"title": "Pemecahan", "day": "1/1/2031", "reason": "uji"})
    plan = Reorganisation.objects.get(title="Pemecahan")
    address = f"{base}susunan/penataan/{plan.public_id}/"
    client.post(f"{address}langkah/", {"kind": "open_opd", "nama": "Dinas Metrologi"})
    step = {"kind": "move_people", "subject": "Dinas Perniagaan", "to": "Dinas Metrologi"}

    refused = client.post(f"{address}langkah/", {**step, "people": "Siapa Gerangan"})
    assert refused.status_code == 422
    assert "Siapa Gerangan: Tidak ada pegawai" in refused.content.decode()
    assert client.post(f"{address}langkah/", step).status_code == 422
    assert client.post(f"{address}langkah/", {**step, "people": "Wati Wacana"}).status_code == 302

    assert "1 pegawai terpilih" in page(client, address)
    assert "(dipilih)" in page(client, address)
    assert "dipilih</td>" in page(client, f"{address}pegawai/")


TERMS = {
    "eselon": "III.a",
    "kelas": "12",
    "need": "1",
    "lowest_golongan": "III/d",
    "day": "1/1/2026",
    "source": "Kepbup 7/2025",
    "reason": "evaluasi jabatan",
}


def test_the_terms_of_a_post_change_from_a_day_and_earlier_days_keep_theirs(client, world):
    address = world.pages()["susunan jabatan"]

    asked = client.post(f"{address}ubah/", TERMS).content.decode()
    assert "Kelas jabatan: 11 menjadi 12." in asked
    assert "Golongan terendah: tidak disebut menjadi III/d." in asked
    assert "Berlaku mulai 1 Januari 2026" in asked
    assert "<dd>11</dd>" in page(client, f"{address}?per=2026-01-01")

    client.post(f"{address}ubah/", {**TERMS, "setuju": "1"})

    assert "<dd>12</dd>" in page(client, f"{address}?per=2026-01-01")
    assert "<dd>III/d</dd>" in page(client, f"{address}?per=2026-01-01")
    before = page(client, f"{address}?per=2025-12-31")
    assert "<dd>11</dd>" in before
    assert "Kepbup 7/2025" not in before
    assert "sudah tercatat mulai" in before
    assert "Kepbup 7/2025" in page(client, f"{address}?per=2026-01-01")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"eselon": "III.b", "kelas": "11", "lowest_golongan": ""}, "Tidak ada yang berubah"),
        ({"kelas": "18"}, "17"),
        ({"day": ""}, "Belum diisi"),
        ({"day": "1/1/2019"}, "tidak ada lagi pada hari itu"),
        ({"source": ""}, "Belum diisi"),
    ],
)
def test_terms_that_cannot_be_are_refused_with_a_sentence(client, world, wrong, sentence):
    address = world.pages()["ubah jabatan"]

    answer = client.post(address, {**TERMS, "setuju": "1", **wrong})

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_change_before_one_on_record_is_refused(client, world):
    address = world.pages()["ubah jabatan"]
    client.post(address, {**TERMS, "setuju": "1"})

    answer = client.post(address, {**TERMS, "kelas": "13", "day": "1/6/2025", "setuju": "1"})

    assert answer.status_code == 422


def test_a_plan_changes_the_terms_that_its_step_tells_and_no_others(client, world, base):
    address = f"{base}susunan/penataan/baru/"
    client.post(address, {"title": "Kelas", "day": "1/1/2029", "reason": "uji"})
    plan = Reorganisation.objects.get(title="Kelas")
    address = f"{base}susunan/penataan/{plan.public_id}/"
    step = {"kind": "change_post", "subject": "Kepala Bidang Tera", "need": "2"}
    assert client.post(f"{address}langkah/", {**step, "need": ""}).status_code == 422
    assert client.post(f"{address}langkah/", step).status_code == 302

    client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"})

    seen = page(client, f"{world.pages()['susunan jabatan']}?per=2029-01-01")
    assert "<dd>2</dd>" in seen
    assert "<dd>11</dd>" in seen
