"""Directives on their pages: what is set, asked again, answered, listed and taken away."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.web.test_pages import BANNER
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role, RoleGrant
from pamong.apps.forums.models import Directive, DirectiveAnswer, ListRow, ListSheet
from pamong.apps.organisasi.models import Opd


def told(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def one(world) -> str:
    return world.pages()["satu arahan"]


@pytest.fixture
def sheet(world) -> str:
    return world.pages()["isian"]


def test_the_page_tells_who_asked_whom_and_from_which_words(client, one):
    page = told(client.get(one))

    for words in (
        "Datang tepat waktu",
        "Siti Rekayasari (rekaan), Bupati Contoh (rekaan)",
        "semua OPD",
        "meminta semua OPD datang tepat waktu",
        "Menurut dokumen uji-kukuh (9 September 2024)",
        "Tabel program rekaan",
    ):
        assert words in page


def test_a_term_is_set_and_one_before_the_forum_refused(client, one, world):
    refused = client.post(f"{one}tenggat/", {"due_on": "1/9/2024", "reason": "rapat"})
    assert refused.status_code == 422
    assert "mendahului hari arahan diberikan" in told(refused)

    client.post(f"{one}tenggat/", {"due_on": "1/10/2024", "reason": "rapat"})
    page = told(client.get(one))
    assert "1 Oktober 2024" in page
    assert "rapat" in page  # in its history


def test_opds_are_set_by_whoever_may(client, one, world):
    opd = Opd.objects.get(nama="Dinas Uji")

    client.post(f"{one}opd/", {"lead": str(opd.pk), "reason": "pembagian"})

    assert world.directive.units.get().opd == opd
    outsider = signed_in(Role.ASN, world.pemda)
    assert outsider.post(f"{one}opd/", {"lead": "", "reason": "x"}).status_code == 403


def test_the_opd_of_another_government_is_no_choice(client, one, misal):
    stranger = Opd.objects.create(pemda=misal, nama="Dinas Asing", jenis="dinas", sort_key="a")

    answer = client.post(f"{one}opd/", {"lead": str(stranger.pk), "reason": "x"})

    assert answer.status_code == 422


def test_what_asks_again_is_linked_and_its_chain_told(client, one, world):
    first = world.directive
    again = Directive.objects.create(
        forum=world.planned, pemda=world.pemda, gist="datang tepat waktu", topic="disiplin"
    )
    address = f"/arahan/{again.public_id}/"

    client.post(f"{address}ulang/", {"earlier": str(first.public_id), "reason": "sama"})

    assert "diminta 2 kali sejak 9 September 2024" in told(client.get(f"{address}?per=2024-12-02"))
    before = told(client.get(f"{one}?per=2024-10-01"))
    assert "diminta 2 kali" not in before


def test_an_upward_directive_waits_in_calm_words_and_shows_its_answer(client, world):
    address = world.pages()["arahan ke atas"]
    waiting = told(client.get(f"{address}?per=2024-09-20"))
    answered = told(client.get(f"{address}?per=2024-10-01"))

    assert "Belum ada jawaban yang dicatat di sini." in waiting
    assert "Surat jawaban rekaan." in answered
    assert "Badan Kepegawaian Negara" in answered
    assert "B-1/2024" in answered


def test_the_letter_of_an_answer_is_handed_out_as_a_file(client, world, misal):
    answer = DirectiveAnswer.objects.get()
    address = f"/arahan/jawaban/{answer.public_id}/berkas/"

    got = client.get(address)

    assert got.content == b"%PDF-1.4 rekaan"
    assert got["Content-Disposition"] == 'attachment; filename="surat.pdf"'
    assert got["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"{address}?per=2024-09-01").status_code == 404
    assert signed_in(Role.SEKDA, misal).get(address).status_code == 404


def test_an_answer_with_a_file_that_is_none_is_refused_in_words(client, world):
    file = SimpleUploadedFile("jawaban.pdf", b"\x00\x01")
    posted = {
        "body": "BKN",
        "answered_on": "1/10/2024",
        "words": "Ya.",
        "reason": "surat masuk",
        "file": file,
    }
    answer = client.post(world.pages()["jawaban"], posted)

    assert answer.status_code == 422
    assert "jawaban.pdf bukan PDF" in told(answer)
    assert DirectiveAnswer.objects.count() == 1


def test_a_list_is_asked_for_after_its_plan(client, world):
    directive = Directive.objects.create(
        forum=world.forum, pemda=world.pemda, gist="inventarisasi program"
    )
    address = f"/arahan/{directive.public_id}/"
    client.post(f"{address}penerima/", {"to": "semua OPD", "reason": "lengkap"})
    table = {"title": "Program", "name-1": "Nama", "kind-1": "teks", "reason": "arahan"}

    planned = client.post(f"{address}daftar/", table)
    assert f"{world.pemda.opd.count()} OPD mendapat tabel kosong" in told(planned)
    assert not ListSheet.objects.filter(request__directive=directive).exists()

    client.post(f"{address}daftar/", {**table, "setuju": "1"})
    asked = ListSheet.objects.filter(request__directive=directive)
    assert {each.opd for each in asked} == set(world.pemda.opd.all())


def test_columns_of_one_name_and_choices_without_any_are_told(client, world):
    directive = Directive.objects.create(forum=world.forum, pemda=world.pemda, gist="daftar")
    table = {"title": "P", "name-1": "A", "kind-1": "pilihan", "name-2": "a", "reason": "x"}

    answer = client.post(f"/arahan/{directive.public_id}/daftar/", {**table, "setuju": "1"})

    assert "Tulis pilihannya." in told(answer)
    assert "Nama kolom ini sudah dipakai." in told(answer)


def test_the_head_of_an_opd_pastes_rows_and_says_complete(world, sheet):
    head = signed_in(Role.KEPALA_OPD, world.pemda)
    text = "Program\tPenerima\tMulai\tStatus\nPosyandu\t1.250\t1/2/2024\tberjalan\nPuskesmas\t\t\t"

    head.post(sheet, {"rows": text})
    head.post(f"{sheet}baris/", {"k1": "Sekolah", "k2": "12", "k3": "", "k4": "selesai"})
    answer = head.post(f"{sheet}lengkap/", {}, follow=True)

    assert ListRow.objects.count() == 3
    assert "dinyatakan lengkap" in told(answer)
    assert "Tempel dari lembar kerja" not in told(answer)
    page = told(signed_in(Role.SEKDA, world.pemda).get(world.pages()["isian semua"]))
    asked = ListSheet.objects.filter(request=world.sheet.request).count()
    assert f"1 dari {asked} OPD menyatakan lengkap" in page


def test_a_wrong_cell_is_named_and_what_was_pasted_stays(client, sheet):
    answer = client.post(sheet, {"rows": "Posyandu\t1.5\tkemarin\tberjalan"})

    assert answer.status_code == 422
    assert "Baris 1, kolom Penerima" in told(answer)
    assert "kemarin" in told(answer)
    assert ListRow.objects.count() == 1


def test_staff_of_the_opd_fill_but_only_its_head_says_complete(world, sheet):
    asn = signed_in(Role.ASN, world.pemda)

    assert asn.post(f"{sheet}baris/", {"k1": "Sekolah"}).status_code == 302
    assert asn.post(f"{sheet}lengkap/", {}).status_code == 403
    assert signed_in(Role.WARGA).get(sheet).status_code == 403


def test_the_head_of_another_opd_sees_no_foreign_table(world, sheet):
    other = Opd.objects.create(pemda=world.pemda, nama="Dinas Lain", jenis="dinas", sort_key="l")
    head = signed_in(Role.KEPALA_OPD, world.pemda)
    RoleGrant.objects.filter(role=Role.KEPALA_OPD).update(opd=other)

    assert head.get(sheet).status_code == 403
    assert head.post(sheet, {"rows": "x"}).status_code == 403


@pytest.mark.parametrize("is_demonstration", [True, False])
def test_the_compiled_answers_are_taken_away_with_day_and_banner(
    client, world, settings, is_demonstration
):
    settings.PAMONG_DEMONSTRATION = is_demonstration
    ListRow.objects.update(cells=["=1+1", "1250", "2024-02-01", "berjalan"])

    answer = client.get(f"{world.pages()['isian semua']}unduh/?per=2024-10-01")

    with ZipFile(BytesIO(answer.content)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert answer["Content-Disposition"] == 'attachment; filename="tabel-program-rekaan.xlsx"'
    assert "Keadaan per 1 Oktober 2024" in sheet
    assert (BANNER in sheet) == is_demonstration
    assert "<v>1250</v>" in sheet
    assert "<f>" not in sheet


@pytest.mark.parametrize(
    ("query", "finds"),
    [("cari=tepat", True), ("cari=tepaat", True), ("cari=jembatan", False),
     ("pemberi=rekaya", True), ("topik=disiplin", True), ("topik=desa", False),
     ("bentuk=daftar", True), ("bentuk=lagi", False), ("tahun=2024", True), ("hal=9", True)],
)  # fmt: skip
def test_the_list_is_narrowed_by_its_address(client, world, query, finds):
    answer = client.get(f"/{world.pemda.slug}/arahan/?{query}&per=2024-10-01")

    assert ("Datang tepat waktu" in told(answer)) == finds
