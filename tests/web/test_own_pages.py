"""Pages about oneself: the record, requests for correction, delegations, and who looked."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.support.units import employ, opd, place

from pamong.apps.accounts.models import (
    CorrectionRequest,
    Delegation,
    Look,
    LookRetention,
    LookWay,
    RequestState,
    Role,
    RoleGrant,
    User,
)
from pamong.apps.accounts.policies import can_record_offices
from pamong.apps.accounts.selectors import access_of
from pamong.apps.core.models import IdentifierKind, PersonIdentifier
from pamong.apps.core.selectors import history_of
from pamong.apps.kepegawaian.models import FamilyMember
from pamong.apps.kepegawaian.sections import SECTIONS
from pamong.web.perbaikan.answering import clock_of

NIP = "199001012015041001"


def user(nama: str, role: Role, pemda, **more) -> User:
    made = User.objects.create(username=nama.casefold(), nama=f"{nama} (rekaan)")
    RoleGrant.objects.create(user=made, role=role, pemda=pemda, starts_on=date(2019, 1, 1), **more)
    return made


def browser(of: User) -> Client:
    client = Client()
    client.force_login(of)
    return client


@pytest.fixture
def siti_at_work(contoh):
    dinas = opd(contoh, "Dinas Uji")
    pegawai = place(employ(dinas, "Siti Rekayasari"), dinas)
    PersonIdentifier.objects.create(
        person=pegawai.person, kind=IdentifierKind.NIP, value=NIP, starts_on=date(2015, 4, 1)
    )
    return pegawai


@pytest.fixture
def siti_user(contoh, siti_at_work):
    return user("Siti", Role.PEGAWAI, contoh, person=siti_at_work.person)


@pytest.fixture
def analyst(contoh):
    return user("Analis", Role.BKD, contoh)


def told(answer) -> str:
    return answer.content.decode()


def ask(client: Client, **more):
    asked = {"section": "keluarga", "wrong": "Ani", "right": "Anni", **more}
    return client.post("/saya/perbaikan/baru/", asked, follow=True)


def test_one_reads_ones_own_record(siti_user):
    page = told(browser(siti_user).get("/saya/data/"))

    assert NIP in page
    assert "Dinas Uji" in page
    assert "Siapa melihat data saya" in page


def test_every_section_of_the_record_is_there_and_says_what_is_on_it(siti_user, siti_at_work):
    FamilyMember.objects.create(
        pegawai=siti_at_work,
        relation="anak",
        nama="Ani Rekaan",
        source="akta",
        sex="p",
        starts_on=date(2001, 3, 1),
        ends_before=date(2022, 3, 1),
    )

    page = told(browser(siti_user).get("/saya/data/"))

    for section in SECTIONS:
        assert str(section.title).casefold() in page.casefold()
        assert f'id="bagian-{section.key}"' in page
    assert "Ani Rekaan" in page
    assert "28 Februari 2022" in page
    assert "1 Maret 2022" not in page


def test_ones_own_record_is_a_page_of_few_questions(siti_user, django_assert_max_num_queries):
    client = browser(siti_user)

    with django_assert_max_num_queries(12):
        client.get("/saya/data/")


def test_of_a_day_before_nothing_that_begins_later_is_told(siti_user, siti_at_work):
    page = told(browser(siti_user).get("/saya/data/?per=2014-06-01"))

    assert NIP not in page
    assert "belum ada di sini" in page


def test_who_is_nobody_in_the_records_is_told_what_to_do(analyst):
    assert "belum dihubungkan" in told(browser(analyst).get("/saya/data/"))
    assert browser(analyst).get("/saya/perbaikan/baru/").status_code == 403


def test_a_request_goes_to_the_bkd_with_its_evidence_and_its_clock(contoh, siti_user, analyst):
    paper = SimpleUploadedFile("akta.pdf", b"%PDF-1.4 rekaan")
    page = told(ask(browser(siti_user), evidence=paper))

    assert "Permintaan dikirim ke BKD" in page
    assert "Dijawab paling lambat" in page
    desk = browser(analyst)
    work = told(desk.get(f"/{contoh.slug}/perbaikan/"))
    assert "Siti Rekayasari" in work
    assert "sisa 71 jam" in work or "sisa 72 jam" in work
    asked = CorrectionRequest.objects.get()
    paper = desk.get(reverse("perbaikan:evidence", args=[asked.public_id]))
    assert paper.content == b"%PDF-1.4 rekaan"


def test_what_is_missing_is_said_at_its_field(siti_user):
    answer = ask(browser(siti_user), right="", section="")

    assert answer.status_code == 422
    assert "Belum diisi." in told(answer)
    assert "Belum dipilih." in told(answer)


def ani_in(pegawai) -> FamilyMember:
    return FamilyMember.objects.create(pegawai=pegawai, relation="anak", nama="Ani", source="akta")


def mended(**more) -> dict[str, str]:
    told = {"relation": "anak", "nama": "Anni", "source": "akta"}
    return {**told, "reason": "Sesuai akta.", **more}


def test_the_answer_corrects_the_entry_in_the_same_act(siti_user, siti_at_work, analyst):
    ani = ani_in(siti_at_work)
    ask(browser(siti_user))
    asked = CorrectionRequest.objects.get()
    address = f"/perbaikan/{asked.public_id}/"
    desk = browser(analyst)
    mend = f"{address}betulkan/keluarga/{ani.pk}/"
    assert mend in told(desk.get(address))
    assert "Yang benar menurut pemohon: Anni" in told(desk.get(mend))

    plan = told(desk.post(mend, mended()))
    assert "Anni" in plan
    asked.refresh_from_db()
    assert asked.state == RequestState.WAITING

    desk.post(mend, mended(setuju="1"))

    asked.refresh_from_db()
    ani.refresh_from_db()
    assert (asked.state, ani.nama) == (RequestState.CORRECTED, "Anni")
    assert history_of([ani])[0].reason == "Sesuai akta."
    assert "Sesuai akta." in told(browser(siti_user).get("/saya/data/"))
    again = desk.post(address, {"words": "Tidak."})
    assert "sudah ditutup: diperbaiki" in told(again)


def test_what_was_not_on_record_at_all_is_recorded_by_the_answer(siti_user, siti_at_work, analyst):
    ask(browser(siti_user), wrong="")
    asked = CorrectionRequest.objects.get()

    browser(analyst).post(f"/perbaikan/{asked.public_id}/betulkan/keluarga/", mended(setuju="1"))

    asked.refresh_from_db()
    assert asked.state == RequestState.CORRECTED
    assert FamilyMember.objects.get(pegawai=siti_at_work).nama == "Anni"


def test_an_entry_that_is_refused_leaves_the_request_waiting(siti_user, siti_at_work, analyst):
    ani = ani_in(siti_at_work)
    ask(browser(siti_user))
    asked = CorrectionRequest.objects.get()
    mend = f"/perbaikan/{asked.public_id}/betulkan/keluarga/{ani.pk}/"

    same = browser(analyst).post(mend, mended(nama="Ani", setuju="1"))
    empty = browser(analyst).post(mend, mended(reason="", setuju="1"))

    assert "Tidak ada yang berubah" in told(same)
    assert "Belum diisi." in told(empty)
    asked.refresh_from_db()
    assert asked.state == RequestState.WAITING


def test_a_name_is_corrected_by_the_answer_and_the_old_one_is_still_found(
    contoh, siti_user, siti_at_work, analyst
):
    ask(browser(siti_user), section="diri", wrong="Rekayasari", right="Rekayasarie")
    asked = CorrectionRequest.objects.get()
    address = f"/perbaikan/{asked.public_id}/"
    desk = browser(analyst)
    mend = f"{address}betulkan/diri/"
    assert mend in told(desk.get(address))

    sent = {"nama": "Siti Rekayasarie", "born_on": "1/1/1990", "reason": "Sesuai akta."}
    assert "Siti Rekayasari menjadi Siti Rekayasarie" in told(desk.post(mend, sent))
    desk.post(mend, {**sent, "setuju": "1"})

    asked.refresh_from_db()
    siti_at_work.refresh_from_db()
    assert asked.state == RequestState.CORRECTED
    assert siti_at_work.person.nama == "Siti Rekayasarie"
    assert siti_at_work.born_on == date(1990, 1, 1)
    assert siti_at_work.person.other_names.get().nama == "Siti Rekayasari"


def test_a_request_about_something_else_offers_every_section(siti_user, analyst):
    ask(browser(siti_user), section="lain")
    asked = CorrectionRequest.objects.get()

    page = told(browser(analyst).get(f"/perbaikan/{asked.public_id}/"))

    for section in SECTIONS:
        assert f"/betulkan/{section.key}/" in page


def test_a_section_or_an_entry_that_is_not_there_is_not_found(siti_user, siti_at_work, analyst):
    ask(browser(siti_user))
    base = f"/perbaikan/{CorrectionRequest.objects.get().public_id}/betulkan/"

    assert browser(analyst).get(f"{base}bukan/").status_code == 404
    assert browser(analyst).get(f"{base}keluarga/1/").status_code == 404
    assert browser(siti_user).get(f"{base}keluarga/").status_code == 403


def test_a_request_is_refused_with_an_explanation(siti_user, analyst):
    ask(browser(siti_user))
    asked = CorrectionRequest.objects.get()
    address = f"/perbaikan/{asked.public_id}/"

    assert browser(analyst).post(address, {"words": ""}).status_code == 422
    browser(analyst).post(address, {"words": "Akta menyebut Ani."})

    asked.refresh_from_db()
    assert asked.state == RequestState.REFUSED


def test_nobody_answers_his_own_request(contoh, siti_at_work):
    both = user("Siti", Role.BKD, contoh, person=siti_at_work.person)
    client = browser(both)
    ask(client)
    address = f"/perbaikan/{CorrectionRequest.objects.get().public_id}/"

    answer = client.post(address, {"words": "Tidak."})

    assert "orang lain di BKD" in told(answer)
    assert client.get(f"{address}betulkan/keluarga/").status_code == 403
    assert "Tolak permintaan" not in told(client.get(address))


def test_a_request_is_taken_back_by_whoever_asked_and_by_nobody_else(siti_user, analyst):
    ask(browser(siti_user))
    address = f"/saya/perbaikan/{CorrectionRequest.objects.get().public_id}/tarik/"

    assert browser(analyst).post(address).status_code == 404
    browser(siti_user).post(address)

    assert CorrectionRequest.objects.get().state == RequestState.WITHDRAWN
    assert "sudah ditutup" in told(browser(siti_user).post(address, follow=True))


def test_a_colleague_does_not_read_it(contoh, siti_user, siti_at_work):
    ask(browser(siti_user))
    address = f"/perbaikan/{CorrectionRequest.objects.get().public_id}/"
    dinas = siti_at_work.opd
    head = user("Kepala", Role.KEPALA_OPD, contoh, opd=dinas)

    assert browser(head).get(address).status_code == 403
    assert browser(head).get(f"{address}bukti/").status_code == 403


@pytest.mark.parametrize(
    ("hours", "words", "is_over"),
    [(72, "sisa 72 jam", False), (0.5, "sisa 0 jam", False), (-2.5, "lewat 2 jam", True)],
)
def test_the_clock_says_what_is_left(hours, words, is_over):
    now = datetime(2026, 3, 20, 14, tzinfo=UTC)

    clock = clock_of(now + timedelta(hours=hours), now=now)

    assert (clock.words, clock.is_over) == (words, is_over)


def delegation(to: User, grant: RoleGrant, **more) -> dict[str, str]:
    days = {"first_day": "1/1/2099", "last_day": "7/1/2099"}
    return {"role": str(grant.pk), "to": to.username, "reason": "cuti tahunan", **days, **more}


def test_a_role_is_delegated_after_its_plan_was_seen_and_both_are_shown_it(siti_user, analyst):
    grant = analyst.grants.get()
    sent = delegation(siti_user, grant)
    client = browser(analyst)

    plan = told(client.post("/saya/delegasi/baru/", sent))
    assert "a.n. Analis (rekaan)" in plan
    assert not Delegation.objects.exists()
    client.post("/saya/delegasi/baru/", {**sent, "setuju": "1"})

    row = Delegation.objects.get()
    assert "kepada Siti" in told(client.get("/saya/delegasi/"))
    received = browser(siti_user)
    assert "dari Analis" in told(received.get("/saya/delegasi/"))
    assert received.get(f"/saya/delegasi/{row.public_id}/tarik/").status_code == 403


def test_a_delegation_is_taken_back(siti_user, analyst):
    client = browser(analyst)
    client.post(
        "/saya/delegasi/baru/", {**delegation(siti_user, analyst.grants.get()), "setuju": "1"}
    )
    address = f"/saya/delegasi/{Delegation.objects.get().public_id}/tarik/"

    client.post(address, {"reason": "batal cuti"})

    assert "ditarik" in told(client.get("/saya/delegasi/"))
    assert "sudah berakhir" in told(client.post(address, {"reason": "lagi"}))


def test_days_that_turn_back_are_said_at_the_field(siti_user, analyst):
    sent = delegation(siti_user, analyst.grants.get(), last_day="1/12/2098")

    answer = browser(analyst).post("/saya/delegasi/baru/", sent)

    assert answer.status_code == 422
    assert "berakhir sebelum" in told(answer)


def test_whoever_receives_it_is_found_by_name_and_namesakes_are_told_apart(
    contoh, siti_user, analyst
):
    client = browser(analyst)
    sent = delegation(siti_user, analyst.grants.get())

    page = told(client.post("/saya/delegasi/baru/", {**sent, "to": "siti (rekaan)"}))
    assert "Siti (rekaan) memakai peran" in page

    other = User.objects.create(username="siti-lain", nama="Siti (rekaan)")
    RoleGrant.objects.create(
        user=other, role=Role.AUDITOR, pemda=contoh, starts_on=date(2019, 1, 1)
    )
    answer = client.post("/saya/delegasi/baru/", {**sent, "to": "Siti (rekaan)"})
    assert answer.status_code == 422
    assert "siti-lain" in told(answer)
    assert 'value="Siti (rekaan)"' in answer.content.decode()

    answer = client.post("/saya/delegasi/baru/", {**sent, "to": "Sitti"})
    assert answer.status_code == 422
    assert "Tidak ada akun dengan nama “Sitti” di Kabupaten Contoh" in told(answer)


def test_who_has_nothing_to_delegate_is_refused(siti_user):
    assert browser(siti_user).get("/saya/delegasi/baru/").status_code == 403


def test_what_is_done_by_a_delegation_is_recorded_for_both(contoh, bupati, siti_user, analyst):
    today = date.today()
    Delegation.objects.create(
        grant=analyst.grants.get(),
        to=siti_user,
        starts_on=today - timedelta(days=2),
        ends_before=today + timedelta(days=2),
        reason="cuti",
        by="Analis",
    )
    assert can_record_offices(access_of(siti_user.pk, label="", day=today), contoh)

    sent = {
        "kind": "kendaraan", "nama": "Mobil rekaan", "since": "1/1/2024", "reason": "daftar aset"
    }  # fmt: skip
    browser(siti_user).post(
        f"/{contoh.slug}/pejabat/{bupati.public_id}/fasilitas/daftarkan/", sent
    )

    (change,) = history_of(list(bupati.facilities.all()))
    assert change.actor == "Siti (rekaan) a.n. Analis (rekaan)"


@pytest.fixture
def looked(contoh, siti_at_work, analyst):
    at = datetime(2025, 6, 1, 2, 15, tzinfo=UTC)
    return Look.objects.create(
        by=analyst,
        person=siti_at_work.person,
        pemda=contoh,
        section="masa-kerja",
        way=LookWay.EXPORT,
        page="pegawai:list",
        hour=at.replace(minute=0),
        at=at,
    )


def test_one_is_shown_who_looked(siti_user, looked):
    page = told(browser(siti_user).get("/saya/dilihat/"))

    assert "Analis (rekaan)" in page
    assert "1 Juni 2025, 09.15" in page
    assert "Peninjauan masa kerja" in page
    assert "ekspor berkas" in page


def test_the_inspectorate_reads_who_looked_at_whom_and_finds_a_name(contoh, misal, looked):
    address = f"/{contoh.slug}/dilihat/"
    inspector = browser(user("Inspektur", Role.INSPEKTORAT, contoh))
    stranger = browser(user("Asing", Role.INSPEKTORAT, misal))

    assert "Siti Rekayasari" in told(inspector.get(address, {"cari": "siti"}))
    assert "Siti Rekayasari" not in told(inspector.get(address, {"cari": "tono"}))
    assert stranger.get(address).status_code == 404
    assert inspector.get(f"{address}simpan/").status_code == 403


def test_the_admin_says_how_long_looks_are_kept(contoh):
    admin = browser(user("Admin", Role.BKD_ADMIN, contoh))
    address = f"/{contoh.slug}/dilihat/simpan/"

    short = admin.post(address, {"months": "3", "reason": "uji"})
    admin.post(address, {"months": "24", "reason": "jadwal retensi"})

    assert "paling pendek 12 bulan" in told(short)
    assert LookRetention.objects.get().months == 24
    assert "Disimpan 24 bulan" in told(admin.get(f"/{contoh.slug}/dilihat/"))
