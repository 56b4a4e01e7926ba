"""What does not agree across rows and files is told at the row that a person would look at."""

from datetime import date

import pytest
from tests.exchange.conftest import MAIN, NIP, POST, RANK, STANDPOINT

from pamong.exchange.across import Registry, name_key
from pamong.exchange.examining import Examination, SameNameError

WHO = {**MAIN, "tanggal_lahir": date(1905, 2, 3), "tmt_cpns": date(1927, 1, 1)}
OTHER = "190502031927011002"


def plain(**more):
    """The main row of an export."""
    return {**WHO, "tmt_cpns": date(1927, 1, 1)} | more


def test_a_set_that_agrees_has_no_doubt(examine):
    examined = examine(
        pegawai=[plain(gol_akhir_nama="III/b", tmt_jabatan=date(1931, 1, 1))],
        golongan=[RANK, RANK | {"golongan": "III/b", "tmtGolongan": date(1931, 4, 1)}],
        jabatan=[POST, POST | {"tmtJabatan": date(1931, 1, 1)}],
    )

    assert examined.doubts == []
    assert sum(report.records for report in examined.reports) == 5


def test_the_same_row_twice_is_told_with_the_first_place(examine):
    (doubt,) = examine(golongan=[RANK | {"id": "1"}, RANK | {"id": "2"}]).doubts

    assert (doubt.code, doubt.place.row) == ("baris-ganda", 3)
    assert doubt.message == "Baris ini sama dengan golongan.xlsx, lembar Data, baris 2."


def test_one_number_in_two_rows_that_differ(examine):
    (doubt,) = examine(pegawai=[plain(), plain(nama="Umpama")]).doubts

    assert (doubt.code, doubt.place.row, doubt.text) == ("nip-ganda", 3, NIP)


def test_one_person_under_two_numbers_is_proposed(examine):
    rows = [
        {"nip_baru": number, "nama": name, "tanggal_lahir": date(1966, 1, 1)}
        for number, name in (
            ("196601011990011001", "Contoh, S.E."),
            ("196601011990011002", "CONTOH"),
        )
    ]

    assert examine(pegawai=rows).codes == ["orang-dua-nip"]


def test_somebody_on_record_under_another_number_is_proposed(examine):
    born = date(1905, 2, 3)
    registry = Registry(
        nip={OTHER},
        births={(name_key("Dr. Contoh Rekaan"), born): OTHER},
        nik={"3201010302050001": OTHER},
    )

    examined = examine(pegawai=[plain(nik="3201010302050001")], registry=registry)

    assert examined.codes == ["nik-dua-orang", "orang-dua-nip"]
    assert {doubt.told["other"] for doubt in examined.doubts} == {OTHER}


def test_one_nik_of_two_people(examine):
    nik = "3201010302050001"
    rows = [plain(nik=nik), plain(nip_baru=OTHER, pns_id="A2", nama="Umpama", nik=nik)]

    assert examine(pegawai=rows).codes == ["nik-dua-orang"]


def test_a_history_of_nobody(examine):
    examined = examine(pegawai=[plain()], golongan=[RANK | {"nipBaru": OTHER}])

    assert examined.codes == ["riwayat-tanpa-pegawai"]
    assert examined.across[0].place.column == "A"


def test_a_history_alone_waits_for_its_people(examine):
    assert examine(golongan=[RANK]).doubts == []


def test_a_history_of_somebody_on_record_is_no_doubt(examine):
    registry = Registry(nip={NIP})

    assert examine(golongan=[RANK], registry=registry).doubts == []
    assert examine(golongan=[RANK | {"nipBaru": OTHER}], registry=registry).codes == [
        "riwayat-tanpa-pegawai"
    ]


def test_a_main_row_whose_number_is_damaged_does_not_orphan_its_history(examine):
    examined = examine(
        pegawai=[plain(nip_baru=NIP[:-1]), plain(nip_baru=OTHER, pns_id="A2", nama="Umpama")],
        golongan=[RANK | {"idPns": "A1"}],
    )

    assert examined.codes == ["nip-18-angka"]


def test_a_rank_that_falls(examine):
    steps = [RANK | {"golongan": "III/b"}, RANK | {"tmtGolongan": date(1932, 1, 1)}]

    (doubt,) = examine(golongan=steps).doubts

    assert (doubt.code, doubt.place.row, doubt.told) == ("pangkat-turun", 3, {"before": "III/b"})


def test_a_pns_who_was_a_pppk_has_not_fallen(examine):
    steps = [RANK | {"golongan": "IX"}, RANK | {"tmtGolongan": date(1932, 1, 1)}]

    assert examine(golongan=steps).codes == ["pns-golongan-pppk"]


def test_a_golongan_of_pppk_falls_on_its_own_ladder(examine):
    nip = {"nipBaru": "190502031940211001"}
    steps = [
        RANK | nip | {"golongan": "IX"},
        RANK | nip | {"golongan": "VII", "tmtGolongan": date(1932, 1, 1)},
    ]

    assert examine(golongan=steps).codes == ["pangkat-turun"]


def test_a_history_before_the_appointment(examine):
    early = {"tmtJabatan": date(1926, 1, 1)}

    assert examine(pegawai=[plain()], jabatan=[POST | early]).codes == ["sebelum-cpns"]


def test_two_posts_from_one_day_but_an_acting_one_runs_beside(examine):
    acting = POST | {"namaJabatan": "Camat", "jenisPenugasanId": "PLT"}
    second = POST | {"namaJabatan": "Camat", "jenisPenugasanId": "D"}

    assert examine(jabatan=[POST | {"jenisPenugasanId": "D"}, acting]).doubts == []
    assert examine(jabatan=[POST | {"jenisPenugasanId": "D"}, second]).codes == ["tmt-kembar"]


def test_the_main_row_against_the_last_of_its_histories(examine):
    examined = examine(
        pegawai=[plain(gol_akhir_nama="III/b", tmt_jabatan=date(1931, 1, 1))],
        golongan=[RANK],
        jabatan=[POST],
    )

    assert examined.codes == ["golongan-akhir-berbeda", "jabatan-akhir-berbeda"]
    assert {doubt.place.file for doubt in examined.doubts} == {"pegawai.xlsx"}


def test_spans_that_overlap(examine):
    first = {"pnsOrangId": "A1", "cltnId": "1", "tanggalAwal": date(2020, 1, 1)}
    rows = [
        first | {"tanggalAkhir": date(2020, 12, 31)},
        first | {"tanggalAwal": date(2020, 12, 31), "tanggalAkhir": date(2021, 5, 1)},
    ]

    assert examine(cltn=rows).codes == ["masa-bertumpuk"]


def test_one_year_appraised_twice(examine):
    row = {"pnsDinilaiId": "A1", "tahun": 2024, "KuadranKinerjaNilai": "2"}

    assert examine(skp22=[row, row | {"KuadranKinerjaNilai": "1"}]).codes == ["tahun-kembar"]


def test_a_unit_that_is_not_listed_is_told_where_any_is(examine):
    unit = {"Id": "U1", "NamaUnor": "Bidang", "InstansiId": "I"}

    assert examine(jabatan=[POST | {"unorId": "U2"}]).doubts == []
    assert examine(unor=[unit], jabatan=[POST | {"unorId": "U2"}]).codes == ["unit-tidak-dikenal"]
    assert examine(unor=[unit], jabatan=[POST | {"unorId": "U1"}]).doubts == []


def test_another_name_than_that_of_the_main_row(examine):
    rating = {"tahun": 2024, "nip": NIP, "nama": "Umpama", "periodikId": "1", "persentase": 100}

    examined = examine(pegawai=[plain()], kinerja=[rating])

    assert examined.codes == ["nama-berbeda"]
    same = examine(pegawai=[plain()], kinerja=[rating | {"nama": "CONTOH REKAAN, S.E."}])
    assert same.doubts == []


def test_two_files_of_one_name_are_refused_before_they_are_read(tmp_path):
    paths = (tmp_path / "a" / "pegawai.xlsx", tmp_path / "b" / "pegawai.xlsx")

    with pytest.raises(SameNameError, match=r"pegawai\.xlsx"):
        Examination(paths, STANDPOINT)


def test_a_row_that_only_the_second_pass_doubts_moves_in_the_count(examine):
    examined = examine(golongan=[RANK, RANK])

    (report,) = examined.reports
    assert (report.rows, report.records, report.doubtful) == (2, 1, 1)
