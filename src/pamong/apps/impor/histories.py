"""The histories of SIASN, and that of pay, each as a table of ways into its section, and back."""

from typing import Any

from pamong.apps.impor.asides import NO_CLTN, NO_CONTRACT
from pamong.apps.impor.history import History
from pamong.apps.impor.placing import AsideError, Reader
from pamong.apps.impor.posts import POST
from pamong.apps.impor.ranks import RANK
from pamong.apps.impor.two_way import Draft, Row, Way
from pamong.apps.impor.ways import (
    always,
    coded,
    hundredths,
    kept_code,
    last_day,
    months,
    only_read,
    same,
    whole_months,
    year_of,
)
from pamong.apps.impor.words import (
    CHANGES,
    COURSES,
    CREDITS,
    LEVELS_OF_PENALTY,
    MOVES,
    PENALTIES,
    PREDICATES,
    RATINGS,
    SCHOOLS,
    TERMINATIONS,
)

LAST_DP3, FIRST_SKP22 = 2013, 2022


def _is_cltn(row: Reader) -> None:
    if str(row.values.get("cltnId", "1")) not in {"1", "5"}:
        raise AsideError(NO_CLTN)
    if row.values.get("cltnId") == "1":
        row.get("cltnId")


def _is_contract(row: Reader) -> None:
    if not {"tgl_kontrak_mulai", "tgl_kontrak_akhir"} <= set(row.values):
        raise AsideError(NO_CONTRACT)


def _is_rated_by_predicate(entry: Row) -> bool:
    rated = entry["predikat"] or entry["result"] or entry["behaviour"]
    return _is_yearly(entry) and bool(rated or entry["year"] >= FIRST_SKP22)


def _is_yearly(entry: Row) -> bool:
    return bool(entry["of_period"] == "tahunan")


def _is_scored(entry: Row) -> bool:
    return _is_yearly(entry) and not _is_rated_by_predicate(entry)


def _is_course(entry: Row) -> bool:
    return bool(entry["kind"] != "struktural" or entry["kode_asal"].startswith("kursus:"))


def _paper(number: str, day: str) -> tuple[Way, Way]:
    return same(number, "paper_number"), same(day, "paper_on")


YEARLY = (always("of_period", "tahunan"), year_of("tahun"))
APPRAISER = (same("penilaiNama", "appraiser"), same("penilaiJabatan", "appraiser_post"))


def _take_credit(row: Reader, draft: Draft) -> None:
    said = [word for name, word in CREDITS.items() if row.values.get(name)]
    draft.said["kind"] = said[0] if len(said) == 1 else "lain"
    for name, word in CREDITS.items():
        if row.values.get(name) is (word == draft.said["kind"]):
            row.get(name)


def _tell_credit(entry: Row, _known: Any) -> dict[str, Any]:
    return {name: entry["kind"] == word for name, word in CREDITS.items()}


def _take_move(row: Reader, draft: Draft) -> None:
    draft.said["kind"] = row.code("jenisPi", MOVES) or "pindah"


def _tell_move(entry: Row, _known: Any) -> dict[str, Any]:
    return {"jenisPi": {word: code for code, word in MOVES.items()}.get(entry["kind"])}


EVERY = (
    History("siasn-rw-golongan", "pangkat", (
        RANK,
        same("tmtGolongan", "starts_on", needed=True),
        kept_code("jenisKPId", "change", CHANGES, "kode_change"),
        months("masaKerjaGolonganTahun", "masaKerjaGolonganBulan", "service_months"),
        same("noPertekBkn", "pertek_number"), same("tglPertekBkn", "pertek_on"),
        *_paper("skNomor", "skTanggal"),
    )),
    History("riwayat-kgb", "gaji", (
        same("golongan", "golongan", needed=True), same("tmt_kgb", "starts_on", needed=True),
        months("masa_kerja_tahun", "masa_kerja_bulan", "service_months", needed=True),
        same("gaji_pokok", "pay"), same("ditunda_sampai", "postponed_until"),
        *_paper("nomor_sk", "tanggal_sk"),
    )),
    History("siasn-rw-jabatan", "jabatan", (
        *POST,
        same("tmtJabatan", "starts_on", needed=True),
        same("unorNama", "unit_name", "namaUnor"),
        same("tmtPelantikan", "inaugurated_on"),
        *_paper("nomorSk", "tanggalSk"),
    )),
    History("siasn-rw-pendidikan", "pendidikan", (
        coded("tkPendidikanId", "jenjang", SCHOOLS, needed=True),
        same("pendidikanNama", "field_of_study"), same("pendidikanId", "kode_pendidikan"),
        same("namaSekolah", "school"), same("tglLulus", "graduated_on"),
        same("tahunLulus", "graduated_in"), same("gelarDepan", "gelar_depan"),
        same("gelarBelakang", "gelar_belakang"), same("isPendidikanPertama", "is_first"),
        same("nomorIjasah", "paper_number"),
    )),
    History("siasn-rw-diklat", "diklat", (
        always("kind", "struktural"),
        same("latihanStrukturalNama", "nama", needed=True),
        same("latihanStrukturalId", "kode_diklat"), same("jumlahJam", "hours"),
        same("institusiPenyelenggara", "organiser"), same("tanggal", "starts_on", needed=True),
        last_day("tanggalSelesai"), same("nomor", "paper_number"),
    ), is_of=lambda entry: not _is_course(entry), ours=("tahun",)),
    History("siasn-rw-kursus", "diklat", (
        kept_code("jenisDiklatId", "kind", COURSES, "kode_diklat", otherwise="lain"),
        same("namaKursus", "nama", needed=True), same("jumlahJam", "hours"),
        same("institusiPenyelenggara", "organiser"),
        same("tanggalKursus", "starts_on", needed=True), last_day("tanggalSelesaiKursus"),
        same("noSertipikat", "paper_number"),
    ), of="kursus", is_of=_is_course, ours=("tahunKursus",)),
    History("siasn-rw-skp22", "kinerja", (
        *YEARLY,
        coded("KuadranKinerjaNilai", "predikat", PREDICATES),
        coded("hasilKinerjaNilai", "result", RATINGS),
        coded("PerilakuKerjaNilai", "behaviour", RATINGS),
        same("namaPenilai", "appraiser"), same("penilaiJabatanNm", "appraiser_post"),
    ), is_of=_is_rated_by_predicate, ours=("hasilKinerja", "kuadranKinerja", "perilakuKerja")),
    History("siasn-rw-skp", "kinerja", (
        *YEARLY, *APPRAISER, hundredths("nilaiPrestasiKerja", "score_hundredths"),
    ), of="skp", is_of=lambda entry: _is_scored(entry) and entry["year"] > LAST_DP3),
    History("siasn-rw-dp3", "kinerja", (*YEARLY, *APPRAISER), of="dp3",
            is_of=lambda entry: _is_scored(entry) and entry["year"] <= LAST_DP3),
    History("siasn-rw-angkakredit", "angka-kredit", (
        whole_months(("bulanMulaiPenailan", "tahunMulaiPenailan"),
                     ("bulanSelesaiPenailan", "tahunSelesaiPenailan")),
        Way(tuple(CREDITS), ("kind",), _take_credit, _tell_credit, is_needed=True),
        same("kreditBaruTotal", "total", needed=True), same("kreditUtamaBaru", "main"),
        same("kreditPenunjangBaru", "supporting"), same("namaJabatan", "post"),
        *_paper("nomorSk", "tanggalSk"),
    )),
    History("siasn-rw-penghargaan", "penghargaan", (
        same("hargaNama", "nama", needed=True), same("tahun", "year"),
        same("hargaId", "kode_award"), *_paper("skNomor", "skDate"),
    )),
    History("siasn-rw-hukdis", "hukuman", (
        coded("jenisHukuman", "kind", PENALTIES, needed=True),
        coded("jenisTingkatHukumanId", "level", LEVELS_OF_PENALTY, needed=True),
        same("hukumanTanggal", "starts_on", needed=True), last_day("akhirHukumTanggal"),
        same("alasanHukumanDisiplinNama", "why"), same("nomorPp", "regulation"),
        same("skPembatalanNomor", "cancelled_number"),
        same("skPembatalanTanggal", "cancelled_on"), *_paper("skNomor", "skTanggal"),
    )),
    History("siasn-rw-cltn", "cuti", (
        always("kind", "cltn"), same("tanggalAwal", "starts_on", needed=True),
        last_day("tanggalAkhir"), same("tanggalAktif", "returned_on"),
        same("nomorLetterBkn", "bkn_number"), same("tanggalLetterBkn", "bkn_on"),
        *_paper("skNomor", "skTanggal"),
    ), is_of=lambda entry: entry["kind"] == "cltn", check=_is_cltn),
    History("siasn-rw-masakerja", "masa-kerja", (
        same("pengalaman", "where", needed=True), same("tanggalAwal", "starts_on", needed=True),
        last_day("tanggalSelesai"), months("tasaKerjaTahun", "masaKerjaBulan", "counted_months"),
        same("nomorBkn", "bkn_number"), same("tanggalBkn", "bkn_on"),
        *_paper("nomorSk", "tanggalSk"),
    )),
    History("siasn-rw-pindahinstansi", "pindah", (
        Way(("jenisPi",), ("kind",), _take_move, _tell_move, unsaid="pindah"),
        same("tmtPi", "moved_on", needed=True), same("instansiKerjaLama", "origin"),
        same("instansiKerjaBaru", "target"), same("skAsalNomor", "origin_number"),
        same("skAsalTanggal", "origin_on"), same("skBknNomor", "bkn_number"),
        same("skBknTanggal", "bkn_on"), *_paper("skTujuanNomor", "skTujuanTanggal"),
    ), is_of=lambda entry: entry["kind"] != "pwk"),
    History("siasn-rw-pwk", "pindah", (
        always("kind", "pwk"), same("tmtPwk", "moved_on", needed=True),
        same("asalNama", "origin"), same("lokasiKerjaBaru", "target"),
        *_paper("skNomor", "skTanggal"),
    ), of="pwk", is_of=lambda entry: entry["kind"] == "pwk"),
    History("siasn-rw-pemberhentian", "pemberhentian", (
        coded("jenisHenti", "kind", TERMINATIONS, needed=True),
        only_read(same("tmtPemberhentian", "stopped_on")), *_paper("skNomor", "skTanggal"),
    )),
    History("siasn-pasangan", "keluarga", (
        always("relation", "pasangan"), same("nama", "nama", needed=True),
        same("tglLahir", "born_on"), same("nomorIdentitas", "number"),
        same("statusPekerjaanPasangan", "occupation"),
    ), is_of=lambda entry: entry["relation"] == "pasangan"),
    History("siasn-pengadaan", "perjanjian", (
        same("tgl_kontrak_mulai", "starts_on", needed=True),
        last_day("tgl_kontrak_akhir", needed=True), *_paper("no_sk", "tgl_sk"),
    ), check=_is_contract),
)  # fmt: skip
HISTORIES = {each.name: each for each in EVERY}
"""The layouts of histories that are read into a record, and written from it."""
