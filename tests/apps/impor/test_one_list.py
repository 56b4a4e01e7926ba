"""The one list of a kabupaten: what it says with its day becomes riwayat, and doubles none."""

import pytest
from tests.apps.impor.conftest import committed, export, fresh, previewed, total, undone
from tests.support.registry import REASON, WARNI

from pamong.apps.core.files import NewFile
from pamong.apps.core.models import Person
from pamong.apps.impor.carrying_out import preview
from pamong.apps.impor.covering import offered
from pamong.apps.impor.models import StagedRow
from pamong.apps.impor.services import match_columns
from pamong.apps.kepegawaian.models import (
    Appointment,
    Pegawai,
    Riwayat,
    RiwayatJabatan,
    RiwayatPangkat,
    RiwayatPendidikan,
)
from pamong.exchange.matching import Matching

pytestmark = pytest.mark.django_db
LIST = """
DAFTAR NOMINATIF PEGAWAI

No;Nama;NIP;Tgl Lahir;Status;TMT CPNS;Pangkat/Gol;TMT Pangkat;Jenis Jabatan;Eselon;Jabatan;\
TMT Jabatan;Unit Kerja;Pendidikan Terakhir;Jurusan;Tahun Lulus
1;Dra. Andi Rekaan, M.Si. (rekaan);197001011994010001;01-01-1970;PNS;01-01-1994;Penata (III/c);\
01-04-2018;Struktural;IIIb;Kepala Bidang Contoh;15-01-2020;Dinas Contoh;S2;Manajemen;2009
2;Bena Rekaan (rekaan);198002022005020001;02-02-1980;PNS;01-02-2005;III/b;;Pelaksana;-;\
Pengelola Contoh;;Dinas Contoh;SMA;;
3;Candra Rekaan (rekaan);199003032021210001;03-03-1990;PPPK;01-03-2021;IX;01-03-2021;\
Fungsional;-;Guru Ahli Pertama;01-03-2021;Dinas Contoh;S-1;Contoh;2012
;Jumlah: 3 orang
"""
NIP = "197001011994010001"


def files(text=LIST):
    return [NewFile("nominatif.csv", text.strip().encode())]


def promoted() -> str:
    return LIST.replace("Penata (III/c);01-04-2018", "Penata Tingkat I (III/d);01-04-2022")


def ranks(nip=NIP):
    found = RiwayatPangkat.objects.filter(pegawai__person__identifiers__value=nip)
    return [
        (each.golongan, each.starts_on.year, each.ends_before and each.ends_before.year)
        for each in found.order_by("starts_on")
    ]


def test_a_list_in_plain_words_gives_the_last_golongan_post_and_education(contoh):
    batch = committed(previewed(contoh, files()))

    assert batch.report == {"pegawai": {"new": 3, "doubtful": 1}}
    assert set(batch.doubt_counts) == {"baris-jumlah"}
    assert ranks() == [("III/c", 2018, None)]
    posts = RiwayatJabatan.objects.order_by("nama")
    assert [(each.nama, each.kind, each.eselon, each.jenjang) for each in posts] == [
        ("Guru Ahli Pertama", "fungsional", "", "ahli_pertama"),
        ("Kepala Bidang Contoh", "administrator", "III.b", ""),
    ]
    schools = RiwayatPendidikan.objects.order_by("jenjang")
    assert [(each.jenjang, each.field_of_study, each.graduated_in) for each in schools] == [
        ("s1", "Contoh", 2012),
        ("s2", "Manajemen", 2009),
    ]
    andi = Person.objects.get(identifiers__value=NIP)
    assert (andi.gelar_depan, andi.nama, andi.gelar_belakang) == ("Dra.", "Andi Rekaan", "M.Si.")


def test_without_its_day_a_golongan_is_no_riwayat_and_stays_with_the_appointment(contoh):
    committed(previewed(contoh, files()))

    bena = Pegawai.objects.get(person__nama="Bena Rekaan")

    kept = Appointment.objects.get(pegawai=bena).lainnya
    assert (kept["gol_akhir_nama"], kept["jabatan_nama"]) == ("III/b", "Pengelola Contoh")
    assert not bena.riwayat_pangkat.exists()
    assert not bena.riwayat_jabatan.exists()


def test_the_same_list_again_is_unchanged_and_a_later_one_ends_the_rank_before(contoh):
    committed(previewed(contoh, files()))

    again = previewed(contoh, files())
    later = committed(previewed(contoh, files(promoted())))

    assert total(again.counts, "unchanged") == 3
    assert not StagedRow.objects.filter(batch=again, doubt=0).exclude(state=2).exists()
    assert later.report["pegawai"] == {"changed": 1, "unchanged": 2, "doubtful": 1}
    assert ranks() == [("III/c", 2018, 2022), ("III/d", 2022, None)]
    undone(later)
    assert ranks() == [("III/c", 2018, None)]


def test_a_post_on_record_in_another_spelling_is_the_same_and_under_another_name_none(contoh):
    committed(previewed(contoh, files()))
    loud = LIST.replace("Kepala Bidang Contoh", "KEPALA BIDANG CONTOH").replace("Manajemen", "")
    other = LIST.replace("Kepala Bidang Contoh", "Kepala Bidang Lain")

    again = previewed(contoh, files(loud))
    committed(previewed(contoh, files(other)))

    assert total(again.counts, "unchanged") == 3
    assert RiwayatJabatan.objects.filter(nama__startswith="Kepala").count() == 1
    kept = Appointment.objects.get(pegawai__person__identifiers__value=NIP).lainnya
    assert kept["jabatan_nama"] == "Kepala Bidang Lain"


def test_a_history_in_the_same_import_says_it_and_the_row_of_its_owner_does_not(contoh):
    history = f"NIP;Golongan;TMT Golongan;Nomor SK\n{NIP};III/d;01-04-2022;823/7\n"

    batch = previewed(contoh, [*files(promoted()), NewFile("golongan.csv", history.encode())])
    committed(batch)

    assert ranks() == [("III/d", 2022, None)]
    assert RiwayatPangkat.objects.get(golongan="III/d").paper_number == "823/7"
    assert Riwayat.PANGKAT in offered(batch)
    kept = Appointment.objects.get(pegawai__person__identifiers__value=NIP).lainnya
    assert kept["tmt_golongan"] == "2022-04-01"
    assert "jabatan_nama" not in kept


def test_an_export_with_its_histories_gives_no_riwayat_twice(contoh, tmp_path):
    previewed(contoh, export(tmp_path / "ekspor", 6)[0])

    assert not StagedRow.objects.filter(part__gt=0, section="pangkat").exists()
    assert StagedRow.objects.filter(section="pangkat").count() == 12


OWN_HISTORY = f"""
Nomor Pokok;Ruang;Sejak Hari;Map
{NIP};III/b;01-04-2014;biru
{NIP};III/c;01-04-2018;biru
"""


def test_a_history_whose_columns_are_matched_later_still_speaks_for_the_list(contoh):
    batch = previewed(contoh, [*files(), NewFile("riwayat.csv", OWN_HISTORY.strip().encode())])
    sheet = next(each for each in batch.sheets if each["berkas"] == "riwayat.csv")
    keys = dict(zip(sheet["kepala"], sheet["kunci"], strict=True))
    meant = {"Nomor Pokok": "nipBaru", "Ruang": "golongan", "Sejak Hari": "tmtGolongan"}
    columns = {keys[heading]: name for heading, name in meant.items()}
    matching = Matching("siasn-rw-golongan", sheet["sidik"], columns)
    match_columns(batch=batch, matching=matching, actor=WARNI, reason=REASON)
    preview(fresh(batch))
    batch = committed(fresh(batch))

    assert set(batch.doubt_counts) == {"baris-jumlah"}
    assert ranks() == [("III/b", 2014, 2018), ("III/c", 2018, None)]
