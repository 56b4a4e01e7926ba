"""A file that cannot be read is refused with a calm sentence that says what to do."""

import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.tables import write_csv, write_ods, write_xls, write_xlsx

from pamong.exchange import errors
from pamong.exchange.limits import LIMITS, Limits
from pamong.exchange.opening import open_tables

ROWS = [["NIP", "Nama"], ["190001011920011001", "Contoh"]]
SMALL = Limits(rows=20, columns=10, cells=100, unpacked_bytes=200_000)


def empty(path):
    path.write_bytes(b"")


def blank(path):
    write_xlsx(path, {"Kosong": []})


def of_spaces(path):
    path.write_text("\n ; ;\n\n", "utf-8")


def locked(path):
    write_xls(path, ROWS, stream="EncryptedPackage")


def locked_ods(path):
    write_ods(path, ROWS, manifest="<manifest:encryption-data/>")


def with_macro(path):
    write_xlsx(path, {"Data": ROWS})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")


def cut_off(path):
    write_xlsx(path, {"Data": ROWS})
    path.write_bytes(path.read_bytes()[:-900])


def damaged_inside(path):
    write_xlsx(path, {"Data": ROWS})
    data = bytearray(path.read_bytes())
    place = data.find(b"xl/worksheets/sheet1.xml") + 60
    data[place : place + 20] = bytes(20)
    path.write_bytes(bytes(data))


def old_and_damaged(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def wide(path):
    write_xlsx(path, {"Data": [["Judul"] * 11]})


def wide_text(path):
    write_csv(path, [["Judul"] * 500])


def long(path):
    write_xlsx(path, {"Data": [["a", "b"]] * 21})


def long_text(path):
    path.write_text("NIP;Nama\n" * 2_000, "utf-8")


def far_apart(path):
    write_xlsx(path, {"Data": [["a"], *([[]] * 17), [""] * 8 + ["b"]]})


def swollen(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 300_000)


def repeated(path):
    write_ods(path, ROWS, cell_attributes='table:number-columns-repeated="16000"')


def a_page(path):
    path.write_text("<html><table><tr><td>NIP</td></tr></table></html>", "utf-8")


def a_text(path):
    write_csv(path, ROWS)


def a_pdf(path):
    path.write_bytes(b"%PDF-1.7 ...")


def a_word(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "x")


def an_open_quote(path):
    path.write_text('NIP;Nama;Tempat\r\n1;"Satu;A\r\n2;Dua;B\r\n3;Tiga;C', "utf-8")


def bytes_of_nothing(path):
    path.write_bytes(bytes(range(256)) * 4)


def absent(path):
    path.unlink(missing_ok=True)


def read_through(path):
    """Open a file within small bounds and go through its rows."""
    for sheet in open_tables(path, SMALL):
        list(sheet.rows())


@pytest.mark.parametrize(
    ("make", "name", "error"),
    [
        (empty, "a.xlsx", errors.EmptyTableFileError),
        (blank, "a.xlsx", errors.EmptyTableFileError),
        (of_spaces, "a.csv", errors.EmptyTableFileError),
        (absent, "a.xlsx", errors.AbsentTableFileError),
        (locked, "a.xlsx", errors.LockedTableFileError),
        (locked_ods, "a.ods", errors.LockedTableFileError),
        (with_macro, "a.xlsm", errors.MacroTableFileError),
        (cut_off, "a.xlsx", errors.BrokenTableFileError),
        (damaged_inside, "a.xlsx", errors.BrokenTableFileError),
        (old_and_damaged, "a.xls", errors.BrokenTableFileError),
        (wide, "a.xlsx", errors.TooLargeTableFileError),
        (wide_text, "a.csv", errors.TooLargeTableFileError),
        (long, "a.xlsx", errors.TooLargeTableFileError),
        (long_text, "a.csv", errors.TooLargeTableFileError),
        (far_apart, "a.xlsx", errors.TooLargeTableFileError),
        (repeated, "a.ods", errors.TooLargeTableFileError),
        (swollen, "a.xlsx", errors.SwollenTableFileError),
        (a_page, "a.xls", errors.WebPageTableFileError),
        (a_text, "a.xlsx", errors.WrongNameTableFileError),
        (a_pdf, "a.xlsx", errors.OtherFormTableFileError),
        (a_word, "a.xlsx", errors.OtherFormTableFileError),
        (an_open_quote, "a.csv", errors.OpenQuoteTableFileError),
        (bytes_of_nothing, "a.csv", errors.UndecodableTableFileError),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path, make, name, error):
    path = tmp_path / name
    make(path)

    with pytest.raises(error) as refused:
        read_through(path)

    assert re.match(rf"{name}: [a-z].*\.$", str(refused.value))
    assert "!" not in str(refused.value)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    form=st.sampled_from(["xlsx", "xls", "ods", "csv"]),
    places=st.lists(st.integers(0, 100_000), min_size=1, max_size=12),
    byte=st.integers(0, 255),
)
def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path, form, places, byte):
    write = {"xlsx": long, "xls": lambda path: write_xls(path, ROWS), "csv": a_text}
    path = tmp_path / f"a.{form}"
    write.get(form, lambda path: write_ods(path, ROWS))(path)
    data = bytearray(path.read_bytes())
    for place in places:
        data[place % len(data)] = byte
    path.write_bytes(bytes(data))

    with suppress(errors.TableFileError):
        read_through(path)


def test_a_file_larger_than_is_taken_is_refused_before_it_is_opened(tmp_path):
    path = write_csv(tmp_path / "a.csv", ROWS)

    with pytest.raises(errors.TooLargeTableFileError, match="0 MB"):
        list(open_tables(path, Limits(bytes=10)))


def test_the_limits_have_room_for_the_largest_export():
    assert LIMITS.cells >= 600_000 * 30
