"""A small world of Kabupaten Contoh (rekaan), seen by somebody who is signed in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.db.models import Model
from django.template import engines
from django.test import Client
from tests.support import (
    cast,
    duties,
    furniture,
    imports,
    openings,
    plans,
    registry,
    reviewable,
    twice,
    units,
)
from tests.support.standing import StandingRecords, remove

from pamong.apps.accounts.correcting import NewRequest, request_correction
from pamong.apps.accounts.models import (
    AccountOpening,
    ApiToken,
    CorrectionRequest,
    Delegation,
    Role,
    RoleGrant,
    User,
)
from pamong.apps.core.audit import Actor
from pamong.apps.core.files import NewFile
from pamong.apps.core.models import Document, PersonIdentifier
from pamong.apps.duties.models import Duty
from pamong.apps.findings.models import Finding, FindingFamily, LawRun, Standing
from pamong.apps.forums.asking_lists import NewColumn, NewList, ask_for_list, fill_sheet
from pamong.apps.forums.by_hand import (
    Called,
    NewForum,
    announce_forum,
    invite,
    take_roll_call,
)
from pamong.apps.forums.confirming import confirm_draft
from pamong.apps.forums.editing import choose
from pamong.apps.forums.models import (
    AgendaItem,
    Directive,
    Every,
    Forum,
    ForumKind,
    ListSheet,
    Presence,
    ReadingDraft,
)
from pamong.apps.forums.recurrence import Rule
from pamong.apps.forums.series_acts import link_series, open_series
from pamong.apps.forums.services import change_draft
from pamong.apps.forums.settling import NewAnswer, raise_matter, record_answer
from pamong.apps.kepegawaian.documents import NewPaper, keep_paper
from pamong.apps.kepegawaian.models import FamilyMember, Pegawai, RiwayatPangkat
from pamong.apps.kepegawaian.recording import correct_entry, record_entry, withdraw_entry
from pamong.apps.kepegawaian.sections import section
from pamong.apps.organisasi.models import Jabatan, JabatanKind, Pemda
from pamong.kernel.capacity import Capacity
from pamong.web.daftar.charts import CHARTS
from pamong.web.daftar.lists import LISTS

READING = (
    "SELECT",
    "WITH",
    "SAVEPOINT",
    "RELEASE SAVEPOINT",
    "ROLLBACK TO SAVEPOINT",
    "DECLARE",
    "FETCH",
)
KEPT = 'INSERT INTO "ACCOUNTS_LOOK"'
"""Who looked at what is kept by the page that shows it; no page writes anything else."""


def only_reads(sql: str) -> bool:
    return sql.lstrip(" (\n").upper().startswith((*READING, KEPT))


class Undefined(str):
    """What a template shows for a name that nobody gave it; showing it fails the test."""

    __slots__ = ()

    def __contains__(self, part: object) -> bool:
        return part == "%s"

    def __mod__(self, name: object) -> str:
        raise AssertionError(f"a template uses {name}, which it was not given")


@pytest.fixture(autouse=True)
def templates_know_every_name(monkeypatch):
    """Set in the engine, not in the settings: those would have every template read anew."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", Undefined("%s"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Make the database, and begin the ids of its tables beyond 1,000, each elsewhere.

    A template that writes a number with separators then says so at once, and an id of one table
    means nothing in another. Sequences stay where they are when a test is taken back.
    """
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(format('%I.%I', schemaname, sequencename)::regclass,"
            " greatest(coalesce(last_value, 1), 1000 + 89 * row_number() OVER (ORDER BY"
            " sequencename))) FROM pg_sequences WHERE schemaname = 'public'"
        )


@dataclass(frozen=True)
class World:
    """What is on record: a head on leave, somebody who acts, papers, a finding."""

    cast: dict[str, Model]
    pemda: Pemda
    bupati: Jabatan
    paper: Document
    waiting: ReadingDraft
    confirmed: ReadingDraft
    finding: Finding
    furnished: furniture.Furnished
    duty: Duty
    forum: Forum
    planned: Forum
    matter: AgendaItem
    directive: Directive
    upward: Directive
    sheet: ListSheet
    request: CorrectionRequest
    delegation: Delegation
    lastri: Pegawai
    rank: RiwayatPangkat
    account: User
    opening: AccountOpening
    token: ApiToken
    plans: plans.Plans
    imports: imports.Imports
    twice: dict[str, str]

    def pages(self) -> dict[str, str]:
        """Every page that is opened by its address, by what it is called."""
        base = f"/{self.pemda.slug}/"
        office, things = f"{base}pejabat/{self.bupati.public_id}/", self.furnished
        one = f"{base}pegawai/{self.lastri.public_id}/"
        rank = f"{one}bagian/pangkat/{self.rank.pk}/"
        child = self.request.pegawai.familymember_entries.get().pk
        waits, stands = self.waiting.document.public_id, self.confirmed.document.public_id
        return {
            "beranda": base,
            "saya": "/saya/",
            "saya: kata-sandi": "/saya/kata-sandi/",
            "saya: sesi": "/saya/sesi/",
            "token saya": "/saya/token/",
            "token saya: baru": "/saya/token/baru/",
            "token": f"{base}akun/token/",
            "token: baru": f"{base}akun/token/baru/",
            "token: cabut": f"{base}akun/token/{self.token.public_id}/cabut/",
            "akun": f"{base}akun/",
            "akun baru": f"{base}akun/baru/",
            "akun faktor kedua": f"{base}akun/faktor-kedua/",
            "satu akun": f"{base}akun/{self.account.public_id}/",
            **{
                f"akun: {act}": f"{base}akun/{self.account.public_id}/{act}/"
                for act in ACCOUNT_ACTS
            },
            "akun peran menurut daftar": f"{base}akun/peran/",
            "akun bersama": f"{base}akun/bersama/",
            "akun bersama: buka": f"{base}akun/bersama/buka/",
            "satu pembukaan": f"{base}akun/bersama/{self.opening.public_id}/",
            **{
                f"pembukaan: {act}": f"{base}akun/bersama/{self.opening.public_id}/{act}/"
                for act in OPENING_ACTS
            },
            "cari": f"{base}cari/",
            "pejabat": f"{base}pejabat/",
            "jabatan": f"{base}pejabat/{self.bupati.public_id}/",
            "catat": f"{base}pejabat/{self.bupati.public_id}/catat/",
            "catat cuti": f"{base}pejabat/{self.bupati.public_id}/catat/cuti/",
            "akhiri": f"{base}pejabat/{self.bupati.public_id}/akhiri/",
            "pegawai": f"{base}pegawai/",
            "cetak pegawai": f"{base}pegawai/cetak/",
            "kualitas data": f"{base}kualitas-data/",
            "daftar kerja": f"{base}kualitas-data/kerja/",
            "cetak daftar kerja": f"{base}kualitas-data/cetak/",
            **{
                f"ganda: {name}": f"{base}pegawai/ganda/{tail}"
                for name, tail in self.twice.items()
            },
            "satu pegawai": one,
            "riwayat hidup": f"{one}riwayat-hidup/",
            "bagian pegawai": f"{one}bagian/jabatan/",
            "catatan pegawai": rank,
            "catat pegawai": f"{one}bagian/jabatan/catat/",
            "koreksi pegawai": f"{rank}koreksi/",
            "cabut catatan pegawai": f"{rank}cabut/",
            "dokumen pegawai": f"{one}dokumen/baru/",
            "karena jabatan": f"{base}karena-jabatan/",
            "catat karena jabatan": f"{office}karena-jabatan/",
            "akhiri karena jabatan": f"{base}karena-jabatan/{things.chair.public_id}/akhiri/",
            "fasilitas": f"{base}fasilitas/",
            "satu fasilitas": f"{base}fasilitas/{things.house.public_id}/",
            "hentikan fasilitas": f"{base}fasilitas/{things.house.public_id}/hentikan/",
            "daftarkan fasilitas": f"{office}fasilitas/daftarkan/",
            "serahkan fasilitas": f"{office}fasilitas/serahkan/",
            "kembalikan fasilitas": f"{office}fasilitas/kembalikan/",
            "pernyataan dokumen": f"{office}fasilitas/pernyataan/",
            "bast": f"{base}fasilitas/bast/{things.given.public_id}/",
            "perbaiki bast": f"{base}fasilitas/bast/{things.given.public_id}/perbaiki/",
            "unggah bast": f"{base}fasilitas/bast/{things.given.public_id}/unggah/",
            "cakupan": f"{base}fasilitas/cakupan/",
            "tutup cakupan": f"{base}fasilitas/cakupan/{things.coverage.public_id}/tutup/",
            "temuan": f"{base}temuan/",
            "satu temuan": f"/temuan/{self.finding.public_id}/",
            "aturan": "/aturan/",
            "satu aturan": "/aturan/disiplin-absen-kumulatif/",
            "kasus": "/aturan/disiplin-absen-kumulatif/kasus/1/",
            "tentang aturan": "/aturan/tentang/",
            "simulasi": "/simulasi/",
            "data saya": "/saya/data/",
            "hak saya": "/saya/hak/",
            "kalender": "/saya/kalender/",
            "minta perbaikan": "/saya/perbaikan/baru/",
            "permintaan perbaikan": f"{base}perbaikan/",
            "satu permintaan": f"/perbaikan/{self.request.public_id}/",
            "betulkan": f"/perbaikan/{self.request.public_id}/betulkan/keluarga/",
            "betulkan catatan": f"/perbaikan/{self.request.public_id}/betulkan/keluarga/{child}/",
            "betulkan diri": f"/perbaikan/{self.request.public_id}/betulkan/diri/",
            "daftar": f"{base}daftar/",
            "ekspor": f"{base}ekspor/",
            **{f"daftar: {key}": f"{base}daftar/{key}/" for key in LISTS},
            **{f"cetak daftar: {key}": f"{base}daftar/{key}/cetak/" for key in LISTS},
            **{f"bagan: {key}": f"{base}daftar/bagan/{key}/" for key in CHARTS},
            "pelimpahan": "/saya/delegasi/",
            "limpahkan": "/saya/delegasi/baru/",
            "tarik pelimpahan": f"/saya/delegasi/{self.delegation.public_id}/tarik/",
            "dilihat": "/saya/dilihat/",
            "siapa melihat apa": f"{base}dilihat/",
            "lama simpan": f"{base}dilihat/simpan/",
            "angka": f"{base}simulasi/pilkada-kalender/",
            "hasil simulasi": f"{base}simulasi/pilkada-kalender/?{WHAT_IF}",
            "siapa tersentuh": f"{base}simulasi/pilkada-kalender/siapa/?{WHAT_IF}",
            "tindak lanjut": f"{base}tindak-lanjut/",
            "satu tindak lanjut": f"/tindak-lanjut/{self.duty.public_id}/",
            "kotak masuk": f"{base}kotak-masuk/",
            "tindak lanjut arahan": f"/arahan/{self.duty.source_id}/tindak-lanjut/",
            "tindak lanjut temuan": f"/temuan/{self.finding.public_id}/tindak-lanjut/",
            "forum": f"{base}forum/",
            "forum baru": f"{base}forum/baru/",
            "seri baru": f"{base}forum/seri/baru/",
            "seri": f"{base}forum/seri/{self.forum.series.public_id}/",
            "satu forum": f"/forum/{self.forum.public_id}/",
            "forum direncanakan": f"/forum/{self.planned.public_id}/",
            **{f"forum: {act}": f"/forum/{self.forum.public_id}/{act}/" for act in FORUM_ACTS},
            **{f"rencana: {act}": f"/forum/{self.planned.public_id}/{act}/" for act in PLANS},
            "teruskan": f"/forum/agenda/{self.matter.public_id}/teruskan/",
            "arahan": f"{base}arahan/",
            "satu arahan": f"/arahan/{self.directive.public_id}/",
            "arahan ke atas": f"/arahan/{self.upward.public_id}/",
            **{f"arahan: {act}": f"/arahan/{self.directive.public_id}/{act}/" for act in ACTS},
            "jawaban": f"/arahan/{self.upward.public_id}/jawaban/",
            "isian semua": f"/arahan/{self.directive.public_id}/isian/",
            "isian": f"/arahan/isian/{self.sheet.public_id}/",
            **self.plans.pages(base),
            **self.imports.pages(base),
            "dokumen": "/dokumen/",
            "ukuran": "/dokumen/ukuran/",
            "dokumen dikukuhkan": f"/dokumen/{stands}/",
            "dokumen menunggu": f"/dokumen/{waits}/",
            "tinjau": f"/dokumen/{waits}/tinjau/",
            "usulan": f"/dokumen/{waits}/usulan/",
            "kukuhkan": f"/dokumen/{waits}/kukuhkan/",
        }


def a_world() -> World:
    """Put the world on record."""
    comes = {name: make() for name, make in cast.COMES_ON.items()}
    contoh, berita = comes["contoh"], comes["berita"]
    siti, budi, tono = comes["siti"], comes["budi"], comes["tono"]
    bupati, sekda = (
        registry.leading(contoh, kind) for kind in (JabatanKind.KEPALA_DAERAH, JabatanKind.SEKDA)
    )
    registry.hold(siti, bupati, since=date(2021, 3, 1), by=berita, stated_on=date(2020, 9, 23))
    registry.leave(siti, bupati, since=date(2024, 9, 25), until=date(2024, 11, 24), by=berita)
    registry.hold(
        budi,
        bupati,
        Capacity.PJS,
        since=date(2024, 9, 25),
        until=date(2024, 11, 24),
        by=berita,
        stated_on=date(2024, 9, 24),
    )
    registry.attest(tono, sekda, on=date(2024, 3, 4), by=berita)
    text = reviewable.TEXT.replace("Apel Pagi", "Apel Siang")
    stands = confirmed(reviewable.waiting_draft(contoh, kode="uji-kukuh", text=text))
    return World(
        cast=comes,
        pemda=contoh,
        bupati=bupati,
        paper=berita,
        confirmed=stands,
        waiting=reviewable.waiting_draft(contoh),
        finding=finding(contoh),
        furnished=furniture.furnish(bupati, sekda, siti, berita),
        duty=duties.duty(contoh),
        account=account_of_another(contoh),
        opening=opening_of_many(contoh),
        token=token_of_a_system(contoh),
        plans=plans.planned(contoh),
        twice=twice.recorded_twice(contoh),
        **meetings(stands),
        **selves(contoh),
        **records(contoh),
    )


@pytest.fixture(scope="session")
def standing_records(django_db_setup) -> Iterator[StandingRecords[World]]:
    yield StandingRecords(a_world)
    remove()


@pytest.fixture
def world(db, standing_records) -> World:
    return standing_records.copy()


@pytest.fixture
def already(request, db):
    return request.getfixturevalue("world").cast if "world" in request.fixturenames else {}


ACCOUNT_ACTS = (
    "peran",
    "peran/1/akhiri",
    "tutup",
    "buka",
    "kata-sandi",
    "faktor-kedua",
    "keluar",
)


OPENING_ACTS = ("kata-sandi", "tutup", "buka-lagi")


def opening_of_many(pemda: Pemda) -> AccountOpening:
    opd = units.opd(pemda, "Dinas Masuk")
    openings.numbered(opd, "Marni Umpama", 7)
    return openings.opened(opd)


def account_of_another(pemda: Pemda) -> User:
    user = User.objects.create(username="tini", nama="Tini (rekaan)")
    RoleGrant.objects.create(user=user, role=Role.AJUDAN, pemda=pemda, starts_on=date(2019, 1, 1))
    return user


def token_of_a_system(pemda: Pemda) -> ApiToken:
    user = User.objects.create(username="sistem-gaji", nama="Sistem Gaji (rekaan)")
    grant = RoleGrant.objects.create(
        user=user, role=Role.INTEGRATOR, pemda=pemda, starts_on=date(2019, 1, 1)
    )
    days = {"starts_on": date(2024, 1, 1), "ends_before": date(2099, 1, 1)}
    return ApiToken.objects.create(
        grant=grant, pemda=pemda, name="Gaji Rekaan", digest="x", scopes=["read:pegawai"],
        classes=["terbuka"], **days,
    )  # fmt: skip


WHAT_IF = "set=list.jadwal%5Bpilkada%3D2024%5D.pemungutan%3D2024-11-20&tahun=1"
PLANS = ("batalkan", "adakan-kembali", "perbaiki")
FORUM_ACTS = (
    "riwayat",
    "perbaiki",
    "undangan",
    "daftar-hadir",
    "protokol",
    "pernyataan",
    "arahan",
    "komitmen",
    "seri",
    "tanpa-nama",
)
ACTS = ("tenggat", "opd", "penerima", "pemberi", "ulang", "daftar")


def meetings(draft: ReadingDraft) -> dict[str, object]:
    """Return what the pages of forums and directives show: all that may stand on them."""
    how = {"actor": registry.WARNI, "reason": registry.REASON}
    forum = draft.document.forum
    pemda, day = forum.pemda, forum.day
    opd = duties.opd(pemda)
    series = open_series(
        pemda=pemda,
        nama="Apel Senin",
        kind=ForumKind.APEL,
        rule=Rule(Every.MINGGU, 0),
        since=day,
        **how,
    )
    link_series(forum=forum, series=series, **how)
    invite(forum=forum, opds=[opd], others=["tokoh masyarakat"], **how)
    called = {row: Called(Presence.HADIR) for row in forum.invitations.all()}
    at = datetime(2024, 9, 9, 1, tzinfo=UTC)
    take_roll_call(forum=forum, called=called, at=at, day=day, **how)
    planned = announce_forum(
        pemda=pemda,
        new=NewForum("rakor", "Rakor Rencana", date(2024, 12, 2), agenda=["Evaluasi"]),
        day=date(2024, 9, 30),
        **how,
    )
    matter = AgendaItem.objects.create(forum=forum, position=1, item="Formasi rekaan")
    raised = AgendaItem.objects.create(forum=forum, position=2, item="Seleksi rekaan")
    upward = raise_matter(matter=raised, body="BKN", **how)
    answer = NewAnswer("BKN", date(2024, 9, 27), "Surat jawaban rekaan.", "B-1/2024", LETTER)
    record_answer(directive=upward, new=answer, day=date(2024, 9, 30), **how)
    directive = forum.directives.get(is_upward=False)
    columns = [
        NewColumn("Program", "teks", is_required=True),
        NewColumn("Penerima", "angka"),
        NewColumn("Mulai", "tanggal"),
        NewColumn("Status", "pilihan", choices="berjalan\nselesai"),
    ]
    table = NewList("Tabel program rekaan", columns, "Isi semua program.")
    asked = ask_for_list(directive=directive, new=table, day=date(2024, 9, 16), **how)
    sheet = asked.sheets.get(opd=opd)
    rows = [["Posyandu", "1.250", "1/2/2024", "berjalan"]]
    fill_sheet(sheet=sheet, rows=rows, adds=True, **how)
    return {
        "forum": Forum.objects.select_related("series").get(pk=forum.pk),
        "planned": planned,
        "matter": matter,
        "directive": directive,
        "upward": upward,
        "sheet": sheet,
    }


def selves(pemda: Pemda) -> dict[str, object]:
    """Return what people ask for and hand over: a request for correction, a delegation."""
    opd = units.opd(pemda, "Dinas Perkara")
    pegawai = units.place(units.employ(opd, "Wati Umpamawati"), opd)
    since = {"starts_on": date(2020, 1, 1)}
    wati, tuti = (
        User.objects.create(username=nama.casefold(), nama=f"{nama} (rekaan)")
        for nama in ("Wati", "Tuti")
    )
    FamilyMember.objects.create(pegawai=pegawai, relation="anak", nama="Ani", source="akta")
    own = {"pemda": pemda, "person": pegawai.person, **since}
    grant = RoleGrant.objects.create(user=wati, role=Role.ATASAN, **own)
    RoleGrant.objects.create(user=tuti, role=Role.BKD, pemda=pemda, **since)
    new = NewRequest("keluarga", "Ani Keliru", "Anni Benar", LETTER)
    asked = request_correction(
        pegawai=pegawai,
        new=new,
        at=datetime(2024, 9, 9, 1, tzinfo=UTC),
        actor=Actor(wati.nama, wati.pk),
    )
    handed = Delegation.objects.create(
        grant=grant,
        to=tuti,
        starts_on=date(2024, 9, 9),
        ends_before=date(2099, 1, 1),
        reason="cuti rekaan",
        by=wati.nama,
    )
    return {"request": asked, "delegation": handed}


def records(pemda: Pemda) -> dict[str, object]:
    """Return somebody with a record: her golongan was corrected, and a post withdrawn."""
    how = {"actor": registry.WARNI, "reason": registry.REASON}
    opd = units.opd(pemda, "Dinas Rekam")
    lastri = units.employ(opd, "Lastri Umpama")
    units.place(lastri, opd, units.unit(opd, "Bidang Rekam"))
    PersonIdentifier.objects.create(person=lastri.person, kind="nip", value=LASTRIS_NIP)
    paper = NewPaper("sk_pangkat", "823/17", date(2021, 3, 1), title="pangkat", file=LETTER)
    document = keep_paper(pegawai=lastri, new=paper, day=date(2021, 3, 2), **how)
    pangkat, jabatan = section("pangkat"), section("jabatan")
    told = {"golongan": "III/a", "starts_on": date(2021, 3, 1), "document": document}
    rank = record_entry(section=pangkat, pegawai=lastri, values=told, **how)
    correct_entry(
        section=pangkat, pegawai=lastri, entry_id=rank.pk, values={"golongan": "III/b"}, **how
    )
    for nama in ("Pengelola Umpama", "Jabatan Keliru"):
        post = {
            "nama": nama,
            "kind": "pelaksana",
            "starts_on": date(2024, 3, 4),
            "paper_number": "821/4",
        }
        held = record_entry(section=jabatan, pegawai=lastri, values=post, **how)
    withdraw_entry(section=jabatan, pegawai=lastri, entry_id=held.pk, **how)
    return {"lastri": lastri, "rank": rank, "imports": imports.shown(pemda, lastri)}


LASTRIS_NIP = "999001012020032001"
LETTER = NewFile("surat.pdf", b"%PDF-1.4 rekaan")


def confirmed(draft: ReadingDraft) -> ReadingDraft:
    how = {"public_id": draft.public_id, "actor": registry.WARNI}
    change_draft(pointer="/date", edit=lambda content: choose(content, "/date", 0), **how)
    return confirm_draft(day=registry.RECEIVED, **how)


def finding(pemda: Pemda, *, since: date = date(2024, 5, 6)) -> Finding:
    run = LawRun.objects.create(
        pemda=pemda, rule_id="aturan-rekaan", as_of=since, judged=1, not_judged=1
    )
    found = Finding.objects.create(
        pemda=pemda,
        run=run,
        rule_id="aturan-rekaan",
        subject_kind="pemda",
        subject_id=pemda.pk,
        subject_label=pemda.nama,
        family=FindingFamily.CATATAN,
        since=since,
        identity="0" * 64,
    )
    Standing.objects.create(
        finding=found,
        found_by=run,
        starts_on=since,
        judgement_hash="0" * 64,
        judgement={
            "title": "Keikutsertaan yang belum tercatat",
            "summary": "Aturan rekaan untuk pengujian.",
            "meaning": "belum dapat dinilai",
            "explanation": ["Keikutsertaan belum tercatat."],
            "basis": "Peraturan Rekaan 1/2020 Pasal 2",
            "confidence_label": "belum dipastikan",
            "discretion": None,
            "to_do": ["Catat keikutsertaannya beserta sumbernya."],
            "missing": [{"name": "ikut", "label": "keikutsertaan"}],
            "shown_steps": [{"label": "hari dihitung", "value": "3", "unit": "hari"}],
            "facts": {"pilkada": [{"pemda_id": 1, "ikut": None, "hari": "2024-05-06"}]},
        },
    )
    return found


def an_operator() -> User:
    user = User.objects.create(username="warni", nama="Warni (rekaan)")
    RoleGrant.objects.create(user=user, role=Role.OPERATOR, starts_on=date(2019, 1, 1))
    return user


@pytest.fixture
def operator(db) -> User:
    return an_operator()


@pytest.fixture
def client(operator) -> Client:
    signed_in = Client()
    signed_in.force_login(operator)
    return signed_in


@pytest.fixture
def only_reading():
    """Refuse every statement that could change a row."""

    def refuse(execute, sql, params, many, context):
        assert only_reads(sql), f"a page that is opened writes: {sql}"
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield
