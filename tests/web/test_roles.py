"""What each role may open: a page that it may not is refused, and no menu leads there."""

import html
import re
from datetime import date

import pytest
from django.test import Client
from tests.support import registry
from tests.web.conftest import ACCOUNT_ACTS, OPENING_ACTS

from pamong.apps.accounts.models import OF_ALL_GOVERNMENTS, Role, RoleGrant, User
from pamong.apps.accounts.seeing import roles_seeing
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kualitas.policies import READERS
from pamong.apps.organisasi.models import Opd
from pamong.web.daftar import charts, lists

OWN = {"saya", "saya: kata-sandi", "saya: sesi", "token saya", "token saya: baru"}
"""What is one's own belongs to no government."""
TOKENS = {"token", "token: baru", "token: cabut"}
OPENINGS = {
    "akun bersama",
    "akun peran menurut daftar",
    "akun bersama: buka",
    "satu pembukaan",
    *(f"pembukaan: {act}" for act in OPENING_ACTS),
}
ACCOUNTS = {
    *("akun", "akun baru", "satu akun"),
    *(f"akun: {act}" for act in ACCOUNT_ACTS),
    *(TOKENS | OPENINGS),
}
OPEN_TO_ALL = OWN | {
    "beranda",
    "cari",
    "pejabat",
    "jabatan",
    "karena jabatan",
    "fasilitas",
    "satu fasilitas",
    "dokumen dikukuhkan",
    "tindak lanjut",
    "satu tindak lanjut",
    "aturan",
    "satu aturan",
    "kasus",
    "tentang aturan",
    "simulasi",
    "forum",
    "seri",
    "satu forum",
    "forum direncanakan",
    "arahan",
    "satu arahan",
    "arahan ke atas",
    "susunan",
    "susunan opd",
    "susunan unit",
    "susunan jabatan",
}
PLANS = {
    "penataan",
    "rancang penataan",
    "satu penataan",
    *(f"penataan: {act}" for act in ("langkah", "pegawai", "jalankan", "batalkan")),
    "ubah jabatan",
    "pelantikan",
    "rancang pelantikan",
    "satu pelantikan",
    *(f"pelantikan: {act}" for act in ("lampiran", "baris", "persetujuan")),
    *(f"pelantikan: {act}" for act in ("sumpah", "jalankan", "batalkan", "baris/1/alasan")),
}
REVIEW = {"dokumen", "ukuran", "dokumen menunggu", "tinjau", "usulan", "kukuhkan"}
RECORD = {
    "catat",
    "catat cuti",
    "akhiri",
    "catat karena jabatan",
    "akhiri karena jabatan",
    "daftarkan fasilitas",
    "serahkan fasilitas",
    "kembalikan fasilitas",
    "hentikan fasilitas",
    "pernyataan dokumen",
    "perbaiki bast",
    "unggah bast",
    "cakupan",
    "tutup cakupan",
}
PAPERS = {"bast"}
NOBODYS = {"aturan", "satu aturan", "kasus", "tentang aturan", "simulasi"}
"""The law is no government's own; beside it stands what concerns the reader's own government."""
READ = {"temuan", "satu temuan"}
FINDINGS = READ | {"tindak lanjut temuan", "angka", "hasil simulasi", "siapa tersentuh"}
WORKS = {"kotak masuk"}
SETTLE = {
    "seri baru",
    "forum: riwayat",
    "forum: seri",
    "isian",
    "isian semua",
    *(f"arahan: {act}" for act in ("tenggat", "opd", "penerima", "pemberi", "ulang", "daftar")),
}
BY_HAND = {
    "forum baru",
    "teruskan",
    "jawaban",
    *(
        f"forum: {act}"
        for act in ("undangan", "daftar-hadir", "protokol", "pernyataan", "arahan", "komitmen")
    ),
    "forum: perbaiki",
    *(f"rencana: {act}" for act in ("batalkan", "adakan-kembali", "perbaiki")),
}
WITHOUT_A_NAME = {"forum: tanpa-nama"}
OWN_TABLE = {"isian"}
FORUMS = SETTLE | BY_HAND | WITHOUT_A_NAME
KEEPS = REVIEW | PAPERS | RECORD | FINDINGS | WORKS | FORUMS | PLANS
GIVES = {"tindak lanjut arahan"}
ABOUT_ONESELF = {"data saya", "hak saya", "kalender", "pelimpahan", "dilihat"}
"""Pages about the reader himself: everybody has them, and each is told of himself alone."""
ASKS = {"minta perbaikan"}
MENDS = {"betulkan", "betulkan catatan", "betulkan diri"}
ANSWERS = {"permintaan perbaikan", "satu permintaan"} | MENDS
LOOKS = {"siapa melihat apa"}
HANDS_OVER = {"limpahkan"}
LISTS = {"pegawai", "cetak pegawai"}
PERSON = {"satu pegawai", "riwayat hidup", "bagian pegawai", "catatan pegawai"}
PEOPLE = LISTS | PERSON
"""Everybody whom a role over the whole government sees; she works in another OPD than the rest."""
IMPORTS = {
    "impor",
    "unggah impor",
    "satu impor",
    "impor dimasukkan",
    *(
        f"impor: {act}"
        for act in ("baris", "keraguan", "cocokkan", "susunan", "terima", "tinggalkan", "batalkan")
    ),
}
QUALITY = {"kualitas data", "daftar kerja", "cetak daftar kerja"}
TWICE = {
    "daftar", "bukan orang yang sama", "sudah digabung", "satu pasangan", "bukan", "tarik",
    "gabung", "satu gabungan", "batal",
}  # fmt: skip
WRITES = {f"ganda: {page}" for page in TWICE} | {
    "catat pegawai",
    "koreksi pegawai",
    "cabut catatan pegawai",
    "dokumen pegawai",
}
ADMIN = {"akun faktor kedua", "lama simpan", "tarik pelimpahan"}
MAY = {
    Role.OPERATOR: ACCOUNTS
    | OPEN_TO_ALL
    | PEOPLE
    | IMPORTS
    | KEEPS
    | GIVES
    | {"tarik pelimpahan"},
    Role.BKD_ADMIN: ACCOUNTS
    | OPEN_TO_ALL
    | PEOPLE
    | WRITES
    | IMPORTS
    | KEEPS
    | HANDS_OVER
    | ANSWERS
    | LOOKS
    | ADMIN,
    Role.BKD: OPEN_TO_ALL | PEOPLE | WRITES | IMPORTS | KEEPS | HANDS_OVER | ANSWERS,
    Role.SEKDA: OPEN_TO_ALL | PEOPLE | KEEPS | GIVES | HANDS_OVER,
    Role.KEPALA_DAERAH: OPEN_TO_ALL | PEOPLE | PAPERS | READ | WORKS | WITHOUT_A_NAME | HANDS_OVER,
    Role.AJUDAN: OPEN_TO_ALL | PEOPLE | REVIEW | PAPERS | WORKS | GIVES | FORUMS | HANDS_OVER,
    Role.INSPEKTORAT: OPEN_TO_ALL
    | PEOPLE
    | PAPERS
    | READ
    | WORKS
    | WITHOUT_A_NAME
    | HANDS_OVER
    | LOOKS,
    Role.KEPALA_OPD: OPEN_TO_ALL
    | LISTS
    | PAPERS
    | WORKS
    | WITHOUT_A_NAME
    | OWN_TABLE
    | HANDS_OVER,
    Role.OPERATOR_OPD: OPEN_TO_ALL
    | LISTS
    | PAPERS
    | WORKS
    | WITHOUT_A_NAME
    | OWN_TABLE
    | HANDS_OVER,
    Role.ATASAN: OPEN_TO_ALL | LISTS | PAPERS | WORKS | WITHOUT_A_NAME | HANDS_OVER,
    Role.ASN: OPEN_TO_ALL | PAPERS | WORKS | WITHOUT_A_NAME | OWN_TABLE,
    Role.PEGAWAI: OPEN_TO_ALL | PAPERS | WORKS | WITHOUT_A_NAME,
    Role.AUDITOR: OPEN_TO_ALL | PEOPLE | READ,
    Role.INTEGRATOR: OPEN_TO_ALL | PEOPLE,
    Role.WARGA: OPEN_TO_ALL,
}
LISTED = {
    "daftar",
    *(f"daftar: {key}" for key in lists.LISTS),
    *(f"cetak daftar: {key}" for key in lists.LISTS),
    *(f"bagan: {key}" for key in charts.CHARTS),
}
"""Lists of people: whoever sees open fields of somebody, and of these people alone."""
MAY = {
    role: pages | (LISTED if role in roles_seeing(FieldClass.OPEN) else set())
    for role, pages in MAY.items()
}
MAY = {
    role: pages | ({"ekspor"} if role in roles_seeing(FieldClass.IDENTITY) else set())
    for role, pages in MAY.items()
}
MAY = {role: pages | ABOUT_ONESELF for role, pages in MAY.items()}
MAY = {role: pages | (QUALITY if role in READERS else set()) for role, pages in MAY.items()}


def signed_in(role: Role, pemda=None) -> Client:
    """Return the browser of somebody with one role, in ``pemda`` where it needs one."""
    user = User.objects.create(username=f"{role}-{pemda}", nama=f"{role.label} (rekaan)")
    opd, person = None, None
    if role in {Role.PEGAWAI, Role.ATASAN}:
        person = registry.person(f"Pengguna {role.label}")
    if role in {Role.KEPALA_OPD, Role.OPERATOR_OPD, Role.ASN}:
        opd, _ = Opd.objects.get_or_create(
            pemda=pemda, nama="Dinas Uji", jenis="dinas", sort_key="dinas uji"
        )
    RoleGrant.objects.create(
        user=user,
        role=role,
        pemda=None if role in OF_ALL_GOVERNMENTS else pemda,
        opd=opd,
        person=person,
        starts_on=date(2019, 1, 1),
    )
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_its_pages_and_no_others(world, role):
    client = signed_in(role, world.pemda)

    answers = {name: client.get(page).status_code for name, page in world.pages().items()}

    assert {name for name, status in answers.items() if status == 200} == MAY[role]
    # A delegation of others is not told of at all.
    assert answers.pop("tarik pelimpahan") in {200, 404}
    assert set(answers.values()) <= {200, 403}


@pytest.mark.parametrize("role", Role)
def test_the_menu_leads_only_where_the_role_may_go(world, role):
    client = signed_in(role, world.pemda)
    told = client.get(f"/{world.pemda.slug}/").content.decode()
    head = told[told.index('class="nav-main"') : told.index("</nav>")]

    for address in re.findall(r'<a href="([^"]+)"', head):
        assert client.get(html.unescape(address)).status_code == 200, address


@pytest.mark.parametrize("role", [role for role in Role if role not in {"operator", "warga"}])
def test_another_governments_pages_are_not_there(world, misal, role):
    stranger = signed_in(role, misal)

    answers = {name: stranger.get(page).status_code for name, page in world.pages().items()}

    for own in {"dokumen", "ukuran"} | HANDS_OVER | ASKS:  # his own desk
        assert answers.pop(own) == (200 if own in MAY[role] else 403)
    assert {answers.pop(name) for name in NOBODYS | OWN | ABOUT_ONESELF} == {200}
    assert set(answers.values()) == {404}


def test_another_governments_drafts_are_not_on_the_desk(world, misal):
    told = signed_in(Role.BKD, misal).get("/dokumen/").content.decode()

    assert str(world.waiting.document.public_id) not in told
    assert str(world.confirmed.document.public_id) not in told


def test_who_has_no_role_is_told_so(world):
    client = Client()
    client.force_login(User.objects.create(username="baru", nama="Baru (rekaan)"))

    answer = client.get("/")

    assert answer.status_code == 404
    assert "untuk peran Anda" in answer.content.decode()
