"""The rows of each file of the made-up export: the main row, and ten of histories a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from pamong.exchange.checks.pay import table_row
from pamong.exchange.code_lists import code_list
from pamong.exchange.sample.people import OPDS, UNITS, Somebody, unit_identifier
from pamong.exchange.sheet import Cell

Cells = dict[str, Cell]
_POSTS = {"4": "Pengadministrasi Perkantoran", "2": "Analis Kebijakan Ahli Pertama"}
_KIND_NAMES = {"4": "FUNGSIONAL_UMUM", "2": "FUNGSIONAL_TERTENTU"}
_COURSE = "Dasar Pelayanan Publik"


def main_row(person: Somebody) -> Cells:
    """Return the row of ``siasn-pegawai``."""
    religion, married = str(person.number % 6 + 1), str(person.number % 4 + 1)
    pns = person.appointed + timedelta(days=365)
    row: Cells = {
        "pns_id": person.identifier,
        "nip_baru": person.nip,
        "nama": person.name,
        "gelar_belakang": person.title,
        "tempat_lahir_nama": "Contoh",
        "tanggal_lahir": person.born,
        "jenis_kelamin": "F" if person.is_woman else "M",
        "agama_id": religion,
        "agama_nama": code_list("agama").names[religion],
        "jenis_kawin_id": married,
        "jenis_kawin_nama": code_list("kawin").names[married],
        "nik": person.nik,
        "nomor_hp": f"0800{person.number:08}",
        "email": f"rekaan{person.number}@contoh.example",
        "kedudukan_hukum_id": "01",
        "kedudukan_hukum_nama": "Aktif",
        "nomor_sk_cpns": f"813/{person.number}",
        "tanggal_sk_cpns": person.appointed,
        "tmt_cpns": person.appointed,
        "gol_akhir_nama": person.ranks[1],
        "tmt_golongan": person.promoted,
        "mk_tahun": float(person.promoted.year - person.appointed.year),
        "mk_bulan": 0.0,
        "jenis_jabatan_id": person.kind_of_post,
        "jabatan_nama": _POSTS[person.kind_of_post],
        "tmt_jabatan": person.post_since,
        "tingkat_pendidikan_id": "40" if person.has_degree else "15",
        "tingkat_pendidikan_nama": "S-1/Sarjana" if person.has_degree else "SLTA",
        "tahun_lulus": float(person.born.year + (23 if person.has_degree else 18)),
        "unor_id": person.unit,
        "unor_nama": f"Bidang Contoh {person.number % UNITS + 1}",
        "is_valid_nik": "true",
    }
    if not person.is_pppk:
        row |= {
            "status_cpns_pns": "P",
            "nomor_sk_pns": f"821/{person.number}",
            "tanggal_sk_pns": pns,
            "tmt_pns": pns,
            "gol_akhir_id": _rank_code(person.ranks[1]),
        }
    return row


def _rank_code(golongan: str) -> str:
    codes = {name: code for code, name in code_list("golongan").names.items()}
    return codes.get(golongan, "")


def _whose(person: Somebody, number: int) -> Cells:
    return {
        "id": f"{person.identifier}{number}",
        "idPns": person.identifier,
        "nipBaru": person.nip,
    }


def _golongan(person: Somebody) -> Iterator[Cells]:
    for step, day in enumerate((person.appointed, person.promoted)):
        rank = person.ranks[step]
        yield _whose(person, step) | {
            "golonganId": _rank_code(rank),
            "golongan": rank,
            "skNomor": f"823/{person.number}/{step}",
            "skTanggal": day,
            "tmtGolongan": day,
            "jumlahKreditUtama": 12.5,
            "masaKerjaGolonganTahun": float(4 * step),
            "masaKerjaGolonganBulan": 0.0,
        }


def _jabatan(person: Somebody) -> Iterator[Cells]:
    for step, day in enumerate((person.appointed, person.post_since)):
        kind = person.kind_of_post if step else "4"
        general = "jabatanFungsionalUmumNama" if kind == "4" else "jabatanFungsionalNama"
        yield _whose(person, step) | {
            "jenisJabatan": _KIND_NAMES[kind],
            "unorId": person.unit,
            "unorNama": f"Bidang Contoh {person.number % UNITS + 1}",
            general: _POSTS[kind],
            "tmtJabatan": day,
            "nomorSk": f"824/{person.number}/{step}",
            "tanggalSk": day,
            "namaJabatan": _POSTS[kind],
            "tmtPelantikan": day,
            "jenisPenugasanId": "D",
            "jenisMutasiId": "MJ",
        }


def _pendidikan(person: Somebody) -> Iterator[Cells]:
    year = person.born.year + (23 if person.has_degree else 18)
    yield _whose(person, 0) | {
        "tkPendidikanId": "40" if person.has_degree else "15",
        "tkPendidikanNama": "S-1/Sarjana" if person.has_degree else "SLTA",
        "tahunLulus": float(year),
        "tglLulus": date(year, 8, 17),
        "isPendidikanPertama": "1",
        "nomorIjasah": f"IJ-{person.number}",
        "namaSekolah": "Universitas Contoh" if person.has_degree else "SMA Contoh",
        "gelarBelakang": person.title,
    }


def _diklat(person: Somebody) -> Iterator[Cells]:
    day = person.appointed + timedelta(days=200)
    yield _whose(person, 0) | {
        "latihanStrukturalId": "8",
        "latihanStrukturalNama": "Diklat Struktural Lainnya",
        "nomor": f"D-{person.number}",
        "tanggal": day,
        "tahun": float(day.year),
        "jumlahJam": 120.0,
        "tanggalSelesai": day + timedelta(days=20),
        "institusiPenyelenggara": "BPSDM Contoh",
    }


def _kursus(person: Somebody) -> Iterator[Cells]:
    day = date(2023, 1 + person.number % 12, 10)
    yield _whose(person, 0) | {
        "jenisDiklatId": "8",
        "institusiPenyelenggara": "BKPSDM Contoh",
        "jumlahJam": 20.0,
        "namaKursus": _COURSE,
        "noSertipikat": f"K-{person.number}-0",
        "tahunKursus": float(day.year),
        "tanggalKursus": day,
        "tanggalSelesaiKursus": day + timedelta(days=2),
    }


def _kgb(person: Somebody) -> Iterator[Cells]:
    rank = person.ranks[person.raised >= person.promoted]
    yield {
        "id": f"{person.identifier}0",
        "pns_id": person.identifier,
        "nip": person.nip,
        "nama": person.name,
        "golongan": rank,
        "masa_kerja_tahun": float(person.served),
        "masa_kerja_bulan": 0.0,
        "gaji_pokok": float(table_row(rank, person.served, person.raised)["gaji_pokok"]),
        "tmt_kgb": person.raised,
        "nomor_sk": f"822/{person.number}",
        "tanggal_sk": person.raised - timedelta(days=60),
    }


def _skp22(person: Somebody) -> Iterator[Cells]:
    for step in range(2):
        yield {
            "id": f"{person.identifier}{step}",
            "pnsDinilaiId": person.identifier,
            "tahun": float(2024 + step),
            "hasilKinerja": "SESUAI ESPEKTASI",
            "hasilKinerjaNilai": "2",
            "PerilakuKerjaNilai": "2",
            "kuadranKinerja": "BAIK",
            "KuadranKinerjaNilai": "2",
            "namaPenilai": "Penilai Rekaan",
        }


UNIT_LAYOUT, MAIN_LAYOUT = "siasn-unor", "siasn-pegawai"
HISTORIES: Mapping[str, Callable[[Somebody], Iterator[Cells]]] = {
    "siasn-rw-golongan": _golongan,
    "siasn-rw-jabatan": _jabatan,
    "siasn-rw-pendidikan": _pendidikan,
    "siasn-rw-diklat": _diklat,
    "siasn-rw-kursus": _kursus,
    "siasn-rw-skp22": _skp22,
    "riwayat-kgb": _kgb,
}
STEPS = {
    "siasn-rw-golongan": 2,
    "siasn-rw-jabatan": 2,
    "siasn-rw-pendidikan": 1,
    "siasn-rw-diklat": 1,
    "siasn-rw-kursus": 1,
    "siasn-rw-skp22": 2,
    "riwayat-kgb": 1,
}
"""Rows of a history that each person has: ten together."""


def unit_rows() -> Iterator[Cells]:
    """Yield the rows of ``siasn-unor``: the government, its OPDs, and the units of the people."""
    government = unit_identifier(UNITS)
    yield {"Id": government, "NamaUnor": "Pemerintah Daerah Contoh", "NamaJabatan": "Bupati"}
    for number in range(OPDS):
        yield {
            "Id": unit_identifier(UNITS + 1 + number),
            "DiatasanId": government,
            "NamaUnor": f"Dinas Urusan Contoh {number + 1}",
            "NamaJabatan": f"Kepala Dinas Urusan Contoh {number + 1}",
            "EselonId": "22",
        }
    for number in range(UNITS):
        yield {
            "Id": unit_identifier(number),
            "DiatasanId": unit_identifier(UNITS + 1 + number % OPDS),
            "NamaUnor": f"Bidang Contoh {number + 1}",
            "NamaJabatan": f"Kepala Bidang Contoh {number + 1}",
            "EselonId": "32",
        }
