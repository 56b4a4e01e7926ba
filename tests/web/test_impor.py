"""Bringing in data by pages: uploaded, looked at, matched, chosen, accepted, undone."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from python_calamine import CalamineWorkbook
from tests.apps.impor.conftest import committed, export, previewed
from tests.support.imports import FILE, NIP
from tests.support.registry import WARNI
from tests.web.test_roles import signed_in

from pamong import law
from pamong.apps.accounts.models import Look, Role
from pamong.apps.core.files import NewFile
from pamong.apps.findings.due_days import KGB
from pamong.apps.findings.models import Finding, LawRun
from pamong.apps.findings.running import run_rules
from pamong.apps.findings.services import run_law
from pamong.apps.impor import progress
from pamong.apps.impor.carrying_out import carry_on, preview
from pamong.apps.impor.models import ColumnMatch, Import, StagedRow, Step
from pamong.apps.kepegawaian.models import Pegawai, RiwayatCoverage
from pamong.apps.organisasi.models import UnitKerja
from pamong.exchange.errors import LockedTableFileError
from pamong.exchange.sample import AS_OF
from pamong.web.impor.forms import told_counts

MADE = b"NIP;Nama;TMT CPNS;Status CPNS PNS\n"


@pytest.fixture(autouse=True)
def on_the_day_of_the_export(monkeypatch):
    """Who is made up to be at work on that day may have retired since."""
    monkeypatch.setattr("pamong.web.standpoint.today_in", lambda _zone: AS_OF)
    yield
    progress.close()


@pytest.fixture
def base(contoh):
    return f"/{contoh.slug}/impor/"


@pytest.fixture
def analyst(contoh):
    return signed_in(Role.BKD, contoh)


def body(answer, status=200):
    assert answer.status_code == status
    return answer.content.decode()


def sent(*files, reason="unduhan rekaan"):
    return {
        "tables": [SimpleUploadedFile(file.name, file.content) for file in files],
        "reason": reason,
    }


def test_files_of_one_download_are_taken_read_and_shown(analyst, base, tmp_path):
    files, _ = export(tmp_path / "ekspor", 6)

    answer = analyst.post(f"{base}baru/", sent(*files))

    batch = Import.objects.get()
    assert answer["Location"] == f"{base}{batch.public_id}/"
    waiting = body(analyst.get(answer["Location"]))
    assert "Pekerja latar tidak berjalan, jadi langkah ini menunggu" in waiting
    assert '<noscript><meta http-equiv="refresh"' in waiting
    carry_on(batch.pk)
    done = analyst.get(answer["Location"], headers={"HX-Request": "true"})
    assert done["HX-Refresh"] == "true"
    seen = body(analyst.get(answer["Location"]))
    assert "66 baris ditulis" in seen
    assert "unduhan rekaan" in body(analyst.get(base))


def test_a_list_of_kgb_that_was_brought_in_fills_the_list_of_rises(analyst, contoh):
    people = MADE.decode() + "198001012005010001;Andi Rekaan (rekaan);01-01-2005;P\n"
    pay = "NIP;Gol;MK Thn;MK Bln;TMT KGB\n198001012005010001;III/c;20;0;01-01-2025\n"
    lists = {"orang.csv": people, "kgb.csv": pay}
    committed(previewed(contoh, [NewFile(name, text.encode()) for name, text in lists.items()]))
    run_rules([law.rules()[KGB]], contoh, [AS_OF])
    address = f"/{contoh.slug}/daftar/kgb/"

    page = body(analyst.get(address))
    sheet = b"".join(analyst.get(f"{address}excel/").streaming_content)

    assert "Andi Rekaan" in page
    assert "1 Januari 2027" in page
    rows = CalamineWorkbook.from_filelike(io.BytesIO(sheet)).get_sheet_by_index(0).to_python()
    assert any({"Andi Rekaan (rekaan)", date(2027, 1, 1)} <= set(row) for row in rows)


OLD = """NIP;Nama;Tgl Lahir;Status;TMT CPNS;Jenis Jabatan;Jabatan;TMT Jabatan
196001011985030001;Tetua Rekaan (rekaan);01-01-1960;PNS;01-03-1985;Pelaksana;Pengelola;01-04-2015
"""


def test_a_report_tells_what_the_law_found_since_and_leads_there(analyst, contoh, base):
    ask = {"headers": {"HX-Request": "true", "HX-Target": "temuan-impor"}}
    waiting = previewed(contoh, [NewFile("daftar.csv", OLD.encode())])
    assert "temuan-impor" not in body(analyst.get(f"{base}{waiting.public_id}/"))

    batch = committed(waiting)

    one = f"{base}{batch.public_id}/"
    unjudged = body(analyst.get(one))
    assert "Data yang masuk belum dinilai: pekerja latar tidak berjalan" in unjudged
    assert 'hx-target="#temuan-impor"' in unjudged
    ProcrastinateJob.objects.all().delete()
    assert "Tidak ada temuan yang belum ada sebelum impor ini" in body(analyst.get(one, **ask))
    run_law(pemda=contoh, days=[AS_OF], actor=WARNI, reason="sesudah impor")
    found = body(analyst.get(one, **ask))
    assert found.lstrip().startswith("<section")
    assert f"<strong>{Finding.objects.count()} temuan</strong>" in found
    assert f"/{contoh.slug}/temuan/?aturan=bup-pns" in found
    assert f"/temuan/{Finding.objects.get(rule_id='bup-pns').public_id}/" in found
    assert "hx-get" not in found


def test_what_was_found_before_an_import_is_not_told_of_it(analyst, contoh, base):
    committed(previewed(contoh, [NewFile("daftar.csv", OLD.encode())]))
    run_law(pemda=contoh, days=[AS_OF], actor=WARNI, reason="sesudah impor")
    LawRun.objects.update(recorded_at=timezone.now() - timedelta(days=1))
    young = OLD.replace("1960", "1990").replace("1985", "2015").replace("Tetua", "Muda")
    later = committed(previewed(contoh, [NewFile("lagi.csv", young.encode())]))
    ProcrastinateJob.objects.all().delete()

    page = body(analyst.get(f"{base}{later.public_id}/"))

    assert "Tidak ada temuan yang belum ada sebelum impor ini" in page


def test_units_become_a_plan_whose_page_is_paged_and_which_is_carried_out(
    analyst, contoh, base, tmp_path
):
    units = next(f for f in export(tmp_path / "ekspor", 6)[0] if f.name == "siasn-unor.csv")
    one = f"{base}{previewed(contoh, [units]).public_id}/"
    assert "Jadikan rancangan penataan" in body(analyst.get(one))
    asked = body(analyst.get(f"{one}susunan/"))
    assert "Pemerintah Daerah Contoh</strong>, dibaca sebagai pemerintah daerah itu" in asked
    assert "Dinas Urusan Contoh 2" in asked
    told = {"title": "Susunan dari berkas", "day": "1/1/2020", "reason": "pindahan data"}
    assert "Belum diisi" in body(analyst.post(f"{one}susunan/", {**told, "day": ""}), 422)

    plan = analyst.post(f"{one}susunan/", told)["Location"]

    first, second = body(analyst.get(plan)), body(analyst.get(f"{plan}?hal=2"))
    assert "Halaman 1 dari 2" in first
    assert ("1. bentuk OPD baru" in first, "1. bentuk OPD baru" in second) == (True, False)
    assert "sudah menjadi rancangan" in body(analyst.get(f"{one}susunan/"))
    paper = {"number": "Perbup 1/2020", "decided_on": "2/12/2019", "issued_by": "Bupati (rekaan)"}
    done = analyst.post(f"{plan}jalankan/", {**paper, "reason": "pindahan data", "setuju": "1"})
    assert done.status_code == 302
    assert UnitKerja.objects.filter(pemda=contoh).count() == 30
    assert f"{plan}batalkan/" in body(analyst.get(plan))


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (NewFile("kosong.xlsx", b""), "Berkas kosong.xlsx kosong"),
        (NewFile("surat.pdf", b"%PDF-1.4"), "bukan .xlsx"),
        (NewFile("unduhan.zip", b"PK rusak"), "tidak dapat dibuka"),
    ],
)
def test_what_is_no_table_is_said_at_the_field(analyst, base, file, why):
    assert why in body(analyst.post(f"{base}baru/", sent(file)), 422)
    assert not Import.objects.exists()


def test_a_form_without_files_or_reason_says_so(analyst, base):
    seen = body(analyst.post(f"{base}baru/", {"reason": ""}), 422)

    assert "Belum ada berkas" in seen
    assert "Belum diisi" in seen


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(analyst, base, monkeypatch):
    monkeypatch.setattr("pamong.web.impor.forms.LARGEST", 1_000_000)

    seen = body(analyst.post(f"{base}baru/", sent(NewFile("besar.csv", b"x" * 2_000_000))), 422)

    assert "besar.csv 2 MB, lebih dari 1 MB" in seen


def test_one_file_twice_under_two_names_is_refused(analyst, base):
    files = [NewFile("a.csv", MADE), NewFile("b.csv", MADE)]

    assert "a.csv dan b.csv berisi sama persis" in body(
        analyst.post(f"{base}baru/", sent(*files)), 422
    )


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04rusak", "rusak atau terpotong"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ""),
        (b"<html><table>", "halaman web"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_on_its_page(analyst, contoh, base, content, why):
    batch = previewed(contoh, [NewFile("unduhan.xlsx", content)])

    seen = body(analyst.get(f"{base}{batch.public_id}/"))

    assert "<strong>unduhan.xlsx</strong>" in seen
    assert why in seen
    assert "Terima dan masukkan" not in seen


def test_a_locked_workbook_says_how_to_unlock_it():
    assert "hapus kata sandinya" in str(LockedTableFileError("a.xlsx"))


def test_files_that_came_before_are_pointed_at(analyst, contoh, base, tmp_path):
    files, _ = export(tmp_path / "ekspor", 6)
    committed(previewed(contoh, files))

    seen = body(analyst.get(f"{base}{previewed(contoh, files).public_id}/"))

    assert "sama persis dengan berkas yang pernah diunggah (sudah dimasukkan)" in seen


def test_a_file_of_another_government_is_asked_about(analyst, contoh, base):
    rows = MADE.replace(b"\n", b";Instansi Kerja Nama\n")
    row = b"197001011994010001;Andi Rekaan (rekaan);01-01-1994;P;Pemerintah Kab. %s\n"
    batch = previewed(contoh, [NewFile("orang.csv", rows + row % b"Lain")])
    one = f"{base}{batch.public_id}/"

    assert "1 baris menyebut instansi lain" in body(analyst.get(one))
    assert "Mungkin ini berkas daerah lain" in body(analyst.get(one))
    told = {"reason": "uji", "seen": _seen(batch), "setuju": "1"}
    assert "1 baris menyebut instansi lain" in body(analyst.post(f"{one}terima/", told), 422)
    assert analyst.post(f"{one}terima/", {**told, "is_sure": "on"}).status_code == 302

    own = row % contoh.short_name.removesuffix(" (rekaan)").encode()
    assert previewed(contoh, [NewFile("orang.csv", rows + own)]).other_instansi == {}


def _seen(batch):
    return told_counts(Import.objects.get(pk=batch.pk).chosen_counts)


def test_the_counts_add_up_and_lead_to_their_rows(client, world):
    one = world.pages()["satu impor"]
    seen = body(client.get(one))

    assert "3 baris belum dibaca" in seen
    assert f"{one}baris/?kelas=changed&amp;bagian=pangkat" in seen
    changed = body(client.get(world.pages()["impor: baris"]))
    assert "<del>823/17</del>" in changed
    assert "<ins>823/18</ins>" in changed
    assert "Lastri Umpama" in changed
    assert NIP in changed
    refused = body(client.get(f"{one}baris/?kelas=doubtful"))
    assert "IX/z" in refused
    assert f"{FILE}, baris 3" in refused


def test_doubts_tell_place_value_and_advice_and_go_to_excel(client, world):
    seen = body(client.get(world.pages()["impor: keraguan"] + "?jenis=golongan-tidak-dikenal"))

    assert "B3" in seen
    assert "<q>IX/z</q>" in seen
    answer = client.get(world.pages()["satu impor"] + "keraguan.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    listed, rows = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    assert listed[-1][:4] == [FILE, "", 3.0, "B"]
    assert rows[0][:3] == ["nipBaru", "golongan", "skNomor"]
    assert rows[1][:3] == [NIP, "IX/z", "823/19"]


def test_whoever_may_not_see_a_class_reads_that_it_is_closed(world, settings):
    operator = signed_in(Role.OPERATOR)
    batch = world.imports.ready
    batch.sheets = [{**batch.sheets[0], "kolom": {"0": "nipBaru", "2": "skNomor"}}]
    batch.save()

    seen = body(operator.get(world.pages()["impor: keraguan"]))

    assert "IX/z" not in seen
    assert "<q>tertutup</q>" in seen
    answer = operator.get(world.pages()["satu impor"] + "keraguan.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(answer.streaming_content)))
    assert book.get_sheet_by_index(1).to_python()[1][:3] == [NIP, "tertutup", "823/19"]


def test_who_looks_at_closed_fields_of_people_on_record_is_kept(world):
    signed_in(Role.BKD, world.pemda).get(world.pages()["impor: baris"])
    assert not Look.objects.filter(page="impor:rows").exists()  # a rank is open

    StagedRow.objects.filter(row=2).update(section="data-pribadi", said={"religion": "islam"})
    signed_in(Role.BKD_ADMIN, world.pemda).get(world.pages()["impor: baris"])

    assert Look.objects.filter(page="impor:rows").count() == 1


def test_the_preview_names_the_column_that_rows_lack(analyst, contoh, base):
    rows = b"NIP;Nama;TMT CPNS\n197001011994010001;Andi Rekaan (rekaan);01-01-1994\n"
    batch = previewed(contoh, [NewFile("daftar.csv", rows)])

    assert "tidak menyebut status_cpns_pns dengan" in body(
        analyst.get(f"{base}{batch.public_id}/")
    )


def test_a_list_without_the_day_of_a_golongan_says_what_will_not_be_counted(
    analyst, contoh, base, tmp_path
):
    rows = MADE + b"197001011994010001;Andi Rekaan (rekaan);01-01-1994;PNS\n"
    alone = previewed(contoh, [NewFile("daftar.csv", rows)])
    main = [file for file in export(tmp_path / "ekspor", 6)[0] if "pegawai" in file.name]
    dated = previewed(contoh, main)

    pages = [body(analyst.get(f"{base}{each.public_id}/")) for each in (alone, dated)]

    assert ["Golongan dengan TMT-nya tidak ada" in page for page in pages] == [True, False]


def test_columns_are_matched_once_and_known_again(analyst, contoh, base):
    own = b"Nomor Pokok;Panggilan Resmi;Mulai CPNS;Keadaan\n"
    own += b"197001011994010001;Andi Rekaan (rekaan);01-01-1994;P\n"
    batch = previewed(contoh, [NewFile("punya-kami.csv", own)])
    address = f"{base}{batch.public_id}/cocokkan/"
    sheet = batch.sheets[0]
    assert "Panggilan Resmi" in body(analyst.get(address))
    assert "golongan" in body(analyst.get(f"{address}?tata_letak=siasn-rw-golongan"))
    told = {"sidik": sheet["sidik"], "tata_letak": "siasn-pegawai"}
    assert "Belum ada kolom yang dipilih" in body(analyst.post(address, told), 422)
    twice = {**told, "k0": "nip_baru", "k1": "nip_baru"}
    assert "dipilih dua kali" in body(analyst.post(address, twice), 422)

    chosen = {"k0": "nip_baru", "k1": "nama", "k2": "tmt_cpns", "k3": "status_cpns_pns"}
    assert analyst.post(address, {**told, **chosen}).status_code == 302

    assert ColumnMatch.objects.get(pemda=contoh).fingerprint == sheet["sidik"]
    carry_on(batch.pk)
    assert "1 baris ditulis" in body(analyst.get(f"{base}{batch.public_id}/"))
    assert previewed(contoh, [NewFile("lagi.csv", own)]).step == Step.READY
    again = body(analyst.get(f"{address}?lembar={sheet['sidik']}"))
    assert 'value="nip_baru" selected>' in again


def test_a_section_a_class_and_a_row_are_left_out(analyst, contoh, base, tmp_path):
    batch = previewed(contoh, export(tmp_path / "ekspor", 6)[0])
    one = f"{base}{batch.public_id}/"
    kept = [key for key in batch.counts if key and key != "diklat"]

    analyst.post(f"{one}pilih/", {"bagian": kept, "kelas": ["new", "changed"]})
    assert "54 baris ditulis" in body(analyst.get(one))
    rows = body(analyst.get(f"{one}baris/?kelas=new&bagian=pangkat"))
    shown = [each.pk for each in StagedRow.objects.filter(section="pangkat").order_by("pk")]
    assert f'value="{shown[0]}"' in rows
    analyst.post(f"{one}pilih/", {"baris": "1", "kelas": "new", "ada": shown, "terima": shown[1:]})
    assert "53 baris ditulis" in body(analyst.get(one))

    analyst.post(f"{one}pilih/", {"bagian": kept, "kelas": []})
    assert "0 baris ditulis" in body(analyst.get(one))
    told = {"reason": "uji", "seen": _seen(batch), "setuju": "1"}
    assert "Tidak ada baris yang diterima" in body(analyst.post(f"{one}terima/", told), 422)


def test_accepting_shows_what_it_does_records_coverage_and_can_be_undone(
    analyst, contoh, base, tmp_path
):
    batch = previewed(contoh, export(tmp_path / "ekspor", 6)[0])
    one = f"{base}{batch.public_id}/"
    told = {"reason": "sudah diperiksa", "seen": _seen(batch), "sejak_pangkat": "1/1/1990"}
    assert "6 pegawai baru." in body(analyst.post(f"{one}terima/", told))
    future = {**told, "sejak_pangkat": "1/1/2090", "setuju": "1"}
    assert "tidak dapat dinyatakan lengkap" in body(analyst.post(f"{one}terima/", future), 422)

    assert analyst.post(f"{one}terima/", {**told, "setuju": "1"}).status_code == 302
    carry_on(batch.pk)

    seen = body(analyst.get(one))
    assert "Impor ini sudah dimasukkan" in seen
    assert Pegawai.objects.filter(pemda=contoh).count() == 6
    coverage = RiwayatCoverage.objects.get(pemda=contoh)
    assert (coverage.riwayat, coverage.starts_on) == ("pangkat", date(1990, 1, 1))
    plan = body(analyst.post(f"{one}batalkan/", {"reason": "salah berkas"}))
    assert "Tidak ada catatan yang diubah sesudahnya" in plan
    analyst.post(f"{one}batalkan/", {"reason": "salah berkas", "setuju": "1"})
    carry_on(batch.pk)
    assert not Pegawai.objects.exists()
    assert not RiwayatCoverage.objects.exists()
    assert "Sudah dibatalkan" in body(analyst.get(one))


def test_of_two_tabs_the_second_is_told_what_the_first_did(analyst, contoh, base, tmp_path):
    batch = previewed(contoh, export(tmp_path / "ekspor", 6)[0])
    one = f"{base}{batch.public_id}/"
    told = {"reason": "uji", "seen": _seen(batch), "setuju": "1"}
    analyst.post(f"{one}pilih/", {"bagian": ["pegawai"], "kelas": ["new"]})
    assert "Pilihannya berubah sejak halaman ini dibuka" in body(
        analyst.post(f"{one}terima/", told), 422
    )
    told["seen"] = _seen(batch)
    assert analyst.post(f"{one}terima/", told).status_code == 302

    again = body(analyst.post(f"{one}terima/", told), 422)

    assert "Impor ini sedang dimasukkan" in again
    answer = analyst.post(f"{one}tinggalkan/", {"reason": "uji"})
    assert "Impor ini sedang dimasukkan" in body(answer, 422)
    answer = analyst.post(f"{one}pilih/", {"kelas": ["new"]}, follow=True)
    assert "Impor ini sedang dimasukkan" in body(answer)


def test_none_is_accepted_by_leaving_the_import(analyst, contoh, base, tmp_path):
    batch = previewed(contoh, export(tmp_path / "ekspor", 6)[0])
    one = f"{base}{batch.public_id}/"

    analyst.post(f"{one}tinggalkan/", {"reason": "salah berkas"})

    assert "Tidak dimasukkan" in body(analyst.get(one))
    assert not Pegawai.objects.exists()


def test_a_step_that_failed_is_said_and_can_be_asked_for_anew(analyst, contoh, base, tmp_path):
    batch = previewed(contoh, export(tmp_path / "ekspor", 6)[0])
    Import.objects.filter(pk=batch.pk).update(step=Step.READING, job_id=None)
    one = f"{base}{batch.public_id}/"
    assert "Langkah ini terhenti karena galat" in body(analyst.get(one))

    analyst.post(f"{one}ulangi/")

    assert "terhenti" not in body(analyst.get(one))
    answer = analyst.post(f"{one}ulangi/", follow=True)
    assert "masih berjalan atau menunggu giliran" in body(answer)
    preview(Import.objects.get(pk=batch.pk))
    assert "66 baris ditulis" in body(analyst.get(one))


def test_the_list_tells_no_import_that_came_after_its_day(client, world):
    address = world.pages()["impor"]

    assert "Unduhan lama (rekaan)" in body(client.get(f"{address}?per=2024-09-09"))
    assert "Belum ada impor" in body(client.get(f"{address}?per=2024-09-08"))


def test_the_list_of_people_leads_here_for_who_may(world, client):
    page = world.pages()["pegawai"]

    assert world.pages()["impor"] in body(client.get(page))
    assert world.pages()["impor"] not in body(signed_in(Role.SEKDA, world.pemda).get(page))
