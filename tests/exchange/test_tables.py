"""Every form of file is read as the same rows, with the places where they stand."""

from datetime import date

import pytest
from tests.support.tables import write_csv, write_ods, write_xls, write_xlsx

from pamong.exchange.header import find_header
from pamong.exchange.layout import layouts
from pamong.exchange.limits import Limits
from pamong.exchange.opening import open_tables
from pamong.exchange.sheet import Merged

ROWS = [["NIP BARU", "NAMA", "TMT Gol."], ["190001011920011001", "Contoh", "18-03-2019"]]


def read(path, **limits):
    return list(open_tables(path, Limits(**limits)))


def rows_of(sheet):
    return [[cell for cell in cells if cell != ""] for _, cells in sheet.rows()]


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.xlsx", lambda path: write_xlsx(path, {"Data": ROWS})),
        ("a.xls", lambda path: write_xls(path, ROWS)),
        ("a.ods", lambda path: write_ods(path, ROWS)),
        ("a.csv", lambda path: write_csv(path, ROWS)),
        ("a.tsv", lambda path: write_csv(path, ROWS, mark="\t")),
        ("comma.csv", lambda path: write_csv(path, ROWS, mark=",")),
        ("pipa.txt", lambda path: write_csv(path, ROWS, mark="|")),
        ("bom.csv", lambda path: write_csv(path, ROWS, encoding="utf-8-sig")),
        ("utf16.csv", lambda path: write_csv(path, ROWS, encoding="utf-16")),
        ("lain.xls", lambda path: write_xlsx(path.with_suffix(""), {"A": ROWS}).rename(path)),
    ],
)  # fmt: skip
def test_a_table_is_read_alike_whatever_it_was_saved_as(tmp_path, name, write):
    path = tmp_path / name
    write(path)

    (sheet,) = read(path)

    assert rows_of(sheet) == ROWS


def test_letters_of_windows_are_told(tmp_path):
    path = write_csv(
        tmp_path / "a.csv", [["Nama", "Kota"], ["Dévi", "Sénayan"]], encoding="cp1252"
    )

    (sheet,) = read(path)

    assert rows_of(sheet)[1] == ["Dévi", "Sénayan"]


def test_a_text_keeps_quotes_lines_and_separators_within_a_cell(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text('Nama;Alamat\n"Contoh; Rekaan";"Jalan ""Umpama""\nBlok B"\n', "utf-8")

    (sheet,) = read(path)

    assert rows_of(sheet)[1] == ["Contoh; Rekaan", 'Jalan "Umpama"\nBlok B']


def test_the_line_that_tells_excel_the_separator_keeps_its_row(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("sep=;\nNIP;Nama\n1;Contoh, S.E.\n", "utf-8")

    (sheet,) = read(path)

    assert list(sheet.rows())[1:] == [(2, ["NIP", "Nama"]), (3, ["1", "Contoh, S.E."])]


def test_rows_and_columns_count_from_the_corner_even_where_it_is_empty(tmp_path):
    path = write_xlsx(tmp_path / "a.xlsx", {"Data": [[], [], ["", "", "NIP", "Nama"]]})

    (sheet,) = read(path)
    number, cells = list(sheet.rows())[-1]

    assert (number, list(cells)) == (3, ["", "", "NIP", "Nama"])


def test_each_sheet_that_holds_something_is_read_and_a_hidden_one_says_so(tmp_path):
    path = write_xlsx(
        tmp_path / "a.xlsx",
        {"Satu": ROWS, "Kosong": [], "Dua": ROWS},
        arrange=lambda sheet: sheet.hide() if sheet.name == "Dua" else None,
    )

    sheets = read(path)

    assert [(sheet.name, sheet.is_hidden) for sheet in sheets] == [("Satu", False), ("Dua", True)]


def test_merged_cells_hidden_rows_and_failed_formulas_are_told(tmp_path):
    def arrange(sheet):
        sheet.merge_range(3, 0, 4, 1, "gabung")
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.write_formula(2, 1, "=1/0", None, "#DIV/0!")

    path = write_xlsx(tmp_path / "a & b.xlsx", {"A & B": [*ROWS, ["1"]]}, arrange=arrange)

    (sheet,) = read(path)

    assert sheet.merged == (Merged(3, 0, 4, 1),)
    assert sheet.hidden_rows == {2}
    assert sheet.failed == {(3, 1): "#DIV/0!"}


def test_days_and_numbers_of_a_workbook_keep_their_type(tmp_path):
    path = write_xlsx(
        tmp_path / "a.xlsx", {"Data": [["a", "b", "c"], [date(2019, 3, 18), 1.5, True]]}
    )

    (sheet,) = read(path)

    assert rows_of(sheet)[1] == [date(2019, 3, 18), 1.5, True]


def header(tmp_path, rows, arrange=None):
    (sheet,) = read(write_xlsx(tmp_path / "a.xlsx", {"Data": rows}, arrange=arrange))
    return find_header(sheet, layouts().values())


def test_a_header_is_found_below_a_title(tmp_path):
    rows = [
        ["DAFTAR NOMINATIF PNS"],
        ["KABUPATEN CONTOH (REKAAN)", "", "Keadaan 2026"],
        [],
        ["No", "NIP", "Nama", "Gol."],
        ["1", "190001011920011001", "Contoh", "III/a"],
    ]

    found = header(tmp_path, rows)

    assert (found.first_row, found.last_row) == (4, 4)
    assert found.headings == ("No", "NIP", "Nama", "Gol.")


def test_a_header_of_two_rows_under_merged_cells_is_read_downwards(tmp_path):
    def arrange(sheet):
        sheet.merge_range(0, 0, 1, 0, "NIP")
        sheet.merge_range(0, 1, 1, 1, "Nama")
        sheet.merge_range(0, 2, 0, 3, "Masa Kerja")

    rows = [["", "", "", ""], ["", "", "Tahun", "Bulan"], ["190001011920011001", "Contoh", 4, 2]]

    found = header(tmp_path, rows, arrange)

    assert found.headings == ("NIP", "Nama", "Masa Kerja Tahun", "Masa Kerja Bulan")
    assert (found.first_row, found.last_row) == (1, 2)


def test_the_row_of_column_numbers_belongs_to_the_header(tmp_path):
    rows = [["NIP", "Nama", "Gol."], ["(1)", "(2)", "(3)"], ["190001011920011001", "Contoh", ""]]

    assert header(tmp_path, rows).last_row == 2


def test_a_header_that_no_layout_knows_is_found_by_its_looks(tmp_path):
    rows = [["Laporan"], ["Kolom A", "Kolom B", "Kolom C"], [1, 2, 3], [4, 5, 6]]

    assert header(tmp_path, rows).headings == ("Kolom A", "Kolom B", "Kolom C")


def test_numbers_alone_have_no_header(tmp_path):
    assert header(tmp_path, [[1, 2, 3], [4, 5, 6]]) is None
