"""What does not agree within a row, or is no data, is told with its cell; the rest is read."""

from datetime import date

import pytest
from tests.exchange.conftest import MAIN, NIP, POST, RANK

from pamong.exchange.places import Place

PPPK = "190502031940211001"
EXTRA = {"nomor_hp": "081234567890"}


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (MAIN | {"nama": ""}, "wajib-kosong", "nama"),
        (MAIN | {"tanggal_lahir": date(1905, 2, 4)}, "nip-tanggal-lahir-berbeda", "tanggal_lahir"),
        (MAIN | {"jenis_kelamin": "P"}, "nip-jenis-kelamin-berbeda", "jenis_kelamin"),
        (MAIN | {"tmt_cpns": date(1928, 1, 1)}, "nip-tmt-berbeda", "tmt_cpns"),
        (MAIN | {"nik": "3201010402050001"}, "nik-tanggal-lahir-berbeda", "nik"),
        (
            {"nip_baru": "196601011990011001", "nama": "Contoh", "tanggal_lahir": date(1966, 1, 1),
             "jenis_kelamin": "L", "nik": "3201014101660001"},
            "nik-jenis-kelamin-berbeda",
            "nik",
        ),
        (
            MAIN | {"tmt_cpns": date(1927, 1, 1), "tmt_pns": date(1926, 1, 1)},
            "cpns-sesudah-pns",
            "tmt_pns",
        ),
        (MAIN | {"agama_id": "1", "agama_nama": "Hindu"}, "kode-dan-nama-berbeda", "agama_nama"),
        (
            MAIN | {"gol_akhir_id": "31", "gol_akhir_nama": "III/b"},
            "kode-dan-nama-berbeda",
            "gol_akhir_nama",
        ),
        (
            MAIN | {"tingkat_pendidikan_nama": "SLTA", "gelar_belakang": "S.E., M.M."},
            "pendidikan-dan-gelar",
            "gelar_belakang",
        ),
        (
            MAIN | {"kedudukan_hukum_id": "01"},
            "melewati-bup",
            "kedudukan_hukum_id",
        ),
        (MAIN | {"gol_akhir_nama": "IX"}, "pns-golongan-pppk", "gol_akhir_nama"),
    ],
)  # fmt: skip
def test_a_main_row_that_does_not_agree_is_told_at_its_cell(examine, row, code, column):
    examined = examine(pegawai=[row | EXTRA])

    found = [doubt for doubt in examined.doubts if doubt.code == code]

    assert len(found) == 1
    letters = dict(zip(row | EXTRA, "ABCDEFGHIJ", strict=False))
    assert found[0].place.column == letters[column]


def test_a_pppk_in_a_golongan_of_pns_is_told(examine):
    row = MAIN | {"nip_baru": PPPK, "gol_akhir_nama": "III/a", "tanggal_lahir": ""}

    assert examine(pegawai=[row]).codes == ["pppk-golongan-pns"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (
            POST | {"jenisJabatan": "STRUKTURAL", "jabatanFungsionalNama": "Arsiparis"},
            "jenis-jabatan-berbeda",
        ),
        (
            POST | {"jenisJabatan": "FUNGSIONAL_UMUM", "jabatanFungsionalNama": "Arsiparis"},
            "jenis-jabatan-berbeda",
        ),
        (
            POST | {"jenisJabatan": "FUNGSIONAL_TERTENTU", "eselonId": "31"},
            "eselon-tanpa-struktural",
        ),
    ],
)
def test_a_post_that_does_not_agree_with_its_kind_is_told(examine, row, code):
    assert examine(jabatan=[row | {"namaUnor": "Bidang"}]).codes == [code]


PAY = {
    "nip": NIP,
    "golongan": "III/a",
    "masa_kerja_tahun": 4.0,
    "masa_kerja_bulan": 0.0,
    "gaji_pokok": 2_964_000.0,
    "tmt_kgb": date(2026, 3, 1),
}


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (PAY, []),
        (PAY | {"gaji_pokok": ""}, []),
        (PAY | {"gaji_pokok": 2_964_001.0}, ["gaji-berbeda-dari-daftar"]),
        (PAY | {"gaji_pokok": 2_000_000.0, "tmt_kgb": date(2018, 3, 1)}, []),
        (PAY | {"golongan": "II/b", "masa_kerja_tahun": 2.0}, ["masa-kerja-di-luar-daftar"]),
        (PAY | {"masa_kerja_tahun": 34.0}, ["masa-kerja-di-luar-daftar"]),
        (PAY | {"masa_kerja_tahun": 61.0}, ["angka-di-luar-batas"]),
        (PAY | {"masa_kerja_bulan": ""}, ["wajib-kosong"]),
        (PAY | {"tmt_kgb": date(1926, 12, 31)}, ["gaji-sebelum-diangkat"]),
        (PAY | {"tmt_kgb": date(2027, 1, 1)}, ["hari-mendatang"]),
        (PAY | {"golongan": "V/a"}, ["golongan-tidak-dikenal"]),
        (PAY | {"nip": PPPK, "golongan": "IX", "gaji_pokok": 3_408_500.0}, []),
    ],
)
def test_pay_that_fits_no_table_or_no_service_is_told(examine, row, codes):
    assert examine(kgb=[row]).codes == codes


def test_the_sentence_on_pay_tells_what_the_table_of_that_day_says(examine):
    (doubt,) = examine(kgb=[PAY | {"gaji_pokok": "Rp 3.000.000,-"}]).doubts

    assert doubt.place.column == "E"
    assert doubt.message == (
        "Menurut daftar gaji pada TMT-nya, golongan III/a dengan masa kerja 4 tahun bergaji pokok"
        " Rp2.964.000."
    )


def test_two_pays_from_one_day_are_told(examine):
    rows = [PAY, PAY | {"masa_kerja_tahun": 5.0, "gaji_pokok": ""}]

    assert examine(kgb=rows).codes == ["tmt-kembar"]


LISTED = MAIN | {
    "gol_akhir_nama": "III/a",
    "tmt_golongan": date(2020, 4, 1),
    "tmt_kgb": date(2026, 3, 1),
    "mkg_kgb_tahun": 4.0,
    "mkg_kgb_bulan": 0.0,
    "gaji_pokok": 3_000_000.0,
}


def test_the_last_pay_in_a_list_of_people_is_held_against_the_rank_of_that_day(examine):
    promoted_since = LISTED | {"tmt_golongan": date(2026, 4, 1)}

    assert examine(pegawai=[LISTED]).codes == ["gaji-berbeda-dari-daftar"]
    assert examine(pegawai=[promoted_since]).codes == []


def test_a_span_that_ends_before_it_begins_is_told(examine):
    row = {
        "pnsOrangId": "A1",
        "cltnId": "1",
        "tanggalAwal": date(2020, 5, 1),
        "tanggalAkhir": date(2020, 4, 1),
    }

    assert examine(cltn=[row]).codes == ["mulai-sesudah-akhir"]


def test_cells_in_each_others_column_are_one_doubt(examine):
    row = MAIN | {"nip_baru": "Contoh Rekaan", "nama": NIP, "tanggal_lahir": ""}

    (doubt,) = examine(pegawai=[row]).doubts

    assert doubt.code == "kolom-tertukar"
    assert doubt.told == {"one": "nip_baru", "other": "nama"}


@pytest.mark.parametrize("word", ["JUMLAH", "Total pegawai", "Mengetahui,"])
def test_a_total_at_the_end_is_no_person(examine, word):
    examined = examine(pegawai=[MAIN | {"tanggal_lahir": ""}, {"pns_id": "", "nama": word}])

    assert examined.codes == ["baris-jumlah"]


def test_a_header_that_comes_again_is_no_person(examine):
    again = {name: name for name in MAIN}

    assert examine(pegawai=[MAIN | {"tanggal_lahir": ""}, again]).codes == ["judul-berulang"]


def test_a_name_that_begins_like_a_total_is_a_person_where_there_is_a_number(examine):
    row = MAIN | {"nama": "Total Contohan", "tanggal_lahir": "", "email": "salah"}

    assert examine(pegawai=[row]).codes == ["surel-bentuk"]


def test_rows_in_merged_cells_and_hidden_rows_are_asked_about(examine):
    def arrange(sheet):
        sheet.merge_range(2, 3, 3, 3, "")
        sheet.set_row(4, None, None, {"hidden": True})

    rows = [
        {"nip_baru": NIP[:-1] + str(n), "nama": "Contoh", "email": f"a{n}@b.id", "alamat": "x"}
        for n in range(1, 5)
    ]

    examined = examine(pegawai=rows, arrange=arrange)

    assert [(d.code, d.place.row) for d in examined.doubts] == [
        ("sel-gabungan", 3),
        ("sel-gabungan", 4),
        ("baris-tersembunyi", 5),
    ]


def test_a_hidden_sheet_is_asked_about(tmp_path, examine):
    examined = examine(
        unor=[{"Id": "1", "NamaUnor": "Bidang", "InstansiId": "2"}],
        pegawai=[MAIN | {"tanggal_lahir": ""}],
        arrange=lambda sheet: sheet.hide(),
    )

    assert set(examined.codes) <= {"lembar-tersembunyi"}


def test_a_formula_that_failed_is_told(examine):
    examined = examine(
        pegawai=[MAIN | {"tanggal_lahir": "", "alamat": ""}],
        arrange=lambda sheet: sheet.write_formula(1, 4, "=NA()", None, "#N/A"),
    )

    (doubt,) = examined.doubts
    assert (doubt.code, doubt.place.column, doubt.told) == ("rumus-gagal", "E", {"error": "#N/A"})


def test_a_cell_beside_the_table_is_asked_about(examine):
    examined = examine(
        pegawai=[MAIN | {"tanggal_lahir": ""}],
        arrange=lambda sheet: sheet.write_string(1, 6, "catatan"),
    )

    (doubt,) = examined.doubts
    assert (doubt.code, doubt.place.column) == ("di-luar-judul", "G")


def test_a_doubtful_row_keeps_what_it_says_and_what_was_read(examine):
    row = MAIN | {"tanggal_lahir": "", "email": "salah", "Catatan": "pindahan"}

    (doubtful,) = examine(pegawai=[row]).rows

    assert doubtful.cells == ("A1", NIP, "Contoh Rekaan", "", "salah", "pindahan")
    assert doubtful.record.values == {"pns_id": "A1", "nip_baru": NIP, "nama": "Contoh Rekaan"}
    assert doubtful.record.extras == {"Catatan": "pindahan"}
    assert not doubtful.must_be_mended
    assert str(doubtful.place) == "pegawai.xlsx, lembar Data, baris 2"


def test_a_doubt_tells_its_sentence_its_advice_and_the_text_untouched(examine):
    row = RANK | {"golongan": " V/a ", "pangkat": "x"}

    (doubt,) = examine(golongan=[row]).doubts

    assert doubt.message == "Golongan ini tidak dikenal."
    assert doubt.advice == "PNS: I/a sampai IV/e. PPPK: I sampai XVII."
    assert doubt.text == " V/a "
    assert doubt.place == Place("golongan.xlsx", "Data", 2, "B")


def test_a_record_knows_the_place_of_each_value(examine):
    (record,) = examine(golongan=[RANK | {"No.": "1"}]).records

    assert str(record.place_of("golongan")) == "golongan.xlsx, lembar Data, sel B2"
    assert str(record.place_of("No.")) == "golongan.xlsx, lembar Data, sel D2"
    assert str(record.place_of("path")) == "golongan.xlsx, lembar Data, baris 2"
    assert record.meaning("tmt") == date(1927, 1, 1)
