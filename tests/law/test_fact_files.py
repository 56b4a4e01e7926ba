"""Facts from TOML, JSON, CSV and Parquet files."""

import json
from datetime import date

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pamong import law

RULE = law.rule("disiplin-absen-kumulatif")
ROWS = [
    {"pegawai_id": 1, "hari": date(2026, 3, 2), "alasan_sah": False},
    {"pegawai_id": 1, "hari": date(2026, 3, 3), "alasan_sah": None},
]


def as_toml(folder):
    path = folder / "fakta.toml"
    path.write_text(
        "presensi = [{pegawai_id = 1, hari = 2026-03-02, alasan_sah = false},"
        ' {pegawai_id = 1, hari = "3 Maret 2026"}]',
        encoding="utf-8",
    )
    return path


def as_json(folder):
    path = folder / "fakta.json"
    path.write_text(json.dumps({"presensi": ROWS}, default=str), encoding="utf-8")
    return path


def as_csv(folder):
    path = folder / "presensi.csv"
    path.write_text("hari,alasan_sah,pegawai_id\n2026-03-02,tidak,1\n3/3/2026,,1\n", "utf-8")
    return path


def as_parquet(folder):
    path = folder / "presensi.parquet"
    pq.write_table(pa.Table.from_pylist(ROWS), path)
    return path


@pytest.mark.parametrize("write", [as_toml, as_json, as_csv, as_parquet])
def test_every_kind_of_file_gives_the_same_rows(tmp_path, write):
    tables = law.read_facts(RULE, [write(tmp_path)])

    assert tables["presensi"].to_pylist() == ROWS


def test_tables_in_no_file_are_empty_and_the_calendar_is_left_to_the_engine(tmp_path):
    tables = law.read_facts(RULE, [as_csv(tmp_path)])

    assert tables["pegawai"].num_rows == 0
    assert "kalender" not in tables


def test_a_csv_may_leave_out_a_column_that_may_be_empty(tmp_path):
    path = tmp_path / "presensi.csv"
    path.write_text("pegawai_id,hari\n1,2026-03-02\n", encoding="utf-8")

    assert law.read_facts(RULE, [path])["presensi"]["alasan_sah"].to_pylist() == [None]


WRONG = {
    "a day that is none": (
        "presensi.csv",
        "pegawai_id,hari\n1,2026-03-02\n2,2026-02-30\n",
        "presensi.csv: presensi[2].hari: harus tanggal",
    ),
    "a number that is none": (
        "presensi.csv",
        "pegawai_id,hari\nsatu,2026-03-02\n",
        "presensi.csv: presensi[1].pegawai_id: harus bilangan bulat, bukan 'satu'.",
    ),
    "a number with a fraction": (
        "presensi.csv",
        "pegawai_id,hari\n1.5,2026-03-02\n",
        "presensi.csv: presensi[1].pegawai_id: harus bilangan bulat, bukan '1.5'.",
    ),
    "an unknown column": (
        "presensi.csv",
        "pegawai_id,hari,alasan\n1,2026-03-02,ya\n",
        'presensi.csv: presensi.alasan: kolom ini tidak ada. Maksud Anda "alasan_sah"?',
    ),
    "a column that lacks": (
        "presensi.csv",
        "pegawai_id\n1\n",
        "presensi.csv: presensi.hari: kolom ini belum diberikan.",
    ),
    "an empty cell": (
        "presensi.csv",
        "pegawai_id,hari\n1,2026-03-02\n,2026-03-02\n",
        "presensi.csv: presensi.pegawai_id: belum diisi pada baris 2.",
    ),
    "a file named after no table": (
        "absensi.csv",
        "pegawai_id\n1\n",
        'absensi.csv: berkas: Tabel fakta "absensi" tidak dikenal. Maksud Anda "presensi"?',
    ),
    "an unknown table": (
        "f.toml",
        "presence = []",
        'f.toml: presence: Tabel fakta "presence" tidak dikenal.',
    ),
    "a table that is no list": (
        "f.json",
        '{"pegawai": 3}',
        "f.json: pegawai: harus berupa daftar",
    ),
    "a list without a name": ("f.json", "[]", "f.json: berkas: harus berisi tabel"),
    "broken JSON": ("f.json", "{", "f.json: berkas: Expecting property name"),
    "broken TOML": ("f.toml", "a = ", "f.toml: berkas: Invalid value"),
    "an empty CSV": ("presensi.csv", "", "presensi.csv: berkas: Empty CSV file"),
    "a Parquet that is none": ("presensi.parquet", "PAR", "presensi.parquet: berkas: "),
    "another kind of file": ("f.xlsx", "", 'f.xlsx: berkas: jenis berkas ".xlsx" tidak dikenal'),
}


@pytest.mark.parametrize(("name", "text", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_told_with_file_table_row_and_column(tmp_path, name, text, told):
    (tmp_path / name).write_text(text, encoding="utf-8")

    with pytest.raises(law.FactsFileError) as refused:
        law.read_facts(RULE, [tmp_path / name])

    assert any(str(problem).startswith(told) for problem in refused.value.problems)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(law.FactsFileError, match=r"tiada\.toml: berkas: berkas ini tidak ada"):
        law.read_facts(RULE, [tmp_path / "tiada.toml"])


def test_one_table_in_two_files_is_refused(tmp_path):
    with pytest.raises(law.FactsFileError, match=r'tabel "presensi" ada di dua berkas'):
        law.read_facts(RULE, [as_csv(tmp_path), as_toml(tmp_path)])


def test_many_problems_are_told_up_to_twenty(tmp_path):
    path = tmp_path / "presensi.csv"
    path.write_text("pegawai_id,hari\n" + "x,2026-03-02\n" * 30, encoding="utf-8")

    with pytest.raises(law.FactsFileError, match="dan 10 lagi") as refused:
        law.read_facts(RULE, [path])

    assert len(refused.value.problems) == 30
