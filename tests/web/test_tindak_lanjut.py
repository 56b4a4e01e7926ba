"""The pages of duties: acts with the errors that people make, files, borders, and residents."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.support import duties, registry
from tests.web.test_roles import signed_in

from pamong.apps.accounts.models import Role, RoleGrant, User
from pamong.apps.duties import services
from pamong.apps.duties.models import Duty, DutyStep
from pamong.apps.duties.services import Report
from pamong.apps.organisasi.models import Opd, Pemda

TODAY = date(2024, 10, 1)


@pytest.fixture(autouse=True)
def on_the_first_of_october():
    with time_machine.travel("2024-10-01 05:00:00+00:00", tick=False):
        yield


def someone(role: Role, pemda, opd=None, name=None) -> Client:
    """Return the browser of somebody with a role of his own."""
    user = User.objects.create(username=name or role, nama=f"{name or role} (rekaan)")
    RoleGrant.objects.create(
        user=user, role=role, pemda=pemda, opd=opd, starts_on=date(2019, 1, 1)
    )
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def duty(contoh) -> Duty:
    return duties.duty(contoh)


@pytest.fixture
def head(duty) -> Client:
    return someone(Role.KEPALA_OPD, duty.pemda, duty.opd)


@pytest.fixture
def sekda_office(duty) -> Client:
    return someone(Role.SEKDA, duty.pemda)


def page(duty) -> str:
    return f"/tindak-lanjut/{duty.public_id}/"


def step(client, duty, kind, *, seen=None, follow=True, **sent):
    number = seen or duty.steps.count()
    return client.post(
        f"{page(duty)}langkah/", {"langkah": kind, "dilihat": number, **sent}, follow=follow
    )


def told(answer) -> str:
    return answer.content.decode()


def file(name="bukti.pdf", content=b"%PDF-1.7 rekaan"):
    return SimpleUploadedFile(name, content)


def test_the_head_of_the_opd_accepts_and_reports_and_the_secretary_checks_and_closes(
    duty, head, sekda_office
):
    assert "belum dijawab" in told(head.get(page(duty)))
    step(head, duty, "accepted")
    answer = step(
        head,
        duty,
        "reported",
        text="sudah",
        attachments=[file(), file("daftar.csv", b"a;b\n")],
        addresses="https://contoh.example/1\nhttps://contoh.example/2",
    )
    for words in ("bukti.pdf", "daftar.csv", "contoh.example/2", "kantor pemberi arahan"):
        assert words in told(answer)
    assert "Menunggu pemeriksaan Anda" in told(
        sekda_office.get(f"/{duty.pemda.slug}/kotak-masuk/")
    )
    answer = step(sekda_office, duty, "closed", note="cocok dengan lapangan")

    assert '<span class="badge badge-done">selesai</span>' in told(answer)
    assert duties.kinds(duty) == ["made", "accepted", "reported", "closed"]
    assert "Yang dapat Anda lakukan" not in told(head.get(page(duty)))


@pytest.mark.parametrize(
    ("kind", "sent", "words"),
    [
        ("delegated", {"to": " ", "note": ""}, "Belum diisi"),
        ("prolong_asked", {"until": "1/12/2024", "note": ""}, "Belum diisi"),
        ("prolong_asked", {"until": "1/10/24", "note": "x"}, "1924 atau 2024"),
        ("prolong_asked", {"until": "1/10/2024", "note": "x"}, "harus sesudah 31 Oktober 2024"),
        ("cannot_said", {"note": " "}, "Belum diisi"),
        ("reported", {"text": "", "addresses": ""}, "Laporan belum berisi apa pun"),
        ("reported", {"text": "x", "addresses": "contoh"}, "bukan alamat"),
    ],
)
def test_what_is_wrong_comes_back_with_its_sentence_and_nothing_is_recorded(
    duty, head, kind, sent, words
):
    answer = step(head, duty, kind, **sent)

    assert answer.status_code == 422
    assert words in told(answer)
    assert duties.kinds(duty) == ["made"]


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (file("program.exe", b"MZ\x00"), "bukan PDF"),
        (file("kosong.pdf", b""), "kosong"),
        (file("besar.pdf", b"%PDF-" + b"0" * 20_000_000), "lebih besar dari 20 MB"),
    ],
)
def test_evidence_of_the_wrong_kind_or_size_comes_back_with_what_was_typed(
    duty, head, evidence, words
):
    answer = step(head, duty, "reported", text="tulisan saya", attachments=[evidence])

    assert answer.status_code == 422
    assert words in told(answer)
    assert "tulisan saya" in told(answer)
    assert duties.kinds(duty) == ["made"]


def test_more_than_ten_files_at_once_are_refused(duty, head):
    answer = step(head, duty, "reported", attachments=[file(f"{n}.pdf") for n in range(11)])

    assert "Paling banyak 10 berkas" in told(answer)


def test_closing_needs_a_checking_note(duty, head, sekda_office):
    step(head, duty, "reported", text="sudah")
    answer = step(sekda_office, duty, "closed", note="")

    assert answer.status_code == 422
    assert duties.kinds(duty) == ["made", "reported"]


def test_whoever_reported_it_is_told_that_another_must_check(duty):
    both = someone(Role.KEPALA_OPD, duty.pemda, duty.opd, name="rangkap")
    RoleGrant.objects.create(
        user=User.objects.get(username="rangkap"),
        role=Role.SEKDA,
        pemda=duty.pemda,
        starts_on=date(2019, 1, 1),
    )
    step(both, duty, "reported", text="sudah")

    shown = told(both.get(page(duty)))
    assert 'value="closed"' not in shown
    assert "oleh orang lain dari pihak pemberi" in shown
    assert "harus orang lain dari pihak pemberi" in told(step(both, duty, "closed", note="ya"))
    assert duties.kinds(duty) == ["made", "reported"]


def test_a_double_click_records_one_step_and_says_no_error(duty, head):
    step(head, duty, "accepted", seen=1)
    answer = step(head, duty, "accepted", seen=1)

    assert "message-error" not in told(answer)
    assert duties.kinds(duty) == ["made", "accepted"]


def test_whoever_comes_second_reads_what_happened(duty, head, sekda_office):
    step(head, duty, "reported", text="sudah")
    other = someone(Role.AJUDAN, duty.pemda, name="ajudan lain")
    step(sekda_office, duty, "returned", seen=2, note="kurang")
    answer = step(other, duty, "closed", seen=2, note="cukup")

    assert "sekda (rekaan) sudah bertindak: dikembalikan pada 1 Oktober 2024" in told(answer)
    assert duties.kinds(duty) == ["made", "reported", "returned"]


def test_a_closed_duty_is_not_reported_again(duty, head, sekda_office):
    step(head, duty, "reported", text="sudah")
    step(sekda_office, duty, "closed", note="cocok")
    answer = step(head, duty, "reported", text="lagi")

    assert "berkeadaan &quot;selesai&quot;" in told(answer)


@pytest.mark.parametrize("kind", ["", "made", "lenyap", "Closed"])
def test_a_step_that_does_not_exist_is_not_found(duty, head, kind):
    assert step(head, duty, kind).status_code == 404


@pytest.mark.parametrize("seen", ["0", "x", "-1", "9" * 30])
def test_a_number_that_nobody_saw_records_nothing(duty, head, seen):
    step(head, duty, "accepted", seen=seen)

    assert duties.kinds(duty) == ["made"]


def test_nobody_takes_a_step_of_the_other_side(duty, head, sekda_office):
    other = someone(Role.KEPALA_OPD, duty.pemda, duties.opd(duty.pemda, "Dinas Lain"), name="lain")
    staff = someone(Role.ASN, duty.pemda, duty.opd)
    for client, kind in (
        (sekda_office, "accepted"),
        (head, "returned"),
        (other, "accepted"),
        (staff, "reported"),
        (signed_in(Role.WARGA), "accepted"),
        (someone(Role.BKD, duty.pemda), "evaluated"),
    ):
        assert step(client, duty, kind, note="x", text="x").status_code == 403
    assert duties.kinds(duty) == ["made"]


def test_staff_reports_what_was_delegated_and_finds_it_in_the_inbox(duty, head):
    staff = someone(Role.ASN, duty.pemda, duty.opd)
    inbox = f"/{duty.pemda.slug}/kotak-masuk/"
    assert "Tidak ada yang menunggu Anda" in told(staff.get(inbox))
    step(head, duty, "delegated", to="Subbagian Uji", note="")

    assert "Subbagian Uji, Dinas Uji" in told(staff.get(inbox))
    step(staff, duty, "reported", text="sudah")
    assert duties.kinds(duty) == ["made", "delegated", "reported"]


def test_a_prolongation_shows_each_term_and_who_has_to_decide(duty, head, sekda_office):
    answer = step(head, duty, "prolong_asked", until="30/11/2024", note="data belum ada")
    assert "Diminta sampai" in told(answer)
    assert "kantor pemberi arahan" in told(answer)
    answer = step(sekda_office, duty, "prolong_granted", note="")

    assert "Tenggat semula" in told(answer)
    assert "<s><time" in told(answer)


def test_a_forum_evaluates_and_another_governments_forum_is_no_choice(duty, sekda_office, misal):
    own = duties.directive(duty.pemda, kode="rakor").forum
    foreign = duties.directive(misal, kode="rakor-lain").forum
    assert (
        step(sekda_office, duty, "evaluated", forum=str(foreign.public_id), note="x").status_code
        == 422
    )
    answer = step(sekda_office, duty, "evaluated", forum=str(own.public_id), note="dipercepat")

    assert "Rapat rakor" in told(answer)
    assert "dipercepat" in told(answer)


@pytest.fixture
def with_evidence(duty, head):
    step(head, duty, "delegated", to="Nama Pelaksana", note="rahasia dapur")
    step(head, duty, "reported", text="uraian dalam", attachments=[file("gaji.html", b"<b>x</b>")])
    return duty


def evidence_of(duty) -> str:
    kept = DutyStep.objects.get(duty=duty, kind="reported").evidence.get().file
    return f"/tindak-lanjut/bukti/{kept.public_id}/"


def test_evidence_is_handed_out_to_keep_and_never_opens_in_the_site(with_evidence, head):
    answer = head.get(evidence_of(with_evidence))

    assert answer.content == b"<b>x</b>"
    assert answer["Content-Disposition"] == 'attachment; filename="gaji.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"


def test_residents_see_what_became_of_it_without_names_reasons_or_evidence(with_evidence):
    warga = signed_in(Role.WARGA)
    other = someone(
        Role.KEPALA_OPD, with_evidence.pemda, duties.opd(with_evidence.pemda, "Lain"), name="lain"
    )
    for client in (warga, other):
        listed = told(client.get(f"/{with_evidence.pemda.slug}/tindak-lanjut/"))
        shown = told(client.get(page(with_evidence)))
        assert "menunggu pemeriksaan" in listed
        for words in (
            "Nama Pelaksana",
            "rahasia dapur",
            "uraian dalam",
            "gaji.html",
            "kepala_opd",
        ):
            assert words not in listed + shown
        assert client.get(evidence_of(with_evidence)).status_code == 403


def test_anothers_governments_duty_list_inbox_and_file_are_not_there(with_evidence, misal):
    stranger = someone(Role.SEKDA, misal, name="asing")
    slug = with_evidence.pemda.slug

    for address in (
        page(with_evidence),
        evidence_of(with_evidence),
        f"/{slug}/tindak-lanjut/",
        f"/{slug}/kotak-masuk/",
        f"/arahan/{with_evidence.source_id}/tindak-lanjut/",
    ):
        assert stranger.get(address).status_code == 404, address
    assert step(stranger, with_evidence, "closed", note="x").status_code == 404
    own = told(stranger.get(f"/{misal.slug}/tindak-lanjut/"))
    assert with_evidence.gist[1:] not in own


def test_a_duty_from_a_finding_is_closed_to_residents_and_aides(contoh, misal):
    unit = duties.opd(contoh, "Dinas Dua")
    found = duties.finding(contoh, "opd", unit.pk)
    bkd = someone(Role.BKD, contoh)
    make = f"/temuan/{found.public_id}/tindak-lanjut/"
    bkd.post(make, {"scope": "pilih", "opd": [unit.pk], "due_on": "31/10/2024", "note": ""})
    duty = Duty.objects.get()

    assert bkd.get(page(duty)).status_code == 200
    for client in (someone(Role.AJUDAN, contoh), signed_in(Role.WARGA)):
        assert client.get(page(duty)).status_code == 404
        assert "Kepala Dinas Dua" not in told(client.get(f"/{contoh.slug}/tindak-lanjut/"))
        assert client.get(make).status_code == 403


# ── Making ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def asked(contoh):
    duties.opd(contoh, "Dinas Satu")
    duties.opd(contoh, "Dinas Dua")
    return duties.directive(contoh, everybody=True)


@pytest.fixture
def ajudan(contoh):
    return someone(Role.AJUDAN, contoh)


def make(client, asked, **sent):
    return client.post(
        f"/arahan/{asked.public_id}/tindak-lanjut/", {"note": "", **sent}, follow=True
    )


def test_the_plan_says_for_how_many_and_one_act_makes_them(asked, ajudan):
    shown = told(ajudan.get(f"/arahan/{asked.public_id}/tindak-lanjut/"))
    assert "Semua 2 OPD yang dituju" in shown
    answer = make(ajudan, asked, scope="dituju", due_on="31/10/2024")

    assert "2 tindak lanjut dibuat, tenggat 31 Oktober 2024" in told(answer)
    assert "Semua yang dapat dituju sudah mendapat tindak lanjut ini" in told(answer)
    assert Duty.objects.count() == 2
    answer = make(ajudan, asked, scope="dituju", due_on="31/10/2024")
    assert "tidak ada yang baru" in told(answer)


def test_one_opd_alone_is_chosen_and_a_term_in_working_days_is_counted(asked, ajudan):
    unit = Opd.objects.get(nama="Dinas Dua")
    answer = make(ajudan, asked, scope="pilih", opd=[unit.pk], working_days="3")

    duty = Duty.objects.get()
    assert (duty.opd, duty.due_on, duty.counts_working_days) == (unit, date(2024, 10, 4), True)
    assert "3 hari kerja lagi" in told(answer)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"scope": "dituju"}, "Tenggat belum diisi"),
        ({"scope": "dituju", "due_on": "30/9/2024"}, "mendahului 1 Oktober 2024"),
        ({"scope": "dituju", "due_on": "besok"}, "tidak dapat dibaca"),
        ({"scope": "dituju", "due_on": "31/10/2024", "working_days": "3"}, "satu saja"),
        ({"scope": "dituju", "working_days": "0"}, "lebih besar"),
        ({"scope": "pilih", "due_on": "31/10/2024"}, "Belum ada yang dipilih"),
        ({"scope": "pilih", "opd": "999999", "due_on": "31/10/2024"}, "Belum ada yang dipilih"),
    ],
)
def test_a_plan_that_is_wrong_comes_back_and_makes_nothing(asked, ajudan, sent, words):
    answer = make(ajudan, asked, **sent)

    assert answer.status_code == 422
    assert words in told(answer)
    assert not Duty.objects.exists()


def test_a_governors_word_to_a_kabupaten_may_be_answered_no(contoh, misal):
    provinsi = registry.government("Provinsi Uji", level="provinsi", kode="00")
    Pemda.objects.filter(pk=contoh.pk).update(provinsi=provinsi)
    asked = duties.directive(provinsi, kode="gubernur")
    make(
        someone(Role.AJUDAN, provinsi),
        asked,
        scope="pilih",
        kabupaten=[contoh.pk],
        due_on="31/10/2024",
    )
    duty = Duty.objects.get()
    kabupaten = someone(Role.SEKDA, contoh)

    shown = told(kabupaten.get(page(duty)))
    assert contoh.nama in shown[shown.index('class="governments') :]
    assert "Jawab tidak" in shown
    assert "rekomendasi Provinsi Uji (rekaan)" in told(
        kabupaten.get(f"/{contoh.slug}/kotak-masuk/")
    )
    answer = step(kabupaten, duty, "declined", note="kewenangan kami")
    assert '<span class="badge ">dijawab tidak</span>' in told(answer)
    assert kabupaten.get(f"/arahan/{asked.public_id}/tindak-lanjut/").status_code == 404
    assert someone(Role.SEKDA, misal, name="x").get(page(duty)).status_code == 404


# ── The list ──────────────────────────────────────────────────────────────────────────────────


def listed(client, pemda, **query) -> str:
    return told(client.get(f"/{pemda.slug}/tindak-lanjut/", query))


@pytest.fixture
def several(contoh):
    rows = {
        nama: duties.duty(
            contoh, kode=nama, unit=duties.opd(contoh, f"Dinas {nama}"), gist=f"urusan {nama}"
        )
        for nama in ("mawar", "melati")
    }
    services.report_duty(
        seen=duties.seen(rows["mawar"]), report=Report("ya"), day=TODAY, actor=duties.actor("x")
    )
    return rows


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, {"mawar", "melati"}),
        ({"cari": "MELATI"}, {"melati"}),
        ({"keadaan": "reported"}, {"mawar"}),
        ({"keadaan": "terbuka"}, {"melati"}),
        ({"keadaan": "lenyap"}, {"mawar", "melati"}),
        ({"lewat": "1"}, set()),
        ({"lewat": "1", "per": "2024-11-05"}, {"melati"}),
        ({"tahun": "2023"}, set()),
        ({"tahun": "2024"}, {"mawar", "melati"}),
        ({"sumber": "finding"}, set()),
        ({"topik": "anggaran"}, set()),
        ({"hal": "99"}, {"mawar", "melati"}),
        ({"opd": "opd-x", "hal": "x", "tahun": "x"}, {"mawar", "melati"}),
        ({"per": "2024-09-10"}, set()),
    ],
)
def test_the_list_is_narrowed_by_what_the_address_asks(client, contoh, several, query, names):
    shown = listed(client, contoh, **query)

    assert {nama for nama in several if f"Urusan {nama}</a>" in shown} == names


def test_the_list_of_one_opd_holds_its_duties(client, contoh, several):
    shown = listed(client, contoh, opd=f"opd-{several['mawar'].opd_id}")

    assert "Urusan mawar</a>" in shown
    assert "Urusan melati</a>" not in shown


def test_the_next_page_keeps_the_choice(client, contoh):
    unit = duties.opd(contoh)
    for number in range(27):
        duties.duty(contoh, kode=f"d{number}", unit=unit)
    shown = listed(client, contoh, keadaan="terbuka")

    assert "27 tindak lanjut" in shown
    assert "Halaman 1 dari 2" in shown
    assert 'href="?keadaan=terbuka&amp;hal=2"' in shown
    assert listed(client, contoh, keadaan="terbuka", hal="2").count('class="document-title"') == 2


def test_htmx_is_given_the_rows_alone(client, contoh, several):
    answer = client.get(f"/{contoh.slug}/tindak-lanjut/", headers={"HX-Request": "true"})

    assert "<html" not in told(answer)
    assert "Urusan mawar" in told(answer)


def test_the_count_of_what_waits_stands_in_the_menu(duty, head):
    assert '<span class="nav-count">1<' in told(head.get(f"/{duty.pemda.slug}/"))
    step(head, duty, "reported", text="sudah")
    assert "nav-count" not in told(head.get(f"/{duty.pemda.slug}/"))


def test_of_a_real_government_only_what_is_recorded_here_is_said(duty, head, settings):
    settings.PAMONG_DEMONSTRATION = True
    Pemda.objects.filter(pk=duty.pemda_id).update(is_made_up=False)

    for address in (page(duty), f"/{duty.pemda.slug}/tindak-lanjut/"):
        shown = told(head.get(address))
        assert "belum ada laporan yang dicatat di sini" in shown
        assert "dibuat oleh pengunjung peraga" in shown
        assert '">belum dijawab</span>' not in shown
