"""An appointment of many by pages: pasted, checked, carried out, sworn, printed, taken back."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook
from tests.support import registry
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import JabatanHolding, JabatanKind
from pamong.apps.penataan.models import Pelantikan

PAPER = {
    "number": "821.2/77/2029",
    "decided_on": "2/5/2024",
    "issued_by": "Bupati (rekaan)",
    "reason": "SK diterima",
}


@pytest.fixture
def address(world):
    return world.pages()["satu pelantikan"]


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_plan_tells_who_takes_what_and_what_the_law_lacks(client, address):
    seen = page(client, address)

    assert "Wati Wacana (rekaan)" in seen
    assert "Kepala Bidang Tera" in seen
    assert "Belum dapat dinilai" in seen
    assert "/aturan/kdh-larangan-mutasi/" in seen
    assert "Tidak diperiksa di sini" in seen


def test_a_basis_that_was_seen_in_a_secondary_source_is_marked_so(client, address):
    assert "(dari sumber sekunder)" in page(client, address)


def test_a_new_plan_takes_pasted_rows_and_gives_doubts_back(client, world):
    base = f"/{world.pemda.slug}/pelantikan/"
    client.post(
        f"{base}baru/",
        {"title": "Uji", "day": "1/1/2031", "decided_by": "kepala_daerah", "reason": "uji"},
    )
    plan = Pelantikan.objects.get(title="Uji")
    rows = f"{base}{plan.public_id}/baris/"
    text = "Wati Wacana; Kepala Bidang Tera\nTak Ada; Kepala Bidang Tera"

    doubted = client.post(rows, {"rows": text})

    assert doubted.status_code == 422
    seen = doubted.content.decode()
    assert "1 baris terbaca, 1 diragukan" in seen
    assert "Tidak ada pegawai dengan NIP atau nama itu" in seen
    assert plan.lines.count() == 0
    left = client.post(rows, {"rows": text, "take_sound": "on"}).content.decode()
    assert plan.lines.count() == 1
    assert "1 baris sudah ditambahkan" in left
    assert "Tak Ada; Kepala Bidang Tera</textarea>" in left
    again = client.post(rows, {"rows": "Wati Wacana; Kepala Bidang Tera"})
    assert "sudah ada di lampiran" in again.content.decode()


def test_a_file_that_is_no_sheet_is_refused_at_its_field(client, address):
    answer = client.post(f"{address}baris/", {"file": SimpleUploadedFile("a.xlsx", b"no")})

    assert answer.status_code == 422
    assert "tidak terbaca sebagai lembar kerja" in answer.content.decode()
    assert client.post(f"{address}baris/", {}).status_code == 422


def test_it_is_carried_out_after_its_sentences_are_agreed_to(client, world, address):
    asked = client.post(f"{address}jalankan/", PAPER).content.decode()
    assert "1 orang menerima jabatan atau penugasan." in asked
    assert not JabatanHolding.objects.filter(jabatan__nama="Kepala Bidang Tera").exists()

    client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"})

    held = JabatanHolding.objects.get(jabatan__nama="Kepala Bidang Tera")
    assert str(held.decree) == "SK 821.2/77/2029"
    assert "Dijalankan" in page(client, address)
    client.post(f"{address}batalkan/", {"reason": "keliru"})
    assert not JabatanHolding.objects.filter(jabatan__nama="Kepala Bidang Tera").exists()
    assert "Dibatalkan" in page(client, address)


def test_who_is_in_the_way_is_named_and_stops_it(client, world, address, tono, sk):
    head = world.plans.appointment.lines.get().jabatan
    registry.hold(tono, head, since=sk.decided_on, by=sk)

    assert "Tono Andaikata (rekaan)" in page(client, address)
    answer = client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"})

    assert answer.status_code == 422
    assert "Masih dipangku orang lain" in answer.content.decode()


def test_a_breach_asks_for_a_reason(client, world, address):
    line = world.plans.appointment.lines.get()
    line.jabatan.eselon, line.jabatan.kind = "II.b", JabatanKind.KEPALA_OPD
    line.jabatan.save()
    line.jabatan.states.update(eselon="II.b")
    line.pegawai.born_on = line.pegawai.born_on.replace(year=1970)
    line.pegawai.save()
    assert "1 baris dinilai melanggar aturan" in page(client, address)
    assert client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"}).status_code == 422

    client.post(f"{address}baris/1/alasan/", {"why": "Izin tertulis (rekaan)"})

    assert "Alasan tetap dilantik: Izin tertulis (rekaan)" in page(client, address)
    assert client.post(f"{address}jalankan/", {**PAPER, "setuju": "1"}).status_code == 302


def test_consent_and_oath_are_recorded(client, world, address):
    answer = client.post(f"{address}persetujuan/", {"number": "100/1"})
    assert "nomor dan tanggalnya" in answer.content.decode()
    client.post(f"{address}persetujuan/", {"number": "100/1", "day": "1/6/2030"})
    assert "1 Juni 2030" in page(client, f"{address}persetujuan/")
    oath = {"day": "1/7/2030", "place": "Pendopo", "taken_by": "Bupati (rekaan)"}
    client.post(f"{address}sumpah/", {**oath, "witnesses": "Saksi Satu\nSaksi Dua"})

    for name in ("", "lampiran/"):
        seen = page(client, f"{address}{name}")
        assert "di Pendopo oleh Bupati (rekaan)" in seen
        assert "Saksi Dua" in seen
    assert "Saksi Dua</textarea>" in page(client, f"{address}sumpah/")


def test_the_attachment_is_an_excel_file_and_a_sheet(client, world, address):
    answer = client.get(f"{address}lampiran.xlsx")
    sheet = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0)

    assert "attachment" in answer["Content-Disposition"]
    assert sheet.to_python()[4][1] == "Wati Wacana (rekaan)"
    assert "Wati Wacana (rekaan)" in page(client, f"{address}lampiran/")


@pytest.mark.parametrize(("role", "status"), [(Role.BKD, 200), (Role.ASN, 403), (Role.WARGA, 403)])
def test_the_file_is_handed_out_to_those_who_may_read_the_plan(world, address, role, status):
    assert signed_in(role, world.pemda).get(f"{address}lampiran.xlsx").status_code == status


def test_another_government_has_no_such_file(world, address, misal):
    answer = signed_in(Role.BKD, misal).get(f"{address}lampiran.xlsx")

    assert answer.status_code == 404


def test_a_line_is_taken_out(client, world, address):
    client.post(f"{address}baris/1/hapus/")

    assert "Lampirannya masih kosong" in page(client, address)


def test_pages_of_an_appointment_ask_the_database_little(
    client, world, django_assert_max_num_queries
):
    pages = world.pages()
    for name in ("pelantikan", "satu pelantikan", "pelantikan: lampiran"):
        with django_assert_max_num_queries(12):
            client.get(pages[name])


def test_lines_are_shown_by_what_they_are_to_be_seen_for(client, address):
    whole = page(client, address)
    assert 'href="' + address + '?tampil=belum_dinilai"' in whole
    assert "Belum dapat dinilai (1)" in whole

    assert 'id="baris-1"' in page(client, f"{address}?tampil=belum_dinilai")
    assert "Tidak ada baris seperti itu." in page(client, f"{address}?tampil=terhalang")
    assert 'id="baris-1"' in page(client, f"{address}?tampil=tidak-dikenal")


def test_a_line_is_found_by_a_name(client, address):
    assert 'id="baris-1"' in page(client, f"{address}?cari=wacana")
    assert 'id="baris-1"' not in page(client, f"{address}?cari=andaikata")


def test_a_line_of_a_later_page_is_shown_by_its_number(client, world, address):
    plan = world.plans.appointment
    for position in range(2, 23):
        plan.lines.create(
            position=position,
            pegawai=Pegawai.objects.create(
                person=registry.person(f"Orang Baris {position}"),
                pemda=world.pemda,
                kind="pns",
                starts_on=plan.day,
            ),
            jabatan=registry.office(world.pemda, f"Kepala Seksi {position}"),
            starts_on=plan.day,
        )

    assert 'id="baris-21"' not in page(client, address)
    assert 'id="baris-21"' in page(client, f"{address}?baris=21")
    gone = client.post(f"{address}baris/21/hapus/?tampil=belum_dinilai")
    assert gone.url == f"{address}?tampil=belum_dinilai&baris=21#baris-21"
    assert 'id="baris-22"' in page(client, gone.url.partition("#")[0])
