"""The rows of SIASN's histories, each as one entry of its section."""

from pamong.apps.impor.placing import LacksError, Part, Placer, Reader, part
from pamong.exchange.code_lists import code_list

# Jenis kenaikan pangkat of SIASN; the code itself is kept beside the word.
CHANGES = {
    "101": "reguler",
    "203": "penyesuaian_ijazah",
    "211": "pengangkatan",
    **{str(code): "pilihan" for code in (201, 202, *range(204, 211))},
}
CAPACITIES = {"D": "definitif", "PLT": "plt", "PLH": "plh", "PJ": "pj", "TT": "tugas_tambahan"}
OF_ESELON = {"I": "jpt_madya", "II": "jpt_pratama", "III": "administrator", "IV": "pengawas"}
"""What a post of an echelon is in a regional government since UU 5/2014."""
LEVELS = {
    "pemula": "pemula", "terampil": "terampil", "mahir": "mahir", "penyelia": "penyelia",
    "ahli pertama": "ahli_pertama", "ahli muda": "ahli_muda", "ahli madya": "ahli_madya",
    "ahli utama": "ahli_utama",
}  # fmt: skip
SCHOOLS = {
    "05": "sd", "10": "smp", "15": "sma", "20": "d1", "25": "d2", "30": "d3", "35": "d4",
    "40": "s1", "45": "s2", "50": "s3",
}  # fmt: skip
COURSES = {"1": "struktural", "2": "fungsional", "3": "teknis", "4": "seminar", "9": "seminar"}
PREDICATES = {
    "1": "sangat_baik", "2": "baik", "3": "butuh_perbaikan", "4": "kurang", "5": "sangat_kurang",
}  # fmt: skip
RATINGS = {"1": "di_atas", "2": "sesuai", "3": "di_bawah"}


def golongan(row: Reader) -> list[Part]:
    """Read a row of riwayat golongan."""
    rank = row.get("golongan")
    code = str(row.values.get("golonganId", ""))
    if rank is None:
        rank = code_list("golongan").names.get(code)
    if not rank:
        raise LacksError("golongan")
    if code_list("golongan").names.get(code) == rank:
        row.get("golonganId")
    change = CHANGES.get(str(row.values.get("jenisKPId", "")))
    said = {
        "golongan": rank,
        "starts_on": row.need("tmtGolongan"),
        "change": change,
        "kode_change": row.get("jenisKPId"),
        "service_months": row.months("masaKerjaGolonganTahun", "masaKerjaGolonganBulan"),
        "pertek_number": row.get("noPertekBkn"),
        "pertek_on": row.get("tglPertekBkn"),
        "paper_number": row.get("skNomor"),
        "paper_on": row.get("skTanggal"),
    }
    return [part("pangkat", row, said)]


def jabatan(row: Reader) -> list[Part]:
    """Read a row of riwayat jabatan."""
    kind = _kind(row)
    nama = row.get("namaJabatan")
    functional, general = row.get("jabatanFungsionalNama"), row.get("jabatanFungsionalUmumNama")
    nama = nama or functional or general
    if not nama:
        raise LacksError("namaJabatan")
    eselon = code_list("eselon").names.get(str(row.values.get("eselonId", "")), "")
    unit = row.known.units.get(str(row.values.get("unorId", "")))
    said = {
        "nama": nama,
        "kind": kind,
        "jenjang": _level(nama) if kind == "fungsional" else None,
        "capacity": row.code("jenisPenugasanId", CAPACITIES),
        "eselon": eselon if "." in eselon else None,
        "unit_id": unit[1] if unit else None,
        "unit_name": row.get("unorNama") or row.get("namaUnor"),
        "inaugurated_on": row.get("tmtPelantikan"),
        "kode_jabatan": row.get("jabatanFungsionalId") or row.get("jabatanFungsionalUmumId"),
        "starts_on": row.need("tmtJabatan"),
        "paper_number": row.get("nomorSk"),
        "paper_on": row.get("tanggalSk"),
    }
    if "capacity" not in said or not said["capacity"]:
        said.pop("capacity")
    return [part("jabatan", row, said)]


def _kind(row: Reader) -> str:
    """Return what kind of post a row is of.

    Raises:
        LacksError: it does not say so.
    """
    told = str(row.values.get("jenisJabatan", "")).upper().replace(" ", "_")
    eselon = code_list("eselon").names.get(str(row.values.get("eselonId", "")), "")
    if told in {"FUNGSIONAL_TERTENTU", "2"} or "jabatanFungsionalNama" in row.values:
        return "fungsional"
    if told in {"FUNGSIONAL_UMUM", "PELAKSANA", "4"}:
        return "pelaksana"
    if "jabatanFungsionalUmumNama" in row.values:
        return "pelaksana"
    if "." in eselon and (word := OF_ESELON.get(eselon.partition(".")[0])):
        return word
    raise LacksError("jenisJabatan")


def _level(nama: str) -> str | None:
    """Return the jenjang that the name of a functional post ends with."""
    small = nama.casefold()
    return next((word for end, word in LEVELS.items() if small.endswith(f" {end}")), None)


def pendidikan(row: Reader) -> list[Part]:
    """Read a row of riwayat pendidikan; the level by its code, and what it is called is kept."""
    level = row.code("tkPendidikanId", SCHOOLS)
    if level is None:
        raise LacksError("tkPendidikanId")
    said = {
        "jenjang": level,
        "field_of_study": row.get("pendidikanNama"),
        "kode_pendidikan": row.get("pendidikanId"),
        "school": row.get("namaSekolah"),
        "graduated_on": row.get("tglLulus"),
        "graduated_in": row.get("tahunLulus"),
        "gelar_depan": row.get("gelarDepan"),
        "gelar_belakang": row.get("gelarBelakang"),
        "is_first": row.get("isPendidikanPertama"),
        "paper_number": row.get("nomorIjasah"),
    }
    return [part("pendidikan", row, said)]


def diklat(row: Reader) -> list[Part]:
    """Read a row of riwayat diklat, which SIASN keeps for structural training."""
    said = {
        "kind": "struktural",
        "nama": row.need("latihanStrukturalNama"),
        "kode_diklat": row.get("latihanStrukturalId"),
        "hours": row.get("jumlahJam"),
        "organiser": row.get("institusiPenyelenggara"),
        "starts_on": row.need("tanggal"),
        "ends_before": row.day_after("tanggalSelesai"),
        "paper_number": row.get("nomor"),
    }
    return [part("diklat", row, said, ours=("tahun",))]


def kursus(row: Reader) -> list[Part]:
    """Read a row of riwayat kursus."""
    code = str(row.get("jenisDiklatId") or "")
    said = {
        "kind": COURSES.get(code, "lain"),
        "kode_diklat": code,
        "nama": row.need("namaKursus"),
        "hours": row.get("jumlahJam"),
        "organiser": row.get("institusiPenyelenggara"),
        "starts_on": row.need("tanggalKursus"),
        "ends_before": row.day_after("tanggalSelesaiKursus"),
        "paper_number": row.get("noSertipikat"),
    }
    return [part("diklat", row, said, ours=("tahunKursus",), of="kursus")]


def kinerja(row: Reader) -> list[Part]:
    """Read a row of SKP since 2022: one a year."""
    year = int(row.need("tahun"))
    said = {
        "year": year,
        "starts_on": f"{year}-01-01",
        "ends_before": f"{year + 1}-01-01",
        "predikat": row.code("KuadranKinerjaNilai", PREDICATES),
        "result": row.code("hasilKinerjaNilai", RATINGS),
        "behaviour": row.code("PerilakuKerjaNilai", RATINGS),
        "appraiser": row.get("namaPenilai"),
        "appraiser_post": row.get("penilaiJabatanNm"),
    }
    row.get("pnsDinilaiId")
    ours = ("hasilKinerja", "kuadranKinerja", "perilakuKerja")
    return [part("kinerja", row, said, {"of_period": "tahunan"}, ours=ours)]


HISTORIES: dict[str, Placer] = {
    "siasn-rw-golongan": golongan,
    "siasn-rw-jabatan": jabatan,
    "siasn-rw-pendidikan": pendidikan,
    "siasn-rw-diklat": diklat,
    "siasn-rw-kursus": kursus,
    "siasn-rw-skp22": kinerja,
}
