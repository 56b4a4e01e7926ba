"""The declared fact tables, and what happens to tables that do not keep to them."""

from datetime import date

import pyarrow as pa
import pytest

from pamong import law
from pamong.kernel.kalender import national_kalender
from pamong.law.fact_table import load_fact_tables
from pamong.law.reference import kalender_table, national_table
from pamong.law.tables import arrow_schema, conform, table_from_rows

PEMDA = law.fact_table("pemda")
PRESENSI = law.fact_table("presensi")


@pytest.mark.parametrize("table", law.fact_tables().values(), ids=law.fact_tables())
def test_every_table_says_what_it_means_in_both_languages_and_tells_its_rows_apart(table):
    assert table.meaning
    assert table.meaning_en
    assert set(table.key) <= set(table.column_names)
    assert all(column.meaning and column.meaning_en for column in table.columns)


def test_a_table_that_is_covered_has_its_coverage_beside_it():
    coverage = law.fact_table("presensi_cakupan")

    assert coverage.is_coverage
    assert coverage.column_names == ("pemda_id", "unit_id", "starts_on", "ends_before", "sumber")
    assert not coverage.find_column("unit_id").required


def test_an_unknown_table_is_named_with_the_nearest():
    with pytest.raises(law.UnknownTableError, match='"presensi"'):
        law.fact_table("presensy")


def test_a_file_of_tables_is_refused_with_its_problems(tmp_path):
    path = tmp_path / "fact_tables.toml"
    path.write_text(
        '[table.orang]\nmeaning = "Orang"\nmeaning_en = "People"\nkey = ["id"]\n'
        '[table.orang.columns]\nnama = {type = "text", meaning = "Nama", meaning_en = "Name"}\n',
        encoding="utf-8",
    )

    with pytest.raises(law.ContentError) as refused:
        load_fact_tables(path)

    assert {problem.place for problem in refused.value.problems} == {
        "table.orang.key",
        "table.orang.columns.nama.type",
    }


def test_rows_become_a_table_with_every_column_and_runs_of_days_become_days():
    rows = [{"pegawai_id": 1, "hari": {"dari": date(2026, 3, 2), "sampai": "4/3/2026"}}]

    assert table_from_rows(PRESENSI, rows).to_pylist() == [
        {"pegawai_id": 1, "hari": date(2026, 3, day), "alasan_sah": None} for day in (2, 3, 4)
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"hari": "2026-03-02"}, "presensi[1].pegawai_id: belum diisi."),
        ({"pegawai_id": True, "hari": "2026-03-02"}, "presensi[1].pegawai_id: harus bilangan"),
        ({"pegawai_id": 1, "hari": "2/3/26"}, "presensi[1].hari: harus tanggal"),
        ({"pegawai_id": 1, "hari": 20260302}, "presensi[1].hari: harus tanggal"),
        ({"pegawai_id": 1, "hari": {"dari": "2026-03-02"}}, "presensi[1].hari: rentang hari"),
        (
            {"pegawai_id": 1, "hari": {"dari": "2026-03-02", "sampai": "2026-03-01"}},
            "presensi[1].hari: rentang hari berakhir",
        ),
        (
            {"pegawai_id": 1, "hari": "2026-03-02", "alasan_sah": "mungkin"},
            "presensi[1].alasan_sah: harus true atau false",
        ),
        (
            {"pegawai_id": 1, "hari": "2026-03-02", "alasan": True},
            'presensi[1].alasan: kolom ini tidak ada. Maksud Anda "alasan_sah"?',
        ),
    ],
)
def test_a_wrong_row_is_told_with_its_place(row, told):
    with pytest.raises(law.FactsError) as refused:
        table_from_rows(PRESENSI, [row])

    assert str(refused.value.problems[0]).startswith(told)


def test_the_same_row_twice_is_refused_for_the_law_would_count_it_twice():
    row = {"pegawai_id": 1, "hari": date(2026, 3, 2)}

    with pytest.raises(law.FactsError, match="2 baris untuk pegawai_id = 1, hari = 2 Maret 2026"):
        table_from_rows(PRESENSI, [row, row])


def test_a_table_in_other_widths_and_order_is_brought_into_form():
    given = pa.table(
        {
            "nama": pa.array(["Contoh"], pa.large_string()),
            "level": pa.array(["kota"]).dictionary_encode(),
            "kode": ["99.71"],
            "pemda_id": pa.array([1], pa.int32()),
        }
    )

    assert conform(PEMDA, given).schema == arrow_schema(PEMDA)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"pemda_id": ["1"]}, "pemda.pemda_id: berisi string, padahal harus bilangan bulat"),
        ({"pemda_id": [1.0]}, "pemda.pemda_id: berisi double"),
        ({"nama": [None]}, "pemda.nama: belum diisi pada baris 1."),
        ({"level": ["desa"]}, 'pemda.level: "desa" tidak dikenal; pilih provinsi'),
        ({"nik": [1]}, "pemda.nik: kolom ini tidak ada."),
    ],
)
def test_a_table_that_does_not_keep_to_its_declaration_is_refused(changes, told):
    good = {"pemda_id": [1], "kode": ["15"], "nama": ["Contoh"], "level": ["provinsi"]}

    with pytest.raises(law.FactsError) as refused:
        conform(PEMDA, pa.table(good | changes))

    assert str(refused.value.problems[0]).startswith(told)


def test_a_column_that_was_not_given_is_refused_even_where_cells_may_be_empty():
    given = pa.table({"pegawai_id": [1], "hari": [date(2026, 3, 2)]})

    with pytest.raises(law.FactsError, match=r"presensi\.alasan_sah: kolom ini belum diberikan"):
        conform(PRESENSI, given)


def test_the_national_calendar_has_every_day_of_the_years_with_a_decree_and_no_other():
    days = national_table()["hari"].to_pylist()

    assert days == sorted(set(days))
    assert days[0] == date(2018, 1, 1)
    assert date(2017, 12, 31) not in days


def test_a_calendar_as_known_on_a_day_leaves_out_what_was_decided_later():
    known = kalender_table(national_kalender(), known_on=date(2023, 9, 1))

    assert known.num_rows < national_table().num_rows
